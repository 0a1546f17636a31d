"""Pictures that a person asked to see: fetched once, believed by their bytes, kept under names of our own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scrm_desktop.channels.base import Session
from scrm_desktop.errors import Unsupported
from scrm_desktop.paths import write_private
from scrm_desktop.service.sniff import extension, picture_type

FOLDER = "pictures"
LIMIT = 16 * 1024 * 1024
LARGEST_FILE = 100 * 1024 * 1024
"""Bytes of a customer's file that is saved where the person says."""
_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp")


class Pictures:
    """The profile's folder of fetched pictures; it can be deleted at any time."""

    def __init__(self, profile: Path) -> None:
        self._folder = profile / FOLDER

    def known(self, account_id: int, url: str) -> Path | None:
        """The copy that is there already. Blocking."""
        for mime in _TYPES:
            path = self._path(account_id, url, mime)
            if path.is_file():
                return path
        return None

    async def fetch(self, session: Session, account_id: int, url: str) -> tuple[Path, bytes]:
        """Download a picture; Unsupported when it is none of the kinds that are shown."""
        data = await session.download(url, LIMIT)
        mime = picture_type(data[:16])
        if not mime:
            raise Unsupported("This is not a picture that can be shown here.")
        return self._path(account_id, url, mime), data

    def keep(self, path: Path, data: bytes) -> Path:
        """Write the copy. Blocking."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        write_private(path, data)
        return path

    def _path(self, account_id: int, url: str, mime: str) -> Path:
        name = hashlib.sha256(f"{account_id} {url}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self._folder / f"{name}{extension(mime)}"
