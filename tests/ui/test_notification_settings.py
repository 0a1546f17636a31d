"""The page of notification settings: each choice is kept at once, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QAbstractButton, QWidget

from scrm_desktop.domain.quiet import QuietSpan
from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.triage import Priority, Status
from scrm_desktop.domain.views import Sort
from support.fake_desk import FakeDesk
from support.fake_desk_state import ME
from ui import autostart
from ui.bridge import Bridge
from ui.models.house import House
from ui.notifying.membership import belonging
from ui.notifying.settings_page import NotificationSettings
from ui.preferences import Preferences
from ui.theme import Theme


@pytest.fixture
def house(bridge: Bridge, run, until) -> House:
    made = House(bridge)
    made.refresh()

    async def ready() -> None:
        await until(lambda: made.ready)

    run(ready())
    return made


@pytest.fixture
def preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preferences:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "profile").mkdir()
    return Preferences(tmp_path / "profile")


@pytest.fixture
def page(theme: Theme, house: House, preferences: Preferences) -> Iterator[NotificationSettings]:
    made = NotificationSettings(theme, house, preferences, me=ME, tray=True)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def kept(preferences: Preferences, tmp_path: Path) -> RingSettings:
    """As the next start will read it."""
    found = Preferences(tmp_path / "profile").ringing
    assert found == preferences.ringing
    return found


def test_it_begins_with_everything_that_rings(page: NotificationSettings, preferences: Preferences) -> None:
    assert preferences.ringing == RingSettings()
    assert page.on.isChecked()
    assert all(box.isChecked() for box in (*page.accounts.values(), *page.priorities.values()))
    assert not any(box.isChecked() for box in page.views.values())
    assert page.priorities.keys() == {int(one) for one in Priority}


def test_switches(page: NotificationSettings, preferences: Preferences, tmp_path: Path) -> None:
    for box in (page.preview, page.sound, page.in_front, page.urgent, page.quiet_on):
        box.click()
    found = kept(preferences, tmp_path)
    told = (found.preview, found.sound, found.in_front, found.urgent_always, found.quiet_on)
    assert told == (False, False, False, False, True)
    page.on.click()
    assert kept(preferences, tmp_path).on is False
    assert not page.preview.isEnabled()
    page.on.click()
    assert page.preview.isEnabled()


def test_by_channel_by_priority_by_view(page: NotificationSettings, preferences: Preferences, tmp_path: Path) -> None:
    page.accounts[1].click()
    page.priorities[int(Priority.LOW)].click()
    page.views["mine"].click()
    page.views["label:1"].click()
    found = kept(preferences, tmp_path)
    assert found.silent_accounts == {1}
    assert found.silent_priorities == {1}
    assert found.views == {"mine", "label:1"}
    page.accounts[1].click()
    page.views["mine"].click()
    assert (preferences.ringing.silent_accounts, preferences.ringing.views) == (frozenset(), {"label:1"})


def test_digest_and_closing(page: NotificationSettings, preferences: Preferences, tmp_path: Path) -> None:
    for box, value in ((page.digest, 15), (page.closing, "tray")):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    assert kept(preferences, tmp_path).digest == 15
    assert Preferences(tmp_path / "profile").settings.closing == "tray"


def test_quiet_hours(page: NotificationSettings, preferences: Preferences, tmp_path: Path) -> None:
    page.quiet_on.click()
    (line,) = page.quiet.lines
    for day in (5, 6):
        line.days[day].click()
    line.start.setTime(QTime(22, 30))
    line.end.setTime(QTime(6, 0))
    page.quiet.add.click()
    page.quiet.zone.setCurrentIndex(page.quiet.zone.findData("Europe/Paris"))
    page.quiet.zone.activated.emit(0)
    found = kept(preferences, tmp_path)
    assert found.quiet == (QuietSpan(days=frozenset(range(5)), start=22 * 60 + 30, end=6 * 60), QuietSpan())
    assert found.zone == "Europe/Paris"
    line.gone.emit(line)
    assert kept(preferences, tmp_path).quiet == (QuietSpan(),)


def test_start_at_login(page: NotificationSettings, preferences: Preferences) -> None:
    assert not page.login.isChecked()
    page.login.click()
    assert autostart.enabled()
    assert str(preferences.profile) in autostart.entry().read_text()
    page.login.click()
    assert not autostart.enabled()


def test_what_cannot_be_written_is_said_and_not_pretended(page: NotificationSettings, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    page.login.click()
    assert not page.login.isChecked()
    assert page.trouble.isVisible()


def test_without_a_tray_closing_is_no_choice(theme: Theme, house: House, preferences: Preferences) -> None:
    page = NotificationSettings(theme, house, preferences, me=ME, tray=False)
    assert not page.closing.isEnabled()
    page.deleteLater()


def test_everything_has_a_name(page: NotificationSettings) -> None:
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page) and widget.focusPolicy() and widget.focusProxy() is None:
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            inside = type(widget).__name__ == "QLineEdit" and widget.objectName() == "qt_spinbox_lineedit"
            assert name or inside, widget


def test_a_conversation_is_in_its_views_and_no_other(desk: FakeDesk) -> None:
    belongs = belonging(ME, lambda: tuple(desk.house_labels))
    row = replace(desk.rows[1], assignee=ME, labels=(desk.house_labels[0],), status=Status.OPEN)
    assert belongs(row, "mine")
    assert belongs(row, f"label:{desk.house_labels[0].id}")
    assert not belongs(row, f"label:{desk.house_labels[1].id}")
    assert not belongs(replace(row, status=Status.DONE), "mine")
    assert not belongs(row, "a view that is no more")


def test_saved_views_ring_or_keep_quiet(theme: Theme, house: House, preferences: Preferences, tmp_path: Path) -> None:
    saved = (SavedView(id=7, name="Angry <b>&", query="is:open", sort=Sort.NEWEST),)
    page = NotificationSettings(theme, house, preferences, me=ME, tray=True, saved=saved)
    assert page.views["saved:7"].text() == "Angry <b>&"
    page.views["saved:7"].click()
    page.silent_views["mine"].click()
    page.silent_views["label:1"].click()
    found = kept(preferences, tmp_path)
    assert found.views == {"saved:7"}
    assert found.silent_views == {"mine", "label:1"}
    page.silent_views["mine"].click()
    assert preferences.ringing.silent_views == {"label:1"}
    page.deleteLater()
