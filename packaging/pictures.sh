#!/bin/sh
# Make all pictures with this very build on the practice network's first round: the README's (light, dark, French) and
# those of the user's guide in both languages.  PICTURES=guide makes only the latter.
set -eu
cd "$(dirname "$0")/.."
PY=${PY:-.venv/bin/python}
OUT=${OUT:-docs/images}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# Early afternoon wherever it is made: a picture full of messages from the small hours looks odd.
HOUR=$(date -u +%H)
SHIFT=$((14 - ${HOUR#0}))
SIGN=-
[ "$SHIFT" -lt 0 ] && SIGN=+ && SHIFT=$((-SHIFT))

take() { # NAME THEME LANGUAGE LOCALE
    mkdir "$WORK/$1"
    TZ="HERE$SIGN$SHIFT" LC_ALL=$4 QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1.5 \
        QT_LOGGING_RULES=default.warning=false "$PY" -m ui.app --practice \
        --profile "$WORK/$1" --theme "$2" --language "$3" --person "Camille Laurent" \
        --screenshot "$OUT/window-$1.png" </dev/null
    "$PY" packaging/picture_files.py "$OUT/window-$1.png"
    chmod 644 "$OUT/window-$1.png"
}

# Offscreen there is a screen of 800 x 800, in which no dialog has room.
SCREEN='{"screens": [{"name": "guide", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1}]}'
echo "$SCREEN" >"$WORK/screen.json"

guide() { # LANGUAGE LOCALE
    TZ="HERE$SIGN$SHIFT" LC_ALL=$2 QT_QPA_PLATFORM="offscreen:configfile=$WORK/screen.json" QT_SCALE_FACTOR=1 QT_LOGGING_RULES=default.warning=false \
        "$PY" packaging/guide_pictures.py "$1" "docs/guide/$1" </dev/null
    chmod 644 "docs/guide/$1"/*.png
}

mkdir -p "$OUT"
guide en en_GB.UTF-8
guide fr fr_FR.UTF-8
[ "${PICTURES:-}" = guide ] && exit 0
take light light en en_GB.UTF-8
take dark dark en en_GB.UTF-8
take french light fr fr_FR.UTF-8
