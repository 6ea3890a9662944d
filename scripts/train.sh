#!/usr/bin/env bash
# Learns the weights of bias markers from MBIC and prints what five-fold cross-validation finds. CORPORA= names the folder in which
# bias/mbic.jsonl is. With --check nothing is written: scripts/train.sh --check
source "$(dirname "$0")/tools.sh"

sentences=${CORPORA:-../shared/corpora}/bias/mbic.jsonl
[ -f "$sentences" ] || die "There is no $sentences. CORPORA= names the folder of corpora: CORPORA=/data/corpora make train"
need_rust
check_needs

out=(src/extract/bias/learned/weights.txt)
if [ "${1:-}" = --check ]; then out=(); fi
cargo run --quiet --locked --release --manifest-path train/Cargo.toml -- "$sentences" "${out[@]}"
