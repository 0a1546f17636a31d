"""The palette from a keystroke to what it finds: 1,000,000 conversations and 100,000 people against 1,000 of each.

Two whole windows, each on a store of its own, are typed into in turns (goal: below 2 times). What needs no search
(actions, views, settings, what was used last) is measured by itself as well: until it is painted, against one frame of
a screen that shows 60 in a second.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from scrm_desktop.service import Service
from scrm_desktop.sync.engine import EngineThread
from support.engine_parts import file_credentials
from support.ratio import Comparison, Costs, cpu_seconds
from support.seed import Amount, seed
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.moving.palette import Palette
from ui.preferences import Preferences
from ui.theme import Scheme, Theme

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]
MANY = Amount(conversations=1_000_000, customers=100_000)
FEW = Amount(conversations=1_000, customers=1_000)
FRAME = 1 / 60
WORDS = ("camille 77", "anais", "user5", "remb", "parcel ref", "done", "jrgen", "zzzz", "label", "priya 3")


class Typist:
    """A window, and its palette for each word."""

    def __init__(self, loop: qasync.QEventLoop, theme: Theme, profile: Path) -> None:
        async def make() -> Service:
            return await Service.open(profile, actor="Bench", credentials=file_credentials(profile / "keys"))

        self.loop = loop
        self.engine: EngineThread[Service] = EngineThread(make)
        self.bridge = Bridge(self.engine.start(), self.engine.call)
        self.main = MainWindow(self.bridge, theme, Preferences(profile))
        self.main.start()
        self.main.show()
        loop.run_until_complete(asyncio.sleep(1.0))

    def type(self, word: str, costs: Costs, own: Costs) -> None:
        """Letter by letter, each awaited until its answer is painted; ``own``: until the keystroke has painted."""
        self.main.going.palette()
        (palette,) = self.main.findChildren(Palette)
        for end in range(1, len(word) + 1):
            wall, cpu = time.perf_counter(), cpu_seconds()
            palette.field.setText(word[:end])
            own.add(time.perf_counter() - wall, cpu_seconds() - cpu)
            self.loop.run_until_complete(self._answered(palette))
            palette.repaint()
            costs.add(time.perf_counter() - wall, cpu_seconds() - cpu)
        palette.close()
        QCoreApplication.sendPostedEvents(palette, QEvent.Type.DeferredDelete.value)

    async def _answered(self, palette: Palette) -> None:
        # Not by asking again and again: that would take the time from the readers' threads.
        there = asyncio.Event()
        palette.settled.connect(there.set)
        if palette.answered != palette.turn:
            await asyncio.wait_for(there.wait(), 60)
        palette.settled.disconnect(there.set)

    def close(self) -> None:
        """End it."""
        self.main.hide()
        self.loop.run_until_complete(self.bridge.close())
        self.engine.stop()
        self.main.deleteLater()


@pytest.fixture
def typists(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Typist, Typist]]:
    """The big one and the small one."""
    for name, amount in (("many", MANY), ("few", FEW)):
        seed(tmp_path / name, amount)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    theme = Theme(qapp, Scheme.LIGHT)
    made = tuple(Typist(loop, theme, tmp_path / name) for name in ("many", "few"))
    yield made[0], made[1]
    for one in made:
        one.close()
    theme.setParent(None)
    loop.close()
    asyncio.set_event_loop(None)


def test_palette(typists: tuple[Typist, Typist]) -> None:
    many, few = typists
    measured = Comparison("palette: keystroke to result, of a million / of a thousand", 2.0)
    frame = Comparison("palette: its own list painted, of one frame", 1.0)
    for turn in range(6):
        for word in WORDS:
            for typist, costs, own in ((few, measured.bare, Costs()), (many, measured.ours, frame.ours)):
                typist.type(word, Costs() if turn == 0 else costs, Costs() if turn == 0 else own)
    frame.bare.add(FRAME, FRAME)
    measured.report()
    frame.report()
