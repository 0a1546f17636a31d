"""What the customer's card says of who else they are: likely matches, and the ways to join and to part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scrm_desktop.domain.views import Proposal
from ui.likeness_words import reasons
from ui.panes.customer.cards import LineButton, plain
from ui.text import display_name, one_line
from ui.theme import Theme


def proposal_box(
    theme: Theme,
    proposal: Proposal,
    badge: tuple[str, str],
    compare: Callable[[], None],
    refuse: Callable[[], None],
    parent: QWidget,
) -> QFrame:
    """Somebody who may be the same person, why, and the two answers to it."""
    box = QFrame(parent)
    box.setObjectName("proposal")
    t = theme.tokens
    box.setStyleSheet(
        f"#proposal {{ background: {t.bg.name()}; border: 1px solid {t.line.name()}; border-radius: 8px; }}"
    )
    column = QVBoxLayout(box)
    column.setContentsMargins(9, 8, 9, 9)
    column.setSpacing(4)
    column.addWidget(
        plain(QCoreApplication.translate("Persons", "Perhaps the same person"), theme.font(12, 600), t.fg.name(), box)
    )
    name = display_name(proposal.profile.display_name, proposal.profile.handle)
    line = LineButton(theme, f"{name} · @{one_line(proposal.profile.handle, limit=120)}", "", badge, box)
    line.clicked.connect(compare)
    column.addWidget(line)
    why = plain(reasons(proposal.reasons), theme.font(12), t.muted.name(), box)
    why.setWordWrap(True)
    column.addWidget(why)
    row = QHBoxLayout()
    row.setSpacing(8)
    for words, then in (
        (QCoreApplication.translate("Persons", "Compare…"), compare),
        (QCoreApplication.translate("Persons", "Not the same"), refuse),
    ):
        button = _button(words, then, box)
        # The two share the width of the card, however long a language is.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setStyleSheet("padding-left: 4px; padding-right: 4px;")
        row.addWidget(button, 1)
    column.addLayout(row)
    return box


def person_buttons(several: bool, join: Callable[[], None], part: Callable[[], None], parent: QWidget) -> QVBoxLayout:
    """Join with another profile; part again where there are several."""
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(_button(QCoreApplication.translate("Persons", "Same person as…"), join, parent))
    if several:
        column.addWidget(_button(QCoreApplication.translate("Persons", "Not the same person…"), part, parent))
    return column


def _button(words: str, then: Callable[[], None], parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.clicked.connect(lambda _=False: then())
    return button
