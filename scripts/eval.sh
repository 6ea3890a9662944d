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

printf '\n── web pages, the body of the article through scarequote read (goal: word F1 ≥ 0.955)\n'
if [ -f "$corpora/html/ground-truth.json" ]; then
  program=$(cargo build --quiet --locked --profile native --bin scarequote --message-format json \
    | sed -n 's/.*"executable":"\([^"]*\)".*/\1/p')
  cargo run --quiet --locked --profile native --example pages -- "$corpora" --program "$program"
else
  say "left out: they are in $corpora/html"
fi

printf '\n── bias markers, MBIC\n'
cat <<'TABLE'
detector (figures of others as published or given)       word F1, BABE   sentence macro-F1, BABE
write-good / proselint                                      0.03 / 0.01               0.53 / 0.38
VADER, negative words                                              0.20                      0.49
Recasens bias lexicon                                              0.06                      0.36
Spinde bias lexicon                                                0.14                      0.56
logistic regression, trained on MBIC                               0.37                      0.73
Spinde 2021, XGBoost (on MBIC)                                     0.43                         –
one annotator against the others                                   0.52                      0.78
TABLE
if ! has_bias; then say "our own left out: they take $bias and $score/bias.py"; exit 0; fi
printf '\nours on MBIC, five-fold (goals: word F1 ≥ 0.45, precision ≥ 0.60 at 0.5, macro-F1 ≥ 0.72)\n'
"$(dirname "$0")/train.sh" --check
printf '\nours as they ship, whose weights were learned from these sentences; all scores, then from 0.5 on\n'
found=$(mktemp)
trap 'rm -f "$found"' EXIT
cargo run --quiet --locked --profile native --bin scarequote -- extract --jsonl "$bias" >"$found"
for threshold in 0 0.5; do
  python3 "$score/bias.py" "$bias" "$found" --threshold "$threshold" \
    --categories loaded-language,label,sensationalism,doubt,puffery
done
