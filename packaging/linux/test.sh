#!/usr/bin/env bash
# Proves the packages where nothing else is: in fresh Debian systems with mount, process and network namespaces of their own. As root.
# Started by ./dev test packages, which sets:
#   PACKAGE_OUT   the folder with the packages
#   PACKAGE_ROOM  a folder for the fresh systems; kept, so that the next run is short
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
id=io.github.quaywatch.Quaywatch
mirror=${PACKAGE_MIRROR:-http://deb.debian.org/debian}
failures=0

say() {
  echo "packages: $*"
}

# check WHAT COMMAND...: one line for each thing to be proved; what the command says only if it fails.
check() {
  local what=$1 said code=0
  shift
  said=$("$@" 2>&1) || code=$?
  if ((code == 0)); then
    say "ok: $what"
  else
    say "FAILED ($code): $what"
    sed 's/^/    /' <<<"$said" | head -n 40
    failures=$((failures + 1))
  fi
}

finish() {
  ((failures == 0)) || say "$failures failed"
  exit "$((failures > 0))"
}

# ---- outside

deb() { echo "$PACKAGE_OUT"/*.deb; }
rpm_file() { echo "$PACKAGE_OUT"/*.rpm; }
archive() { echo "$PACKAGE_OUT"/*.tar.gz; }

# Fresh system SUITE in $PACKAGE_ROOM/SUITE, which nothing changes later: rooms lie over it.
fresh() {
  local suite=$1 base=$PACKAGE_ROOM/$1
  [[ ! -e $base/.complete ]] || return 0
  rm -rf "$base"
  mkdir -p "$base"
  if debootstrap --variant=minbase "$suite" "$base" "$mirror" >"$PACKAGE_ROOM/$suite.log" 2>&1; then
    rm -f "$base"/var/cache/apt/archives/*.deb
    touch "$base/.complete"
  else
    say "left out: $suite can't be had from $mirror; see $PACKAGE_ROOM/$suite.log"
    return 1
  fi
}

# The room has no network; what apt will ask for is brought in before.
fetch() {
  local room=$1
  cp "$(deb)" "$room/quaywatch.deb"
  cp /etc/resolv.conf "$room/etc/resolv.conf"
  chroot "$room" sh -c 'apt-get -q update && apt-get -q -y -d --no-install-recommends install /quaywatch.deb pkexec'
}

# room SUITE: lays an empty layer over a fresh system, and runs the proof in it.
room() {
  local suite=$1 over=$PACKAGE_ROOM/$1.over
  rm -rf "$over"
  mkdir -p "$over/upper" "$over/work" "$over/root"
  unshare --mount --pid --fork --kill-child bash -euc '
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
    mount -t proc proc "$2/root/proc"
    "$BASH" "$3" fetch "$2/root" >"$2/fetch.log" 2>&1 || { tail -n 20 "$2/fetch.log"; exit 1; }
    exec unshare --net --mount --pid --fork --kill-child "$BASH" "$3" inside "$2/root"
  ' - "$PACKAGE_ROOM/$suite" "$over" "${BASH_SOURCE[0]}"
}

judge_files() {
  local folder
  folder=$(mktemp -d)
  dpkg-deb -x "$(deb)" "$folder"
  check "the desktop entry is valid" desktop-file-validate "$folder/usr/share/applications/$id.desktop"
  check "the metainfo is valid" appstreamcli validate --no-net "$folder/usr/share/metainfo/$id.metainfo.xml"
  check "the policy names the helper that is there" grep -q ">/usr/lib/quaywatch/libexec/quaywatch-helper<" \
    "$folder/usr/share/polkit-1/actions/$id.policy"
  check "every file belongs to root" owned_by_root
  check "lintian finds no error beyond the overrides, each with its reason" lintian --fail-on error --tag-display-limit 0 "$(deb)"
  check "the checksums are right" bash -c 'cd "$1" && sha256sum --quiet -c SHA256SUMS' - "$PACKAGE_OUT"
  rm -rf "$folder"
}

owned_by_root() {
  ! dpkg-deb -c "$(deb)" | grep -v ' root/root ' || return 1
  ! rpm -qp --qf '[%{FILEUSERNAME}/%{FILEGROUPNAME} %{FILENAMES}\n]' "$(rpm_file)" 2>/dev/null | grep -v '^root/root '
}

# ---- inside: own mounts, processes and network

# files ROOT [TEST...]: every file and folder but those of the kernel, or those that find selects.
files() {
  local in=$1
  shift
  (cd "$in" && find . \( -path ./proc -o -path ./sys -o -path ./dev \) -prune -o "$@" -printf '%P\n' | sort)
}

# What the package managers write about their work, and the runtime linker's list.
is_account() {
  case $1 in
    var/log | var/log/* | var/cache/* | var/lib/dpkg/* | var/lib/apt/* | etc/ld.so.cache | var/lib/rpm* | root/.rpmdb* | usr/lib/sysimage* | tmp) return 0 ;;
  esac
  return 1
}

# left_over ROOT BEFORE [TEST...]: prints what is there now and was not before, and fails if that is more than settings and accounts.
left_over() {
  local line code=0 in=$1 before=$2
  shift 2
  while IFS= read -r line; do
    case ${line#[<>] } in
      root/.config | root/.config/quaywatch | root/.config/quaywatch/* | root/.local | root/.local/state | root/.local/state/quaywatch*)
        echo "    $line  (the user's settings and state)"
        ;;
      *)
        if is_account "${line#[<>] }"; then
          echo "    $line  (the package manager's own)"
        else
          echo "    $line  <- left over"
          code=1
        fi
        ;;
    esac
  done < <(diff "$before" <(files "$in" "$@") | grep '^[<>]')
  return "$code"
}

in_room() {
  chroot "$room" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"
}

as_nobody() {
  chroot --userspec=65534:65534 "$room" env -i PATH=/usr/bin:/bin HOME=/nonexistent LANG=C.UTF-8 "$@"
}

apt() {
  in_room env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends "$@"
}

# What apt would install for the package and for an administrator's consent, without the package itself.
dependencies() {
  in_room apt-get -s --no-install-recommends install /quaywatch.deb pkexec | awk '$1 == "Inst" && $2 != "quaywatch" { print $2 }'
}

# lists COMMAND...: standard error stays empty, and the array has the listener of this proof.
lists() {
  local said
  said=$("$@" list --json 2>"$notes") || { cat "$notes"; return 1; }
  [[ ! -s $notes ]] || { cat "$notes"; return 1; }
  python3 -c '
import json, sys
rows = json.loads(sys.argv[1])
assert any(row["local_port"] == 8099 and row["state"] == "LISTEN" for row in rows), "nobody listens on 8099"
' "$said"
}

consent() {
  as_nobody quaywatch doctor | grep -F 'an administrator can be asked to let you'
}

refusal() {
  local code=0
  in_room /usr/lib/quaywatch/libexec/quaywatch-helper signal 1 || code=$?
  ((code == 64))
}

picture() {
  in_room quaywatch --screenshot /tmp/picture.png
  [[ $(file -b "$room/tmp/picture.png") == 'PNG image data, 1200 x 760'* ]]
  rm "$room/tmp/picture.png"
}

# Starts the window as a menu does, as an ordinary user, waits until it is there by its own name, closes it, and waits for the end.
window() {
  local code=0
  install -d -o 65534 -g 65534 "$room/tmp/user"
  unshare --mount "$here/with-display.sh" "$BASH" "${BASH_SOURCE[0]}" window "$room" || code=$?
  (cd "$room/tmp/user" && find . -mindepth 1 ! -path './.c*' ! -path './.local*') | grep . && code=1
  rm -r "$room/tmp/user"
  return "$code"
}

inside_window() {
  local program class window='' i
  class=$(sed -n 's/^StartupWMClass=//p' "$room/usr/share/applications/$id.desktop")
  mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"
  (exec chroot --userspec=65534:65534 "$room" env -i PATH=/usr/bin:/bin HOME=/tmp/user LANG=C.UTF-8 "DISPLAY=$DISPLAY" quaywatch --screen portmap) &
  program=$!
  for ((i = 0; i < 120 && ${#window} == 0; i++)); do
    sleep 0.5
    window=$(xwininfo -root -tree 2>/dev/null | awk '/"Quaywatch": / { print $1; exit }')
  done
  [[ $window ]] || { echo "no window within a minute"; return 1; }
  xprop -id "$window" WM_CLASS | grep -qF "\"$class\"" || { xprop -id "$window" WM_CLASS; return 1; }
  for ((i = 0; i < 60; i++)); do
    if xwininfo -id "$window" | grep -q 'Map State: IsViewable'; then break; fi
    sleep 0.5
  done
  # A frame with rows is more than a few colours.
  sleep 4
  (($(import -window "$window" png:- | identify -format '%k' -) > 50)) || { echo "nothing is drawn"; return 1; }
  kill "$program"
  wait "$program" || true
}

# What a library asks for is there; but for what the system draws by if it can, and the parts of Java that nobody uses here.
linked() {
  local file missing code=0
  [[ -e $room/usr/lib/quaywatch/lib/libglass.so ]] || return 1
  while IFS= read -r file; do
    missing=$(in_room ldd "${file#"$room"}" 2>/dev/null | awk '/not found/ { print $1 }' | grep -vE '^lib(jvm|java|awt|net|nio)\.so' || true)
    case $file:$missing in
      *: | *libprism_es2.so:* | *libjsound.so:* | *libawt_xawt.so:* | *libsplashscreen.so:*) ;;
      *)
        echo "${file#"$room"} needs $missing"
        code=1
        ;;
    esac
  done < <(find "$room/usr/lib/quaywatch" -name '*.so' -o -path '*/bin/java')
  return "$code"
}

inside() {
  room=$1
  notes=$(mktemp)
  local before listener
  before=$(mktemp)
  mount -t proc proc /proc
  mount -t proc proc "$room/proc"
  mount -t tmpfs tmpfs "$room/dev"
  mknod -m 666 "$room/dev/null" c 1 3
  mknod -m 666 "$room/dev/urandom" c 1 9
  mknod -m 666 "$room/dev/random" c 1 8
  mkdir -m 1777 "$room/dev/shm"
  ip link set lo up
  mkdir -m 1777 -p /tmp/.X11-unix "$room/tmp/.X11-unix"
  python3 -c 'import socket, time
server = socket.create_server(("127.0.0.1", 8099))
while True: time.sleep(60)' &
  listener=$!
  say "$(. "$room/etc/os-release" && echo "$PRETTY_NAME")"

  local needed
  mapfile -t needed < <(dependencies)
  check "its dependencies can be installed: ${#needed[@]} packages" apt --no-download install "${needed[@]}"
  files "$room" >"$before"
  check "apt installs it" apt install /quaywatch.deb
  check "dpkg finds all its files as they were packed" in_room dpkg --verify quaywatch
  check "every library finds what it needs" linked
  check "quaywatch list --json as root" lists in_room quaywatch
  check "quaywatch list --json as nobody" lists as_nobody quaywatch
  check "the class cache is used" cached
  check "nobody but root can change it, so an administrator may be asked" consent
  check "quaywatch doctor, as root too" in_room quaywatch doctor
  check "the helper refuses what is no request of ours" refusal
  check "quaywatch --screenshot, without a display" picture
  check "the window opens and draws, by the name that the desktop entry gives" window
  check "apt purges it" apt purge quaywatch
  say "files before installing it and after the purge:"
  left_over "$room" "$before" || { say "FAILED: something is left over" && failures=$((failures + 1)); }

  # Folders such as share/applications belong to another package there.
  files "$room" ! -type d >"$before"
  cp "$(rpm_file)" "$room/quaywatch.rpm"
  check "rpm installs into a root of its own" rpm --root "$room" --nodeps --ignoreos -i "$room/quaywatch.rpm"
  check "quaywatch list --json from the rpm, as nobody" lists as_nobody quaywatch
  check "rpm removes it" rpm --root "$room" --nodeps -e quaywatch
  rm "$room/quaywatch.rpm"
  left_over "$room" "$before" ! -type d >"$notes" || { say "FAILED: the rpm left something over" && cat "$notes" && failures=$((failures + 1)); }
  check "the rpm runs no scripts" bash -c '[[ -z $(rpm -qp --scripts "$1" 2>/dev/null) ]]' - "$(rpm_file)"

  mkdir "$room/tmp/unpacked"
  tar -C "$room/tmp/unpacked" --no-same-owner -xzf "$(archive)"
  check "quaywatch list --json from the archive, in any folder" lists as_nobody "/tmp/unpacked/$(basename -- "$(archive)" .tar.gz)/bin/quaywatch"

  kill "$listener"
  finish
}

# Java says nothing of it unless asked; then it refuses to go on without.
cached() {
  local script
  script=$(sed "s/'-Xlog:aot\*=off' '-Xlog:cds\*=off'/-XX:AOTMode=on/" "$room/usr/lib/quaywatch/bin/quaywatch")
  printf '%s\n' "$script" >"$room/usr/lib/quaywatch/bin/with-cache"
  chmod 755 "$room/usr/lib/quaywatch/bin/with-cache"
  local code=0
  in_room /usr/lib/quaywatch/bin/with-cache --version || code=$?
  rm "$room/usr/lib/quaywatch/bin/with-cache"
  return "$code"
}

main() {
  local suite
  mkdir -p "$PACKAGE_ROOM"
  judge_files
  for suite in bookworm trixie; do
    if fresh "$suite"; then
      room "$suite" || failures=$((failures + 1))
      rm -rf "$PACKAGE_ROOM/$suite.over"
    fi
  done
  say "took $SECONDS s"
  finish
}

case ${1:-} in
  fetch) fetch "$2" ;;
  inside) inside "$2" ;;
  window)
    room=$2
    inside_window
    ;;
  *) main ;;
esac
