"""Every key on one sheet: to be searched, printed, or kept as a PDF."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.fuzzy import score
from ui import keys
from ui.actions import Actions
from ui.moving.menus import heading, sections
from ui.theme import LIGHT, Theme, Tokens
from ui.theme.fonts import font

_Row = tuple[str, list[str]]
_Block = tuple[str, list[_Row]]


def blocks(actions: Actions, typed: str = "") -> list[_Block]:
    """Sections with their actions and keys; with ``typed`` only what fits."""
    made: list[_Block] = []
    for section, specs in sections():
        rows: list[_Row] = []
        for spec in specs:
            words = QCoreApplication.translate("Actions", spec.text).rstrip("…")
            held = [keys.told(key) for key in actions.keys.get(spec.id, ())]
            if held and (not typed or score(typed, f"{words} {heading(section)} {' '.join(held)}")):
                rows.append((words, held))
        if rows:
            made.append((heading(section), rows))
    return made


def columns(found: list[_Block], count: int = 2) -> list[list[_Block]]:
    """The blocks in order, in columns of about one length."""
    lines = sum(len(rows) + 2 for _, rows in found)
    made: list[list[_Block]] = [[] for _ in range(count)]
    used = 0
    for block in found:
        made[min(count - 1, used * count // max(1, lines))].append(block)
        used += len(block[1]) + 2
    return made


def sheet(found: list[_Block], tokens: Tokens, px: float) -> str:
    """The sheet as a table of our own words; everything in it is escaped."""
    cells = "".join(
        f'<td width="50%">{"".join(_block(one, tokens) for one in column)}</td>' for column in columns(found)
    )
    return f'<table width="100%" cellspacing="0" cellpadding="{round(px / 2)}"><tr>{cells}</tr></table>'


def _block(block: _Block, tokens: Tokens) -> str:
    name, rows = block
    lines = "".join(
        f'<tr><td style="color:{tokens.fg.name()}">{html.escape(words)}</td>'
        f'<td align="right" style="color:{tokens.muted.name()}">{_keys(held, tokens)}</td></tr>'
        for words, held in rows
    )
    title = f'<h4 style="color:{tokens.accent.name()}">{html.escape(name)}</h4>'
    return f'{title}<table width="100%" cellspacing="0" cellpadding="3">{lines}</table>'


def _keys(held: list[str], tokens: Tokens) -> str:
    style = f"background-color:{tokens.theirs.name()};color:{tokens.fg.name()}"
    return " &nbsp; ".join(f'<span style="{style}">&nbsp;{html.escape(key)}&nbsp;</span>' for key in held)


def document(actions: Actions, title: str) -> QTextDocument:
    """The whole sheet in black on white, for paper."""
    made = QTextDocument()
    made.setDefaultFont(font(11))
    made.setHtml(f"<h2>{html.escape(title)}</h2>{sheet(blocks(actions), LIGHT, 10)}")
    return made


class CheatSheet(QDialog):
    """``saved`` carries the path of a PDF that was written, ``failed`` one that could not be."""

    saved = Signal(str)
    failed = Signal(str)
    change_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._theme, self._actions = theme, actions
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search the shortcuts"))
        self.field.setClearButtonEnabled(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.windowTitle())
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._build()
        self.field.textChanged.connect(self._fill)
        theme.changed.connect(self._fill)
        self._fill()
        screen = self.screen().availableSize()
        self.resize(min(theme.px(820), screen.width() - 60), min(theme.px(680), screen.height() - 80))

    def _build(self) -> None:
        save, print_, close = (
            QPushButton(words) for words in (self.tr("Save as PDF…"), self.tr("Print…"), self.tr("Close"))
        )
        change = QPushButton(self.tr("Change the keys…"))
        save.clicked.connect(self._ask_where)
        print_.clicked.connect(self._print)
        change.clicked.connect(self._change)
        close.clicked.connect(self.accept)
        for button in (save, print_, change):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        for button in (change, save, print_):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        found = blocks(self._actions, self.field.text().strip())
        nothing = html.escape(self.tr("Nothing found."))
        self.text.document().setDefaultFont(self._theme.font(13))
        self.text.setHtml(sheet(found, self._theme.tokens, self._theme.px(10)) if found else nothing)

    def _change(self) -> None:
        self.accept()
        self.change_asked.emit()

    # -- paper ------------------------------------------------------------------------------------
    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(Path.home() / "scrm-shortcuts.pdf"), "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the sheet as a PDF of A4."""
        writer = QPdfWriter(path)
        writer.setTitle(self.windowTitle())
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
        document(self._actions, f"SCRM Desktop · {self.windowTitle()}").print_(writer)
        del writer
        written = Path(path).is_file() and Path(path).stat().st_size > 0
        (self.saved if written else self.failed).emit(path)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: document(self._actions, self.windowTitle()).print_(printer))
        dialog.setModal(True)
        dialog.show()
