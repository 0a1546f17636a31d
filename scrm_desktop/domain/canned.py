"""Canned responses: texts of the house that are written once and sent often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.fuzzy import tier
from scrm_desktop.domain.placeholders import unknown
from scrm_desktop.late_dataclass import dataclass

NAME_LIMIT = 80
CATEGORY_LIMIT = 60
TEXT_LIMIT = 10_000
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SHORTCUT = re.compile(r"[\w-]{1,30}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """One response; ``id`` is 0 before it is stored, ``language`` a code such as ``fr`` (empty: any).

    ``shortcut`` is a word that finds it at once; ``media`` holds path and description of its files.
    """

    id: int = 0
    name: str
    text: str
    category: str = ""
    language: str = ""
    shortcut: str = ""
    media: tuple[tuple[str, str], ...] = ()
    uses: int = 0
    used_at: datetime | None = None


class Fate(StrEnum):
    """What an import would do with a line."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """One record of a file (``line`` is where it begins, from 1) and what would become of it, and why."""

    line: int
    fate: Fate
    name: str
    canned: Canned | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """A trial run: nothing was written."""

    lines: tuple[ImportLine, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many lines have this fate."""
        return sum(line.fate is fate for line in self.lines)

    @property
    def wanted(self) -> tuple[Canned, ...]:
        """What the import would write."""
        fates = (Fate.ADDED, Fate.CHANGED)
        return tuple(line.canned for line in self.lines if line.canned is not None and line.fate in fates)


def key_of(canned: Canned) -> tuple[str, str]:
    """Two responses with the same key are one and the same."""
    return canned.name.casefold(), canned.language


def problem_of(canned: Canned) -> str:
    """Why a response can't be kept, in English; empty: it can."""
    if not canned.name.strip():
        return "A canned response needs a name."
    if not canned.text.strip() and not canned.media:
        return "A canned response needs a text."
    if len(canned.name) > NAME_LIMIT or len(canned.category) > CATEGORY_LIMIT:
        return f"Names have at most {NAME_LIMIT} characters, categories at most {CATEGORY_LIMIT}."
    if len(canned.text) > TEXT_LIMIT:
        return f"The text has more than {TEXT_LIMIT} characters."
    if canned.language and not _LANGUAGE.fullmatch(canned.language):
        return f"“{canned.language[:20]}” is no code of a language, such as en or fr."
    if canned.shortcut and not _SHORTCUT.fullmatch(canned.shortcut):
        return "A shortcut is one word of letters, digits, - and _."
    strange = unknown(canned.text)
    return f"There is no variable “{strange[0]}”. To be asked for it, put ? in front of it." if strange else ""


def plan_import(records: Iterable[tuple[int, Canned | str]], known: Sequence[Canned]) -> ImportPlan:
    """Compare the records of a file (or why one can't be read) with what is there."""
    there = {key_of(one): one for one in known}
    seen: dict[tuple[str, str], int] = {}
    lines: list[ImportLine] = []
    for number, record in records:
        if isinstance(record, str):
            lines.append(ImportLine(line=number, fate=Fate.REFUSED, name="", why=record))
            continue
        first = seen.setdefault(key_of(record), number)
        why = problem_of(record) or (f"It stands in line {first} already." if first != number else "")
        lines.append(_line(number, record, there.get(key_of(record)), why))
    return ImportPlan(lines=tuple(lines))


def _line(number: int, record: Canned, old: Canned | None, why: str) -> ImportLine:
    fate = Fate.REFUSED if why else Fate.ADDED if old is None else _changed(old, record)
    return ImportLine(line=number, fate=fate, name=record.name, canned=None if why else record, why=why)


def _changed(old: Canned, new: Canned) -> Fate:
    same = (old.text, old.category, old.shortcut) == (new.text, new.category, new.shortcut)
    return Fate.SAME if same else Fate.CHANGED


def search(responses: Iterable[Canned], query: str, language: str = "") -> tuple[Canned, ...]:
    """Those that fit, in the order in which they are offered.

    A shortcut that is typed in full comes first; then those in the customer's ``language``, then those of any,
    the better fit before the worse, the more used before the less.
    """
    wanted, language = fold(" ".join(query.split())), language.partition("-")[0].lower()
    found: list[tuple[tuple[bool, int, int, int, str], Canned]] = []
    for one in responses:
        fit = _fit(wanted, one)
        if fit is not None:
            foreign = 0 if one.language == language and language else 1 if not one.language else 2
            found.append(((fit > 0, foreign, fit, -one.uses, fold(one.name)), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _fit(query: str, canned: Canned) -> int | None:
    if not query:
        return 1
    if canned.shortcut and fold(canned.shortcut) == query:
        return 0
    tiers = [tier(query, part) for part in (canned.shortcut, canned.name, canned.category) if part]
    best = min((one for one in tiers if one is not None), default=None)
    if best is not None:
        return 1 + best
    return 5 if len(query) > 1 and query in fold(canned.text) else None
