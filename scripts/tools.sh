# shellcheck shell=bash
# Sourced by the other scripts: finds the tools that a target needs, and installs the missing ones.
#
# Trunk, wasm-bindgen and cargo-fuzz go into a cache folder of the user's, one folder a version, never into ~/.cargo/bin.
# A script first calls need_… for all that it uses, then `check_needs`, which stops before anything was done
# when a tool is missing that only the user can install. The install_… functions do nothing when all is there.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unset NO_COLOR FORCE_COLOR # Trunk 0.21 stops at the usual NO_COLOR=1; into a pipe all write plainly anyway

readonly TRUNK_VERSION=0.21.14
readonly CARGO_FUZZ_VERSION=0.13.1
readonly CACHE="${SCAREQUOTE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/scarequote}"
readonly WASM=wasm32-unknown-unknown

missing=()  # what to say about tools that we cannot install
packages=() # Debian packages that we can, as root

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# first_of NAME…: the path of the first command that exists.
first_of() {
  local name
  for name; do
    if [ -n "$name" ] && have "$name"; then command -v "$name"; return; fi
  done
}

need_rust() {
  have cargo || missing+=("Rust's cargo: install it from https://rustup.rs/")
  have cc || packages+=(build-essential)
}

need_wasm() {
  need_rust
  ! have cargo || have rustup || has_wasm_target || missing+=("Rust's $WASM target: use https://rustup.rs/, or the package of your system that holds it")
}

need_node() {
  if ! have node || ! have npm; then
    missing+=("Node 20 or newer with npm: https://nodejs.org/")
  elif [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
    missing+=("Node 20 or newer: this one is $(node --version)")
  fi
}

need_python() { have python3 || packages+=(python3); }

# Also sets CHROMIUM and CHROMEDRIVER, which a user may have set to browsers of theirs.
find_browser() {
  CHROMIUM=$(first_of "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable)
  CHROMEDRIVER=$(first_of "${CHROMEDRIVER:-}" chromedriver)
  export CHROMIUM CHROMEDRIVER
}

need_browser() {
  find_browser
  [ -n "$CHROMIUM" ] || packages+=(chromium)
  [ -n "$CHROMEDRIVER" ] || packages+=(chromium-driver)
}

# Stops with a list when something is missing that we cannot install; as root on Debian, installs the packages.
check_needs() {
  if [ ${#packages[@]} -gt 0 ] && { [ "$(id -u)" -ne 0 ] || ! have apt-get; }; then
    missing+=("These packages (on Debian: sudo apt-get install ${packages[*]})")
  fi
  if [ ${#missing[@]} -gt 0 ]; then
    say "Please install, then run this again:" >&2
    printf '  - %s\n' "${missing[@]}" >&2
    exit 1
  fi
  [ ${#packages[@]} -gt 0 ] || return 0
  say "Installing ${packages[*]} with apt-get"
  apt-get update -qq || say "apt-get update failed; trying with the lists at hand"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null \
    || die "apt-get could not install: ${packages[*]}"
}

has_wasm_target() { [ -d "$(rustc --print target-libdir --target "$WASM" 2>/dev/null)" ]; }

install_wasm_target() {
  has_wasm_target && return
  say "Installing Rust's $WASM target"
  rustup target add "$WASM" || die "rustup could not install the $WASM target"
}

# rustup's minimal profile lacks these.
install_lints() {
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt || die "Rust's rustfmt is missing"
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy || die "Rust's clippy is missing"
}

# The wasm-bindgen that Cargo.lock names: the command-line tool must be the same version.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock
}

is_version() { hash -r; [ "$("$1" --version 2>/dev/null)" = "$1 $2" ]; }

# install_tool CRATE VERSION COMMAND [FLAG…]: leaves COMMAND in that version on PATH. The flags are cargo install's.
install_tool() {
  local crate=$1 version=$2 command=$3
  local root="$CACHE/$crate-$version"
  shift 3
  is_version "$command" "$version" && return
  PATH="$root/bin:$PATH"
  is_version "$command" "$version" && return
  mkdir -p "$CACHE"
  (
    if have flock; then flock 9; fi # two runs at once: the second waits, and finds the work done
    is_version "$command" "$version" \
      || { fetch_tool "$crate" "$version" "$root" && is_version "$command" "$version"; } \
      || build_tool "$crate" "$version" "$root" "$@"
  ) 9>"$CACHE/lock"
  is_version "$command" "$version" || die "$crate $version was installed, but $command does not run"
}

# Takes a ready-made binary, where cargo binstall is there and finds one.
fetch_tool() {
  have cargo-binstall || return 1
  say "Installing $1 $2 with cargo binstall"
  timeout 120 cargo binstall --no-confirm --disable-strategies compile --root "$3" "$1@$2" >/dev/null 2>&1 9>&-
}

# Builds without optimisation: the tools run for seconds, and would compile for many minutes.
build_tool() {
  local crate=$1 version=$2 root=$3
  shift 3
  say "Installing $crate $version: compiling it takes a few minutes, once"
  CARGO_TARGET_DIR="$CACHE/build" CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --quiet "$crate" --version "$version" --root "$root" "$@" 9>&- \
    || die "cargo could not install $crate $version"
}

install_wasm_bindgen() {
  local command
  for command in wasm-bindgen wasm-bindgen-test-runner; do
    # Its own lock file does not resolve, hence no --locked.
    install_tool wasm-bindgen-cli "$(wasm_bindgen_version)" "$command" --no-default-features
  done
}

install_trunk() {
  install_tool trunk "$TRUNK_VERSION" trunk --locked --no-default-features
  install_wasm_bindgen
  remove_build
}

install_cargo_fuzz() {
  install_tool cargo-fuzz "$CARGO_FUZZ_VERSION" cargo-fuzz --locked
  remove_build
}

# What building tools left: they share it, and once they are there it is of no use.
remove_build() {
  [ ! -d "$CACHE/build" ] || (
    if have flock; then flock 9; fi
    rm -rf "$CACHE/build"
  ) 9>"$CACHE/lock"
}

# install_node_packages [FOLDER]: what package-lock.json names, unless it is there already.
install_node_packages() {
  local folder=${1:-.}
  local stamp="$folder/node_modules/.installed-lock.json"
  if ! cmp -s "$folder/package-lock.json" "$stamp"; then
    say "Installing the Node packages of $folder/package.json"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) >/dev/null || die "npm ci failed in $folder"
    cp "$folder/package-lock.json" "$stamp"
  fi
  PATH="$PWD/node_modules/.bin:$PATH" # wasm-opt
}

# All that building dist/ takes.
need_dist() { need_wasm; need_node; }
install_dist() { install_wasm_target; install_trunk; install_node_packages; }
