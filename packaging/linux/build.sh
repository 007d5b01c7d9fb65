#!/usr/bin/env bash
# Makes the .deb, the .rpm and the .tar.gz of one tree of files. Started by ./dev package, which has laid out bin, lib, libexec and share in it
# and sets:
#   PACKAGE_TREE     that tree; target/package/tree
#   PACKAGE_OUT      the folder for the packages
#   PACKAGE_JARS     the class path of the start script, from the folder lib
#   PACKAGE_FLAGS    the program's JVM flags
#   PACKAGE_VERSION
#   PACKAGE_TIME     the time of every file, as ISO 8601
#   JAVA_HOME        the JDK
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
project=$(readlink -f -- "$here/../..")
id=io.github.quaywatch.Quaywatch
tree=$PACKAGE_TREE
work=$PACKAGE_OUT/work

# What JavaFX, ControlsFX and OSHI ask for, and the encodings that a terminal may have.
modules=java.desktop,java.logging,java.management,java.naming,java.prefs,java.scripting,java.sql,java.xml,jdk.charsets,jdk.jfr,jdk.unsupported

note() {
  echo "package: $* ($SECONDS s)" >&2
}

# ---- the tree

# Not compressed, for xz does that better. The java command is there twice: by the name of the program for what it is among processes, and by its
# own for the helper.
add_runtime() {
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$tree/runtime"
  find "$tree/runtime/bin" -type f ! -name java -delete
  cp -p "$tree/runtime/bin/java" "$tree/runtime/bin/quaywatch"
}

