#!/usr/bin/env bash
# How fast the packaged program starts, as a window and as a command, beside the same program on a plain JVM, each drawn by software, as it chooses
# itself, on a display that no screen shows; see StartBench for the options. And how large the package is.
# Started by ./dev bench start, as sockets.sh is, which also sets BENCH_DEB_FILE to the package, BENCH_PLAIN to the jars as Maven has them, and
# BENCH_DISPLAY to the script that makes a display.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=common.bash
source "$here/common.bash"

# write NAME LINE...: an executable script in $scripts.
write() {
  local file=$scripts/$1
  shift
  printf '%s\n' '#!/bin/sh' "$@" >"$file"
  chmod 755 "$file"
}

# The package as it is installed, and its own start script with another class behind it, whose jar follows those that the cache knows.
lay_out() {
  local program=$scripts/installed/usr/lib/quaywatch/bin jar=$scripts/bench.jar plain
  install_package "$scripts"
  behind_the_program "$scripts/window" quaywatch.bench.FirstRows
  sed 's|^cache=$lib.*|cache=|; s|^  cache=$lib.*|  cache=|' "$program/window" >"$program/window-uncached"
  sed 's|^  cache=$lib.*|  cache=|' "$program/quaywatch" >"$program/command-uncached"
  chmod 755 "$program"/*
  write window-uncached "exec '$program/window-uncached'"
  write command "exec '$program/quaywatch' \"\$@\""
  write command-uncached "exec '$program/command-uncached' \"\$@\""
  plain="exec '$BENCH_JAVA' --enable-native-access=ALL-UNNAMED"
  write window-plain "$plain -cp '$BENCH_PLAIN:$jar' quaywatch.bench.FirstRows"
  write command-plain "$plain -cp '$BENCH_PLAIN' quaywatch.Main \"\$@\""
}

# What the .deb would weigh without the cache: its data, packed alike.
size_without_cache() {
  local data=$scripts/data
  mkdir -p "$data"
  cp -al "$scripts/installed" "$data/root"
  rm -f "$data"/root/usr/lib/quaywatch/lib/quaywatch.aot "$data"/root/usr/lib/quaywatch/bin/{window,window-uncached,command-uncached}
  tar -C "$data/root" -c . | xz -6 -T 2 | wc -c
  rm -rf "$data"
}

if [[ -z ${BENCH_SCRIPTS:-} ]]; then
  scripts=$BENCH_RESULTS/start
  lay_out
  BENCH_DEB=$(stat -c %s "$BENCH_DEB_FILE")
  BENCH_DEB_UNCACHED=$(size_without_cache)
  # A home of its own: settings and the rest of the user's change nothing.
  HOME=$scripts/home
  mkdir -p "$HOME"
  unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
  export BENCH_SCRIPTS=$scripts BENCH_DEB BENCH_DEB_UNCACHED HOME
fi
enter_own_network "$@"
exec "$BENCH_DISPLAY" "$BASH" -c 'source "$1/common.bash"; here=$1; shift; run_class quaywatch.bench.StartBench "$@"' - "$here" "$@"
