#!/usr/bin/env bash
# Builds dist/ and serves it on this machine. PORT= changes the port.
source "$(dirname "$0")/tools.sh"

port=${PORT:-8080}
case $port in *[!0-9]* | '') die "PORT must be a number, not “$port”" ;; esac
need_dist
check_needs
# Better now than after a long build.
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  die "Port $port is in use. Choose another one: make serve PORT=$((port + 1))"
fi
scripts/build.sh
exec node scripts/static-server.mjs --root dist --port "$port"
