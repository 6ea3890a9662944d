#!/usr/bin/env bash
# Looks for input that breaks the core, with libFuzzer: TARGET= names a file of fuzz/fuzz_targets/, SECONDS= says for how long.
# Inputs that led somewhere new are kept in fuzz/corpus/, those that break something in fuzz/artifacts/.
limit=$(printenv SECONDS) || limit=1800 # Bash's own variable of that name counts the seconds of this script
source "$(dirname "$0")/tools.sh"

target=${TARGET:-extract}
[ -f "fuzz/fuzz_targets/$target.rs" ] || die "There is no fuzz/fuzz_targets/$target.rs. Name a target: make fuzz TARGET=extract"
case $limit in *[!0-9]* | '' | 0) die "SECONDS must be a number from 1, not “$limit”" ;; esac
need_rust
have c++ || packages+=(build-essential)
check_needs
install_cargo_fuzz

# Articles to begin with, without the marks of their gold quotes, as each target reads them.
corpus="fuzz/corpus/$target"
articles=$(mktemp -d)
trap 'rm -rf "$articles"' EXIT
for article in src/app/sample.txt tests/articles/*.txt; do
  sed -e '/^# /d' -e '/^---$/,$d' -e 's/{[^ ]* //g' -e 's/}//g' "$article" >"$articles/$(basename "$article")"
done
mkdir -p "$corpus"
case $target in
  file) cargo run --quiet --locked --bin scarequote -- convert "$articles"/* --to scarequote --out "$corpus" >/dev/null ;;
  *) cp "$articles"/* "$corpus" ;;
esac

# Without a sanitizer: there is no unsafe code for it to watch, and the stable compiler has none. An input that takes more than
# 10 seconds is a finding too.
say "Fuzzing $target for $limit seconds"
cargo-fuzz run --sanitizer none "$target" -- \
  -max_total_time="$limit" -dict="fuzz/$target.dict" -max_len=4096 -timeout=10 -print_final_stats=1
