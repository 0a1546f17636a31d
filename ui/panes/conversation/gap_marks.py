"""Marks the places of a text that are still to be filled."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from scrm_desktop.domain.placeholders import unfilled
from ui.theme import Theme


class GapMarks(QSyntaxHighlighter):
    """Amber, and underlined for those who don't see it."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if "{{" not in text:
            return
        look = QTextCharFormat()
        look.setBackground(self._theme.tokens.amber_soft)
        look.setForeground(self._theme.tokens.amber)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for gap in unfilled(text):
            self.setFormat(gap.start, gap.end - gap.start, look)
