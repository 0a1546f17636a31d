"""One canned response on the right of the manager: its fields, its files, and how it will read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.canned import CATEGORY_LIMIT, NAME_LIMIT, Canned, problem_of
from scrm_desktop.domain.placeholders import VARIABLES, fill
from ui import error_texts
from ui.panes.conversation.attachments import AttachmentList
from ui.panes.conversation.gap_marks import GapMarks
from ui.text import clean
from ui.theme import Theme


class CannedEditor(QWidget):
    """``changed`` comes with every keystroke; :attr:`canned` is what the fields say."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = Canned(name="", text="")
        self.values: Mapping[str, str] = {}
        self.name, self.shortcut = QLineEdit(), QLineEdit()
        self.category, self.language = QComboBox(), QComboBox()
        self.text = QPlainTextEdit()
        self.files = AttachmentList(theme, self)
        self.variable, self.attach = QPushButton(self.tr("Insert variable")), QPushButton(self.tr("Attach files"))
        self.preview, self.problem = QLabel(), QLabel()
        self._set_up()
        self._arrange()
        self.show_canned(self._before)

    def _set_up(self) -> None:
        self.name.setMaxLength(NAME_LIMIT)
        self.shortcut.setMaxLength(31)
        self.shortcut.setPlaceholderText(self.tr("one word, typed after /"))
        self.category.setEditable(True)
        for combo in (self.category, self.language):
            combo.setMinimumHeight(self.name.sizeHint().height() - 2)
        line = self.category.lineEdit()
        if line is not None:
            line.setMaxLength(CATEGORY_LIMIT)
        for code, words in (("", self.tr("Any language")), ("en", "English"), ("fr", "Français")):
            self.language.addItem(words, code)
        self.text.setFont(self._theme.font(13))
        self.text.setTabChangesFocus(True)
        self._marks = GapMarks(self.text.document(), self._theme)
        menu = QMenu(self.variable)
        for name in VARIABLES:
            menu.addAction(f"{{{{{name}}}}}").triggered.connect(partial(self._insert, f"{{{{{name}}}}}"))
        menu.addAction(self.tr("Ask me for…")).triggered.connect(partial(self._insert, "{{?}}", 2))
        self.variable.setMenu(menu)
        self.attach.clicked.connect(self._choose)
        for label in (self.preview, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview.setMinimumHeight(64)
        for field in (self.name, self.shortcut):
            field.textChanged.connect(self._edited)
        self.category.currentTextChanged.connect(self._edited)
        self.language.currentIndexChanged.connect(self._edited)
        self.text.textChanged.connect(self._edited)
        self.files.changed.connect(self._edited)

    def _arrange(self) -> None:
        form = QFormLayout()
        rows = (
            (self.tr("Name"), self.name),
            (self.tr("Category"), self.category),
            (self.tr("Language"), self.language),
            (self.tr("Shortcut"), self.shortcut),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.text.setAccessibleName(self.tr("Text"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.variable)
        buttons.addWidget(self.attach)
        buttons.addStretch(1)
        heading = QLabel(self.tr("How it will read"))
        heading.setFont(self._theme.font(12, 600))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(self.files)
        column.addLayout(buttons)
        column.addWidget(heading)
        column.addWidget(self.preview)
        column.addWidget(self.problem)
        t = self._theme.tokens
        self.preview.setStyleSheet(f"background: {t.theirs.name()}; border-radius: 10px; padding: 9px 12px;")
        self.problem.setStyleSheet(f"color: {t.red.name()};")

    # -- what it holds -----------------------------------------------------------------------------
    @property
    def canned(self) -> Canned:
        """What the fields say."""
        return replace(
            self._before,
            name=" ".join(self.name.text().split()),
            category=" ".join(self.category.currentText().split()),
            language=str(self.language.currentData() or ""),
            shortcut=self.shortcut.text().strip().removeprefix("/"),
            text=self.text.toPlainText().strip(),
            media=self.files.media(),
        )

    @property
    def dirty(self) -> bool:
        """Whether something was changed."""
        return self.canned != self._before

    def show_canned(self, canned: Canned) -> None:
        """Fill the fields."""
        self._before = canned
        fields = (self.name, self.shortcut, self.category, self.language, self.text, self.files)
        for field in fields:
            field.blockSignals(True)
        self.name.setText(canned.name)
        self.shortcut.setText(canned.shortcut)
        self.category.setEditText(canned.category)
        if self.language.findData(canned.language) < 0:
            self.language.addItem(canned.language, canned.language)
        self.language.setCurrentIndex(self.language.findData(canned.language))
        self.text.setPlainText(canned.text)
        self.files.set_media(canned.media)
        for field in fields:
            field.blockSignals(False)
        self._show()

    def offer_categories(self, names: Sequence[str]) -> None:
        """The categories that there are."""
        now = self.category.currentText()
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItems(list(names))
        self.category.setEditText(now)
        self.category.blockSignals(False)

    def _edited(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        now = self.canned
        self.preview.setText(clean(fill(now.text, self.values, {}), limit=2000))
        why = problem_of(now) if now.name or now.text else ""
        self.problem.setText(error_texts.sentence(why))

    def _insert(self, words: str, back: int = 0, *_: object) -> None:
        cursor = self.text.textCursor()
        cursor.insertText(words)
        if back:
            cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.MoveAnchor, back)
            self.text.setTextCursor(cursor)
        self.text.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._attach)
        dialog.open()

    def _attach(self, paths: list[str]) -> None:
        self.files.add([path for path in paths if Path(path).is_file()])
