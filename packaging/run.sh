#!/bin/sh
# Open the window on the practice network; without a screen, take a picture of it instead.
set -eu
cd "$(dirname "$0")/.."
PY=${PY:-.venv/bin/python}
PROFILE=${PROFILE:-.cache/practice}
PICTURE=${PICTURE:-artifacts/window.png}

screen() {
    case "$(uname -s)" in Linux | *BSD) ;; *) return 0 ;; esac
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # A variable may be left over from a screen that is gone, and Qt would abort on it.
    "$PY" -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' >/dev/null 2>&1
}

mkdir -p "$PROFILE" "$(dirname "$PICTURE")"
if screen; then
    exec "$PY" -m ui.app --practice --profile "$PROFILE" "$@"
fi
echo "There is no screen here: the window is drawn into a picture instead."
rm -f "$PICTURE"
QT_QPA_PLATFORM=offscreen "$PY" -m ui.app --practice --profile "$PROFILE" --screenshot "$PICTURE" "$@" </dev/null
[ -s "$PICTURE" ] || { echo "No picture was made." >&2; exit 1; }
case "$PICTURE" in /*) ;; *) PICTURE=$PWD/$PICTURE ;; esac
echo "The picture is $PICTURE"
