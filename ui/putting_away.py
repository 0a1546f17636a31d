"""Snooze, pending, priority, spam and mute, on what is selected in the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.triage import Priority, SetMuted, SetPriority, SetSpam, SetStatus, Snooze, Status, TriageAction
from scrm_desktop.domain.views import ConversationRow
from ui import text
from ui.actions import Actions
from ui.theme import Theme
from ui.triage import Triage
from ui.triage_words import priority_name

if TYPE_CHECKING:
    from ui.dialogs.picker import Choice

Ids = tuple[int, ...]
_ORDER = (Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW, Priority.NONE)


class PuttingAway(QObject):
    """``chosen`` gives the selected ids and those of their rows that are known; ``go_on`` leaves them for the next."""

    def __init__(
        self,
        window: QWidget,
        *,
        theme: Theme,
        actions: Actions,
        triage: Triage,
        chosen: Callable[[], tuple[Ids, list[ConversationRow]]],
        go_on: Callable[[Ids], None],
        place: Callable[[], QPoint],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._actions, self._triage = window, theme, actions, triage
        self._chosen, self._go_on, self._place = chosen, go_on, place
        actions["snooze"].triggered.connect(self.pick_snooze)
        actions["pending"].triggered.connect(self.toggle_pending)
        actions["priority"].triggered.connect(self.pick_priority)
        actions["spam"].triggered.connect(self.toggle_spam)
        actions["mute"].triggered.connect(self.toggle_mute)

    def name_actions(self, rows: list[ConversationRow]) -> None:
        """Call the actions by what they will do."""
        pending = bool(rows) and all(row.status is Status.PENDING for row in rows)
        self._actions["pending"].setText(self.tr("Reopen") if pending else self.tr("Wait for the customer"))
        spam = bool(rows) and all(row.spam for row in rows)
        self._actions["spam"].setText(self.tr("Not spam") if spam else self.tr("Spam"))
        muted = bool(rows) and all(row.muted for row in rows)
        self._actions["mute"].setText(self.tr("Unmute") if muted else self.tr("Mute"))

    def _leave(self, ids: Ids, action: TriageAction, words: str) -> None:
        self._go_on(ids)
        self._triage.do(action, words)

    # -- until when ---------------------------------------------------------------------------------
    def pick_snooze(self) -> None:
        """Ask until when."""
        ids, rows = self._chosen()
        if not ids:
            return
        from ui.dialogs.snooze import SnoozePicker

        picker = SnoozePicker(self._window, self._theme, snoozed=any(row.status is Status.SNOOZED for row in rows))
        picker.picked.connect(partial(self._snooze, ids))
        picker.open_at(self._place())

    def _snooze(self, ids: Ids, choice: Choice) -> None:
        from ui.dialogs.snooze import OPEN_NOW

        if choice.value == OPEN_NOW:
            self._reopen(ids)
            return
        until = choice.value if isinstance(choice.value, datetime) else None
        words = self.tr("%n conversation(s) snoozed until the customer writes", "", len(ids))
        if until is not None:
            when = text.upcoming(until, datetime.now(UTC))
            words = self.tr("%n conversation(s) snoozed until {when}", "", len(ids)).format(when=when)
        self._leave(ids, Snooze(conversations=ids, until=until), words)

    def _reopen(self, ids: Ids) -> None:
        words = self.tr("%n conversation(s) reopened", "", len(ids))
        self._triage.do(SetStatus(conversations=ids, status=Status.OPEN), words)

    def toggle_pending(self) -> None:
        """It is the customer's turn, or ours again."""
        ids, rows = self._chosen()
        if rows and all(row.status is Status.PENDING for row in rows):
            self._reopen(ids)
        elif ids:
            words = self.tr("%n conversation(s) wait for the customer", "", len(ids))
            self._leave(ids, SetStatus(conversations=ids, status=Status.PENDING), words)

    # -- what it is worth -----------------------------------------------------------------------------
    def pick_priority(self) -> None:
        """Ask how much it matters."""
        ids, rows = self._chosen()
        if not ids:
            return
        now = {row.priority for row in rows}
        from ui.dialogs.picker import Choice, Picker

        choices = [Choice(one, priority_name(one), now == {one}) for one in _ORDER]
        picker = Picker(self._window, self._theme, self.tr("Priority"), choices)
        picker.picked.connect(partial(self._set_priority, ids))
        picker.open_at(self._place())

    def _set_priority(self, ids: Ids, choice: Choice) -> None:
        assert isinstance(choice.value, Priority)
        words = self.tr("Priority: {name}").format(name=choice.text)
        self._triage.do(SetPriority(conversations=ids, priority=choice.value), words)

    def toggle_spam(self) -> None:
        """Call it spam and go on, or take that back."""
        ids, rows = self._chosen()
        if rows and all(row.spam for row in rows):
            words = self.tr("%n conversation(s) no spam after all", "", len(ids))
            self._triage.do(SetSpam(conversations=ids, on=False), words)
        elif ids:
            words = self.tr("%n conversation(s) moved to spam", "", len(ids))
            self._leave(ids, SetSpam(conversations=ids, on=True), words)

    def toggle_mute(self) -> None:
        """Hear nothing more of it, or hear it again."""
        ids, rows = self._chosen()
        if not ids:
            return
        on = not (rows and all(row.muted for row in rows))
        words = (
            self.tr("%n conversation(s) muted", "", len(ids))
            if on
            else self.tr("%n conversation(s) unmuted", "", len(ids))
        )
        self._triage.do(SetMuted(conversations=ids, on=on), words)
