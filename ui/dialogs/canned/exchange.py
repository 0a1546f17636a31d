"""Canned responses as files: brought in after a trial run, taken out as CSV, begun from a starter set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from scrm_desktop.domain.canned import ImportPlan
from scrm_desktop.errors import KnownError
from ui import error_texts
from ui.bridge import Bridge
from ui.dialogs.canned.importing import ImportDialog
from ui.theme import Theme


class Exchange(QObject):
    """``told`` carries a sentence, ``written`` comes when there are new responses."""

    told = Signal(str)
    written = Signal()

    def __init__(self, dialog: QDialog, bridge: Bridge, theme: Theme) -> None:
        super().__init__(dialog)
        self._dialog, self._bridge, self._theme = dialog, bridge, theme
        self._tasks: set[asyncio.Task[None]] = set()

    def choose_import(self) -> None:
        """Ask for a file."""
        self._file(QFileDialog.AcceptMode.AcceptOpen, self.tr("Import from CSV"), self.try_import)

    def choose_export(self) -> None:
        """Ask where to."""
        self._file(QFileDialog.AcceptMode.AcceptSave, self.tr("Export to CSV"), self.export)

    def _file(self, mode: QFileDialog.AcceptMode, title: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._dialog, title, "", self.tr("Tables (*.csv)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(then)
        dialog.open()

    def try_import(self, path: str) -> None:
        """Show what an import of this file would do."""
        asking = self._bridge.desk.try_import(Path(path))
        self._spawn(self._try(asking, self.tr("Import canned responses")))

    def offer_starters(self) -> None:
        """Show a dozen responses to begin with; nothing is put in unasked."""
        asking = self._bridge.desk.try_starters(QLocale().name().partition("_")[0])
        self._spawn(self._try(asking, self.tr("A starter set of canned responses")))

    def export(self, path: str) -> None:
        """Write them all to this file."""
        self._spawn(self._count(self._bridge.desk.export_canned(Path(path))))

    async def _try(self, asking: Coroutine[Any, Any, ImportPlan], title: str) -> None:
        plan = await self._bridge.ask(asking)
        dialog = ImportDialog(self._dialog, self._theme, plan, title)
        dialog.confirmed.connect(self._import)
        dialog.open()

    def _import(self, plan: ImportPlan) -> None:
        self._spawn(self._count(self._bridge.desk.import_canned(plan), new=True))

    async def _count(self, asking: Coroutine[Any, Any, int], *, new: bool = False) -> None:
        count = await self._bridge.ask(asking)
        self.told.emit(self.tr("%n response(s) written", "", count))
        if new:
            self.written.emit()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._bridge.spawn(self._tell_errors(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell_errors(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self.told.emit(error_texts.message(error))

    def stop(self) -> None:
        """The window closes: nobody is told any more."""
        for task in tuple(self._tasks):
            task.cancel()
