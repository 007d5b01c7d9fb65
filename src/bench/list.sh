#!/usr/bin/env bash
# What `list --json` costs on top of starting a JVM, beside `ss -tunap`, interleaved in the same run.
# In the network of the machine: both read the same sockets and processes. In a network made for the bench ours would read the outer one too,
# as it shows every network it can see.
# Started by ./dev bench list, which sets:
#   BENCH_PROGRAM  the staged start script
#   BENCH_JAVA     the JDK's java
#   BENCH_CLASSES  where the load generator is
#   BENCH_FLAGS    the program's JVM flags
set -euo pipefail

sockets=1000
rounds=9
target=3.0

cannot() {
  echo "bench: $*" >&2
  exit 3
}

# time_of COMMAND...: sets the variable took to its wall time in microseconds; the output goes to $output.
time_of() {
  local from=${EPOCHREALTIME/[.,]/} code=0
  "$@" >"$output" 2>"$output.err" </dev/null || code=$?
  took=$((${EPOCHREALTIME/[.,]/} - from))
  ((code == 0)) || cannot "'$*' ended with $code: $(head -n 3 "$output.err")"
}

median() {
  printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"
}

milliseconds() {
  printf '%d.%d ms' $(($1 / 1000)) $(($1 % 1000 / 100))
}

(($# == 0)) || cannot "this bench takes no arguments."
PATH=$PATH:/usr/sbin:/sbin
command -v ss >/dev/null || cannot "ss is not installed; install the package iproute2."
output=$(mktemp)
coproc load { exec "$BENCH_JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -cp "$BENCH_CLASSES" quaywatch.bench.Sockets "$sockets"; }
# shellcheck disable=SC2154 # coproc sets it
generator=$load_PID
trap 'kill "$generator"; rm -f "$output" "$output.err"' EXIT
answer=
read -r -t 30 -u "${load[0]}" answer || true
[[ $answer == ready ]] || cannot "the load generator did not start."

time_of "$BENCH_PROGRAM" list --json
listed=$({ grep -o '"local_port"' "$output" || true; } | wc -l)
((listed >= sockets)) || cannot "list --json printed $listed sockets, though $sockets were opened for it."
time_of ss -Htunap
counted=$(wc -l <"$output")
time_of "$BENCH_PROGRAM" --version

version=() list=() yardstick=()
for ((i = 0; i < rounds; i++)); do
  time_of "$BENCH_PROGRAM" --version
  version+=("$took")
  time_of "$BENCH_PROGRAM" list --json
  list+=("$took")
  time_of ss -tunap
  yardstick+=("$took")
done

version_us=$(median "${version[@]}")
list_us=$(median "${list[@]}")
yardstick_us=$(median "${yardstick[@]}")
echo "load: $sockets loopback sockets of one process; list printed $listed, ss $counted"
echo "load average: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "flags: $BENCH_FLAGS"
echo "median of $rounds, interleaved: --version $(milliseconds "$version_us"), list --json $(milliseconds "$list_us")," \
  "ss -tunap $(milliseconds "$yardstick_us")"
awk -v list="$list_us" -v version="$version_us" -v ss="$yardstick_us" -v target="$target" 'BEGIN {
  ratio = (list - version) / ss
  printf "(list --json - --version) / ss -tunap: %.2f, target <= %.1f: %s\n", ratio, target, ratio <= target ? "met" : "missed"
}'
