"""Macros in the window: read before they run, run in order, taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.macros import Macro, Step, StepKind
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import ItemKind
from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from ui.bridge import Bridge
from ui.dialogs.macro_manager import MacroManager
from ui.macros.picker import MacroPicker
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme


@pytest.fixture
def window(qtbot: object, bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    run(until(lambda: made.filled and made.conversation.composer.target.found is not None))
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def shown(window: MainWindow) -> int:
    row = window.conversation.row
    assert row is not None
    return row.id


def add(desk: FakeDesk, name: str, *steps: Step) -> None:
    number = len(desk.house_macros) + 1
    desk.house_macros[number] = Macro(id=number, name=name, steps=steps)


def picker() -> MacroPicker | None:
    shown = (one for one in QApplication.allWidgets() if isinstance(one, MacroPicker) and one.isVisible())
    return next(shown, None)


@pytest.fixture
def pick(window: MainWindow, run, until) -> Callable[[], MacroPicker]:
    def opened() -> MacroPicker:
        window.actions_table["macro"].trigger()
        run(until(picker))
        found = picker()
        assert found is not None
        return found

    return opened


def test_all_steps_are_told_before_done_at_once_and_taken_back_as_one(window, shown, desk, pick, run, until) -> None:
    free = next(label for label in desk.house_labels if label not in desk.rows[shown].labels)
    steps = (
        Step(kind=StepKind.LABEL, number=free.id),
        Step(kind=StepKind.NOTE, text="called the carrier"),
        Step(kind=StepKind.DONE),
    )
    add(desk, "Close it", *steps)
    before = desk.rows[shown]
    found = pick()
    assert found.preview.text().splitlines() == [
        f"1. Label “{free.name}” is put on.",
        "2. A note for the team: “called the carrier”",
        "3. It is done.",
    ]
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    run(until(lambda: desk.rows[shown].status is Status.DONE))
    assert free in desk.rows[shown].labels
    assert [item.text for item in desk.threads[shown] if item.kind is ItemKind.NOTE][-1] == "called the carrier"
    triage = window.triage_actions.triage
    run(until(lambda: triage.can_undo))
    triage.undo()
    run(until(lambda: desk.rows[shown].status is Status.OPEN))
    assert desk.rows[shown].labels == before.labels
    assert "called the carrier" not in [item.text for item in desk.threads[shown]]


def test_an_answer_is_sent_before_the_conversation_is_closed(window, shown, desk, pick, run, until) -> None:
    canned = desk.add_canned("Thanks", "Merci {{first_name}}")
    add(desk, "Thank", Step(kind=StepKind.DONE), Step(kind=StepKind.SEND, number=canned.id))
    found = pick()
    assert found.preview.text().startswith("1. “Thanks” is sent to")
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    run(until(lambda: desk.rows[shown].status is Status.DONE))
    (row,) = desk.outbox_rows.values()
    assert row.command.text.endswith("Merci Camille")
    names = [name for name, _ in desk.calls if name in {"send", "triage"}]
    assert names[-2:] == ["send", "triage"]


def test_what_is_not_sent_closes_nothing(window, shown, desk, pick, run, until) -> None:
    canned = desk.add_canned("Thanks", "Merci")
    add(desk, "Thank", Step(kind=StepKind.SEND, number=canned.id), Step(kind=StepKind.DONE))
    found = pick()

    async def refuse(*_: object) -> None:
        raise InputError("The text is too long.")

    desk.send = refuse
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    run(until(window.conversation.composer.form.error.isVisible))
    assert desk.rows[shown].status is Status.OPEN
    assert window.conversation.composer.form.field.toPlainText() == "Merci"


def test_a_text_of_the_person_is_never_sent_along(window, shown, desk, pick, run, until) -> None:
    canned = desk.add_canned("Thanks", "Merci")
    add(desk, "Thank", Step(kind=StepKind.SEND, number=canned.id))
    add(desk, "Broken", Step(kind=StepKind.SEND, number=99))
    QTest.keyClicks(window.conversation.composer.form.field, "half a thought")
    found = pick()
    assert "deleted" in found.preview.text()
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    assert "a text of yours" in found.preview.text()
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert found.isVisible() and not desk.outbox_rows
    found.close()


def test_an_inserted_answer_waits_for_the_person(window, shown, desk, pick, run, until) -> None:
    canned = desk.add_canned("Thanks", "Merci")
    add(desk, "Thank", Step(kind=StepKind.INSERT, number=canned.id), Step(kind=StepKind.READ))
    QTest.keyClick(pick().field, Qt.Key.Key_Return)
    run(until(lambda: window.conversation.composer.form.field.toPlainText() == "Merci"))
    assert not desk.outbox_rows


def test_a_macro_is_written_ordered_and_deleted_with_a_way_back(window, desk, pick, run, until) -> None:
    QTest.keyClick(pick().field, Qt.Key.Key_Return)
    found: list[MacroManager] = []

    def manager() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MacroManager) and one.isVisible()]
        return bool(found)

    run(until(manager))
    (made,) = found
    made.begin_new()
    QTest.keyClicks(made.name, "Close")
    made.add_step(Step(kind=StepKind.DONE))
    made.add_step(Step(kind=StepKind.NOTE))
    assert "with what" in made.note.text()
    field = made.rows[1].field
    assert field is not None
    QTest.keyClicks(field, "seen")
    made.rows[1].moved.emit(-1)
    made.save.click()
    run(until(lambda: desk.house_macros))
    assert [step.kind for step in desk.house_macros[1].steps] == [StepKind.NOTE, StepKind.DONE]
    run(until(lambda: made.list.count() == 1 and not made.dirty))
    made.delete.click()
    run(until(made.undo.isVisible))
    assert not desk.house_macros
    made.undo.click()
    run(until(lambda: desk.house_macros and made.name.text() == "Close"))
    made.reject()
