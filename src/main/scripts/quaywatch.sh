#!/bin/sh
# Starts Quaywatch from its own jars. Needs Java 25 or newer, any kind; looks first where the stage script found one.

staged_with='@JAVA_HOME@'

# is_new_enough FOLDER: it holds a Java of version 25 or newer, as its release file says.
is_new_enough() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        number=${line#*\"}
        number=${number%%[!0-9]*}
        [ "${number:-0}" -ge 25 ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

find_java() {
  on_path=$(command -v java) && on_path=$(readlink -f -- "$on_path") && on_path=${on_path%/bin/java}
  for home in "$staged_with" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    is_new_enough "$home" && return
  done
  echo 'quaywatch: no Java 25 or newer found; install one, or set JAVA_HOME to its folder.' >&2
  exit 127
}

fail() {
  echo "quaywatch: $1" >&2
  exit 3
}

# Java itself fails without these, in words that help nobody.
if [ -d /proc ] && ! [ -e /proc/self/exe ]; then
  fail 'the /proc file system is missing, without which nothing can be told; mount it: mount -t proc proc /proc'
fi
files=$(ulimit -H -n)
[ "$files" = unlimited ] || [ "$files" -ge 64 ] ||
  fail "only $files files may be open at once, and 64 are needed; raise the limit: ulimit -n 1024"

here=$(readlink -f -- "$0")
lib=${here%/bin/*}/lib
cache=
if is_new_enough "$staged_with"; then
  home=$staged_with
  # Fits only the Java it was made with. If it does not fit after all, Java goes on without it; the log options keep it from saying so.
  [ -r "$lib/quaywatch.aot" ] && cache=-XX:AOTCache=$lib/quaywatch.aot
else
  find_java
fi
exec "$home/bin/java" @JVM_FLAGS@ ${cache:+"$cache"} '-Xlog:aot*=off' '-Xlog:cds*=off' -cp "@CLASS_PATH@" quaywatch.Main "$@"
