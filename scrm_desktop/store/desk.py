"""What people decide and write in the house: state, labels, drafts, the log."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import TriageAction
from scrm_desktop.domain.views import Draft, Label, Mode

_EMPTY: Mapping[str, object] = MappingProxyType({})


class DeskStore:
    """Decisions on conversations, each logged and each with an inverse."""

    async def triage(self, action: TriageAction, *, actor: str) -> tuple[Changes, TriageAction]:
        """Do it, log it, and return the action that restores exactly what stood before."""
        raise NotImplementedError

    async def labels(self) -> tuple[Label, ...]:
        """The labels of the house, by name."""
        raise NotImplementedError

    async def add_label(self, name: str, colour: str) -> tuple[Label, Changes]:
        """A new label, or the one that has this name already."""
        raise NotImplementedError

    async def draft(self, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
        """The draft kept for this conversation, mode and account."""
        raise NotImplementedError

    async def save_draft(self, draft: Draft) -> Changes:
        """Keep unsent text; an empty draft is removed."""
        raise NotImplementedError

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
        raise NotImplementedError
