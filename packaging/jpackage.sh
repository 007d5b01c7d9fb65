#!/usr/bin/env bash
# Makes the .dmg of macOS or the .msi of Windows, on that system, by the JDK's jpackage: jpackage.sh dmg|msi. The release workflow runs it, in Git Bash
# on Windows. Of Linux are packaging/linux and ./dev package. Needs JAVA_HOME and Maven; on Windows also WiX.
set -euo pipefail

type=${1:?dmg or msi}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
out=target/package
rm -rf "$out"
mkdir -p "$out"

# built KEY: what Maven wrote into the program's build properties.
built() {
  sed -n "s/^${1/./\\.} *= *//p" target/classes/quaywatch/build.properties | tr -d '\r'
}

mvn -q -B -DskipTests -Dspotless.check.skip=true package
version=$(built version)
case $type in
  dmg)
    system=darwin-$(uname -m | sed 's/arm64/aarch64/; s/x86_64/x86-64/')
    separator=:
    options=(--icon icons/quaywatch.icns --mac-package-identifier io.github.quaywatch.Quaywatch --mac-app-category utilities)
    # The first number of a version may not be 0 there.
    number=1.$version
    number=${number%.*}
    ;;
  msi)
    system=win32-x86-64
    separator=';'
    # The window has no terminal there, so the command is a program of its own.
    options=(--icon icons/quaywatch.ico --win-menu --win-shortcut-prompt --win-dir-chooser --win-upgrade-uuid 6f0a1c0e-0d1b-4a5e-9a6b-5d1c9f0a7e31
      --add-launcher quaywatch-cli=packaging/windows/command.properties)
    number=$version
    ;;
  *)
    echo "jpackage.sh: dmg or msi, not $type." >&2
    exit 2
    ;;
esac

# The start script is jpackage's own; the libraries lie beside the jars.
flags=(--java-options -Djna.nounpack=true --java-options '-Djna.boot.library.path=$APPDIR' --java-options '-Djavafx.cachedir=$APPDIR')
for flag in $(built jvm.flags); do
  flags+=(--java-options "$flag")
done
"$JAVA_HOME/bin/java" packaging/java/ShipJars.java "$out/jars" "$system" "$(built timestamp)" \
  "target/quaywatch-$version.jar$separator$(tr -d '\r' <target/classpath.runtime)"
cp LICENSE "$out/jars/"
cp packaging/linux/copyright "$out/jars/LICENCES"
"$JAVA_HOME/bin/jpackage" --type "$type" --dest "$out" --input "$out/jars" --name Quaywatch --app-version "$number" \
  --main-jar "quaywatch-$version.jar" --main-class quaywatch.Main --vendor "The Quaywatch developers" --license-file LICENSE \
  --description "Shows who holds each network port, and frees it" --copyright "2026 The Quaywatch developers" \
  --add-modules java.desktop,java.logging,java.management,java.naming,java.prefs,java.scripting,java.sql,java.xml,jdk.charsets,jdk.jfr,jdk.unsupported \
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress zip-6" "${flags[@]}" "${options[@]}"
cd "$out"
for file in *."$type"; do
  if command -v sha256sum >/dev/null; then sha256sum "$file"; else shasum -a 256 "$file"; fi
done >"SHA256SUMS-$type"
