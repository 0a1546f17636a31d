"""The practice round moved from the window's menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from support.fake_desk import FakeDesk
from ui.actions import Actions, When
from ui.bridge import Bridge
from ui.panes.practice_menu import PracticeMenu
from ui.theme import Theme


@pytest.fixture
def menu(bridge: Bridge, theme: Theme) -> Iterator[PracticeMenu]:
    window = QWidget()
    actions = Actions(window, theme)
    actions.allow({When.PRACTICE})
    yield PracticeMenu(window, bridge, actions)
    window.deleteLater()


def asked(desk: FakeDesk, name: str) -> list[object]:
    return [given for called, given in desk.calls if called == name]


def test_it_shows_how_the_round_stands(menu: PracticeMenu, desk: FakeDesk, run, until) -> None:
    desk.clock |= {"speed": 4.0, "crisis": True}

    async def story() -> None:
        menu.aboutToShow.emit()
        await until(menu.speeds[4].isChecked)
        assert not menu.crisis.isEnabled()
        menu.speeds[20].trigger()
        await until(lambda: desk.clock["speed"] == 20.0)

    run(story())


def test_the_crisis_is_told(menu: PracticeMenu, desk: FakeDesk, run, until) -> None:
    told: list[str] = []
    menu.told.connect(told.append)

    async def story() -> None:
        menu.crisis.trigger()
        await until(lambda: told)
        assert desk.clock["crisis"]
        assert not menu.crisis.isEnabled()

    run(story())


def test_a_new_round_is_begun_only_when_it_was_agreed_to(menu: PracticeMenu, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        for agree in (False, True):
            menu.round.trigger()
            (box,) = [one for one in menu.parentWidget().findChildren(QMessageBox) if one.isVisible()]
            (begin,) = [one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole]
            (begin if agree else box.button(QMessageBox.StandardButton.Cancel)).click()
            await until(lambda box=box: not menu._asking)
        await until(lambda: asked(desk, "practice_round"))
        assert len(asked(desk, "practice_round")) == 1

    run(story())
