"""Connects the actions of the window (keys, buttons, menus) to triage, for one or many conversations."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from scrm_desktop.config import NEUTRAL
from scrm_desktop.domain.triage import Assign, Merge, SetLabel, SetRead, SetStatus, Status, Unmerge
from scrm_desktop.domain.views import ConversationRow
from ui import text
from ui.actions import Actions, When
from ui.bridge import Bridge
from ui.models.conversations import ConversationModel
from ui.models.house import House
from ui.panes.conversation_table import ConversationTable
from ui.putting_away import PuttingAway
from ui.theme import TONES, Theme
from ui.triage import Triage

if TYPE_CHECKING:
    from ui.dialogs.picker import Choice

#: So many of the selected rows decide how the actions are called.
_LOOKED_AT = 500


class TriageActions(QObject):
    """Done, unread, label, assign, undo and redo, on what is selected in the list.

    ``next_after`` tells where to go after Done (``next``, ``previous``, ``list``); ``rested``: back to the list.
    """

    rested = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        bridge: Bridge,
        theme: Theme,
        house: House,
        actions: Actions,
        table: ConversationTable,
        model: ConversationModel,
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._theme, self._house = window, bridge, theme, house
        self._actions, self._table, self._model = actions, table, model
        self.triage = Triage(bridge)
        actions["merge"].triggered.connect(self.merge)
        actions["unmerge"].triggered.connect(self.unmerge)
        self.next_after: Callable[[], str] = lambda: "next"
        self.away = PuttingAway(
            window,
            theme=theme,
            actions=actions,
            triage=self.triage,
            chosen=self.chosen,
            go_on=self._go_on,
            place=self._place,
        )
        actions["done"].triggered.connect(self.toggle_done)
        actions["unread"].triggered.connect(self.toggle_read)
        actions["label"].triggered.connect(self.pick_label)
        actions["assign"].triggered.connect(self.pick_person)
        actions["undo"].triggered.connect(self.triage.undo)
        actions["redo"].triggered.connect(self.triage.redo)
        actions["next"].triggered.connect(lambda: table.go(1))
        actions["previous"].triggered.connect(lambda: table.go(-1))
        table.picked.connect(self.refresh)
        table.current.connect(self.refresh)
        table.customContextMenuRequested.connect(self._menu)
        model.rows_changed.connect(self.refresh)
        self.triage.changed.connect(self.refresh)
        self.triage.progress.connect(self._progress)
        self.refresh()

    # -- what can be done now ---------------------------------------------------------------------
    def chosen(self) -> tuple[tuple[int, ...], list[ConversationRow]]:
        """All ids that are selected, and the rows of the first of them as far as they are known."""
        return self._table.selected_ids(), self._rows()

    def _rows(self) -> list[ConversationRow]:
        known = (self._model.known(one) for one in self._table.first_selected(_LOOKED_AT))
        return [row for row in known if row is not None]

    def refresh(self, *_: object) -> None:
        """Enable what makes sense, and name it by what it will do."""
        rows = self._rows()
        met = {When.CONVERSATION} if self._table.first_selected(1) else set[When]()
        met |= {When.SEVERAL} if self._table.selected_count() > 1 else set[When]()
        met |= {When.UNDO} if self.triage.can_undo else set[When]()
        met |= {When.REDO} if self.triage.can_redo else set[When]()
        met |= {When.PRACTICE} if self._bridge.desk.practice() else set[When]()
        self._actions.allow(met)
        done = bool(rows) and all(row.status is Status.DONE for row in rows)
        self._actions["done"].setText(self.tr("Reopen") if done else self.tr("Done"))
        unread = any(row.unread for row in rows)
        self._actions["unread"].setText(self.tr("Mark as read") if unread else self.tr("Mark as unread"))
        self.away.name_actions(rows)

    def _progress(self, done: int, total: int) -> None:
        self._model.hold(done < total)

    def _menu(self, point: QPoint) -> None:
        self.open_menu(self._table.viewport().mapToGlobal(point))

    def open_menu(self, place: QPoint) -> None:
        """What can be done with the conversations in hand, at a place on the screen."""
        menu = QMenu(self._table)
        for name in (
            "done",
            "snooze",
            "pending",
            "",
            "assign",
            "label",
            "priority",
            "unread",
            "",
            "merge",
            "unmerge",
            "",
            "mute",
            "spam",
        ):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(place)
        menu.aboutToHide.connect(menu.deleteLater)

    # -- doing ------------------------------------------------------------------------------------
    def toggle_done(self) -> None:
        """Close what is selected and go on with the next one, or open it again."""
        ids, rows = self.chosen()
        if not ids:
            return
        if rows and all(row.status is Status.DONE for row in rows):
            words = self.tr("%n conversation(s) reopened", "", len(ids))
            self.triage.do(SetStatus(conversations=ids, status=Status.OPEN), words)
            return
        self._go_on(ids)
        words = self.tr("%n conversation(s) done", "", len(ids))
        self.triage.do(SetStatus(conversations=ids, status=Status.DONE), words)

    def _go_on(self, ids: tuple[int, ...]) -> None:
        """Leave these conversations: for the one below or above, as preferred, or for the list."""
        first, last = (self._model.place(ids[0]),) * 2 if len(ids) == 1 else self._table.selected_span()
        if self.next_after() == "list":
            self._table.rest_at(first)
            self.rested.emit()
            return
        below, above = self._model.id_at(last + 1), self._model.id_at(first - 1)
        nearest = (above, below) if self.next_after() == "previous" else (below, above)
        following = next((one for one in nearest if one is not None), None)
        if following is None or not self._table.go_to(following):
            self._table.forget()

    def merge(self) -> None:
        """Make one conversation of those that are selected: the one that is shown takes the others in."""
        ids, shown = self._table.selected_ids(), self._table.current_id
        if len(ids) < 2:
            return
        into = shown if shown in ids else ids[0]
        words = self.tr("%n conversation(s) merged", "", len(ids))
        self.triage.do(Merge(into=into, conversations=ids), words)

    def unmerge(self) -> None:
        """Take the last merge into the shown conversation apart."""
        shown = self._table.current_id
        if shown is not None:
            self.triage.do(Unmerge(conversation=shown), self.tr("The merge was taken apart"))

    def toggle_read(self) -> None:
        """Mark as read where something is unread, else as unread."""
        ids, rows = self.chosen()
        if not ids:
            return
        read = any(row.unread for row in rows)
        words = (
            self.tr("%n conversation(s) marked as read", "", len(ids))
            if read
            else self.tr("%n conversation(s) marked as unread", "", len(ids))
        )
        self.triage.do(SetRead(conversations=ids, read=read), words)

    def pick_label(self) -> None:
        """Open the labels to put on or take off."""
        ids, rows = self.chosen()
        if not ids:
            return
        from ui.dialogs.picker import Choice, Picker

        choices = [
            Choice(
                label.id,
                text.one_line(label.name),
                bool(rows) and all(label in row.labels for row in rows),
                label.colour,
            )
            for label in self._house.labels
        ]
        picker = Picker(self._window, self._theme, self.tr("Label"), choices, new=self.tr("New label “{name}”"))
        picker.picked.connect(partial(self._label, ids))
        picker.made.connect(partial(self._make_label, ids))
        picker.open_at(self._place())

    def _label(self, ids: tuple[int, ...], choice: Choice) -> None:
        assert isinstance(choice.value, int)
        words = self.tr("Label “{name}” taken off") if choice.on else self.tr("Label “{name}” put on")
        action = SetLabel(conversations=ids, label_id=choice.value, on=not choice.on)
        self.triage.do(action, words.format(name=choice.text))

    def _make_label(self, ids: tuple[int, ...], name: str) -> None:
        self._bridge.spawn(self._new_label(ids, name))

    async def _new_label(self, ids: tuple[int, ...], name: str) -> None:
        colour = TONES[len(self._house.labels) % len(TONES)]
        label = await self._bridge.ask(self._bridge.desk.add_label(name, colour))
        from ui.dialogs.picker import Choice

        self._label(ids, Choice(label.id, text.one_line(label.name)))

    def pick_person(self) -> None:
        """Open the people to give it to."""
        ids, rows = self.chosen()
        if not ids:
            return
        from ui.dialogs.picker import Choice, Picker

        self._house.meet(rows)
        me = self._bridge.desk.me()
        holders = {row.assignee for row in rows}
        names = [me, *sorted(self._house.people - {me})]
        choices = [Choice(name, self._named(name, me), holders == {name}) for name in names]
        if any(holders) or len(ids) > len(rows):
            choices.append(Choice(None, self.tr("Nobody")))
        picker = Picker(self._window, self._theme, self.tr("Assign to"), choices, new=self.tr("Assign to “{name}”"))
        picker.picked.connect(partial(self._give, ids))
        picker.made.connect(partial(self._assign, ids))
        picker.open_at(self._place())

    def _named(self, name: str, me: str) -> str:
        shown = text.colleague(name)
        return self.tr("{name} (me)").format(name=shown) if name == me != NEUTRAL else shown

    def _give(self, ids: tuple[int, ...], choice: Choice) -> None:
        """To whom was picked; whoever has it already gives it back."""
        self._assign(ids, choice.value if isinstance(choice.value, str) and not choice.on else None)

    def _assign(self, ids: tuple[int, ...], person: str | None) -> None:
        words = self.tr("Assigned to nobody")
        if person:
            words = self.tr("Assigned to {name}").format(name=text.isolate(text.colleague(person)))
        self.triage.do(Assign(conversations=ids, assignee=person), words)

    def _place(self) -> QPoint:
        index = self._table.currentIndex()
        corner = self._table.visualRect(index).topRight()
        return self._table.viewport().mapToGlobal(corner)