# Names of functions that only a debugger asks for.
strip_natives() {
  find "$tree/runtime" "$tree/lib" -name '*.so' -exec strip --strip-unneeded {} +
  strip --strip-unneeded "$tree"/runtime/bin/* "$tree/runtime/lib/jspawnhelper" "$tree/runtime/lib/jexec"
}

add_desktop() {
  local share=$tree/share icons size
  install -D -m 644 "$here/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
  install -D -m 644 "$here/$id.desktop" "$share/applications/$id.desktop"
  icons=$share/icons/hicolor
  install -D -m 644 "$project/icons/quaywatch.svg" "$icons/scalable/apps/$id.svg"
  for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "$project/icons/quaywatch-$size.png" "$icons/${size}x$size/apps/$id.png"
  done
}

add_documents() {
  local doc=$tree/share/doc/quaywatch
  install -D -m 644 "$here/copyright" "$doc/copyright"
  install -D -m 644 "$project/CHANGELOG.md" "$doc/changelog"
  gzip -9n "$doc/changelog" "$tree/share/man/man1/quaywatch.1"
}

# The cache is made of a real window and real lists, and holds for these very files: their size and time are written in it. How often each method ran
# (JEP 515) is not kept: it serves the second compiler, which is never used, and to read it costs more than it saves.
train() {
  local cache=$tree/lib/quaywatch.aot home flags jars code=0
  find "$tree" -exec touch -h -d "$PACKAGE_TIME" {} +
  home=$(mktemp -d)
  read -ra flags <<<"$PACKAGE_FLAGS"
  jars=$tree/lib/${PACKAGE_JARS//:/:$tree/lib/}
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS -u _JAVA_OPTIONS HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" \
    "$here/with-display.sh" "$tree/runtime/bin/java" "${flags[@]}" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$cache" -cp "$jars" quaywatch.app.TrainingRun \
    >"$work/training.log" 2>&1 </dev/null || code=$?
  rm -rf "$home"
  if ((code != 0)) || [[ ! -s $cache ]]; then
    tail -n 20 "$work/training.log" >&2
    note "the training run ended with $code; all it said is in $work/training.log."
    exit 1
  fi
  chmod 644 "$cache"
  touch -d "$PACKAGE_TIME" "$cache"
}

# ---- the packages

# root_of DIR: the tree as it lies on an installed system; the same for .deb and .rpm.
root_of() {
  rm -rf "$1"
  mkdir -p "$1/usr/lib/quaywatch" "$1/usr/bin"
  cp -a "$tree/bin" "$tree/lib" "$tree/libexec" "$tree/runtime" "$1/usr/lib/quaywatch/"
  cp -a "$tree/share" "$1/usr/share"
  mkdir -p "$1/usr/share/polkit-1/actions"
  sed 's|@HELPER@|/usr/lib/quaywatch/libexec/quaywatch-helper|' "$here/$id.policy" >"$1/usr/share/polkit-1/actions/$id.policy"
  ln -s ../lib/quaywatch/bin/quaywatch "$1/usr/bin/quaywatch"
  find "$1" -type d -exec chmod 755 {} +
}

# filled FILE NAME=VALUE...: a template with its @NAME@ filled in.
filled() {
  local text pair
  text=$(<"$1")
  shift
  for pair in "$@"; do
    text=${text//@${pair%%=*}@/${pair#*=}}
  done
  printf '%s\n' "$text"
}

make_deb() {
  local root=$work/deb architecture
  architecture=$(dpkg --print-architecture)
  root_of "$root"
  # Debian's zsh looks elsewhere.
  mkdir -p "$root/usr/share/zsh/vendor-completions"
  mv "$root/usr/share/zsh/site-functions/_quaywatch" "$root/usr/share/zsh/vendor-completions/"
  rmdir "$root/usr/share/zsh/site-functions"
  debian_changelog | gzip -9n >"$root/usr/share/doc/quaywatch/changelog.Debian.gz"
  install -D -m 644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/quaywatch"
  mkdir "$root/DEBIAN"
  filled "$here/control" "VERSION=$PACKAGE_VERSION" "ARCHITECTURE=$architecture" "SIZE=$(du -ks "$root" | cut -f 1)" >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  find "$root" -newermt "$PACKAGE_TIME" -exec touch -h -d "$PACKAGE_TIME" {} +
  SOURCE_DATE_EPOCH=$(date -d "$PACKAGE_TIME" +%s) dpkg-deb --root-owner-group -Zxz -z6 --build "$root" \
    "$PACKAGE_OUT/quaywatch_$PACKAGE_VERSION-1_$architecture.deb" >/dev/null
}

debian_changelog() {
  echo "quaywatch ($PACKAGE_VERSION-1) unstable; urgency=medium"
  echo
  echo "  * What changed is in changelog.gz."
  echo
  echo " -- Quaywatch developers <quaywatch@users.noreply.github.com>  $(LC_ALL=C date -u -R -d "$PACKAGE_TIME")"
}

make_rpm() {
  local root=$work/rpm.root top=$work/rpm
  root_of "$root"
  mkdir -p "$top/SPECS"
  # Elsewhere than Debian the text of the licence is not on the system.
  install -m 644 "$project/LICENSE" "$root/usr/share/doc/quaywatch/LICENSE"
  filled "$here/quaywatch.spec" "VERSION=$PACKAGE_VERSION" "ROOT=$root" >"$top/SPECS/quaywatch.spec"
  find "$root" -newermt "$PACKAGE_TIME" -exec touch -h -d "$PACKAGE_TIME" {} +
  rpmbuild --quiet -bb --define "_topdir $top" --define "_rpmdir $PACKAGE_OUT" --define '_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' \
    --define "_buildhost localhost" "$top/SPECS/quaywatch.spec" >"$work/rpm.log" 2>&1 || {
    cat "$work/rpm.log" >&2
    exit 1
  }
}

# Runs from any folder. No policy: that names a place, and has to lie in the system's folder.
make_archive() {
  local name root
  name=quaywatch-$PACKAGE_VERSION-linux-$(uname -m)
  root=$work/$name
  rm -rf "$root"
  cp -a "$tree" "$root"
  rm -r "$root/libexec"
  install -m 644 "$project/LICENSE" "$root/LICENSE"
  install -m 644 "$here/copyright" "$root/LICENCES"
  tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner -c "$name" | gzip -6n >"$PACKAGE_OUT/$name.tar.gz"
}

sum_up() {
  (cd "$PACKAGE_OUT" && sha256sum -- *.deb *.rpm *.tar.gz >SHA256SUMS)
  (cd "$PACKAGE_OUT" && ls -l -- *.deb *.rpm *.tar.gz | awk '{ printf "%6.1f MB  %s\n", $5 / 1e6, $NF }')
}

umask 022
mkdir -p "$work"
note "runtime, files for the desktop ..."
add_runtime
strip_natives
add_desktop
add_documents
note "training run ..."
train
note "packages ..."
make_deb &
deb=$!
make_rpm
make_archive
wait "$deb"
rm -rf "$work"/*.root "$work"/deb "$work"/rpm "$work"/quaywatch-*
sum_up
