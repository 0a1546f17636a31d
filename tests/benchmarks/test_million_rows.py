"""Opening a conversation and scrolling one screen, in a list of a million rows against the same in a list of ten.

Two whole windows, each on a store of its own, do the same in turns (goal: below 1.5 times).
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from scrm_desktop.service import Service
from scrm_desktop.sync.engine import EngineThread
from support.engine_parts import file_credentials
from support.ratio import Comparison, Costs, cpu_seconds
from support.seed import Amount, seed
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Scheme, Theme

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]
MANY, FEW, TURNS = 1_000_000, 10, 40


class Window:
    """A window on a profile, on the loop that both share."""

    def __init__(self, loop: qasync.QEventLoop, theme: Theme, profile: Path) -> None:
        async def make() -> Service:
            return await Service.open(profile, actor="Bench", credentials=file_credentials(profile / "keys"))

        self.loop, self.random = loop, random.Random(7)
        self.engine: EngineThread[Service] = EngineThread(make)
        self.bridge = Bridge(self.engine.start(), self.engine.call)
        self.main = MainWindow(self.bridge, theme, Preferences(profile))
        self.main.start()
        self.main.show()
        self.main.sidebar.choose("everything")

    def wait(self, wanted: Callable[[], object]) -> None:
        """Let the windows live until something is so."""

        async def until() -> None:
            end = time.monotonic() + 60
            while not wanted():
                assert time.monotonic() < end
                await asyncio.sleep(0)

        self.loop.run_until_complete(until())

    def measured(self, costs: Costs, work: Callable[[], None]) -> None:
        """Do it once."""
        wall, cpu = time.perf_counter(), cpu_seconds()
        work()
        costs.add(time.perf_counter() - wall, cpu_seconds() - cpu)

    def open_one(self) -> None:
        """Choose some conversation, wait until its thread is painted."""
        table, model = self.main.list.table, self.main.model
        row = self.random.randrange(model.rowCount())
        if model.id_at(row) == table.current_id:
            row = (row + 1) % model.rowCount()
        table.go_to_row(row)
        wanted = model.id_at(row)
        pane = self.main.conversation.thread_pane
        self.wait(lambda: pane.acts.row is not None and pane.acts.row.id == wanted and pane.model.items)
        self.main.repaint()

    def calm(self) -> None:
        """Let what opening began come to its end, so that it is not counted as scrolling."""
        self.loop.run_until_complete(asyncio.sleep(0.15))

    def scroll_one_screen(self) -> None:
        """One page down (or to the top from the end), wait until every visible row is known and painted."""
        table, model = self.main.list.table, self.main.model
        bar = table.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        rows = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
        table.viewport().repaint()
        self.wait(lambda: all(model.known(model.id_at(row)) is not None for row in rows))
        table.viewport().repaint()

    def close(self) -> None:
        """End it."""
        self.main.hide()
        self.loop.run_until_complete(self.bridge.close())
        self.engine.stop()
        self.main.deleteLater()


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Window, Window]]:
    """The big one and the small one."""
    for name, count in (("many", MANY), ("few", FEW)):
        seed(tmp_path / name, Amount(conversations=count))
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    theme = Theme(qapp, Scheme.LIGHT)
    made = tuple(Window(loop, theme, tmp_path / name) for name in ("many", "few"))
    yield made[0], made[1]
    for window in made:
        window.close()
    theme.setParent(None)
    loop.close()
    asyncio.set_event_loop(None)


def test_million_rows(windows: tuple[Window, Window]) -> None:
    many, few = windows
    many.wait(lambda: many.main.model.rowCount() == MANY)
    few.wait(lambda: few.main.model.rowCount() == FEW)
    opening, scrolling = Comparison("open one of a million / of ten", 1.5), Comparison("scroll a million / ten", 1.5)
    for turn in range(TURNS + 5):
        warm = turn < 5
        for window, which in ((few, "bare"), (many, "ours")):
            window.measured(Costs() if warm else getattr(opening, which), window.open_one)
            window.calm()
            window.measured(Costs() if warm else getattr(scrolling, which), window.scroll_one_screen)
    opening.report()
    scrolling.report()
