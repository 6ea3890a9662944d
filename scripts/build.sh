#!/usr/bin/env bash
# Builds dist/: the page and the worker, optimised.
source "$(dirname "$0")/tools.sh"

need_dist
check_needs
install_dist

# Offline, Trunk uses the tools on PATH and never looks for others; so the crates must be here before.
# Those of other systems too: offline, cargo asks for every crate of the lock file.
cargo fetch --quiet --locked || die "cargo could not download the crates"

mkdir -p target
(
  if have flock; then flock 9; fi # two builds at once would share Trunk's staging folder
  say "Building dist/"
  trunk --log warn build --release --offline --locked --dist dist 9>&- || die "The build failed"
  node scripts/minify.mjs || die "The scripts and styles could not be made smaller"
) 9>target/dist.lock
