#!/usr/bin/env bash
# rustfmt, the lock files, then clippy on the native and on the wasm32 build. The lint levels live in Cargo.toml.
source "$(dirname "$0")/tools.sh"

need_wasm
check_needs
install_wasm_target
install_lints

say "rustfmt"
cargo fmt --check
cargo fmt --check --manifest-path fuzz/Cargo.toml
cargo fmt --check --manifest-path train/Cargo.toml
say "the lock files of fuzz/ and train/"
for package in fuzz train; do
  cargo metadata --locked --format-version 1 --manifest-path "$package/Cargo.toml" >/dev/null || die "$package/Cargo.lock is not up to date: run cargo update --workspace --manifest-path $package/Cargo.toml"
done
say "clippy, native"
cargo clippy --quiet --locked --all-targets -- -D warnings
say "clippy, $WASM"
cargo clippy --quiet --locked --target "$WASM" --lib --bins --tests -- -D warnings
say "lint: passed"
