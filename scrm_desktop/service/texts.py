"""Prepared texts, for the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scrm_desktop.config import NEUTRAL
from scrm_desktop.desk_texts import TextsDesk
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.messages import Direction, RemoteProfile
from scrm_desktop.errors import InputError
from scrm_desktop.service.parts import Parts
from scrm_desktop.store.texts import CANNED, MACROS

if TYPE_CHECKING:
    from scrm_desktop.domain.canned import Canned, ImportPlan
    from scrm_desktop.domain.macros import Macro

_LOOKED_AT = 60


class TextsService(TextsDesk):
    """The part of the service that keeps what is written once and sent often."""

    _parts: Parts

    async def canned(self) -> tuple[Canned, ...]:
        return await self._parts.store.texts.canned()

    async def save_canned(self, canned: Canned) -> int:
        from scrm_desktop.service.canned_files import CannedFiles

        files = CannedFiles(self._parts.wishes.profile)
        kept = await asyncio.to_thread(files.keep, canned.media)
        number = await self._parts.store.texts.save_canned(replace(canned, media=kept))
        self._parts.bus.publish(Changes(texts=True))
        return number

    async def remove_canned(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.remove(CANNED, number))

    async def restore_canned(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.restore(CANNED, number))

    async def used_canned(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.used(CANNED, number))

    async def try_import(self, path: Path) -> ImportPlan:
        from scrm_desktop.domain.canned import plan_import

        records = await asyncio.to_thread(_read, path)
        return plan_import(records, await self.canned())

    async def try_starters(self, language: str) -> ImportPlan:
        from scrm_desktop.domain.canned import plan_import
        from scrm_desktop.starters import starters

        offered = await asyncio.to_thread(starters, language)
        return plan_import(enumerate(offered, 1), await self.canned())

    async def import_canned(self, plan: ImportPlan) -> int:
        written = await self._parts.store.texts.import_canned(plan.wanted)
        self._parts.bus.publish(Changes(texts=True))
        return written

    async def export_canned(self, path: Path) -> int:
        from scrm_desktop.service import canned_csv

        known = await self.canned()
        await asyncio.to_thread(_write, path, canned_csv.write(known))
        return len(known)

    async def macros(self) -> tuple[Macro, ...]:
        return await self._parts.store.texts.macros()

    async def save_macro(self, macro: Macro) -> int:
        number = await self._parts.store.texts.save_macro(macro)
        self._parts.bus.publish(Changes(texts=True))
        return number

    async def remove_macro(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.remove(MACROS, number))

    async def restore_macro(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.restore(MACROS, number))

    async def used_macro(self, number: int) -> None:
        self._parts.bus.publish(await self._parts.store.texts.used(MACROS, number))

    async def signatures(self) -> Mapping[int, str]:
        return await self._parts.store.texts.signatures()

    async def save_signature(self, account_id: int, text: str) -> None:
        self._parts.directory.account(account_id)
        self._parts.bus.publish(await self._parts.store.texts.sign(account_id, text.strip()))

    async def sent_texts(self, conversation_id: int) -> tuple[str, ...]:
        return await self._parts.store.texts.sent_texts(conversation_id)

    async def people(self, conversation_id: int, begin: str, *, only_here: bool) -> tuple[RemoteProfile, ...]:
        return await self._parts.store.texts.people(conversation_id, begin, only_here=only_here)

    async def variables(self, conversation_id: int) -> Mapping[str, str]:
        from scrm_desktop.domain import placeholders

        row = (await self._parts.store.reads.conversation_rows([conversation_id])).get(conversation_id)
        if row is None:
            return {}
        page = await self._parts.store.reads.thread(conversation_id, limit=_LOOKED_AT)
        theirs = [item.text for item in reversed(page.items) if item.direction is Direction.IN]
        account = self._parts.directory.account(row.account_id)
        me = self._parts.wishes.actor
        return {
            "first_name": placeholders.first_name(row.person),
            "name": placeholders.person_name(row.person),
            "handle": f"@{row.handle}",
            "account": account.display_name.strip() or account.handle.partition("@")[0],
            "my_name": "" if me == NEUTRAL else me,
            "order_number": placeholders.order_number(theirs),
        }


def _read(path: Path) -> list[tuple[int, Canned | str]]:
    from scrm_desktop.service import canned_csv

    try:
        with path.open("rb") as file:
            data = file.read(canned_csv.SIZE_LIMIT + 1)
    except OSError as error:
        raise InputError(f"{path.name} can't be read: {error.strerror}.") from error
    return canned_csv.read(data)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: what stood there before is replaced at the end."""
    import os
    import tempfile

    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=".export-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(made).replace(path)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"{path.name} can't be written: {error.strerror}.") from error
