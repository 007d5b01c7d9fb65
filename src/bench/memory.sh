#!/usr/bin/env bash
# What the window takes while nothing happens: resident memory and processor time of the program as the package installs it, on a display of its own
# with a window manager, looking at 500 sockets; then the same minimised. With --sets beside other JVM flags; see MemoryBench for the options.
# Started by ./dev bench memory, as sockets.sh is, which also sets BENCH_DEB_FILE to the package.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

if ! command -v Xvfb >/dev/null; then
  echo "bench: no Xvfb, and so no display to open the window on." >&2
  exit 1
fi
if [[ -z ${BENCH_SCRIPTS:-} ]]; then
  export BENCH_SCRIPTS=$BENCH_RESULTS/memory
  install_package "$BENCH_SCRIPTS"
  behind_the_program "$BENCH_SCRIPTS/window" quaywatch.bench.WatchedWindow
fi
enter_own_network "$@"
export BENCH_FLOOR=

# The first free number is told by the server itself.
exec {answer}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset 2>/dev/null)
started=($!)
trap 'kill "${started[@]}" 2>/dev/null || true' EXIT
read -r -t 30 -u "$answer" number
unset WAYLAND_DISPLAY
export DISPLAY=:$number
# Without one a window can't be minimised.
if command -v openbox >/dev/null && command -v xdotool >/dev/null && command -v xprop >/dev/null; then
  openbox --sm-disable >/dev/null 2>&1 &
  started+=($!)
  export BENCH_MINIMISES=yes
else
  echo "bench: no openbox, xdotool or xprop: nothing is minimised." >&2
fi
run_class quaywatch.bench.MemoryBench "$@"
