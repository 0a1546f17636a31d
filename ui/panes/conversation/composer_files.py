"""How files come to an answer: chosen, dropped or pasted, and only those that the network takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from scrm_desktop.domain.accounts import Capabilities
from ui.bridge import Bridge
from ui.panes.conversation.attachments import AttachmentChip
from ui.panes.conversation.composer_form import ComposerForm

if TYPE_CHECKING:
    from ui.panes.conversation.picture_files import Facts


class ComposerFiles(QObject):
    """``account`` is whose server takes them (``None``: nobody's), ``folder`` where pasted pictures are kept."""

    def __init__(self, bridge: Bridge, form: ComposerForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = form
        self._window = parent
        self.account: int | None = None
        self.folder: Path | None = None
        form.field.files.connect(self.add)
        form.field.image.connect(self.add_image)
        form.files.added.connect(self._added)
        form.files.smaller.connect(self._smaller)

    def choose(self) -> None:
        """Ask for files; the dialog is opened, never waited for."""
        if self.account is None or not self._form.field.takes_files:
            return
        dialog = QFileDialog(self._window, QCoreApplication.translate("Composer", "Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add)
        dialog.open()

    def add(self, paths: list[str]) -> None:
        """Add those that fit, and say in words why others don't."""
        if self.account is None:
            return
        able = self._bridge.desk.capabilities(self.account)
        room = able.max_attachments - len(self._form.files.media())
        from PySide6.QtCore import QMimeDatabase

        types = QMimeDatabase()
        good = [p for p in paths if not able.mime_types or types.mimeTypeForFile(p).name() in able.mime_types]
        if len(good) < len(paths):
            self._form.show_error(
                QCoreApplication.translate("Composer", "This server does not take that kind of file.")
            )
        elif len(good) > room:
            said = QCoreApplication.translate("Composer", "This server takes at most {count} files with one message.")
            self._form.show_error(said.format(count=able.max_attachments))
        error = self._form.error.text()
        self._form.files.add(good[: max(0, room)])
        self._form.show_error(error)

    def add_described(self, media: tuple[tuple[str, str], ...]) -> None:
        """The files of a canned response, with what is said of them."""
        self.add([path for path, _ in media])
        self._form.files.describe(dict(media))

    def add_image(self, image: QImage) -> None:
        """A picture from the clipboard."""
        from ui.panes.conversation.paste import keep_image

        path = keep_image(image, self.folder)
        if path is not None:
            self.add([str(path)])

    # -- whether it fits ---------------------------------------------------------------------------
    def _added(self, chip: AttachmentChip) -> None:
        self._bridge.spawn(self._inspect(chip))

    async def _inspect(self, chip: AttachmentChip) -> None:
        """Look at the file in a thread, before anything is uploaded."""
        from ui.panes.conversation.picture_files import inspect

        ratio, account = self._window.devicePixelRatioF(), self.account
        try:
            import asyncio

            facts = await asyncio.to_thread(inspect, chip.path, ratio)
        except OSError:
            facts = None
        if account is None or account != self.account or not self._form.files.holds(chip):
            return
        if facts is None:
            chip.complain(self.tr("This file is not there any more."))
            return
        chip.show_facts(facts)
        able = self._bridge.desk.capabilities(account)
        chip.complain(self._trouble(facts, able), scalable=facts.pixels > 0)

    def _trouble(self, facts: Facts, able: Capabilities) -> str:
        limit = able.image_size_limit if facts.pixels else able.video_size_limit
        if facts.size == 0:
            return self.tr("This file is empty.")
        if facts.pixels > able.image_pixel_limit:
            said = self.tr("This picture has {count} megapixels; this server takes {limit}.")
            return said.format(count=_millions(facts.pixels), limit=_millions(able.image_pixel_limit))
        if facts.size > limit:
            said = self.tr("This file has {size}; this server takes {limit}.")
            return said.format(
                size=QLocale().formattedDataSize(facts.size, 1), limit=QLocale().formattedDataSize(limit, 0)
            )
        return ""

    def _smaller(self, chip: AttachmentChip) -> None:
        self._bridge.spawn(self._scale(chip))

    async def _scale(self, chip: AttachmentChip) -> None:
        if self.account is None:
            return
        from ui.panes.conversation.paste import folder_of
        from ui.panes.conversation.picture_files import scale_down

        able = self._bridge.desk.capabilities(self.account)
        folder = folder_of(self.folder)
        chip.scale.setEnabled(False)
        import asyncio

        made = await asyncio.to_thread(
            scale_down, chip.path, folder, most_bytes=able.image_size_limit, most_pixels=able.image_pixel_limit
        )
        if not self._form.files.holds(chip):
            return
        if made is None:
            chip.complain(self.tr("This picture can't be made small enough."))
        else:
            self._form.files.replace(chip, str(made))


def _millions(pixels: int) -> str:
    return QLocale().toString(pixels / 1_000_000, "f", 1)
