"""Remote pictures: nothing is fetched before somebody asks for this one picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from scrm_desktop.domain.messages import RemoteAttachment
from scrm_desktop.errors import KnownError
from ui.bridge import Bridge

_MAX_PIXELS = 40_000_000
_MAX_SIDE = 1_280
_KEPT = 40


class Pictures(QObject):
    """``changed`` carries the address of a picture that is there, failed, or was put away."""

    changed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._states: dict[str, QPixmap | str] = {}

    def state(self, url: str) -> QPixmap | str:
        """The picture, ``loading``, ``failed``, or empty while nobody asked."""
        return self._states.get(url, "")

    def show(self, account_id: int, attachment: RemoteAttachment) -> None:
        """The person asked for this one."""
        if self._states.get(attachment.url) != "loading":
            self._put(attachment.url, "loading")
            self._bridge.spawn(self._fetch(account_id, attachment))

    def hide(self, url: str) -> None:
        """Put it away again."""
        self._states.pop(url, None)
        self.changed.emit(url)

    async def _fetch(self, account_id: int, attachment: RemoteAttachment) -> None:
        try:
            wanted = attachment.preview_url or attachment.url
            path = await self._bridge.ask(self._bridge.desk.picture(account_id, wanted))
        except KnownError:
            self._put(attachment.url, "failed")
            raise
        import asyncio

        image = await asyncio.to_thread(read_picture, path)
        self._put(attachment.url, "failed" if image is None else QPixmap.fromImage(image))

    def _put(self, url: str, state: QPixmap | str) -> None:
        self._states.pop(url, None)
        self._states[url] = state
        if len(self._states) > _KEPT:
            oldest = next(iter(self._states))
            del self._states[oldest]
            self.changed.emit(oldest)
        self.changed.emit(url)


def read_picture(path: Path) -> QImage | None:
    """Decode a stranger's file, off the window's thread; ``None`` for what is too large or no picture."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()).lower() in {b"svg", b"svgz", b"pdf"}:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MAX_PIXELS:
        return None
    if max(size.width(), size.height()) > _MAX_SIDE:
        reader.setScaledSize(size.scaled(QSize(_MAX_SIDE, _MAX_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
