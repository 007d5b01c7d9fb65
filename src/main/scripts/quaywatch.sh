#!/bin/sh
# Starts Quaywatch from its own jars: with the runtime beside them, where there is one, as in a package. Else it needs Java 25 or newer, any kind,
# and looks first where the stage script found one.

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
root=${here%/bin/*}
lib=$root/lib
java=
cache=
natives=
# The cache fits only the Java it was made with. If it does not fit after all, Java goes on without it; the log options keep it from saying so.
if [ -x "$root/runtime/bin/quaywatch" ]; then
  # The java command by the name of the program, so that it has it among the processes. What others set for their Java is not meant for this one.
  java=$root/runtime/bin/quaywatch
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  cache=$lib/quaywatch.aot
  # There they lie, unpacked; nothing has to be written for them.
  natives=$lib
elif is_new_enough "$staged_with"; then
  java=$staged_with/bin/java
  cache=$lib/quaywatch.aot
else
  find_java
  java=$home/bin/java
fi
[ -r "$cache" ] || cache=
# Without its figures in /tmp, where a folder would stay. The cache holds no counts of how often each method ran, which Java else looks for.
exec "$java" @JVM_FLAGS@ -XX:-UsePerfData ${cache:+"-XX:AOTCache=$cache" -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining -XX:AsyncDeflationInterval=5000} \
  ${natives:+"-Djavafx.cachedir=$natives" "-Djna.boot.library.path=$natives" -Djna.nounpack=true} '-Xlog:aot*=off' '-Xlog:cds*=off' -cp "@CLASS_PATH@" quaywatch.Main "$@"
