#!/usr/bin/env bash
# What the window takes while nothing happens: resident memory and processor time of the real program on a display of its own, looking at 500
# sockets, with the shipped JVM flags and with others beside them; see MemoryBench for the options.
# Started by ./dev bench memory, as sockets.sh is.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

if ! command -v Xvfb >/dev/null; then
  echo "bench: no Xvfb, and so no display to open the window on." >&2
  exit 1
fi
enter_own_network "$@"
export BENCH_FLOOR=

# The first free number is told by the server itself.
exec {answer}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset 2>/dev/null)
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
read -r -t 30 -u "$answer" number
unset WAYLAND_DISPLAY
DISPLAY=:$number run_class quaywatch.bench.MemoryBench "$@"
