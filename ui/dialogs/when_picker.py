"""A small popup to choose a time: what is chosen most, or a time in words, in English or in French."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from scrm_desktop.domain.when import understand
from scrm_desktop.errors import InputError
from ui import error_texts
from ui.dialogs.picker import Choice, Picker
from ui.theme import Theme


class WhenPicker(Picker):
    """``picked`` carries a Choice whose value is a time (UTC), or what else a picker of its own offers."""

    def __init__(self, parent: QWidget, theme: Theme, hint: str, choices: Sequence[Choice]) -> None:
        super().__init__(parent, theme, hint, choices)
        self.resize(340, self.height() + 14)

    @abstractmethod
    def understood(self, until: datetime | None, now: datetime) -> Choice:
        """The line for what the words mean; InputError says why they mean nothing here."""

    def _fill(self) -> None:
        words = self.field.text().strip()
        if not words:
            super()._fill()
            return
        self.list.clear()
        now = datetime.now(UTC)
        try:
            choice = self.understood(understand(words, now).until, now)
        except InputError as error:
            self._say(error_texts.message(error))
            return
        self._add(choice)
        self.list.setCurrentRow(0)

    def _say(self, words: str) -> None:
        """What is wrong with what was typed; it can't be chosen."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setWordWrap(True)
        self.list.addItem(item)
