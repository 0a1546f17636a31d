"""Who is one person with whom, at the fake desk: by conversation, since each has a customer of its own there."""

from __future__ import annotations

from typing import Any

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.likeness import Likeness, ProfileKey
from scrm_desktop.domain.messages import Direction, RemoteProfile
from scrm_desktop.domain.triage import ArrangePeople, NotSamePerson, PeopleAction, SamePerson, TriageAction
from scrm_desktop.domain.views import ContactCard, EarlierConversation, Proposal

Groups = tuple[tuple[ProfileKey, ...], ...]


class FakePeople:
    """A part of :class:`FakeDesk`; ``alike`` says whose profiles look like one person, by conversation."""

    _asked: Any
    _items: Any
    emit: Any
    row: Any
    rows: Any

    def _begin_people(self) -> None:
        self.alike: dict[int, tuple[int, ...]] = {}
        self.joined_people: Groups = ()
        self.strangers: tuple[tuple[ProfileKey, ProfileKey], ...] = ()

    def key_of(self, conversation_id: int) -> ProfileKey:
        """The profile of this conversation's customer."""
        return ProfileKey(self.row(conversation_id).account_id, f"p{conversation_id}")

    def _author(self, conversation_id: int) -> RemoteProfile:
        items = self._items(conversation_id)
        author: RemoteProfile = next(item.author for item in items if item.author and item.direction is Direction.IN)
        return author

    def _group(self, key: ProfileKey) -> tuple[ProfileKey, ...]:
        return next((group for group in self.joined_people if key in group), (key,))

    async def contact_card(self, conversation_id: int) -> ContactCard:
        await self._asked("contact_card", conversation_id)
        mine = self.row(conversation_id)
        own = self.key_of(conversation_id)
        keys = (own, *(key for key in self._group(own) if key != own))
        numbers = [conversation_id, *(int(key.remote_id[1:]) for key in keys[1:])]
        items = [item for number in numbers for item in self._items(number)]
        earlier = [
            row
            for row in self.rows.values()
            if row.id != conversation_id and (row.person == mine.person or row.id in numbers)
        ]
        return ContactCard(
            contact_id=min(numbers),
            profiles=tuple(("mastodon", self._author(number)) for number in numbers),
            first_seen=min(item.at for item in items),
            messages_in=sum(item.direction is Direction.IN for item in items),
            messages_out=sum(item.direction is Direction.OUT for item in items),
            favourites=4,
            boosts=1,
            follows_us=True,
            earlier=tuple(
                EarlierConversation(
                    id=row.id, channel=row.channel, kind=row.kind, text=row.last_text, at=row.last_at, status=row.status
                )
                for row in earlier
            ),
            keys=keys,
            proposals=self._proposals(conversation_id, keys),
        )

    def _proposals(self, conversation_id: int, keys: tuple[ProfileKey, ...]) -> tuple[Proposal, ...]:
        wanted = [number for number in self.alike.get(conversation_id, ()) if self.key_of(number) not in keys]
        return tuple(
            Proposal(
                key=self.key_of(number),
                channel="mastodon",
                profile=self._author(number),
                conversation_id=number,
                reasons=(Likeness.HANDLE, Likeness.NAME),
            )
            for number in wanted
            if not any(self.key_of(number) in pair and set(pair) & set(keys) for pair in self.strangers)
        )

    def arrange_people(self, action: PeopleAction) -> TriageAction:
        """Do it; the inverse puts all of it back."""
        before = ArrangePeople(groups=self.joined_people, strangers=self.strangers)
        if isinstance(action, ArrangePeople):
            self.joined_people, self.strangers = action.groups, action.strangers
        elif isinstance(action, SamePerson):
            whole = tuple(dict.fromkeys(one for key in action.profiles for one in self._group(key)))
            self.joined_people = (*(group for group in self.joined_people if not set(group) & set(whole)), whole)
        else:
            self._part(action)
        self.emit(Changes(conversations=frozenset(self.rows), profiles=frozenset(self.rows)))
        return before

    def _part(self, action: NotSamePerson) -> None:
        self.joined_people = tuple(tuple(key for key in group if key != action.profile) for group in self.joined_people)
        self.strangers = (*self.strangers, *((action.profile, other) for other in action.others))
