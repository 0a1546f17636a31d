"""What the windows share in which a list of the house's texts is kept: a list, one of it beside it, and a foot."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from scrm_desktop.errors import KnownError
from ui import error_texts
from ui.bridge import Bridge
from ui.theme import Theme


class ListManager(QDialog):
    """What is asked of the desk ends with the window; what goes wrong is told in it."""

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._bridge, self._theme = bridge, theme
        self._deleted = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.list, self.note = QListWidget(), QLabel()
        self.new, self.undo = QPushButton(self.tr("New")), QPushButton(self.tr("Undo"))
        self.save, self.delete = QPushButton(self.tr("Save")), QPushButton(self.tr("Delete"))
        self.list.setAccessibleName(title)
        self.list.setProperty("framed", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.save.setProperty("primary", True)
        self.delete.setProperty("danger", True)
        self.undo.setProperty("flat_link", True)
        self.undo.hide()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        for button in (self.new, self.save, self.delete, self.undo):
            button.setAutoDefault(False)
        self.undo.clicked.connect(lambda: self._spawn(self._restore()))

    def _arrange_beside(self, left: QLayout, right: QVBoxLayout, shares: tuple[int, int]) -> None:
        """The list's side and the side of one of it, over the foot."""
        foot = QHBoxLayout()
        foot.addWidget(self.delete)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.save)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 18, 16)
        row.setSpacing(18)
        row.addLayout(left, shares[0])
        row.addLayout(right, shares[1])

    async def _restore(self) -> None:
        """Put back what was deleted last."""
        raise NotImplementedError

    async def _keep(self) -> bool:
        """Save what is written; false where that can't be."""
        raise NotImplementedError

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.undo.hide()

    def _tell_deleted(self, name: str) -> None:
        self._tell(self.tr("“{name}” is deleted.").format(name=name))
        self.undo.show()

    async def _keep_and_end(self) -> None:
        if await self._keep():
            self._end()

    def _end(self) -> None:
        now = asyncio.current_task() if asyncio.get_event_loop().is_running() else None
        for task in tuple(self._tasks):
            if task is not now:
                task.cancel()
        super().reject()

    def _spawn(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._bridge.spawn(self._tell_errors(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell_errors(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except KnownError as error:
            self._tell(error_texts.message(error))
