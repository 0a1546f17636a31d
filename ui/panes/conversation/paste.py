"""A picture from the clipboard becomes a file of our own, so that a draft with it survives."""

from __future__ import annotations

import tempfile
import uuid
from pathlib import Path

from PySide6.QtGui import QImage

_MAX_PIXELS = 60_000_000


def keep_image(image: QImage, folder: Path | None) -> Path | None:
    """Write it as PNG, readable by its owner only; ``None`` where there is nothing to keep."""
    if image.isNull() or image.width() * image.height() > _MAX_PIXELS:
        return None
    where = folder_of(folder)
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = where / f"pasted-{uuid.uuid4().hex[:8]}.png"
    if not image.save(str(path)):
        return None
    path.chmod(0o600)
    return path


def folder_of(folder: Path | None) -> Path:
    """Where files of our own go: the profile's folder, or the system's temporary one while there is none."""
    return folder or Path(tempfile.gettempdir()) / f"scrm-desktop-{uuid.getnode():x}"
