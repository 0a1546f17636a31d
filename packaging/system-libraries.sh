#!/bin/sh
# What Qt's wheels expect of the system: looks what is missing, installs it where it may, or names it.
# The libraries must be there; a font with emoji should, since customers write them and the program ships none.
# Quick and silent where nothing is missing, and on systems without ldd (macOS, Windows), which bring both.
set -eu
cd "$(dirname "$0")/.."
PY=${PY:-.venv/bin/python}

# Debian's names; newer releases provide the same names through their t64 packages.
PACKAGES="libglib2.0-0 libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libgssapi-krb5-2 fonts-dejavu-core \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"
FONT=fonts-noto-color-emoji

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

emoji() {
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :charset=1f33f family 2>/dev/null)" ]
    else
        find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
            -iname '*emoji*.[ot]t[fc]' 2>/dev/null | grep -q .
    fi
}

apt() { command -v apt-get >/dev/null 2>&1; }
root() { [ "$(id -u)" -eq 0 ]; }

install() {
    said=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    {
        apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@"
    } </dev/null >"$said" 2>&1 || { cat "$said" >&2; rm -f "$said"; return 1; }
    rm -f "$said"
}

command -v ldd >/dev/null 2>&1 || exit 0
QT=$(qt) || { echo "PySide6 is not installed in $PY: run 'make setup' first." >&2; exit 1; }
found=$(missing)
if [ -z "$found" ]; then
    # Without the font everything works, only emoji are boxes: that stops nobody.
    emoji && exit 0
    echo "No font of this system shows emoji: install $FONT (the name on Debian and Ubuntu), or they are boxes."
    if apt && root; then install $FONT || echo "It could not be installed; going on without." >&2; fi
    exit 0
fi

echo "Qt misses these libraries of the system:" $found
if ! apt; then
    echo "Install the packages of your system that hold them, then run this again." >&2
    echo "(On Debian and Ubuntu they are: $PACKAGES $FONT)" >&2
    exit 1
fi
if ! root; then
    echo "Please install them, then run this again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $PACKAGES $FONT" >&2
    exit 1
fi
# shellcheck disable=SC2086  # a list of words
install $PACKAGES $FONT
found=$(missing)
[ -z "$found" ] || { echo "Still missing after the installation:" $found >&2; exit 1; }
