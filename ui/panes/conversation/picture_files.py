"""Files as they are on the disk: size, pixels, a small picture; and a smaller copy of one that is too large.

Everything here blocks and runs in a thread of its own; a QImage may be used there, a QPixmap may not.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from scrm_desktop.late_dataclass import dataclass

THUMB = 44
_MOST_PIXELS = 200_000_000
"""Larger ones are not even opened: a small file can claim to be endless."""


@dataclass(frozen=True, slots=True)
class Facts:
    """``pixels`` is 0 where the file is no picture that we can read."""

    size: int
    pixels: int = 0
    thumb: QImage | None = None


def inspect(path: str, ratio: float) -> Facts:
    """Look at a file; OSError where it is gone."""
    size = Path(path).stat().st_size
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    whole = reader.size()
    pixels = max(0, whole.width()) * max(0, whole.height())
    if not 0 < pixels <= _MOST_PIXELS:
        return Facts(size, pixels)
    side = round(THUMB * ratio)
    reader.setScaledSize(whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return Facts(size, pixels, None if image.isNull() else image)


def scale_down(path: str, folder: Path, *, most_bytes: int, most_pixels: int) -> Path | None:
    """A copy that fits, as sharp as it can be; ``None`` where the file is no picture or nothing helps."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    whole = reader.size()
    pixels = whole.width() * whole.height()
    if not 0 < pixels <= _MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    kind = "png" if image.hasAlphaChannel() and not _opaque(image) else "jpg"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{Path(path).stem[:60]}-{uuid.uuid4().hex[:6]}.{kind}"
    share = min(1.0, (most_pixels / pixels) ** 0.5)
    for _ in range(12):
        size = QSize(max(1, int(image.width() * share)), max(1, int(image.height() * share)))
        smaller = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        if not smaller.save(str(target), quality=88 if kind == "jpg" else -1):
            return None
        target.chmod(0o600)
        if target.stat().st_size <= most_bytes:
            return target
        share *= 0.75
    target.unlink(missing_ok=True)
    return None


def _opaque(image: QImage) -> bool:
    """Whether nothing of it can be seen through, looked at in a small copy."""
    small = image.scaled(64, 64).convertToFormat(QImage.Format.Format_Alpha8)
    return min(bytes(small.constBits())) == 255 if small.sizeInBytes() else True
