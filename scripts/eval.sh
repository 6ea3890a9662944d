#!/usr/bin/env bash
# Scores the core on our own articles and on annotated corpora. The corpora are not part of this repository; those that
# are missing are named. CORPORA= names their folder, SCORE= the folder of the scorer for bias. What is given to this
# script goes to examples/eval.rs, and then bias is left out: scripts/eval.sh --corpus own --errors 20
source "$(dirname "$0")/tools.sh"

corpora=${CORPORA:-../shared/corpora}
score=${SCORE:-../shared/score}
bias="$corpora/bias/mbic.jsonl"
has_bias() { [ -f "$bias" ] && [ -f "$score/bias.py" ]; }

need_rust
if has_bias && [ $# -eq 0 ]; then need_python; fi
check_needs

cargo run --quiet --locked --profile native --example eval -- "$corpora" "$@"
[ $# -eq 0 ] || exit 0

printf '\n── bias markers, %s\n' "$bias"
if ! has_bias; then say "left out: it takes $bias and $score/bias.py"; exit 0; fi
found=$(mktemp)
trap 'rm -f "$found"' EXIT
cargo run --quiet --locked --profile native --bin scarequote -- extract --jsonl "$bias" >"$found"
python3 "$score/bias.py" "$bias" "$found"
