"""The thread on the screen: its place, its selection, its links, and its cost."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest

from scrm_desktop.domain.changes import Changes
from support.fake_desk import FakeDesk
from support.thread_items import message, one_of_each
from ui.delegates.thread_sheet import MAX_LINES
from ui.panes.conversation.pane import ConversationPane
from ui.panes.conversation.thread_view import ThreadView


def place_of(view: ThreadView, pane: ConversationPane, key: str) -> QPoint:
    """The top left corner of a row in the viewport."""
    place = pane.thread_pane.model.place_of(key)
    assert place is not None
    return view.visualRect(pane.thread_pane.model.index(place)).topLeft()


def point_in_body(pane: ConversationPane, key: str, position: int) -> QPoint:
    """Where a letter of a row's text stands in the viewport."""
    model, view = pane.thread_pane.model, pane.thread_pane.view
    body = pane.thread_pane.delegate.sheet(model.row_at(model.place_of(key) or 0)).body
    assert body is not None
    line = body.layout.lineForTextPosition(position)
    x = line.cursorToX(position)[0] if isinstance(line.cursorToX(position), tuple) else line.cursorToX(position)
    at = body.at + QPointF(x, line.y() + line.height() / 2)
    return place_of(view, pane, key) + at.toPoint()


def hit(pane: ConversationPane, key: str, act: str) -> QPoint:
    """Where a painted link stands in the viewport."""
    model = pane.thread_pane.model
    sheet = pane.thread_pane.delegate.sheet(model.row_at(model.place_of(key) or 0))
    found = next(one for one in sheet.hits if one.act == act)
    return place_of(pane.thread_pane.view, pane, key) + found.rect.center().toPoint()


def arrive(desk: FakeDesk, number: int) -> None:
    """The customer of conversation 1 writes again."""
    desk.threads[1].append(message(number))
    desk.emit(Changes(conversations=frozenset({1}), arrived=frozenset({1})))


