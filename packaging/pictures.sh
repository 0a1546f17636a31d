#!/bin/sh
# Make the README's pictures with this very build: the practice network's first round, seen light, dark and in French.
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
    chmod 644 "$OUT/window-$1.png"
    echo "$OUT/window-$1.png"
}

mkdir -p "$OUT"
take light light en en_GB.UTF-8
take dark dark en en_GB.UTF-8
take french light fr fr_FR.UTF-8
