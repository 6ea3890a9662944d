#!/usr/bin/env bash
# Scores the core on annotated corpora, which are not part of this repository. CORPORA= names their folder, SCORE= the
# folder of the scorers.
source "$(dirname "$0")/tools.sh"

corpora=${CORPORA:-../shared/corpora}
score=${SCORE:-../shared/score}
for folder in "$corpora" "$score"; do
  [ -d "$folder" ] || die "There is no folder $folder. Name the corpora and the scorers: make eval CORPORA=… SCORE=…"
done
need_rust
need_python
check_needs

found=$(mktemp)
trap 'rm -f "$found"' EXIT

# measure SCORER CORPUS: what the command line finds in the corpus, scored. A corpus that is not there is named.
measure() {
  printf '\n── %s\n' "$2"
  if [ ! -f "$corpora/$2" ]; then say "not in $corpora"; return; fi
  cargo run --quiet --locked --profile native --bin scarequote -- extract --jsonl "$corpora/$2" >"$found"
  python3 "$score/$1" "$corpora/$2" "$found"
}

measure quotes.py quotes/polnear_dev.jsonl
measure quotes.py quotes/ggt_dev.jsonl
measure quotes.py quotes/gum_news.jsonl
measure bias.py bias/mbic.jsonl
