#!/bin/sh
# The system libraries that Qt's wheels expect: looks what is missing, installs it where it may, or names it.
# Quick and silent where nothing is missing, and on systems without ldd (macOS, Windows).
set -eu
cd "$(dirname "$0")/.."
PY=${PY:-.venv/bin/python}

# Debian's names; newer releases provide the same names through their t64 packages.
PACKAGES="libglib2.0-0 libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libgssapi-krb5-2 fonts-dejavu-core \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"

qt() {
    "$PY" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])' 2>/dev/null
}

missing() {
    # Qt itself only ever says that xcb-cursor0 is needed, whatever is missing: ask the linker instead.
    for file in QtCore.abi3.so QtGui.abi3.so QtWidgets.abi3.so QtSvg.abi3.so QtNetwork.abi3.so \
        Qt/plugins/platforms/libqxcb.so Qt/plugins/platforms/libqoffscreen.so; do
        if [ -e "$QT/$file" ]; then ldd "$QT/$file" 2>/dev/null; fi
    done | awk '/not found/ {print $1}' | sort -u
}

command -v ldd >/dev/null 2>&1 || exit 0
QT=$(qt) || { echo "PySide6 is not installed in $PY: run 'make setup' first." >&2; exit 1; }
found=$(missing)
[ -n "$found" ] || exit 0

echo "Qt misses these libraries of the system:" $found
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install the packages of your system that hold them, then run this again." >&2
    echo "(On Debian and Ubuntu they are: $PACKAGES)" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Please install them, then run this again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $PACKAGES" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
said=$(mktemp)
quietly() { "$@" </dev/null >"$said" 2>&1 || { cat "$said" >&2; exit 1; }; }
quietly apt-get update -qq
# shellcheck disable=SC2086  # a list of words
quietly apt-get install -qq -y --no-install-recommends $PACKAGES
rm -f "$said"
found=$(missing)
[ -z "$found" ] || { echo "Still missing after the installation:" $found >&2; exit 1; }
