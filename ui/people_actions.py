"""Joins the profiles of a person by hand, and tells them apart again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.triage import NotSamePerson, SamePerson
from scrm_desktop.domain.views import ContactCard, Proposal
from ui.actions import Actions
from ui.bridge import Bridge
from ui.dialogs.picker import Choice, Picker
from ui.panes.customer import CustomerPane
from ui.text import display_name, isolate, one_line
from ui.theme import Theme
from ui.triage import Triage


class PeopleActions(QObject):
    """On the customer who is shown; ``told``: why there is nothing to do."""

    told = Signal(str)

    def __init__(
        self, window: QWidget, *, bridge: Bridge, theme: Theme, actions: Actions, pane: CustomerPane, triage: Triage
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._theme = window, bridge, theme
        self._pane, self._triage = pane, triage
        actions["same_person"].triggered.connect(lambda: self.find(None))
        actions["not_same_person"].triggered.connect(self.part)
        pane.same_person_asked.connect(self.find)
        pane.part_asked.connect(self.part)
        pane.refused.connect(self.refuse)

    def find(self, proposal: Proposal | None) -> None:
        """Look for who is the same person; with ``proposal`` they stand side by side at once."""
        card, row = self._pane.card, self._pane.row
        if card is None or row is None or not card.keys:
            return
        # Loaded when it is asked for: most days nobody is joined.
        from ui.dialogs.same_person import SamePersonDialog

        dialog = SamePersonDialog(self._window, self._bridge, self._theme, row, card, proposal)
        dialog.joined.connect(partial(self._join, row.id, card))
        dialog.open()
        dialog.field.setFocus()

    def _join(self, conversation: int, card: ContactCard, other: ContactCard) -> None:
        words = self.tr("{one} and {other} are one person").format(one=_name(card, 0), other=_name(other, 0))
        profiles = (card.keys[0], other.keys[0])
        self._triage.do(SamePerson(profiles=profiles, conversation=conversation), words)

    def refuse(self, proposal: Proposal) -> None:
        """This one is somebody else: never proposed again."""
        card, row = self._pane.card, self._pane.row
        if card is not None and row is not None:
            name = isolate(display_name(proposal.profile.display_name, proposal.profile.handle))
            action = NotSamePerson(profile=proposal.key, others=card.keys, conversation=row.id)
            self._triage.do(action, self.tr("{name} is somebody else").format(name=name))

    def part(self) -> None:
        """One of the profiles is somebody else: which, where there are more than two."""
        card = self._pane.card
        if card is None or len(card.keys) < 2:
            self.told.emit(self.tr("This customer has one profile only"))
        elif len(card.keys) == 2:
            self._part(1)
        else:
            title = self.tr("Which profile is somebody else?")
            listed = enumerate(card.profiles)
            choices = [Choice(place, f"@{one_line(profile.handle, limit=80)}") for place, (_, profile) in listed]
            picker = Picker(self._window, self._theme, title, choices)
            picker.picked.connect(self._part_chosen)
            picker.open_at(self._pane.mapToGlobal(self._pane.rect().topLeft()))

    def _part_chosen(self, choice: Choice) -> None:
        if isinstance(choice.value, int):
            self._part(choice.value)

    def _part(self, place: int) -> None:
        card, row = self._pane.card, self._pane.row
        if card is None or row is None or place >= len(card.keys):
            return
        others = tuple(key for key in card.keys if key != card.keys[place])
        words = self.tr("{name} is somebody else").format(name=_name(card, place))
        action = NotSamePerson(profile=card.keys[place], others=others, conversation=row.id)
        self._triage.do(action, words)


def _name(card: ContactCard, place: int) -> str:
    return isolate(f"@{one_line(card.profiles[place][1].handle, limit=80)}")
