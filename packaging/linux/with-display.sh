#!/usr/bin/env bash
# Runs a command on a display of its own that no screen shows: with-display.sh COMMAND...
set -euo pipefail

exec {answer}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset 2>/dev/null)
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
if ! read -r -t 30 -u "$answer" number; then
  echo "with-display: Xvfb did not start." >&2
  exit 1
fi
unset WAYLAND_DISPLAY
DISPLAY=:$number "$@"
