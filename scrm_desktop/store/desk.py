"""What people decide and write in the house: state, labels, drafts, the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import TriageAction
from scrm_desktop.domain.views import Draft, Label, Mode
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reading.drafts import draft_files, read_draft
from scrm_desktop.store.reading.lists import read_labels
from scrm_desktop.store.reading.snoozed import next_wake
from scrm_desktop.store.values import micros
from scrm_desktop.store.writer import Writer

_EMPTY: Mapping[str, object] = MappingProxyType({})


class DeskStore:
    """Decisions on conversations, each logged and each with an inverse."""

    def __init__(self, writer: Writer, readers: Readers, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock

    async def triage(self, action: TriageAction, *, actor: str) -> tuple[Changes, TriageAction]:
        """Do it, log it, and return the action that restores exactly what stood before."""
        from scrm_desktop.store.writing.triage import triage

        now = micros(self._clock())
        return await self._writer.run(lambda db: triage(db, action, actor, now))

    async def next_wake(self) -> datetime | None:
        """The earliest time that a conversation is snoozed to."""
        return await self._readers.run(next_wake)

    async def wake(self) -> Changes:
        """Open what was snoozed to a time that has come; some of it where it is very much."""
        from scrm_desktop.store.writing.waking import wake

        now = micros(self._clock())
        return await self._writer.run(lambda db: wake(db, now))

    async def labels(self) -> tuple[Label, ...]:
        """The labels of the house, by name."""
        return await self._readers.run(read_labels)

    async def add_label(self, name: str, colour: str) -> tuple[Label, Changes]:
        """A new label, or the one that has this name already."""
        from scrm_desktop.store.writing.desk import add_label

        return await self._writer.run(lambda db: add_label(db, name, colour))

    async def draft(self, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
        """The draft kept for this conversation, mode and account."""
        return await self._readers.run(lambda db: read_draft(db, conversation_id, mode, account_id))

    async def draft_files(self) -> frozenset[str]:
        """The paths of all files in drafts."""
        return await self._readers.run(draft_files)

    async def save_draft(self, draft: Draft) -> Changes:
        """Keep unsent text; an empty draft is removed."""
        from scrm_desktop.store.writing.desk import save_draft

        now = micros(self._clock())
        return await self._writer.run(lambda db: save_draft(db, draft, now))

    async def log(
        self,
        kind: str,
        *,
        actor: str,
        account_id: int | None = None,
        conversation_id: int | None = None,
        detail: Mapping[str, object] = _EMPTY,
    ) -> None:
        """Add a line to the append-only log."""
        now = micros(self._clock())
        await self._writer.run(
            lambda db: write_entry(
                db, now, kind, actor=actor, account_id=account_id, conversation_id=conversation_id, detail=detail
            )
        )
