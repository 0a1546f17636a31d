"""The conversation list's model: ids, pages of rows, and small steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.models.conversations import ROW, ConversationModel

OPEN = InboxQuery(status=Status.OPEN)


@pytest.fixture
def model(bridge: Bridge):
    made = ConversationModel(bridge)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def ids(model: ConversationModel) -> list[int | None]:
    return [model.id_at(row) for row in range(model.rowCount())]


def test_rows_come_when_they_are_looked_at(model, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        model.set_query(OPEN)
        await until(lambda: model.loaded)
        assert model.rowCount() == 9
        await until(lambda: model.data(model.index(0, 0), ROW) is not None)
        assert "Léo Bernard" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)

    run(story())


def test_only_the_pages_in_view_are_asked_for(loop, run, until) -> None:
    desk = FakeDesk(many=1_000_000)
    import asyncio

    bridge = Bridge(desk, lambda coro: asyncio.run_coroutine_threadsafe(coro, loop))
    model = ConversationModel(bridge)

    async def story() -> None:
        model.set_query(InboxQuery())
        await until(lambda: model.loaded)
        assert model.rowCount() == 1_000_010
        assert model.data(model.index(500_000, 0), ROW) is None
        await until(lambda: model.data(model.index(500_000, 0), ROW))
        asked = [what for name, what in desk.calls if name == "conversation_rows"]
        assert sum(len(what) for what in asked) <= 200
        await bridge.close()

    run(story())


def test_a_new_message_moves_one_row(model, desk: FakeDesk, run, until) -> None:
    moved: list[tuple[int, int]] = []
    model.rowsMoved.connect(lambda _p, first, _l, _d, to: moved.append((first, to)))

    async def story() -> None:
        model.set_query(OPEN)
        await until(lambda: model.loaded)
        model.data(model.index(0, 0), ROW)
        await until(lambda: model.known(1))
        before = ids(model).index(1)
        desk.arrive(1, "Still nothing!")
        await until(lambda: moved)
        assert moved == [(before, 0)]
        await until(lambda: model.known(1).last_text == "Still nothing!")

    run(story())


def test_a_row_that_leaves_goes_alone(model, desk: FakeDesk, run, until) -> None:
    resets: list[object] = []

    async def story() -> None:
        model.set_query(OPEN)
        await until(lambda: model.loaded)
        model.modelReset.connect(lambda: resets.append(1))
        desk.rows[2] = replace(desk.rows[2], status=Status.DONE)
        desk.emit(Changes(conversations=frozenset({2})))
        await until(lambda: 2 not in ids(model))
        assert not resets

    run(story())


def test_what_is_being_read_stays(model, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        model.set_query(InboxQuery(unread=True))
        await until(lambda: model.loaded)
        assert 1 in ids(model)
        model.sticky = 1
        desk.rows[1] = replace(desk.rows[1], unread=0)
        desk.rows[5] = replace(desk.rows[5], unread=1, last_at=datetime.now(UTC))
        desk.emit(Changes(conversations=frozenset({1, 5})))
        await until(lambda: 5 in ids(model))
        assert 1 in ids(model)
        model.sticky = None
        model.reload()
        await until(lambda: 1 not in ids(model))

    run(story())


def test_an_answer_to_an_old_question_is_dropped(model, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.delay = 0.02
        model.set_query(OPEN)
        model.set_query(InboxQuery(status=Status.DONE))
        await until(lambda: model.loaded)
        assert ids(model) == [7]

    run(story())


def test_an_empty_list_has_no_children(model) -> None:
    assert model.rowCount() == 0
    assert model.rowCount(QModelIndex()) == 0
    assert model.id_at(0) is None
    assert model.place(5) == -1
