#!/bin/sh
# What the tests against real servers need on Debian and Ubuntu: a virtual screen, a Secret Service, AT-SPI, snac2,
# Dovecot, WordPress with PHP and MariaDB, and for Bluesky's network PostgreSQL, Redis and a compiler for one npm package.
# Quick and silent where everything is there.
set -eu
NEEDED="Xvfb openbox xdotool xprop import gnome-keyring-daemon dbus-run-session secret-tool strace setpriv snac dunst gdbus
    hunspell php mariadb mariadb-install-db redis-server g++ make"
PACKAGES="xvfb openbox xdotool x11-utils imagemagick gnome-keyring dbus libsecret-tools strace util-linux dunst libglib2.0-bin
    at-spi2-core python3-gi gir1.2-atspi-2.0 hunspell hunspell-en-gb hunspell-fr dovecot-imapd dovecot-lmtpd"
PACKAGES="$PACKAGES wordpress php-cli php-mysql php-gd php-xml php-mbstring php-curl mariadb-server"
PACKAGES="$PACKAGES postgresql redis-server g++ make"

missing() {
    for name in $NEEDED; do command -v "$name" >/dev/null 2>&1 || echo "$name"; done
    # The reader of the window runs in the system's own Python, which alone knows the packaged bindings.
    /usr/bin/python3 -c "import gi; gi.require_version('Atspi', '2.0')" 2>/dev/null || echo "python3-gi with Atspi"
    [ -x /usr/libexec/at-spi-bus-launcher ] || echo at-spi-bus-launcher
    for name in imap lmtp; do [ -x "/usr/lib/dovecot/$name" ] || echo "dovecot's $name"; done
    [ -e /usr/share/wordpress/wp-load.php ] || echo wordpress
    [ -x /usr/sbin/mariadbd ] || echo mariadbd
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || echo postgresql
    for name in en_GB fr; do [ -e "/usr/share/hunspell/$name.dic" ] || echo "hunspell's $name.dic"; done
}

found=$(missing)
[ -n "$found" ] || exit 0
echo "The tests against real servers miss:" $found
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install them with your system's package manager, then run this again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Please install them, then run this again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $PACKAGES snac2" >&2
    echo "  (on Debian 12 snac2 comes from bookworm-backports)" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
said=$(mktemp)
quietly() { "$@" </dev/null >"$said" 2>&1 || { cat "$said" >&2; exit 1; }; }
install() { quietly apt-get install -qq -y --no-install-recommends "$@"; }

quietly apt-get update -qq
# shellcheck disable=SC2086  # a list of words
install $PACKAGES

# Where this release has no snac2, its backports have: the same mirror, asked once, with lists of our own,
# so that the machine's sources stay as they are. In a shell of its own: its folder goes, and nobody may be left in it.
backported() (
    . /etc/os-release
    mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        awk -v release="$VERSION_CODENAME" '$1 == release {print $2; exit}')
    [ -n "$mirror" ] || { echo "No source of $VERSION_CODENAME is known to apt." >&2; exit 1; }
    lists=$(mktemp -d)
    chmod 755 "$lists"
    mkdir -p "$lists/sources" "$lists/state/partial"
    echo "deb $mirror $VERSION_CODENAME-backports main" >"$lists/sources/backports.list"
    set -- -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$lists/sources" -o "Dir::State::lists=$lists/state"
    quietly apt-get "$@" update -qq
    cd "$lists"
    quietly apt-get "$@" download -qq snac2
    install "$lists"/snac2_*.deb
    rm -rf "$lists"
)

if ! command -v snac >/dev/null 2>&1; then
    if apt-cache policy snac2 | grep -q 'Candidate: [0-9]'; then install snac2; else backported; fi
fi
rm -f "$said"
found=$(missing)
[ -z "$found" ] || { echo "Still missing after the installation:" $found >&2; exit 1; }
