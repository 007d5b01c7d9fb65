#!/bin/sh
# Does the two things that an administrator can agree to: a signal to one process, the end of one connection. pkexec starts it; see
# share/polkit-1/actions. Nothing of whoever asks reaches the program but the words: not the environment, not the folder, not the path.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
unset IFS ENV BASH_ENV CDPATH
umask 077
cd / || exit 76

here=$(readlink -f -- "$0")
root=${here%/libexec/*}
lib=$root/lib
java='@JAVA_HOME@/bin/java'
[ -x "$root/runtime/bin/java" ] && java=$root/runtime/bin/java
# Without its figures in /tmp, and nobody may look inside.
exec env -i LC_ALL=C.UTF-8 "PATH=$PATH" "$java" @JVM_FLAGS@ -XX:-UsePerfData -XX:+DisableAttachMechanism -cp "@CLASS_PATH@" quaywatch.app.Helper "$@" </dev/null
