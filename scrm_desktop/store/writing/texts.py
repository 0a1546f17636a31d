"""Canned responses, macros and signatures, written; what is removed can be put back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scrm_desktop.domain.canned import Canned, problem_of
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.macros import Macro, macro_problem
from scrm_desktop.errors import InputError
from scrm_desktop.store.sql import execute, one
from scrm_desktop.store.values import clean, to_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

TOUCHED = Changes(texts=True)
_SAME_CANNED = "SELECT id FROM canned WHERE name = ? AND language = ? AND removed_at IS NULL"
_SAME_MACRO = "SELECT id FROM macros WHERE name = ? AND removed_at IS NULL"
_NEW_CANNED = """INSERT INTO canned (name, category, text, language, shortcut, media, uses)
    VALUES (?, ?, ?, ?, ?, ?, 0) RETURNING id"""
_CHANGE_CANNED = """UPDATE canned SET name = ?, category = ?, text = ?, language = ?, shortcut = ?, media = ?
    WHERE id = ?"""
_SIGN = """INSERT INTO signatures (account_id, text) VALUES (?, ?)
    ON CONFLICT (account_id) DO UPDATE SET text = excluded.text"""


def save_canned(connection: Connection, canned: Canned) -> int:
    """A new response or a changed one; returns its id. InputError for one that can't be kept."""
    why = problem_of(canned)
    if why:
        raise InputError(why)
    same = one(connection, _SAME_CANNED, clean(canned.name), canned.language)
    if same is not None and same[0] != canned.id:
        raise InputError(f"There is a canned response “{canned.name}” in this language already.")
    values = (canned.name, canned.category, canned.text, canned.language, canned.shortcut, to_json(canned.media))
    cleaned = tuple(clean(value) for value in values)
    if not canned.id:
        return _made(one(connection, _NEW_CANNED, *cleaned))
    if not execute(connection, _CHANGE_CANNED, *cleaned, canned.id):
        raise InputError("This canned response is not there any more.")
    return canned.id


def import_canned(connection: Connection, responses: Iterable[Canned]) -> int:
    """All or none of them; one that is there already is changed and keeps its files and its count."""
    written = 0
    for new in responses:
        same = one(connection, _SAME_CANNED, clean(new.name), new.language)
        if same is None:
            save_canned(connection, new)
        else:
            statement = "UPDATE canned SET category = ?, text = ?, shortcut = ? WHERE id = ?"
            execute(connection, statement, clean(new.category), clean(new.text), clean(new.shortcut), same[0])
        written += 1
    return written


def save_macro(connection: Connection, macro: Macro) -> int:
    """A new macro or a changed one; returns its id. InputError for one that can't be kept."""
    why = macro_problem(macro)
    if why:
        raise InputError(why)
    same = one(connection, _SAME_MACRO, clean(macro.name))
    if same is not None and same[0] != macro.id:
        raise InputError(f"There is a macro “{macro.name}” already.")
    steps = [[step.kind.value, step.number, step.text] for step in macro.steps]
    values = clean(macro.name), clean(to_json(steps))
    if not macro.id:
        return _made(one(connection, "INSERT INTO macros (name, steps, uses) VALUES (?, ?, 0) RETURNING id", *values))
    if not execute(connection, "UPDATE macros SET name = ?, steps = ? WHERE id = ?", *values, macro.id):
        raise InputError("This macro is not there any more.")
    return macro.id


def remove(connection: Connection, table: str, number: int, now: int) -> Changes:
    """Take it out of the lists; it stays stored."""
    execute(connection, f"UPDATE {table} SET removed_at = ? WHERE id = ? AND removed_at IS NULL", now, number)
    return TOUCHED


def restore(connection: Connection, table: str, number: int) -> Changes:
    """Put it back; InputError when another has taken its name meanwhile."""
    columns = "name, language" if table == "canned" else "name"
    mine = f"SELECT {columns} FROM {table} WHERE id = ?"
    taken = one(connection, f"SELECT 1 FROM {table} WHERE removed_at IS NULL AND ({columns}) = ({mine})", number)
    if taken is not None:
        raise InputError("Another one has this name by now.")
    execute(connection, f"UPDATE {table} SET removed_at = NULL WHERE id = ?", number)
    return TOUCHED


def used(connection: Connection, table: str, number: int, now: int) -> Changes:
    """It was used once more."""
    execute(connection, f"UPDATE {table} SET uses = uses + 1, used_at = ? WHERE id = ?", now, number)
    return TOUCHED


def sign(connection: Connection, account_id: int, text: str) -> Changes:
    """What every answer of an account ends with; empty: nothing."""
    execute(connection, _SIGN, account_id, clean(text))
    return TOUCHED


def _made(row: tuple[int, ...] | None) -> int:
    assert row is not None, "an insert returns its row"
    return int(row[0])
