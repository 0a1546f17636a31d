"""Looks back at a practice round: a score with its reasons, then what helped and what did not, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import text
from ui.dialogs.login_pages import words
from ui.theme import Theme

Json = Mapping[str, object]


class DebriefDialog(QDialog):
    """Shows the practice network's own JSON; templates are translated here, names and quotes are only cleaned."""

    def __init__(self, parent: QWidget, theme: Theme, found: Json) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Practice debrief"))
        self._theme = theme
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 10, 0)
        self._lines.setSpacing(12)
        self._score(found)
        for section in _list(found.get("sections")):
            self._card(
                _translated(str(section.get("title", ""))), [sentence(one) for one in _list(section.get("lines"))]
            )
        self._card(self.tr("Each customer's wait"), [sentence(one) for one in _list(found.get("customers"))])
        self._lines.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 16, 18)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(640, 640)

    def _score(self, found: Json) -> None:
        score = found.get("score")
        heading = QLabel()
        heading.setFont(self._theme.font(20, 600))
        self._lines.addWidget(heading)
        if score is None:
            heading.setText(self.tr("Nothing to look back at yet"))
            self._lines.addWidget(words(self.tr("Answer a few customers first, then come back."), muted=True))
            return
        heading.setText(self.tr("{score} of {most} points").format(score=score, most=found.get("most", 100)))
        for part in _list(found.get("parts")):
            self._lines.addLayout(self._part(part))

    def _part(self, part: Json) -> QVBoxLayout:
        points, most = _number(part.get("points")), max(1, _number(part.get("most")))
        bar = QProgressBar()
        bar.setRange(0, most)
        bar.setValue(min(points, most))
        bar.setTextVisible(False)
        bar.setFixedHeight(6)
        names = self._theme.tokens.names()
        bar.setStyleSheet(
            f"QProgressBar {{ background: {names['theirs']}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {names['accent']}; border-radius: 3px; }}"
        )
        line = QHBoxLayout()
        line.addWidget(words(sentence(part)), 1)
        line.addWidget(QLabel(f"{points} / {most}"), 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout()
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(bar)
        return whole

    def _card(self, title: str, sentences: Sequence[str]) -> None:
        if not sentences:
            return
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setSpacing(8)
        heading = QLabel(title)
        heading.setFont(self._theme.font(13, 600))
        column.addWidget(heading)
        for one in sentences:
            column.addWidget(words(one))
        self._lines.addWidget(card)


def sentence(line: Json) -> str:
    """One line of the debrief in the person's language; a template that nobody translated comes in English."""
    params = line.get("params")
    filled = (
        {str(k): _filled(str(k), v) for k, v in cast("Json", params).items()} if isinstance(params, Mapping) else {}
    )
    title = filled.get(f"title_{QLocale().name()[:2]}")
    if title:
        filled["title"] = title
    return _translated(str(line.get("template", line.get("text", "")))).format_map(_Blank(filled))


def _filled(name: str, value: object) -> str:
    if name in ("why", "asked", "answered") and isinstance(value, str):
        return _translated(value)
    if isinstance(value, str):
        return text.clean(value, limit=600)
    return QLocale().toString(value) if isinstance(value, int) else str(value)


def _translated(english: str) -> str:
    return QCoreApplication.translate("Debrief", english) if english else ""


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _list(value: object) -> list[Json]:
    found = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Json", one) for one in found if isinstance(one, Mapping)]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
