#!/usr/bin/env bash
# Whether open files, threads or memory grow over thousands of ticks while sockets come and go. The yardstick is the run's own first quarter.
# Started by ./dev bench growth, which sets BENCH_PROGRAM, BENCH_JAVA, BENCH_CLASSES and BENCH_FLAGS as for list.sh.
set -euo pipefail

PATH=$PATH:/usr/sbin:/sbin
# With a network of its own nothing but the load comes and goes.
if [[ -z ${BENCH_ALONE:-} ]] && unshare --net true 2>/dev/null; then
  BENCH_ALONE=yes exec unshare --net "$BASH" "$0"
fi
[[ -z ${BENCH_ALONE:-} ]] || ip link set lo up
read -ra flags <<<"$BENCH_FLAGS"
lib=${BENCH_PROGRAM%/bin/*}/lib
exec "$BENCH_JAVA" "${flags[@]}" -cp "$BENCH_CLASSES:$lib/*" quaywatch.bench.LongRun 3000
