"""The tray icon, its menu, closing the window, and starting with the login."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from scrm_desktop.domain.quiet import tomorrow
from support.processes import Process, until
from ui import autostart
from ui.notifying.card import Card, NotShown
from ui.preferences import Preferences
from ui.tray.closing import QUIT, TRAY, Closing
from ui.tray.drawing import SIZES, number_words, tray_icon, tray_pixmap
from ui.tray.tray import Balloon, Tray

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


# -- drawing ------------------------------------------------------------------------------------------
def luminance(colour: QColor) -> float:
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(image: QImage) -> dict[str, int]:
    found: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() == 255:
                found[pixel.name()] = found.get(pixel.name(), 0) + 1
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 3, 27, 150])
def test_it_is_legible_in_every_size(qapp: object, size: int, count: int) -> None:
    image = tray_pixmap(count, size).toImage()
    found = colours(image)
    ground = QColor("#c4221a" if count else "#1d5bd6")
    assert found.get(ground.name(), 0) >= size * size * 0.1, "the ground is a plane, not a blur"
    assert contrast(QColor("white"), ground) >= 4.5
    bright = [name for name in found if contrast(QColor(name), ground) >= 3]
    assert bright, "figure or mark stands out from it"


@pytest.mark.parametrize("panel", ["#f5f5f5", "#202124", "#1d5bd6", "#c4221a"])
def test_it_stands_out_from_every_panel(qapp: object, panel: str) -> None:
    for count in (0, 7):
        found = colours(tray_pixmap(count, 22).toImage())
        assert any(contrast(QColor(name), QColor(panel)) >= 3 for name, times in found.items() if times > 8)


def test_numbers_fit(qapp: object) -> None:
    assert [number_words(count, 16) for count in (1, 99, 100)] == ["1", "99", "99"]
    assert number_words(1000, 64) == "99+"
    assert sorted(size.width() for size in tray_icon(3).availableSizes()) == list(SIZES)


def test_another_count_is_another_picture(qapp: object) -> None:
    shown = [tray_pixmap(count, 16).toImage() for count in (0, 1, 2)] + [tray_pixmap(1, 16, paused=True).toImage()]
    assert all(one != other for one in shown for other in shown if one is not other)


# -- menu ---------------------------------------------------------------------------------------------
@pytest.fixture
def tray(qapp: object) -> Iterator[Tray]:
    made = Tray(clock=lambda: NOW)
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_menu_says_and_does(tray: Tray) -> None:
    heard: list[object] = []
    tray.open_asked.connect(lambda: heard.append("open"))
    tray.check_asked.connect(lambda: heard.append("check"))
    tray.quit_asked.connect(lambda: heard.append("quit"))
    tray.paused.connect(heard.append)
    for action in (tray.open, tray.check, tray.hour, tray.night, tray.quit):
        assert action.text()
        action.trigger()
    assert heard == ["open", "check", NOW + timedelta(hours=1), tomorrow("", NOW), "quit"]


def test_a_pause_is_said_and_can_be_ended(tray: Tray) -> None:
    tray.show_state(4, NOW + timedelta(hours=1))
    assert (tray.hour.isVisible(), tray.night.isVisible(), tray.resume.isVisible()) == (False, False, True)
    assert "4" in tray.icon.toolTip()
    assert "paused" in tray.icon.toolTip()
    tray.show_state(0, NOW - timedelta(hours=1))
    assert (tray.hour.isVisible(), tray.resume.isVisible()) == (True, False)
    assert "paused" not in tray.icon.toolTip()


def test_without_a_tray_the_balloon_says_so(tray: Tray, run) -> None:
    async def story() -> None:
        with pytest.raises(NotShown):
            await Balloon(tray).show_card(Card(title="x"))

    run(story())


# -- closing ------------------------------------------------------------------------------------------
class Window(QWidget):
    """A window whose closing is asked about."""

    def __init__(self, preferences: Preferences, *, tray: bool = True) -> None:
        super().__init__()
        self.ended = 0
        self.closing = Closing(self, preferences, lambda: tray)
        self.show()

    def ask(self) -> QMessageBox | None:
        self.closing.asked(self._end)
        return self.closing._box

    def _end(self) -> None:
        self.ended += 1


def press(box: QMessageBox, words: str) -> None:
    next(one for one in box.findChildren(QPushButton) if one.text() == words).click()


def test_it_asks_once_and_stays(qapp: object) -> None:
    preferences = Preferences()
    window = Window(preferences)
    box = window.ask()
    assert box is not None
    assert window.ask() is box, "one question at a time"
    press(box, "Stay in the tray")
    assert (window.isVisible(), window.ended, preferences.settings.closing) == (False, 0, TRAY)
    window.show()
    assert window.ask() is None
    assert (window.isVisible(), window.ended) == (False, 0)


def test_it_asks_once_and_quits(qapp: object) -> None:
    preferences = Preferences()
    window = Window(preferences)
    press(window.ask() or QMessageBox(), "Quit")
    assert (window.ended, preferences.settings.closing) == (1, QUIT)
    assert window.ask() is None
    assert window.ended == 2


def test_cancel_changes_nothing(qapp: object) -> None:
    preferences = Preferences()
    window = Window(preferences)
    press(window.ask() or QMessageBox(), "Cancel")
    assert (window.isVisible(), window.ended, preferences.settings.closing) == (True, 0, "")


def test_without_a_tray_closing_always_ends(qapp: object) -> None:
    preferences = Preferences()
    preferences.set("closing", TRAY)
    window = Window(preferences, tray=False)
    assert window.ask() is None
    assert window.ended == 1


# -- starting with the login --------------------------------------------------------------------------
@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_it_is_off_until_asked_for_and_off_again(config: Path) -> None:
    assert not autostart.enabled()
    autostart.set_enabled(True, None)
    assert autostart.enabled()
    assert autostart.entry() == config / "config" / "autostart" / "scrm-desktop.desktop"
    assert "--hidden" in autostart.entry().read_text()
    autostart.set_enabled(False, None)
    autostart.set_enabled(False, None)
    assert not autostart.enabled()


def test_a_config_folder_that_is_no_absolute_path_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    assert autostart.entry() == Path.home() / ".config" / "autostart" / "scrm-desktop.desktop"


def test_the_entry_runs_the_program_with_its_profile(config: Path) -> None:
    argv = autostart.command(config / "my profile")
    assert argv[-3:] == ["--hidden", "--profile", str(config / "my profile")]
    assert "--profile" not in autostart.command(None)


AWKWARD = ["/opt/a b/run", 'quo"te', "back\\slash", "$HOME", "`id`", "100%", "é"]


def test_the_desktop_file_quotes_what_a_shell_would_take_apart() -> None:
    written = autostart.desktop(AWKWARD).decode()
    (line,) = [one for one in written.splitlines() if one.startswith("Exec=")]
    assert line.startswith('Exec="/opt/a b/run" "quo\\\\"te" "back\\\\\\\\slash" "\\\\$HOME" "\\\\`id\\\\`" "100%%"')


def test_the_launch_agent_holds_the_arguments_as_they_are() -> None:
    found = plistlib.loads(autostart.launch_agent(AWKWARD))
    assert (found["ProgramArguments"], found["RunAtLoad"]) == (AWKWARD, True)


def test_the_entry_s_command_is_understood(config: Path) -> None:
    """The very command, with ``--help`` behind it: it finds the program and knows the argument."""
    done = subprocess.run([*autostart.command(None), "--help"], capture_output=True, text=True, check=True, timeout=60)
    assert "--hidden" in done.stdout


# -- the whole program, hidden ------------------------------------------------------------------------
def test_hidden_without_a_tray_it_can_still_be_found(tmp_path: Path) -> None:
    """It starts minimised; a second start brings it up, and it ends as it should."""
    argv = [sys.executable, "-m", "ui.app", "--hidden", "--profile", str(tmp_path / "profile")]
    with Process(argv, output=tmp_path / "said.txt") as process:
        control = tmp_path / "profile" / "control.json"
        until(lambda: control.exists() or process.status is not None, 60, why="it runs")
        again = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False)
        assert again.returncode == 0, again.stderr
        process.stop()
        assert process.status == 0, process.text
    assert "Traceback" not in process.text
