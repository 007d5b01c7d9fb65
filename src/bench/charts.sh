#!/usr/bin/env bash
# What a look costs the FX thread while the Activity screen is in front, beside a stacked area chart of the toolkit; what an hour of history
# weighs; and whether a known transfer is named by its true rate. See ChartsBench for the options. Needs no display.
# Started by ./dev bench charts, as sockets.sh is.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

# The screen of the Headless platform; drawing it is not on the FX thread.
[[ -n ${BENCH_ALONE:-} ]] || BENCH_FLAGS+=" -Dglass.platform=Headless -Dprism.order=sw"
unset DISPLAY WAYLAND_DISPLAY
enter_own_network "$@"
run_class quaywatch.bench.ChartsBench "$@"
