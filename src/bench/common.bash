# What the benches with a load in Python have in common; sourced by them.

PATH=$PATH:/usr/sbin:/sbin

# Runs the script anew in a network of its own, where that is allowed, and among processes of its own: then the load is exactly what is opened
# here, and no other network can be seen.
enter_own_network() {
  local alone=(unshare --net --pid --fork --kill-child --mount-proc)
  if [[ -z ${BENCH_ALONE:-} ]] && "${alone[@]}" true 2>/dev/null; then
    BENCH_ALONE=yes exec "${alone[@]}" "$BASH" "$0" "$@"
  fi
  if [[ -n ${BENCH_ALONE:-} ]]; then
    ip link set lo up
  else
    echo "bench: no network of its own without root: the load stands beside the machine's own sockets, on 127/8." >&2
  fi
}

# Sets BENCH_FLOOR to the compiled C program; leaves it empty where that can't be.
build_floor() {
  local compiler
  export BENCH_FLOOR=
  compiler=$(command -v cc || command -v gcc || command -v clang || true)
  if [[ -z $compiler ]]; then
    echo "bench: no C compiler (cc, gcc, clang): the bare dump is left out." >&2
    return
  fi
  mkdir -p "$BENCH_RESULTS"
  if "$compiler" -std=gnu11 -O2 -o "$BENCH_RESULTS/floor" "$here/c/floor.c"; then
    BENCH_FLOOR=$BENCH_RESULTS/floor
  else
    echo "bench: floor.c could not be compiled: the bare dump is left out." >&2
  fi
}

# run_class CLASS ARGS: with the program's own flags and libraries.
run_class() {
  local flags class=$1
  shift
  read -ra flags <<<"$BENCH_FLAGS"
  export BENCH_SOURCES=$here
  # Not in place of this shell, which as the first process reaps what the load leaves behind.
  "$BENCH_JAVA" "${flags[@]}" -cp "$BENCH_CLASSES:$(dirname -- "$(dirname -- "$BENCH_PROGRAM")")/lib/*" "$class" "$@"
}
