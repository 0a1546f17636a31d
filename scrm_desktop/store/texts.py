"""The house's prepared texts: canned responses, macros, signatures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.values import micros
from scrm_desktop.store.writer import Writer

if TYPE_CHECKING:
    from scrm_desktop.domain.canned import Canned
    from scrm_desktop.domain.macros import Macro
    from scrm_desktop.domain.messages import RemoteProfile

CANNED, MACROS = "canned", "macros"


class TextStore:
    """Written and read as a whole: there are hundreds of them, not millions."""

    def __init__(self, writer: Writer, readers: Readers, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock

    async def canned(self) -> tuple[Canned, ...]:
        """All canned responses, by category and name."""
        from scrm_desktop.store.reading import texts as reading

        return await self._readers.run(reading.read_canned)

    async def macros(self) -> tuple[Macro, ...]:
        """All macros, by name."""
        from scrm_desktop.store.reading import texts as reading

        return await self._readers.run(reading.read_macros)

    async def signatures(self) -> dict[int, str]:
        """The signature of each account that has one."""
        from scrm_desktop.store.reading import texts as reading

        return await self._readers.run(reading.read_signatures)

    async def sent_texts(self, conversation_id: int) -> tuple[str, ...]:
        """The last ten texts of ours to the person of a conversation."""
        from scrm_desktop.store.reading.helping import sent_texts

        return await self._readers.run(lambda db: sent_texts(db, conversation_id))

    async def people(self, conversation_id: int, begin: str, *, only_here: bool) -> tuple[RemoteProfile, ...]:
        """Whose handle or name begins so."""
        from scrm_desktop.store.reading.helping import people

        return await self._readers.run(lambda db: people(db, conversation_id, begin, only_here))

    async def save_canned(self, canned: Canned) -> int:
        """A new response or a changed one; its id."""
        from scrm_desktop.store.writing import texts as writing

        return await self._writer.run(lambda db: writing.save_canned(db, canned))

    async def import_canned(self, responses: tuple[Canned, ...]) -> int:
        """All or none; how many were written."""
        from scrm_desktop.store.writing import texts as writing

        return await self._writer.run(lambda db: writing.import_canned(db, responses))

    async def save_macro(self, macro: Macro) -> int:
        """A new macro or a changed one; its id."""
        from scrm_desktop.store.writing import texts as writing

        return await self._writer.run(lambda db: writing.save_macro(db, macro))

    async def remove(self, table: str, number: int) -> Changes:
        """Take a response (``CANNED``) or a macro (``MACROS``) away."""
        from scrm_desktop.store.writing import texts as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.remove(db, table, number, now))

    async def restore(self, table: str, number: int) -> Changes:
        """Put back what was taken away."""
        from scrm_desktop.store.writing import texts as writing

        return await self._writer.run(lambda db: writing.restore(db, table, number))

    async def used(self, table: str, number: int) -> Changes:
        """Count a use."""
        from scrm_desktop.store.writing import texts as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.used(db, table, number, now))

    async def sign(self, account_id: int, text: str) -> Changes:
        """Set an account's signature."""
        from scrm_desktop.store.writing import texts as writing

        return await self._writer.run(lambda db: writing.sign(db, account_id, text))
