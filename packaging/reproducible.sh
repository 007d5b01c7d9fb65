#!/usr/bin/env bash
# Builds the program's jar twice from the same sources, in folders of other names and lengths, in another time zone and language, and compares them byte
# for byte. The umask is that of ./dev: Maven writes the rights of folders into the jar. Started by ./dev test reproducible, which sets JAVA_HOME and REPRODUCE_IN, a folder to work in.
set -euo pipefail

project=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")

# built FOLDER: a copy of the sources there, and the jar made of it; prints where that is.
built() {
  mkdir -p "$1"
  cp -R "$project/pom.xml" "$project/src" "$project/icons" "$project/config" "$1/"
  mvn -q -B -f "$1/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package >"$1/build.log" 2>&1 </dev/null || {
    cat "$1/build.log" >&2
    exit 1
  }
  echo "$1"/target/quaywatch-*.jar
}

rm -rf "$REPRODUCE_IN"
umask 022
one=$(TZ=UTC LC_ALL=C.UTF-8 built "$REPRODUCE_IN/one")
two=$(TZ=Asia/Kathmandu LC_ALL=C built "$REPRODUCE_IN/the-other/folder")
if cmp "$one" "$two"; then
  echo "the same byte for byte: $(sha256sum "$one" | cut -d ' ' -f 1), $(stat -c %s "$one") bytes"
else
  echo "the two jars differ; see $one and $two" >&2
  exit 1
fi
