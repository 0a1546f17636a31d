"""The fake desk's prepared texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scrm_desktop.domain.canned import Canned, ImportPlan, plan_import, problem_of
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.macros import Macro, macro_problem
from scrm_desktop.domain.messages import Direction, RemoteProfile
from scrm_desktop.errors import InputError
from scrm_desktop.service import canned_csv
from scrm_desktop.starters import starters


class FakeTexts:
    """A part of :class:`FakeDesk`; nothing is stored."""

    _asked: Any
    emit: Any
    rows: Any
    threads: Any

    def _begin_texts(self) -> None:
        self.responses: dict[int, Canned] = {}
        self.removed: dict[int, Canned] = {}
        self.house_macros: dict[int, Macro] = {}
        self.removed_macros: dict[int, Macro] = {}
        self.signed: dict[int, str] = {}
        self.values: dict[str, str] = {"first_name": "Camille", "name": "Camille Laurent", "my_name": "Nadia"}

    def add_canned(self, name: str, text: str, **more: Any) -> Canned:
        """Another response that is there."""
        number = len(self.responses) + len(self.removed) + 1
        self.responses[number] = Canned(id=number, name=name, text=text, **more)
        return self.responses[number]

    async def canned(self) -> tuple[Canned, ...]:
        await self._asked("canned")
        return tuple(sorted(self.responses.values(), key=lambda one: (one.category, one.name)))

    async def save_canned(self, canned: Canned) -> int:
        await self._asked("save_canned", canned)
        if problem_of(canned):
            raise InputError(problem_of(canned))
        number = canned.id or len(self.responses) + len(self.removed) + 1
        self.responses[number] = replace(canned, id=number)
        self.emit(Changes(texts=True))
        return number

    async def remove_canned(self, number: int) -> None:
        await self._asked("remove_canned", number)
        self.removed[number] = self.responses.pop(number)
        self.emit(Changes(texts=True))

    async def restore_canned(self, number: int) -> None:
        await self._asked("restore_canned", number)
        self.responses[number] = self.removed.pop(number)
        self.emit(Changes(texts=True))

    async def used_canned(self, number: int) -> None:
        await self._asked("used_canned", number)
        self.responses[number] = replace(self.responses[number], uses=self.responses[number].uses + 1)
        self.emit(Changes(texts=True))

    async def try_import(self, path: Path) -> ImportPlan:
        await self._asked("try_import", path)
        return plan_import(canned_csv.read(path.read_bytes()), tuple(self.responses.values()))

    async def try_starters(self, language: str) -> ImportPlan:
        await self._asked("try_starters", language)
        return plan_import(enumerate(starters(language), 1), tuple(self.responses.values()))

    async def import_canned(self, plan: ImportPlan) -> int:
        await self._asked("import_canned", plan)
        for one in plan.wanted:
            self.add_canned(one.name, one.text, category=one.category, language=one.language)
        self.emit(Changes(texts=True))
        return len(plan.wanted)

    async def export_canned(self, path: Path) -> int:
        await self._asked("export_canned", path)
        path.write_bytes(canned_csv.write(self.responses.values()))
        return len(self.responses)

    async def macros(self) -> tuple[Macro, ...]:
        await self._asked("macros")
        return tuple(sorted(self.house_macros.values(), key=lambda one: one.name))

    async def save_macro(self, macro: Macro) -> int:
        await self._asked("save_macro", macro)
        if macro_problem(macro):
            raise InputError(macro_problem(macro))
        number = macro.id or len(self.house_macros) + len(self.removed_macros) + 1
        self.house_macros[number] = replace(macro, id=number)
        self.emit(Changes(texts=True))
        return number

    async def remove_macro(self, number: int) -> None:
        await self._asked("remove_macro", number)
        self.removed_macros[number] = self.house_macros.pop(number)
        self.emit(Changes(texts=True))

    async def restore_macro(self, number: int) -> None:
        await self._asked("restore_macro", number)
        self.house_macros[number] = self.removed_macros.pop(number)
        self.emit(Changes(texts=True))

    async def used_macro(self, number: int) -> None:
        await self._asked("used_macro", number)

    async def signatures(self) -> Mapping[int, str]:
        await self._asked("signatures")
        return dict(self.signed)

    async def save_signature(self, account_id: int, text: str) -> None:
        await self._asked("save_signature", (account_id, text))
        self.signed[account_id] = text
        self.emit(Changes(texts=True))

    async def sent_texts(self, conversation_id: int) -> tuple[str, ...]:
        await self._asked("sent_texts", conversation_id)
        items = self.threads[conversation_id]
        return tuple(item.text for item in reversed(items) if item.direction is Direction.OUT and item.remote_id)[:10]

    async def people(self, conversation_id: int, begin: str, *, only_here: bool) -> tuple[RemoteProfile, ...]:
        await self._asked("people", (conversation_id, begin, only_here))
        rows = [self.rows[conversation_id]] if only_here else list(self.rows.values())
        return tuple(
            RemoteProfile(remote_id=f"p{row.id}", handle=row.handle, display_name=row.person)
            for row in rows
            if row.handle.startswith(begin.casefold()) or row.person.casefold().startswith(begin.casefold())
        )

    async def variables(self, conversation_id: int) -> Mapping[str, str]:
        await self._asked("variables", conversation_id)
        return self.values
