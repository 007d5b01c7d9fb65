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

# install_package FOLDER: the package as it is installed, in FOLDER/installed, and this bench's classes as a jar beside it.
install_package() {
  rm -rf "$1"
  mkdir -p "$1"
  dpkg-deb -x "$BENCH_DEB_FILE" "$1/installed"
  "${BENCH_JAVA%/*}/jar" --create --file "$1/bench.jar" -C "$BENCH_CLASSES" quaywatch/bench
}

# behind_the_program SCRIPT CLASS: the start script of the package that install_package laid beside it, with another class behind it. Its jar follows
# those that the cache knows.
behind_the_program() {
  local folder=${1%/*}
  local bin=$folder/installed/usr/lib/quaywatch/bin
  sed -E "s|-cp \"([^\"]*)\" quaywatch.Main|-cp \"\1:$folder/bench.jar\" $2|" "$bin/quaywatch" >"$bin/${1##*/}"
  printf '%s\n' '#!/bin/sh' "exec '$bin/${1##*/}' \"\$@\"" >"$1"
  chmod 755 "$bin/${1##*/}" "$1"
}
