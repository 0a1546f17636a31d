"""Small PNG files of pictures of a window: a palette of the 256 colours that matter."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_MOST, _GROUNDS = 256, 128


def save(image: QImage, file: Path) -> str:
    """Write it with at most 256 colours; what was written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, _palette(counted), Qt.ImageConversionFlag.AvoidDither)
    if not small.save(str(file), "PNG", 0):
        raise OSError(f"{file} can't be written")
    return f"{file} {file.stat().st_size // 1000} kB"


def _palette(counted: Counter[int]) -> list[int]:
    """The grounds as they are, then the most frequent colour of each neighbourhood (avatars, edges of letters)."""
    colours = [colour for colour, _ in counted.most_common(_GROUNDS)]
    near: dict[int, list[int]] = {}
    for colour, count in counted.most_common()[_GROUNDS:]:
        near.setdefault(colour & 0xE0E0E0, [colour, 0])[1] += count
    rest = sorted(near.values(), key=lambda pair: -pair[1])
    return colours + [colour for colour, _ in rest[: _MOST - len(colours)]]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(save(QImage(name), Path(name)))
