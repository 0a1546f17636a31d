"""What a screen may ask about prepared texts: a part of :class:`scrm_desktop.desk.Desk`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scrm_desktop.domain.canned import Canned, ImportPlan
    from scrm_desktop.domain.macros import Macro
    from scrm_desktop.domain.messages import RemoteProfile


class TextsDesk(Protocol):
    """Canned responses with what fills their gaps, macros, signatures, and what else helps to write."""

    async def canned(self) -> tuple[Canned, ...]:
        """All canned responses, by category and name."""
        ...

    async def save_canned(self, canned: Canned) -> int:
        """Keep a new one (id 0) or a changed one, with copies of its files; returns its id. InputError says why not."""
        ...

    async def remove_canned(self, number: int) -> None:
        """Take one out of the list; it can be put back."""
        ...

    async def restore_canned(self, number: int) -> None:
        """Put back what was removed."""
        ...

    async def used_canned(self, number: int) -> None:
        """Count a use."""
        ...

    async def try_import(self, path: Path) -> ImportPlan:
        """Read a CSV file and say what would be added, changed and refused, and why; nothing is written."""
        ...

    async def try_starters(self, language: str) -> ImportPlan:
        """The same for the responses that a house may start from."""
        ...

    async def import_canned(self, plan: ImportPlan) -> int:
        """Write what the plan adds and changes, all or nothing; how many."""
        ...

    async def export_canned(self, path: Path) -> int:
        """Write them all to a CSV file; how many."""
        ...

    async def variables(self, conversation_id: int) -> Mapping[str, str]:
        """What is known for the gaps of a text in this conversation; what is unknown is left out or empty."""
        ...

    async def macros(self) -> tuple[Macro, ...]:
        """All macros, by name."""
        ...

    async def save_macro(self, macro: Macro) -> int:
        """Keep a new one (id 0) or a changed one; returns its id. InputError says why not."""
        ...

    async def remove_macro(self, number: int) -> None:
        """Take one out of the list; it can be put back."""
        ...

    async def restore_macro(self, number: int) -> None:
        """Put back what was removed."""
        ...

    async def used_macro(self, number: int) -> None:
        """Count a use."""
        ...

    async def signatures(self) -> Mapping[int, str]:
        """What the answers of each account end with; an account without one is left out."""
        ...

    async def save_signature(self, account_id: int, text: str) -> None:
        """Set it; empty: none."""
        ...

    async def sent_texts(self, conversation_id: int) -> tuple[str, ...]:
        """The last ten texts of ours to this person, newest first, each once, without the names in front."""
        ...

    async def people(self, conversation_id: int, begin: str, *, only_here: bool) -> tuple[RemoteProfile, ...]:
        """Whose handle or name begins so: first who takes part here, then (unless ``only_here``) whom we know."""
        ...
