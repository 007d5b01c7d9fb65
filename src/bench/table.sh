#!/usr/bin/env bash
# What a look costs the FX thread of the real window with 20,000 and with 100,000 rows, beside a plain sorted and filtered table with the same
# rows; see TableBench for the options. With --rows it measures that many only. Needs no display.
# Started by ./dev bench table, as sockets.sh is.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

# The screen of the Headless platform; drawing it is not on the FX thread.
BENCH_FLAGS+=" -Dglass.platform=Headless -Dprism.order=sw"
unset DISPLAY WAYLAND_DISPLAY
if [[ " $* " == *" --rows "* ]]; then
  run_class quaywatch.bench.TableBench "$@"
else
  run_class quaywatch.bench.TableBench --rows 20000 "$@"
  echo
  run_class quaywatch.bench.TableBench --rows 100000 "$@"
fi