def click(pane: ConversationPane, point: QPoint) -> None:
    QTest.mouseClick(pane.thread_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def drag(pane: ConversationPane, start: QPoint, end: QPoint) -> None:
    port = pane.thread_pane.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_it_opens_at_the_newest_message(opened) -> None:
    pane = opened(1, [message(n) for n in range(1, 400)])
    view = pane.thread_pane.view
    assert view.at_bottom()
    assert view.verticalScrollBar().maximum() > 0
    assert pane.thread_pane.model.items[-1].key == "m:399"
    assert len(pane.thread_pane.model.items) < 300


@pytest.mark.parametrize("value", [0, 40])
def test_older_messages_come_and_nothing_moves(opened, run, until, value: int) -> None:
    pane = opened(1, [message(n, "line\n" * (n % 7)) for n in range(1, 400)])
    view, model = pane.thread_pane.view, pane.thread_pane.model
    view.verticalScrollBar().setValue(value)
    key = model.row_at(view.indexAt(QPoint(200, 5)).row() + 2).key
    before, first = place_of(view, pane, key), model.items[0].key
    run(until(lambda: model.items[0].key != first))
    assert place_of(view, pane, key) == before


def test_a_new_message_is_shown_at_once_to_those_who_read_the_end(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1, [message(n) for n in range(1, 60)])
    arrive(desk, 99)
    run(until(lambda: pane.thread_pane.model.place_of("m:99") is not None))
    assert pane.thread_pane.view.at_bottom()
    assert not pane.thread_pane.pill.isVisible()


def test_those_who_read_above_keep_their_place_and_are_told(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1, [message(n) for n in range(1, 60)])
    view = pane.thread_pane.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    key = pane.thread_pane.model.row_at(view.indexAt(QPoint(200, 50)).row()).key
    before = place_of(view, pane, key)
    arrive(desk, 99)
    run(until(pane.thread_pane.pill.isVisible))
    assert place_of(view, pane, key) == before
    pane.thread_pane.pill.click()
    assert view.at_bottom()
    assert not pane.thread_pane.pill.isVisible()


def test_another_width_lays_out_again_and_stays_at_the_end(opened, run, until) -> None:
    pane = opened(1, [message(n, "some words that need a line or two " * 3) for n in range(1, 80)])
    view = pane.thread_pane.view
    pane.window().resize(380, 700)
    run(until(lambda: pane.thread_pane.delegate.width == view.width()))
    assert view.at_bottom()


def test_text_is_selected_by_mouse_and_copied(opened) -> None:
    pane = opened(1, [message(1, "Bonjour 🌿 Camille"), message(2, "Second")])
    drag(pane, point_in_body(pane, "m:1", 0), point_in_body(pane, "m:1", 7))
    assert pane.thread_pane.view.marked.text() == "Bonjour"
    QTest.keyClick(pane.thread_pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Bonjour"


@pytest.mark.parametrize("upwards", [False, True])
def test_a_selection_goes_across_bubbles(opened, upwards: bool) -> None:
    pane = opened(1, [message(1, "First one"), message(2, "Middle one"), message(3, "Last one")])
    ends = [point_in_body(pane, "m:1", 6), point_in_body(pane, "m:3", 4)]
    drag(pane, *(ends[::-1] if upwards else ends))
    assert pane.thread_pane.view.marked.text() == "one\n\nMiddle one\n\nLast"


def test_a_double_click_takes_a_word_and_ctrl_a_the_bubble(opened) -> None:
    pane = opened(1, [message(1, "Bonjour Camille, merci")])
    view = pane.thread_pane.view
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in_body(pane, "m:1", 10))
    assert view.marked.text() == "Camille"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.marked.text() == "Bonjour Camille, merci"


def test_a_warning_folds_the_text_and_a_click_opens_it(opened) -> None:
    pane = opened(1, [message(1, "Only for the brave", content_warning="Language")])
    model, delegate = pane.thread_pane.model, pane.thread_pane.delegate
    assert delegate.sheet(model.row_at(1)).body is None
    click(pane, hit(pane, "m:1", "fold"))
    body = delegate.sheet(model.row_at(1)).body
    assert body is not None and body.text == "Only for the brave"
    click(pane, hit(pane, "m:1", "fold"))
    assert delegate.sheet(model.row_at(1)).body is None


def test_a_deleted_text_waits_behind_a_click(opened) -> None:
    pane = opened(1, [message(1, "Gone text", deleted_at=message(1).at)])
    model, delegate = pane.thread_pane.model, pane.thread_pane.delegate
    assert delegate.sheet(model.row_at(1)).body is None
    click(pane, hit(pane, "m:1", "kept"))
    body = delegate.sheet(model.row_at(1)).body
    assert body is not None and body.text == "Gone text"


def test_a_failed_message_can_be_tried_again_by_click(opened, desk: FakeDesk, run, until) -> None:
    pane = opened(1, one_of_each())
    desk.outbox_rows.clear()
    asked: list[int] = []

    async def retry(number: int) -> None:
        asked.append(number)

    desk.retry = retry  # type: ignore[method-assign]
    view = pane.thread_pane.view
    view.scrollTo(pane.thread_pane.model.index(pane.thread_pane.model.place_of("o:14") or 0))
    click(pane, hit(pane, "o:14", "retry"))
    run(until(lambda: asked))
    assert asked == [14]


def test_the_keyboard_goes_from_row_to_row_and_opens_the_menu(opened) -> None:
    pane = opened(1, one_of_each())
    view = pane.thread_pane.view
    wanted: list[str] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(lambda row, point: wanted.append(row.key))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted == ["o:15"]


HOSTILE = {
    "marks": "a" + "\u0301" * 200_000,
    "many marked letters": ("a" + "\u0301" * 30) * 7_000,
    "one word of a megabyte": "x" * 1_000_000,
    "lines": "line\n" * 100_000,
    "joined emoji": "👩‍👩‍👧‍👦" * 20_000,
    "right to left": "\u202e" * 200_000 + "end",
    "isolates": "\u2067" * 100_000 + "end",
    "markup": "<table><tr><td>" * 200,
    "links": "https://example.org/" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_a_bounded_number_of_lines(opened, name: str) -> None:
    """Bounded work, not measured time: the letters and lines handed to Qt have a limit, also when all is asked for."""
    pane = opened(1, [message(1, HOSTILE[name])])
    model, delegate = pane.thread_pane.model, pane.thread_pane.delegate
    for whole in (False, True):
        if whole:
            pane.thread_pane.do("whole", model.items[0])
        body = delegate.sheet(model.row_at(1)).body
        assert body is not None
        assert body.layout.lineCount() <= MAX_LINES
        assert len(body.text) <= (25_000 if whole else 6_100)
        assert delegate.sheet(model.row_at(1)).height < 40_000
    pane.grab()


def test_hostile_names_stay_on_one_line(opened) -> None:
    bad = "Support\u202e\n" + "\u0301" * 1000 + "x" * 5000
    author = message(1).author
    assert author is not None
    pane = opened(
        1, [message(1, author=type(author)(remote_id="p", handle="a@b.example", display_name=bad), context=True)]
    )
    sheet = pane.thread_pane.delegate.sheet(pane.thread_pane.model.row_at(1))
    for caption in sheet.captions:
        assert "\n" not in caption.text and "\u202e" not in caption.text
        assert caption.rect.right() <= pane.thread_pane.delegate.width


def test_a_long_thread_lays_out_only_what_was_loaded(opened) -> None:
    pane = opened(1, [message(n) for n in range(1, 10_001)])
    assert pane.thread_pane.delegate.built < 400


def test_scrolling_back_and_forth_lays_out_nothing_again(opened, run) -> None:
    pane = opened(1, [message(n) for n in range(1, 60)])
    pane.grab()
    built = pane.thread_pane.delegate.built
    bar = pane.thread_pane.view.verticalScrollBar()
    for value in (0, bar.maximum(), 0):
        bar.setValue(value)
        pane.grab()
    run(asyncio.sleep(0))
    assert pane.thread_pane.delegate.built == built


def test_everything_a_thread_can_hold_is_drawn_in_both_themes(opened, theme) -> None:
    from ui.theme import Scheme

    pane = opened(1, one_of_each())
    light = pane.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    dark = pane.grab().toImage()
    theme.set_scheme(Scheme.LIGHT)
    assert light.pixelColor(10, 200) == theme.tokens.panel
    assert dark.pixelColor(10, 200) != light.pixelColor(10, 200)
    assert QFont(theme.font(13)).pixelSize() == 13


def test_back_at_the_end_the_far_past_is_let_go_and_comes_again(opened, run, until) -> None:
    pane = opened(1, [message(n) for n in range(1, 1001)])
    view, model = pane.thread_pane.view, pane.thread_pane.model
    while len(model.items) < 600:
        count = len(model.items)
        view.verticalScrollBar().setValue(0)
        run(until(lambda count=count: len(model.items) > count))
    view.to_bottom()
    assert len(model.items) <= 300 and model.items[-1].key == "m:1000" and view.at_bottom()
    view.verticalScrollBar().setValue(0)
    run(until(lambda: len(model.items) > 300))
