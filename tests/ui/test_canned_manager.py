"""The window of canned responses: written, found, deleted with a way back, imported after a trial run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.dialogs.canned import CannedManager
from ui.dialogs.canned.importing import ImportDialog
from ui.theme import Theme


@pytest.fixture
def window(qtbot: object) -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def manager(window: QMainWindow, bridge: Bridge, theme: Theme, desk: FakeDesk, run, until) -> CannedManager:
    desk.add_canned("Hours", "We are open, {{first_name}}.", category="Info", language="en", uses=3)
    desk.add_canned("Retour", "Bien sûr.", category="Retours", language="fr")
    made = CannedManager(window, bridge, theme)
    made.open()
    run(until(lambda: made.list.count() == 2))
    return made


def lines(manager: CannedManager) -> list[str]:
    return [manager.list.item(row).text() for row in range(manager.list.count())]


def test_the_first_is_shown_as_it_will_read(manager: CannedManager, run) -> None:
    assert lines(manager) == ["Hours · Info · EN · used 3 time(s)", "Retour · Retours · FR"]
    assert manager.editor.preview.text() == "We are open, Camille."
    manager.editor.text.setPlainText("Soon, {{order_nmber}}")
    assert "order_nmber" in manager.editor.problem.text()
    manager.editor.text.setPlainText("We are open, {{first_name}}.")
    assert not manager.editor.dirty
    manager.reject()


def test_a_new_one_is_saved_and_found(manager: CannedManager, desk: FakeDesk, run, until) -> None:
    manager.new.click()
    QTest.keyClicks(manager.editor.name, "Sorry")
    assert not manager.save.isEnabled()
    QTest.keyClicks(manager.editor.text, "I am sorry.")
    manager.save.click()
    run(until(lambda: len(desk.responses) == 3 and "saved" in manager.note.text()))
    QTest.keyClicks(manager.search, "sorr")
    assert lines(manager) == ["Sorry"]
    manager.reject()


def test_what_was_changed_is_saved_when_one_goes_elsewhere_or_closes(manager, desk: FakeDesk, run, until) -> None:
    QTest.keyClicks(manager.editor.shortcut, "h")
    manager.list.setCurrentRow(1)
    run(until(lambda: desk.responses[1].shortcut == "h" and manager.editor.name.text() == "Retour"))
    QTest.keyClicks(manager.editor.shortcut, "r")
    closed: list[int] = []
    manager.finished.connect(closed.append)
    manager.reject()
    run(until(lambda: closed))
    assert desk.responses[2].shortcut == "r"


def test_what_can_not_be_saved_says_why_and_is_thrown_away_only_when_asked_twice(manager, desk, run, until) -> None:
    manager.new.click()
    QTest.keyClicks(manager.editor.name, "Half")
    closed: list[int] = []
    manager.finished.connect(closed.append)
    manager.reject()
    assert not closed and "Close again" in manager.note.text()
    manager.reject()
    assert closed and len(desk.responses) == 2


def test_deleting_has_a_way_back(manager: CannedManager, desk: FakeDesk, run, until) -> None:
    manager.delete.click()
    run(until(manager.undo.isVisible))
    assert list(desk.responses) == [2]
    manager.undo.click()
    run(until(lambda: len(desk.responses) == 2 and "back" in manager.note.text()))
    assert manager.editor.name.text() == "Hours"
    manager.reject()


def import_dialog() -> ImportDialog | None:
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, ImportDialog) and one.isVisible())
    return next(shown, None)


def test_an_import_shows_first_what_it_would_do(manager, desk: FakeDesk, run, until, tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("name,text,language\nHours,Changed,en\nNew,Hi,en\nBad,,en\n", encoding="utf-8")
    manager.exchange.try_import(str(file))
    run(until(import_dialog))
    dialog = import_dialog()
    assert dialog is not None
    cells = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(3)]
    assert cells == [["4", "Refused", "Bad"], ["2", "Changed", "Hours"], ["3", "Added", "New"]]
    assert "1 would be added" in dialog.summary.text() and len(desk.responses) == 2
    dialog.go.click()
    run(until(lambda: "written" in manager.note.text()))
    run(until(lambda: manager.list.count() == len(desk.responses)))
    manager.reject()


def test_a_file_that_is_none_is_refused_in_words(manager, run, until, tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_bytes(b"\xff\xfe\x00")
    manager.exchange.try_import(str(file))
    run(until(lambda: "UTF-8" in manager.note.text()))
    manager.exchange.export(str(tmp_path / "out.csv"))
    run(until(lambda: (tmp_path / "out.csv").exists() and "2 response" in manager.note.text()))
    manager.reject()


def test_a_starter_set_is_offered_never_put_in(window, bridge, theme, desk: FakeDesk, run, until) -> None:
    manager = CannedManager(window, bridge, theme)
    manager.open()
    run(until(manager.starters.isVisible))
    manager.starters.click()
    run(until(import_dialog))
    dialog = import_dialog()
    assert dialog is not None and dialog.table.rowCount() >= 12 and not desk.responses
    dialog.go.click()
    run(until(lambda: len(desk.responses) >= 12))
    run(until(lambda: manager.list.count() == len(desk.responses)))
    manager.reject()
