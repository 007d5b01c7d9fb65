#!/usr/bin/env bash
# Whether open files, threads or memory grow over thousands of ticks while sockets come and go. First the source and the view alone, beside the run's
# own first quarter; then the real window on a display that no screen shows, in ten slices: see WindowGrowth for the options, all for the latter.
# Started by ./dev bench growth, as sockets.sh is, which also sets BENCH_DISPLAY to the script that makes a display.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

# With a network of its own nothing but the load comes and goes.
enter_own_network "$@"
run_class quaywatch.bench.LongRun 3000
echo
BENCH_FLAGS+=" -Dprism.order=sw -Dprism.disableRegionCaching=true"
GDK_GL=disable "$BENCH_DISPLAY" "$BASH" -c 'source "$1/common.bash"; here=$1; shift; run_class quaywatch.bench.WindowGrowth "$@"' - "$here" "$@"
