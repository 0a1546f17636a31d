"""What happened is told in sentences that a person would say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrm_desktop.config import NEUTRAL
from scrm_desktop.domain.views import ItemKind, ThreadItem
from ui.models.thread_events import event_words
from ui.text import FSI, PDI


def said(kind: str, actor: str, what: str = "") -> str:
    at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    item = ThreadItem(key="e:1", kind=ItemKind.EVENT, at=at, event=kind, actor=actor, event_detail=what)
    return event_words(item).replace(FSI, "").replace(PDI, "")


@pytest.mark.parametrize(
    ("kind", "actor", "what", "sentence"),
    [
        ("assigned", "Nadia", "Jules", "Nadia assigned this to Jules"),
        ("assigned", "Nadia", "Nadia", "Nadia took this conversation on"),
        ("assigned", NEUTRAL, NEUTRAL, "Your team took this conversation on"),
        ("labelled", "Nadia", "vip", "Nadia added the label vip"),
        ("something_new", "Nadia", "twice", "Nadia · something new · twice"),
    ],
)
def test_an_event_is_a_sentence(qapp, kind: str, actor: str, what: str, sentence: str) -> None:
    assert said(kind, actor, what) == sentence
