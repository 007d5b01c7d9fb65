#!/usr/bin/env bash
# Whether the program counts the bytes that really went over: one long connection, then many short ones; see RatesBench for the options.
# Started by ./dev bench rates, as sockets.sh is.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

enter_own_network "$@"
run_class quaywatch.bench.RatesBench "$@"
