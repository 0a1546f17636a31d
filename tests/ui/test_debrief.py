"""The debrief of a practice round, from the network's JSON to sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from scrm_desktop.practice.debrief_texts import LINES, PARTS, SECTIONS, WHY
from ui.debrief_texts import DEBRIEF
from ui.dialogs.debrief import DebriefDialog, sentence
from ui.theme import Theme

FOUND = {
    "score": 62,
    "most": 100,
    "parts": [
        {
            "code": "answered",
            "points": 20,
            "most": 30,
            "params": {"count": 4, "total": 6},
            "template": PARTS["answered"],
        }
    ],
    "sections": [
        {
            "code": "argued",
            "title": SECTIONS["argued"],
            "lines": [
                {
                    "code": "argued",
                    "params": {"name": "Camille", "sentence": "<b>Calmez-vous</b>", "why": WHY["orders_calm"]},
                    "template": LINES["argued"],
                }
            ],
        }
    ],
    "customers": [],
}


def test_the_translators_know_every_sentence() -> None:
    told = {text for table in (LINES, PARTS, SECTIONS, WHY) for text in table.values()}
    assert told <= set(DEBRIEF)


def test_a_round_is_told(theme: Theme, qapp: object) -> None:
    parent = QWidget()
    dialog = DebriefDialog(parent, theme, FOUND)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "62 of 100 points" in said
    assert "4 of 6 people who needed an answer had one." in said
    assert "Camille read: “<b>Calmez-vous</b>” Nobody ever became calm by being told to." in said
    dialog.deleteLater()
    parent.deleteLater()


def test_a_round_with_nothing_yet_says_so(theme: Theme, qapp: object) -> None:
    parent = QWidget()
    dialog = DebriefDialog(parent, theme, {"score": None, "sections": "rubbish", "parts": [1]})
    assert "Nothing to look back at yet" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.deleteLater()
    parent.deleteLater()


def test_braces_in_a_quote_are_only_text() -> None:
    line = {"template": "{name} read: “{sentence}”", "params": {"name": "{name}", "sentence": "{0.x} \u202e"}}
    assert sentence(line) == "{name} read: “{0.x} ”"
