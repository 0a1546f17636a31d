"""The keys of every action: click, press the new ones, and see who has them already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from ui import keys
from ui.actions import EVERY, Spec
from ui.moving.menus import heading, sections
from ui.shortcuts import Shortcuts
from ui.theme import Theme

_ALONE = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)


def pressed(event: QKeyEvent) -> str:
    """The key of a key press in our notation; empty for a modifier by itself."""
    if Qt.Key(event.key()) in _ALONE:
        return ""
    if keys.is_typed(event) and keys.is_sign(event.text()):
        return event.text()
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


class KeyButton(QPushButton):
    """Shows the keys of an action; pressed, it takes the next key press. ``taken`` carries that."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._said = ""

    def say(self, words: str) -> None:
        """What it shows while it does not listen."""
        self._said = words
        self.setChecked(False)
        self.setText(words or "—")

    def nextCheckState(self) -> None:
        self.setChecked(not self.isChecked())
        self.setText(self.tr("Press the keys…") if self.isChecked() else self._said or "—")

    def event(self, event: QEvent) -> bool:
        # Before anything else hears of it: Tab, Return and Escape can be given, too, with a modifier.
        if self.isChecked() and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self.isChecked() and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._heard(event)
            return True
        return super().event(event)

    def _heard(self, event: QKeyEvent) -> None:
        key = pressed(event)
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.say(self._said)
        elif key:
            self.say(self._said)
            self.taken.emit(key)


class KeysPage(QWidget):
    """One line an action, by sections."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._theme, self._shortcuts = theme, shortcuts
        self.buttons: dict[str, KeyButton] = {}
        self._back: dict[str, QPushButton] = {}
        self._lines: dict[str, QWidget] = {}
        self._heads: list[tuple[QLabel, list[str]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for section, specs in sections():
            head = QLabel(heading(section))
            head.setFont(theme.font(13, 600))
            column.addSpacing(8)
            column.addWidget(head)
            self._heads.append((head, [spec.id for spec in specs]))
            for spec in specs:
                column.addWidget(self._line(spec))
        every = QPushButton(self.tr("Reset all keys"))
        every.setAutoDefault(False)
        every.clicked.connect(self._reset_all)
        column.addSpacing(8)
        column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell()

    def _line(self, spec: Spec) -> QWidget:
        made = QWidget()
        words = _words(spec)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        button, back, off = KeyButton(), QPushButton(self.tr("Reset")), QPushButton(self.tr("None"))
        button.setMinimumWidth(self._theme.px(120))
        button.taken.connect(partial(self._given, spec))
        back.clicked.connect(lambda: self._reset(spec))
        off.clicked.connect(lambda: self._give(spec, ()))
        back.setAccessibleName(self.tr("Reset the keys of {action}").format(action=words))
        off.setAccessibleName(self.tr("No keys for {action}").format(action=words))
        for one in (back, off):
            one.setAutoDefault(False)
            one.setProperty("flat_link", True)
        label = QLabel(words)
        label.setWordWrap(True)
        row.addWidget(label, 1)
        for one in (button, off, back):
            row.addWidget(one)
        self.buttons[spec.id], self._back[spec.id], self._lines[spec.id] = button, back, made
        return made

    def _tell(self) -> None:
        every, changed = self._shortcuts.every, self._shortcuts.changed
        for spec in EVERY:
            held = "   ".join(keys.told(key) for key in every[spec.id])
            self.buttons[spec.id].say(held)
            spoken = self.tr("Keys of {action}: {keys}").format(action=_words(spec), keys=held or self.tr("none"))
            self.buttons[spec.id].setAccessibleName(spoken)
            self._back[spec.id].setEnabled(spec.id in changed)

    def narrow(self, wanted: set[str]) -> None:
        """Only these actions; an empty set: all."""
        for name, line in self._lines.items():
            line.setVisible(not wanted or name in wanted)
        for head, names in self._heads:
            head.setVisible(not wanted or bool(wanted & set(names)))

    # -- giving -----------------------------------------------------------------------------------
    def _given(self, spec: Spec, key: str) -> None:
        other = self._shortcuts.owner(key, but=spec.id)
        if other is None:
            self._give(spec, (key,))
            return
        holder = next(one for one in EVERY if one.id == other)
        title = self.tr("{keys} is taken").format(keys=keys.told(key))
        box = QMessageBox(QMessageBox.Icon.Question, title, title, QMessageBox.StandardButton.Cancel, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        said = self.tr("“{other}” has these keys. Give them to “{action}” instead?")
        box.setInformativeText(said.format(other=_words(holder), action=_words(spec)))
        take = box.addButton(self.tr("Give them"), QMessageBox.ButtonRole.AcceptRole)
        take.clicked.connect(lambda: self._give(spec, (key,)))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _give(self, spec: Spec, held: tuple[str, ...]) -> None:
        self._shortcuts.give(spec.id, held)
        self._tell()

    def _reset(self, spec: Spec) -> None:
        self._shortcuts.reset(spec.id)
        self._tell()

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._tell()


def _words(spec: Spec) -> str:
    return QCoreApplication.translate("Actions", spec.text).rstrip("…")
