"""All canned responses: found, written, deleted with a way back, brought in and taken out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.canned import Canned, search
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import KnownError
from ui import error_texts, text
from ui.bridge import Bridge
from ui.dialogs.canned.editor import CannedEditor
from ui.dialogs.canned.exchange import Exchange
from ui.dialogs.list_manager import ListManager
from ui.theme import Theme

_CANNED = Qt.ItemDataRole.UserRole
_EMPTY = Canned(name="", text="")
_SAMPLE = {
    "first_name": "Camille",
    "name": "Camille Laurent",
    "handle": "@camille@example.org",
    "account": "Maison Verte",
    "order_number": "48190",
}


class CannedManager(ListManager):
    """A list on the left, one response on the right; what is changed is saved on the way out."""

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme) -> None:
        super().__init__(parent, bridge, theme, QCoreApplication.translate("CannedManager", "Canned responses"))
        self._all: tuple[Canned, ...] = ()
        self._warned = False
        self.exchange = Exchange(self, bridge, theme)
        self.search = QLineEdit()
        self.editor = CannedEditor(theme, self)
        self.editor.values = {**_SAMPLE, "my_name": bridge.desk.me()}
        self.more = QPushButton(self.tr("Import and export"))
        self.starters = QPushButton(self.tr("Look at a starter set…"))
        self._set_up()
        self._arrange()
        self._connect()
        self.resize(880, 640)
        self._edited()
        self._spawn(self._read(first=True))

    def _set_up(self) -> None:
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.starters.hide()
        menu = QMenu(self.more)
        menu.addAction(self.tr("Import from CSV…")).triggered.connect(self.exchange.choose_import)
        menu.addAction(self.tr("Export to CSV…")).triggered.connect(self.exchange.choose_export)
        menu.addAction(self.tr("Look at a starter set…")).triggered.connect(self.exchange.offer_starters)
        self.more.setMenu(menu)
        for button in (self.more, self.starters):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._chosen)
        self.new.clicked.connect(self.begin_new)
        self.save.clicked.connect(self.keep)
        self.delete.clicked.connect(self._delete)
        self.starters.clicked.connect(self.exchange.offer_starters)
        self.editor.changed.connect(self._edited)
        self.exchange.told.connect(self._tell)
        self.exchange.written.connect(self._written)
        self._bridge.changed.connect(self._changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save.click)

    def _arrange(self) -> None:
        left, top = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.new)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        left.addWidget(self.starters)
        left.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.addWidget(self.editor, 1)
        self._arrange_beside(left, right, (2, 3))

    # -- the list ----------------------------------------------------------------------------------
    async def _read(self, *, first: bool = False) -> None:
        self._all = await self._bridge.ask(self._bridge.desk.canned())
        self.editor.offer_categories(sorted({one.category for one in self._all if one.category}))
        fresh = first and not self.editor.dirty
        self._show(self._all[0].id if fresh and self._all else self.editor.canned.id)

    def _show(self, number: int) -> None:
        """Fill the list and choose this one."""
        typed = self.search.text()
        found = search(self._all, typed) if typed.strip() else self._all
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(self._line(one))
            item.setData(_CANNED, one)
            item.setToolTip(text.one_line(one.text, limit=300))
            self.list.addItem(item)
            if one.id == number:
                self.list.setCurrentItem(item)
                if not self.editor.dirty:
                    self.editor.show_canned(one)
        if not any(one.id == number for one in found):
            self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self.starters.setVisible(not self._all)
        self._edited()

    def _fill(self) -> None:
        self._show(self.editor.canned.id)

    def _line(self, one: Canned) -> str:
        parts = [text.one_line(one.name, limit=80), text.one_line(one.category, limit=60), one.language.upper()]
        used = self.tr("used %n time(s)", "", one.uses) if one.uses else ""
        return " · ".join(part for part in (*parts, used) if part)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._turn_to(item.data(_CANNED))

    def _turn_to(self, one: Canned) -> None:
        if self.editor.dirty:
            # What was changed is kept, as everywhere here; what can't be kept says why.
            self._spawn(self._keep(then=one))
            return
        self.editor.show_canned(one)
        self._edited()

    # -- one of them -------------------------------------------------------------------------------
    def begin_new(self) -> None:
        """An empty one."""
        self.list.setCurrentRow(-1)
        self._turn_to(_EMPTY)
        self.editor.name.setFocus()

    def keep(self) -> None:
        """Save what the fields say."""
        self._spawn(self._keep())

    async def _keep(self, then: Canned | None = None) -> bool:
        now = self.editor.canned
        try:
            number = await self._bridge.ask(self._bridge.desk.save_canned(now))
        except KnownError as error:
            self._tell(error_texts.message(error))
            self._show(now.id)
            return False
        self._all = await self._bridge.ask(self._bridge.desk.canned())
        kept = next((one for one in self._all if one.id == number), now)
        self.editor.show_canned(kept if then is None else then)
        self._show(number if then is None else then.id)
        self._tell(self.tr("“{name}” is saved.").format(name=text.one_line(now.name, limit=60)))
        return True

    def _delete(self) -> None:
        gone = self.editor.canned
        self.editor.show_canned(_EMPTY)
        self._edited()
        if gone.id:
            self._spawn(self._remove(gone))

    async def _remove(self, gone: Canned) -> None:
        row = self.list.currentRow()
        await self._bridge.ask(self._bridge.desk.remove_canned(gone.id))
        await self._read()
        self._deleted = gone.id
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._tell_deleted(text.one_line(gone.name, limit=60))

    async def _restore(self) -> None:
        await self._bridge.ask(self._bridge.desk.restore_canned(self._deleted))
        self._all = await self._bridge.ask(self._bridge.desk.canned())
        self._show(self._deleted)
        self._tell(self.tr("It is back."))

    def _edited(self) -> None:
        now = self.editor.canned
        self._warned = False
        self.save.setEnabled(self.editor.dirty and bool(now.name and (now.text or now.media)))
        self.delete.setEnabled(bool(now.id) or self.editor.dirty)

    def _written(self) -> None:
        self._spawn(self._read(first=True))

    def _changed(self, changes: Changes) -> None:
        if changes.texts and not self.editor.dirty:
            self._spawn(self._read())

    # -- the end -----------------------------------------------------------------------------------
    def reject(self) -> None:
        """Close; what was changed is saved, and what can't be is thrown away only when asked twice."""
        if not self.editor.dirty or self._warned:
            self._end()
        elif self.save.isEnabled():
            self._spawn(self._keep_and_end())
        else:
            self._warned = True
            self._tell(self.tr("This one has no name or no text yet. Close again to throw it away."))

    async def _keep_and_end(self) -> None:
        if await self._keep():
            self._end()
        else:
            self._warned = True

    def _end(self) -> None:
        self.exchange.stop()
        super()._end()
