#!/bin/sh
# Read the texts out of ui/ into the .ts files and compile them; --compile only compiles.
set -eu
cd "$(dirname "$0")/.."
BIN=${BIN:-.venv/bin}
DIR=resources/translations
if [ "${1:-}" != --compile ]; then
    find ui -name '*.py' | LC_ALL=C sort >.translations.lst
    trap 'rm -f .translations.lst' EXIT
    # Line numbers are left out: they would change the file with every edit of the code.
    for LANGUAGE in en fr; do
        ONLY=
        [ "$LANGUAGE" = en ] && ONLY=-pluralonly
        "$BIN/pyside6-lupdate" $ONLY -locations none -no-obsolete -source-language en -target-language "$LANGUAGE" \
            @.translations.lst -ts "$DIR/scrm_$LANGUAGE.ts"
    done
fi
for LANGUAGE in en fr; do
    "$BIN/pyside6-lrelease" -silent "$DIR/scrm_$LANGUAGE.ts" -qm "$DIR/scrm_$LANGUAGE.qm"
done
