"""The files that go with an answer: one line each, with a description for those who can't see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.text import one_line
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.panes.conversation.picture_files import Facts


class AttachmentChip(QFrame):
    """One file: name, size, description, and a button that takes it away."""

    changed = Signal()
    removed = Signal()
    smaller = Signal()

    def __init__(self, path: str, description: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.problem = ""
        self._theme = theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(9, 4, 5, 4)
        whole.setSpacing(2)
        row = QHBoxLayout()
        whole.addLayout(row)
        self.thumb = QLabel(self)
        self.thumb.hide()
        self._trouble, self.scale = QLabel(self), QPushButton(self)
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.scale.setProperty("flat_link", True)
        self.scale.setAutoDefault(False)
        self.scale.clicked.connect(self.smaller)
        below = QHBoxLayout()
        below.addWidget(self._trouble, 1)
        below.addWidget(self.scale)
        whole.addLayout(below)
        self.complain("")
        row.setSpacing(8)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        name = one_line(Path(path).name, limit=200)
        self._name.setText(QFontMetrics(theme.font(12, 500)).elidedText(name, Qt.TextElideMode.ElideMiddle, 150))
        self._name.setToolTip(self._name.text())
        self._size = QLabel(_size(path), self)
        self._size.setProperty("muted", True)
        self._size.setFont(theme.font(11))
        self.description = QLineEdit(description, self)
        self.description.setMaxLength(1500)
        self.description.textChanged.connect(self.changed)
        self._remove = QToolButton(self)
        self._remove.clicked.connect(self.removed)
        for widget in (self.thumb, self._name, self._size, self.description, self._remove):
            row.addWidget(widget, 1 if widget is self.description else 0)
        self.retranslate()
        self.draw()

    def complain(self, words: str, *, scalable: bool = False) -> None:
        """Say why this file can't go as it is (empty: it can), and whether a smaller copy may help."""
        self.problem = words
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.scale.setVisible(bool(words) and scalable)

    def show_facts(self, facts: Facts) -> None:
        """A small picture, where there is one."""
        if facts.thumb is not None:
            picture = QPixmap.fromImage(facts.thumb)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self.thumb.setPixmap(picture)
            self.thumb.show()

    def retranslate(self) -> None:
        """Words of the current language."""
        self.scale.setText(self.tr("Scale down"))
        what = self.tr("Description of {name} for people who can't see it").format(name=self._name.text())
        self.description.setPlaceholderText(self.tr("Describe it for people who can't see it"))
        self.description.setAccessibleName(what)
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove {name}").format(name=self._name.text()))

    def draw(self) -> None:
        """Colours of the current theme."""
        t = self._theme.tokens
        self._trouble.setFont(self._theme.font(12))
        self._trouble.setStyleSheet(f"color: {t.red.name()};")
        self._remove.setIcon(self._theme.icon("close", t.muted))
        self.setStyleSheet(f"AttachmentChip {{ background: {t.theirs.name()}; border-radius: 8px; }}")
        self.description.setStyleSheet("padding: 2px 6px;")


class AttachmentList(QWidget):
    """``changed`` comes whenever a file or a description does.

    ``added`` carries the chip of a file that is new here, ``smaller`` one whose file is to be scaled down.
    """

    changed = Signal()
    added = Signal(object)
    smaller = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[AttachmentChip] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 2)
        self._box.setSpacing(4)
        self.hide()

    def media(self) -> tuple[tuple[str, str], ...]:
        """Path and description of each file."""
        return tuple((chip.path, chip.description.text().strip()) for chip in self._chips)

    def set_media(self, media: Sequence[tuple[str, str]]) -> None:
        """Show these and no others."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        for path, description in media:
            self._add(path, description)
        self.setVisible(bool(self._chips))

    def add(self, paths: Sequence[str]) -> None:
        """Add files that are not there yet."""
        known = {chip.path for chip in self._chips}
        fresh = [path for path in paths if path not in known and Path(path).is_file()]
        for path in fresh:
            self._add(path, "")
        self.setVisible(bool(self._chips))
        if fresh:
            self.changed.emit()

    def problem(self) -> str:
        """Why the files can't go as they are; empty: they can."""
        return next((chip.problem for chip in self._chips if chip.problem), "")

    def undescribed(self) -> tuple[str, ...]:
        """The names of files that nothing is said of."""
        return tuple(Path(path).name for path, words in self.media() if not words)

    def describe_next(self) -> None:
        """Put the cursor where the first description is missing."""
        for chip in self._chips:
            if not chip.description.text().strip():
                chip.description.setFocus()
                return

    def holds(self, chip: AttachmentChip) -> bool:
        """Whether it is shown still."""
        return chip in self._chips

    def replace(self, chip: AttachmentChip, path: str) -> None:
        """Another file in its place, with the same description."""
        media = [(path if one is chip else one.path, one.description.text()) for one in self._chips]
        self.set_media(media)
        self.changed.emit()

    def describe(self, words: Mapping[str, str]) -> None:
        """Say what is known of files that nothing was said of yet."""
        for chip in self._chips:
            if not chip.description.text().strip():
                chip.description.setText(words.get(chip.path, ""))

    def _add(self, path: str, description: str) -> None:
        chip = AttachmentChip(path, description, self._theme, self)
        chip.changed.connect(self.changed)
        chip.smaller.connect(lambda: self.smaller.emit(chip))
        chip.removed.connect(lambda: self._remove(chip))
        self._chips.append(chip)
        self._box.addWidget(chip)
        self.added.emit(chip)

    def _remove(self, chip: AttachmentChip) -> None:
        self._chips.remove(chip)
        chip.hide()
        chip.deleteLater()
        self.setVisible(bool(self._chips))
        self.changed.emit()

    def refresh(self) -> None:
        """Another theme or language."""
        for chip in self._chips:
            chip.retranslate()
            chip.draw()


def _size(path: str) -> str:
    try:
        return QLocale().formattedDataSize(Path(path).stat().st_size, 1)
    except OSError:
        return "?"
