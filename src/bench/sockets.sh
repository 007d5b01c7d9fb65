#!/usr/bin/env bash
# What a tick of the program costs beside the bare kernel and other tools, on one load of loopback sockets; see SocketsBench for the options.
# Started by ./dev bench sockets, which sets, beside what list.sh says:
#   BENCH_PYTHON   a python3, the system's if there is one
#   BENCH_RESULTS  the folder for figures
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

enter_own_network "$@"
build_floor
run_class quaywatch.bench.SocketsBench "$@"
