"""Canned responses, macros and signatures, read."""

from __future__ import annotations

import json
import sqlite3

from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.macros import Macro, Step, StepKind
from scrm_desktop.store.values import moment_or_none

_CANNED = """SELECT id, name, category, text, language, shortcut, media, uses, used_at FROM canned
    WHERE removed_at IS NULL ORDER BY category, name, language"""
_MACROS = "SELECT id, name, steps, uses, used_at FROM macros WHERE removed_at IS NULL ORDER BY name"
_SIGNATURES = "SELECT account_id, text FROM signatures WHERE text <> ''"


def read_canned(connection: sqlite3.Connection) -> tuple[Canned, ...]:
    """All canned responses, by category and name."""
    return tuple(
        Canned(
            id=row[0],
            name=row[1],
            category=row[2],
            text=row[3],
            language=row[4],
            shortcut=row[5],
            media=tuple((path, description) for path, description in json.loads(row[6])),
            uses=row[7],
            used_at=moment_or_none(row[8]),
        )
        for row in connection.execute(_CANNED)
    )


def read_macros(connection: sqlite3.Connection) -> tuple[Macro, ...]:
    """All macros, by name; a step of a kind that this version does not know is left out."""
    known = {kind.value for kind in StepKind}
    return tuple(
        Macro(
            id=row[0],
            name=row[1],
            steps=tuple(
                Step(kind=StepKind(kind), number=number, text=text)
                for kind, number, text in json.loads(row[2])
                if kind in known
            ),
            uses=row[3],
            used_at=moment_or_none(row[4]),
        )
        for row in connection.execute(_MACROS)
    )


def read_signatures(connection: sqlite3.Connection) -> dict[int, str]:
    """The signature of each account that has one."""
    return dict(connection.execute(_SIGNATURES).fetchall())
