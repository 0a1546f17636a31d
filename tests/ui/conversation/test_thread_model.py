"""The rows of a thread change in place, and pages find their place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.views import ThreadItem, ThreadPage
from support.thread_items import message, one_of_each
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import merge_page, rows_of
from ui.models.thread_words import ThreadWords


@pytest.fixture
def model(qapp: object) -> ThreadModel:
    made = ThreadModel(ThreadWords())
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def keys(model: ThreadModel) -> list[str]:
    return [item.key for item in model.items]


def page(items: list[ThreadItem], *, older: bool) -> ThreadPage:
    return ThreadPage(conversation_id=1, items=tuple(items), older=older, newer=False, total=99)


def test_a_day_line_stands_before_the_first_message_of_each_day() -> None:
    rows = rows_of([message(1), message(2), message(1441), message(2900)])
    assert [row.item is None for row in rows] == [True, False, False, True, False, True, False]
    assert len({row.key for row in rows}) == len(rows)


def test_rows_are_added_at_both_ends_and_changed_in_the_middle(model: ThreadModel) -> None:
    model.update_to([message(5), message(6)])
    kept = model.row_at(model.place_of("m:5") or 0)
    changed = replace(message(6), favourites=3)
    model.update_to([message(3), message(4), message(5), changed, message(7)])
    assert keys(model) == ["m:3", "m:4", "m:5", "m:6", "m:7"]
    assert model.row_at(model.place_of("m:5") or 0) is kept
    assert model.items[3].favourites == 3


def test_a_row_that_was_taken_away_goes(model: ThreadModel) -> None:
    model.update_to(one_of_each())
    left = [item for item in one_of_each() if item.key != "n:9"]
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda parent, first, last: removed.append((first, last)))
    model.update_to(left)
    assert keys(model) == [item.key for item in left]
    assert len(removed) == 1 and removed[0][0] == removed[0][1]


def test_every_row_can_be_read_aloud(model: ThreadModel) -> None:
    model.update_to(one_of_each())
    spoken = [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(model.rowCount())]
    assert all(spoken)
    text = "\n".join(spoken)
    for part in ("Camille Laurent", "48190", "Internal note by Nadia", "Samir", "A scratched table leg",
                 "Deleted by its author", "Content warning: Language", "waiting for the network", "not sent",
                 "unconfirmed", "direct message", "edited"):  # fmt: skip
        assert part in text
    assert "Gone text" not in text


def test_a_newest_page_keeps_what_is_older() -> None:
    old = [message(n) for n in range(1, 11)]
    new = [message(n) for n in range(8, 13)]
    assert [item.key for item in merge_page(old, page(new, older=True), None)] == [f"m:{n}" for n in range(1, 13)]


def test_a_page_in_the_middle_replaces_its_part_only() -> None:
    old = [message(n) for n in range(1, 11)]
    new = [replace(message(n), text="new") for n in (4, 6)]
    merged = merge_page(old, page(new, older=True), "m:7")
    assert [item.key for item in merged] == ["m:1", "m:2", "m:3", "m:4", "m:6", "m:7", "m:8", "m:9", "m:10"]
    assert merged[3].text == "new"


def test_a_page_that_does_not_touch_the_window_replaces_it() -> None:
    new = [message(n) for n in range(500, 505)]
    assert merge_page([message(1)], page(new, older=True), None) == new


def test_what_was_removed_from_the_start_of_a_whole_thread_is_gone() -> None:
    assert merge_page([message(1), message(2)], page([message(2)], older=False), None) == [message(2)]


def test_what_waited_too_long_says_so_and_can_be_sent_or_taken_back(qapp: object) -> None:
    words = ThreadWords()
    held = message(
        1, own=True, state=OutboxState.HELD, error_code="WaitedTooLong",
        error="This was written on 2026-11-01 09:00 UTC and could not be sent since."
        " Read it again, then send it or take it back.",
    )  # fmt: skip
    assert "2026-11-01" in words.why(held)
    assert [act for act, _ in words.state_actions(held)] == ["retry", "take"]
