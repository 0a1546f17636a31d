"""What the fake desk remembers: rows, threads and labels, and what triage does to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Direction, RemoteProfile, Visibility
from scrm_desktop.domain.triage import (
    AddNote,
    ConversationState,
    Merge,
    Outcome,
    RemoveNote,
    RestoreState,
    SetLabel,
    SetMuted,
    SetPriority,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Split,
    StateAction,
    Status,
    Together,
    TriageAction,
    Unmerge,
)
from scrm_desktop.domain.views import (
    ConversationRow,
    ItemKind,
    ThreadItem,
)
from scrm_desktop.errors import InputError
from support.fake_desk_data import LABELS, NOW, STORIES, Story

ME = "Nadia"


class FakeState:
    """Conversations in memory; ``many`` made-up ones follow the told ones."""

    def __init__(self, *, many: int, empty: bool) -> None:
        self.house_labels = list(LABELS)
        self.rows: dict[int, ConversationRow] = {}
        self.threads: dict[int, list[ThreadItem]] = {}
        self.merged: list[tuple[int, tuple[int, ...], dict[int, tuple[ConversationRow, list[ThreadItem]]]]] = []
        self._next = 1
        self._many = many
        for story in () if empty else STORIES:
            self._tell(story)
        self._first_many = max(self.rows, default=0) + 1

    def _id(self) -> int:
        self._next += 1
        return self._next - 1

    def _tell(self, story: Story) -> None:
        number = len(self.rows) + 1
        last = story.lines[-1]
        lines = [
            self._message(number, NOW - timedelta(minutes=line.ago), line.text, line.own, story) for line in story.lines
        ]
        lines = [
            replace(item, boosts=line.boosts, favourites=line.favourites)
            for item, line in zip(lines, story.lines, strict=True)
        ]
        notes = [self._note(NOW - timedelta(minutes=ago), text) for ago, text in story.notes]
        self.threads[number] = sorted([*lines, *notes], key=lambda item: item.at)
        waits = None if last.own or story.done else NOW - timedelta(minutes=last.ago)
        self.rows[number] = ConversationRow(
            id=number,
            account_id=story.account,
            channel="mastodon",
            kind=story.kind,
            profile_id=number,
            person=story.person,
            handle=story.handle,
            last_text=last.text,
            last_own=last.own,
            last_at=NOW - timedelta(minutes=last.ago),
            unread=story.unread,
            status=Status.DONE if story.done else Status.OPEN,
            assignee=story.assignee,
            waiting_since=waits,
            labels=tuple(label for label in self.house_labels if label.id in story.labels),
            pending_outbox=story.pending,
            failed_outbox=story.failed,
            visibility=Visibility.DIRECT if story.kind == "direct" else Visibility.PUBLIC,
        )

    def _message(self, conversation: int, at: datetime, text: str, own: bool, story: Story | None = None) -> ThreadItem:
        row = self.rows.get(conversation)
        person, handle = (story.person, story.handle) if story else (row.person, row.handle) if row else ("", "")
        direct = (story.kind if story else row.kind if row else "") == "direct"
        number = self._id()
        author = RemoteProfile(
            remote_id=f"p{0 if own else conversation}",
            handle="maisonverte@piaille.fr" if own else handle,
            display_name="Maison Verte" if own else person,
            url=f"https://piaille.fr/@{handle}",
            bio=story.bio if story else "",
            followers=1840,
            following=212,
            posts=932,
        )
        return ThreadItem(
            key=f"m:{number}",
            kind=ItemKind.MESSAGE,
            at=at,
            text=text,
            direction=Direction.OUT if own else Direction.IN,
            author=author,
            actor=ME if own else "",
            remote_id=f"r{number}",
            message_id=number,
            visibility=Visibility.DIRECT if direct else Visibility.PUBLIC,
            state=OutboxState.SENT if own else None,
            language=story.language if story else "en",
            url=f"https://piaille.fr/@{handle}/{number}",
        )

    def _note(self, at: datetime, text: str, note_id: int | None = None) -> ThreadItem:
        number = note_id or self._id()
        return ThreadItem(key=f"n:{number}", kind=ItemKind.NOTE, at=at, text=text, actor=ME, note_id=number)

    def _made_up(self, number: int) -> ConversationRow:
        base = self.rows[1 + number % 7]
        at = NOW - timedelta(minutes=number % 500_000)
        return replace(base, id=number, person=f"{base.person} {number}", last_at=at, profile_id=number)

    def row(self, conversation_id: int) -> ConversationRow:
        """A told row, or one of the many."""
        return self.rows.get(conversation_id) or self._made_up(conversation_id)

    def _items(self, conversation_id: int) -> list[ThreadItem]:
        return self.threads.get(conversation_id) or self.threads[1 + conversation_id % 7]

    def _do(self, action: TriageAction) -> TriageAction:
        if isinstance(action, Together):
            return Together(actions=tuple(self._do(one) for one in action.actions)[::-1])
        if isinstance(action, AddNote):
            note = self._note(datetime.now(UTC), action.text, action.note_id)
            self.threads[action.conversation].append(note)
            return RemoveNote(conversation=action.conversation, note_id=note.note_id or 0)
        if isinstance(action, RemoveNote):
            note = next(item for item in self.threads[action.conversation] if item.note_id == action.note_id)
            self.threads[action.conversation].remove(note)
            return AddNote(conversation=action.conversation, text=note.text, note_id=note.note_id)
        if isinstance(action, RestoreState):
            before = self._states(tuple(state.conversation for state in action.states), action.what)
            for state in action.states:
                self._restore(state)
            return before
        if isinstance(action, Merge):
            return self._merge(action)
        if isinstance(action, Split):
            return self._split(action)
        if isinstance(action, Unmerge):
            return self._unmerge(action)
        before = self._states(action.conversations, type(action).__name__)
        for number in action.conversations:
            self.rows[number] = self._changed(self.rows[number], action)
        return before

    def _merge(self, action: Merge) -> TriageAction:
        gone = tuple(number for number in action.conversations if number != action.into)
        kept = {number: (self.rows[number], self.threads[number]) for number in (action.into, *gone)}
        items = [item for _, thread in kept.values() for item in thread]
        self.threads[action.into] = sorted(items, key=lambda item: item.at)
        for number in gone:
            del self.rows[number], self.threads[number]
        self.merged.append((action.into, gone, kept))
        return Unmerge(conversation=action.into)

    def _split(self, action: Split) -> TriageAction:
        items, new = self.threads[action.conversation], max(self.rows) + 1
        place = [item.remote_id for item in items].index(action.remote_id)
        told = [
            ThreadItem(key=f"e:{self._id()}", kind=ItemKind.EVENT, at=NOW, actor=ME, event=kind, event_detail=str(what))
            for kind, what in (("split_off", new), ("split_from", action.conversation))
        ]
        self.threads[action.conversation] = [*items[:place], told[0]]
        self.threads[new] = [*items[place:], told[1]]
        self.rows[new] = replace(self.rows[action.conversation], id=new)
        return Merge(into=action.conversation, conversations=(new,))

    def _unmerge(self, action: Unmerge) -> TriageAction:
        if not self.merged or self.merged[-1][0] != action.conversation:
            raise InputError("There is no merge in this conversation that could be taken apart.")
        into, gone, kept = self.merged.pop()
        for number, (row, thread) in kept.items():
            self.rows[number], self.threads[number] = row, thread
        return Merge(into=into, conversations=gone)

    def _changed(self, row: ConversationRow, action: StateAction) -> ConversationRow:
        if isinstance(action, SetStatus):
            return self._with_status(row, action.status)
        if isinstance(action, Snooze):
            return replace(self._with_status(row, Status.SNOOZED), snoozed_until=action.until)
        if isinstance(action, SetSpam):
            status = Status.DONE if action.on else Status.OPEN
            return replace(self._with_status(row, status), spam=action.on, unread=0 if action.on else row.unread)
        if isinstance(action, SetMuted):
            return replace(row, muted=action.on, unread=0 if action.on else row.unread)
        if isinstance(action, SetPriority):
            return replace(row, priority=action.priority)
        if isinstance(action, SetRead):
            return replace(row, unread=0 if action.read else 1)
        if isinstance(action, SetLabel):
            label = next(one for one in self.house_labels if one.id == action.label_id)
            others = tuple(one for one in row.labels if one.id != action.label_id)
            return replace(row, labels=(*others, label) if action.on else others)
        return replace(row, assignee=action.assignee)

    def _with_status(self, row: ConversationRow, status: Status) -> ConversationRow:
        waits = None if row.last_own or status is not Status.OPEN else self._items(row.id)[-1].at
        outcome = Outcome.NONE
        if status is Status.DONE:
            outcome = Outcome.ANSWERED if row.last_own else Outcome.NO_ACTION
        return replace(row, status=status, waiting_since=waits, snoozed_until=None, outcome=outcome)

    def _states(self, ids: tuple[int, ...], what: str) -> RestoreState:
        rows = [self.rows[number] for number in ids]
        states = [
            ConversationState(
                conversation=row.id,
                status=row.status,
                assignee=row.assignee,
                read_up_to=None if row.unread else row.last_at,
                done_at=row.last_at if row.status is Status.DONE else None,
                labels=tuple(label.id for label in row.labels),
                priority=row.priority,
                snoozed_until=row.snoozed_until,
                muted=row.muted,
                spam=row.spam,
                outcome=row.outcome,
            )
            for row in rows
        ]
        return RestoreState(states=tuple(states), what=what)

    def _restore(self, state: ConversationState) -> None:
        row = self.rows[state.conversation]
        waits = None if row.last_own or state.status is not Status.OPEN else row.last_at
        self.rows[row.id] = replace(
            row,
            status=state.status,
            assignee=state.assignee,
            waiting_since=waits,
            unread=0 if state.read_up_to else 1,
            labels=tuple(label for label in self.house_labels if label.id in state.labels),
            priority=state.priority,
            snoozed_until=state.snoozed_until,
            muted=state.muted,
            spam=state.spam,
            outcome=state.outcome,
        )


def touched(action: TriageAction) -> frozenset[int]:
    """The conversations that an action names."""
    if isinstance(action, Together):
        return frozenset(number for one in action.actions for number in touched(one))
    if isinstance(action, AddNote | RemoveNote | Unmerge | Split):
        return frozenset({action.conversation})
    if isinstance(action, RestoreState):
        return frozenset(state.conversation for state in action.states)
    return frozenset(action.conversations)
