"""Write resources/emoji/emoji.tsv from the package `emoji`: sign, English name and its other names, French name.

pip install emoji==2.16.0 in an environment of its own, then: python packaging/emoji_names.py. The names are those of
the Unicode Common Locale Data Repository. The package itself is not needed at run time: the list is 2,000 lines of data
that change once a year, and a dependency would be loaded, locked and trusted for it.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "emoji" / "emoji.tsv"
NEWEST = 15.1  # what common systems can draw
FULLY_QUALIFIED = 2


def main() -> None:
    """One line an emoji, in the order of the picker: faces first."""
    folder = files("emoji") / "unicode_codes"
    known = json.loads((folder / "emoji.json").read_text("utf-8"))
    french = json.loads((folder / "emoji_fr.json").read_text("utf-8"))
    lines = []
    for sign, facts in sorted(known.items(), key=lambda pair: rank(pair[0])):
        tones = any("\U0001f3fb" <= ch <= "\U0001f3ff" for ch in sign)
        if facts["status"] != FULLY_QUALIFIED or facts["E"] > NEWEST or tones:
            continue
        names = [plain(facts["en"]), *(plain(name) for name in facts.get("alias", ()))]
        lines.append(f"{sign}\t{'|'.join(dict.fromkeys(names))}\t{plain(french.get(sign, ''))}\n")
    TARGET.write_text("".join(lines), "utf-8")


def rank(sign: str) -> tuple[int, str]:
    """Faces, then hands and people, then all others."""
    first = ord(sign[0])
    blocks = ((0x1F600, 0x1F64F), (0x1F910, 0x1F97A), (0x1F440, 0x1F4FF), (0x1F300, 0x1F43F))
    return next((place for place, (low, high) in enumerate(blocks) if low <= first <= high), len(blocks)), sign


def plain(name: str) -> str:
    """``:thumbs_up:`` as words."""
    return name.strip(":").replace("_", " ")


if __name__ == "__main__":
    main()
