#!/usr/bin/env bash
# Runs every test, whatever fails before, and ends with the totals: a line for each runner, and one for all.
source "$(dirname "$0")/tools.sh"

need_dist
need_browser
check_needs
find_browser
install_dist

log=$(mktemp)
trap 'rm -f "$log"' EXIT
summary=()
total_passed=0
total_failed=0

# run NAME COUNTER COMMAND…: runs the command, shows what it says, and lets COUNTER set passed and failed from it.
# A command that fails without naming a failed test, say because it does not compile, counts as one failed.
run() {
  local name=$1 counter=$2 status=0 passed=0 failed=0
  shift 2
  printf '\n── %s\n' "$name"
  "$@" 2>&1 | tee "$log" || status=$?
  "$counter" "$status"
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  summary+=("$(printf '%-36s %5d passed, %d failed' "$name" "$passed" "$failed")")
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
}

# sum PATTERN: adds up the numbers that sed's \1 of the pattern matches in the log.
sum() { sed -nE "s/$1/\1/p" "$log" | awk '{ n += $1 } END { print n + 0 }'; }

# shellcheck disable=SC2034 # passed and failed are run's
cargo_counts() {
  passed=$(sum '^test result: .* ([0-9]+) passed;.*')
  failed=$(sum '^test result: .* ([0-9]+) failed;.*')
}

# shellcheck disable=SC2034
flow_counts() {
  passed=$(sum '^ +([0-9]+) passed.*')
  failed=$(sum '^ +([0-9]+) (failed|interrupted|did not run).*')
}

# shellcheck disable=SC2034
one_check() { [ "$1" -ne 0 ] || passed=1; }

# The pure core must build without a browser: no browser crate among the native build's dependencies.
core_is_pure() {
  local tree
  tree=$(cargo tree --locked -e normal --prefix none --format '{p}') || return 1
  if printf '%s\n' "$tree" | grep -E '^(web-sys|js-sys|wasm-bindgen|yew|gloo)'; then
    say "The native build depends on these browser crates."
    return 1
  fi
  say "no browser crate among $(printf '%s\n' "$tree" | sort -u | wc -l) crates"
}

in_browser() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON="$PWD/tests/webdriver.json" WASM_BINDGEN_TEST_TIMEOUT=120 \
    cargo test --locked --target "$WASM" --lib
}

run "Unit and property tests (native)" cargo_counts cargo test --locked --no-fail-fast
run "The core without a browser" one_check core_is_pure
run "Tests in Chromium (wasm-bindgen)" cargo_counts in_browser
run "The release build" one_check scripts/build.sh
run "The size budget" one_check node scripts/size.mjs
run "Flows on dist/ (Playwright)" flow_counts node_modules/.bin/playwright test

say ""
printf '%s\n' "${summary[@]}"
say "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
