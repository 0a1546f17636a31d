"""What the window showed last, shown again before the engine is there."""

from __future__ import annotations

import asyncio
import stat
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.triage import SetStatus, Status
from scrm_desktop.domain.views import InboxQuery, Mode
from scrm_desktop.errors import DiskFull
from support.fake_desk import FakeDesk
from ui import first_look
from ui.bridge import Bridge
from ui.late_desk import LateDesk
from ui.main_window import MainWindow
from ui.plain_json import pack, unpack
from ui.preferences import Preferences
from ui.theme import Theme
from ui.views import fixed_views

QUERY = fixed_views("Nadia")[0].query


@pytest.fixture
def look(desk: FakeDesk, run) -> first_look.FirstLook:
    desk.alike = {number: (2 if number != 2 else 3,) for number in desk.rows}
    found = run(first_look.take(desk, QUERY))
    assert found is not None
    assert found.card is not None and found.card.proposals
    return found


def test_it_comes_back_as_it_was(look: first_look.FirstLook, tmp_path: Path) -> None:
    first_look.save(tmp_path, look)
    assert first_look.load(tmp_path, me="Nadia") == look
    assert stat.S_IMODE((tmp_path / first_look.FILE).stat().st_mode) == 0o600
    first_look.forget(tmp_path)
    assert first_look.load(tmp_path, me="Nadia") is None


def test_somebody_elses_look_is_not_shown(look: first_look.FirstLook, tmp_path: Path) -> None:
    first_look.save(tmp_path, look)
    assert first_look.load(tmp_path, me="Sam") is None


@pytest.mark.parametrize(
    "written",
    ["", "[]", "null", "{}", '{"version": 2}', '{"version": 3, "me": "Nadia"}', '{"version": 2, "me": "Nadia", "x": 1}',
     '{"version": 2, "me": "Nadia", "ids": {"~": "Popen", "args": ["true"]}}', "\x00\xff", "[" * 100_000],
)  # fmt: skip
def test_rubbish_is_no_look(written: str, tmp_path: Path) -> None:
    (tmp_path / first_look.FILE).write_text(written, "utf-8")
    assert first_look.load(tmp_path, me="Nadia") is None


def test_only_the_domain_is_packed() -> None:
    with pytest.raises(TypeError):
        pack({"a": object()})
    assert unpack(pack((OutboxState.SENT, Status.OPEN, 3, "x", None, True))) == (
        OutboxState.SENT,
        Status.OPEN,
        3,
        "x",
        None,
        True,
    )


def test_an_empty_list_leaves_no_look(run) -> None:
    assert run(first_look.take(FakeDesk(empty=True), QUERY)) is None


class Late:
    """A window on the first look of a desk that is not there yet."""

    def __init__(self, look: first_look.FirstLook, loop: asyncio.AbstractEventLoop, theme: Theme) -> None:
        self.ready: Future[Any] = Future()
        self.desk: Any = LateDesk(look, self.ready, lambda coro: asyncio.run_coroutine_threadsafe(coro, loop))
        self.bridge = Bridge(self.desk, loop.create_task)
        self.window = MainWindow(self.bridge, theme, Preferences())
        self.window.start()
        self.window.show()


@pytest.fixture
def late(look, loop, theme: Theme, run):
    made = Late(look, loop, theme)
    yield made
    run(made.bridge.close())
    made.window.hide()
    made.window.deleteLater()


def shown(window: MainWindow) -> list[int | None]:
    return [window.model.id_at(row) for row in range(window.model.rowCount())]


def test_the_window_is_filled_before_the_engine(late: Late, desk: FakeDesk, run, until) -> None:
    desk.calls.clear()

    async def story() -> None:
        await until(lambda: late.window.filled)
        assert shown(late.window) == [8, 1, 2, 4, 5, 6]
        assert desk.calls == []
        desk.rows.pop(8)
        late.ready.set_result(desk)
        late.desk.arrived()
        await until(lambda: shown(late.window) == [1, 2, 4, 5, 6] or late.window.model.sticky == 8)
        await until(lambda: late.window.house.counts.needs_reply == 5)
        desk.arrive(3, "Hello again")
        await until(lambda: 3 in shown(late.window))

    run(story())


def test_what_is_done_meanwhile_waits_for_the_engine(late: Late, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        await until(lambda: late.window.filled)
        late.window.triage_actions.triage.do(SetStatus(conversations=(1,), status=Status.DONE), "done")
        await asyncio.sleep(0.02)
        assert desk.rows[1].status is Status.OPEN
        late.ready.set_result(desk)
        late.desk.arrived()
        await until(lambda: desk.rows[1].status is Status.DONE)
        await until(lambda: 1 not in shown(late.window))

    run(story())


def test_an_engine_that_fails_fails_what_waits(late: Late, run, until) -> None:
    async def story() -> None:
        await until(lambda: late.window.filled)
        waiting = asyncio.ensure_future(late.desk.draft(1, Mode.PUBLIC, 1))
        late.ready.set_exception(DiskFull(path="/x"))
        with pytest.raises(DiskFull):
            await waiting

    run(story())


def test_another_question_is_not_answered_by_the_look(late: Late, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        waiting = asyncio.ensure_future(late.desk.conversation_ids(InboxQuery(status=Status.DONE)))
        await asyncio.sleep(0.02)
        assert not waiting.done()
        late.ready.set_result(desk)
        assert list(await waiting) == [7]
        with pytest.raises(AttributeError):
            late.desk.no_such_question  # noqa: B018

    run(story())
