"""Choose a macro by typing, and read what it will do before Enter or a click does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from scrm_desktop.domain.macros import Macro
from ui.dialogs.picker import Choice, Picker
from ui.macros.words import MacroWords, Scene, lines
from ui.text import one_line
from ui.theme import Theme

MANAGE = "manage"


class MacroPicker(Picker):
    """``picked`` carries a Choice whose value is the Macro, or MANAGE; one that can't run here is not picked."""

    def __init__(self, parent: QWidget, theme: Theme, macros: Sequence[Macro], words: MacroWords, scene: Scene) -> None:
        self._words, self._scene = words, scene
        self.preview = QLabel()
        choices = [Choice(macro, one_line(macro.name, limit=80)) for macro in macros]
        choices.append(Choice(MANAGE, QCoreApplication.translate("MacroPicker", "Manage macros…")))
        super().__init__(parent, theme, QCoreApplication.translate("MacroPicker", "Run a macro"), choices)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(96)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview.setFont(theme.font(12))
        self.preview.setStyleSheet(f"color: {theme.tokens.muted.name()}; padding: 6px 4px 2px 4px;")
        column = self.layout()
        if column is not None:
            column.addWidget(self.preview)
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.currentItemChanged.connect(self._show)
        self.resize(380, 400)
        self._show(self.list.currentItem())

    def _show(self, item: QListWidgetItem | None) -> None:
        macro = self._macro(item)
        if macro is None:
            self.preview.setText("")
            return
        said = lines(self._words.preview(macro, self._scene))
        why = self._words.blocked(macro, self._scene)
        self.preview.setText(f"{why}\n{said}" if why else said)
        self.preview.setAccessibleName(self.preview.text())

    def _take(self, item: QListWidgetItem) -> None:
        macro = self._macro(item)
        if macro is None or not self._words.blocked(macro, self._scene):
            super()._take(item)

    def _macro(self, item: QListWidgetItem | None) -> Macro | None:
        data = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return data[0].value if data and isinstance(data[0].value, Macro) else None
