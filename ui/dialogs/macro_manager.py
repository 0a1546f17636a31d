"""Macros as a list, and the steps of one in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.macros import Macro, Step, StepKind, macro_problem
from scrm_desktop.domain.views import Label
from scrm_desktop.errors import KnownError
from ui import error_texts
from ui.bridge import Bridge
from ui.dialogs.list_manager import ListManager
from ui.dialogs.macro_step import StepRow
from ui.macros.words import MacroWords
from ui.text import one_line
from ui.theme import Theme

_MACRO = Qt.ItemDataRole.UserRole
_EMPTY = Macro(name="", steps=())


class MacroManager(ListManager):
    """What is changed is saved by the button, or on the way out."""

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme, labels: Sequence[Label]) -> None:
        super().__init__(parent, bridge, theme, QCoreApplication.translate("MacroManager", "Macros"))
        self._labels = labels
        self._canned: tuple[Canned, ...] = ()
        self._all: tuple[Macro, ...] = ()
        self._before = _EMPTY
        self.words = MacroWords(self)
        self.name = QLineEdit()
        self.rows: list[StepRow] = []
        self.add = QPushButton(self.tr("Add a step"))
        self._steps = QVBoxLayout()
        self._set_up()
        self._arrange()
        self.resize(760, 480)
        self._spawn(self._read())

    def _set_up(self) -> None:
        self.name.setMaxLength(80)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        menu = QMenu(self.add)
        for kind in StepKind:
            menu.addAction(self.words.kind(kind)).triggered.connect(partial(self.add_step, Step(kind=kind)))
        self.add.setMenu(menu)
        self.add.setAutoDefault(False)
        self.list.currentItemChanged.connect(self._chosen)
        self.name.textChanged.connect(self._edited)
        self.new.clicked.connect(self.begin_new)
        self.save.clicked.connect(self.keep)
        self.delete.clicked.connect(self._delete)

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.list, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        self._steps.setSpacing(6)
        column.addLayout(self._steps)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        right.addWidget(self.name)
        right.addWidget(area, 1)
        self._arrange_beside(left, right, (1, 2))

    # -- what the fields say -----------------------------------------------------------------------
    @property
    def macro(self) -> Macro:
        """What is written."""
        steps = tuple(row.step for row in self.rows)
        return Macro(id=self._before.id, name=" ".join(self.name.text().split()), steps=steps)

    @property
    def dirty(self) -> bool:
        """Whether something was changed."""
        now = self.macro
        return (now.name, now.steps) != (self._before.name, self._before.steps)

    def show_macro(self, macro: Macro) -> None:
        """Fill the fields."""
        self._before = macro
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self.name.setText(macro.name)
        for step in macro.steps:
            self.add_step(step)
        self._edited()

    def add_step(self, step: Step, *_: object) -> None:
        """Another one at the end."""
        row = StepRow(step, self.words, self._labels, self._canned, self._theme, self)
        row.changed.connect(self._edited)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove_step, row))
        self.rows.append(row)
        self._steps.addWidget(row)
        self._edited()

    def _move(self, row: StepRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows.remove(row)
            self.rows.insert(place, row)
            self._steps.removeWidget(row)
            self._steps.insertWidget(place, row)
            self._edited()

    def _remove_step(self, row: StepRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._edited()

    def _edited(self) -> None:
        now = self.macro
        self.save.setEnabled(self.dirty and bool(now.name and now.steps))
        self.delete.setEnabled(bool(now.id) or self.dirty)
        self._tell(error_texts.sentence(macro_problem(now)) if now.name and now.steps else "")

    # -- the list ----------------------------------------------------------------------------------
    async def _read(self, choose: int = 0) -> None:
        desk, ask = self._bridge.desk, self._bridge.ask
        self._canned, self._all = await ask(desk.canned()), await ask(desk.macros())
        chosen = next((one for one in self._all if one.id == choose), self._all[0] if self._all else _EMPTY)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._all:
            item = QListWidgetItem(one_line(one.name, limit=80))
            item.setData(_MACRO, one)
            self.list.addItem(item)
            if one.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.show_macro(chosen)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        macro = item.data(_MACRO)
        if self.dirty:
            self._spawn(self._keep(choose=macro.id))
        else:
            self.show_macro(macro)

    def begin_new(self) -> None:
        """An empty one."""
        self.list.setCurrentRow(-1)
        self.show_macro(_EMPTY)
        self.name.setFocus()

    def keep(self) -> None:
        """Save what is written."""
        self._spawn(self._keep())

    async def _keep(self, choose: int = 0) -> bool:
        try:
            number = await self._bridge.ask(self._bridge.desk.save_macro(self.macro))
        except KnownError as error:
            self._tell(error_texts.message(error))
            return False
        await self._read(choose or number)
        return True

    def _delete(self) -> None:
        if self._before.id:
            self._spawn(self._remove(self._before))
        else:
            self.show_macro(_EMPTY)

    async def _remove(self, gone: Macro) -> None:
        await self._bridge.ask(self._bridge.desk.remove_macro(gone.id))
        await self._read()
        self._deleted = gone.id
        self._tell_deleted(one_line(gone.name, limit=60))

    async def _restore(self) -> None:
        await self._bridge.ask(self._bridge.desk.restore_macro(self._deleted))
        await self._read(self._deleted)

    def reject(self) -> None:
        """Close; what can be saved is saved."""
        if self.dirty and not macro_problem(self.macro):
            self._spawn(self._keep_and_end())
        else:
            self._end()
