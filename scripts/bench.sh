#!/usr/bin/env bash
# How fast the core is, as a native program and as WebAssembly, next to two peers, and whether its time grows as the text does;
# then the sizes next to the budget.
source "$(dirname "$0")/tools.sh"

need_dist
check_needs
scripts/build.sh
install_node_packages bench
say "Building examples/growth"
growth=$(cargo build --quiet --locked --profile native --example growth --message-format json \
  | sed -n 's/.*"executable":"\([^"]*\)".*/\1/p')
node bench/run.mjs "$growth"
node scripts/size.mjs || true
