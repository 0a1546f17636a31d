"""Full-text search over messages and names; whatever is typed, it never fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from scrm_desktop.domain.folding import fold, is_word, terms_in
from scrm_desktop.store.values import clean, id_list

#: Newest matches that are looked at: a word that everybody uses must not take seconds.
MOST_MATCHES = 20_000
MOST_TERMS = 12
_MOST_TAIL = 10_000
_TEXTS = """SELECT DISTINCT conversation_id FROM messages WHERE conversation_id IS NOT NULL AND id IN (
    SELECT rowid FROM message_fts WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?)"""
_TEXTS_OF = """SELECT DISTINCT conversation_id FROM messages WHERE conversation_id IS NOT NULL AND id IN (
    SELECT rowid FROM message_fts WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?)
    AND profile_id IN (SELECT value FROM json_each(?))"""
_NAMES = "SELECT rowid FROM profile_fts WHERE profile_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
_OF_PEOPLE = """SELECT DISTINCT conversation_id FROM messages WHERE conversation_id IS NOT NULL
    AND profile_id IN (SELECT value FROM json_each(?)) LIMIT ?"""
_TAIL = """SELECT conversation_id, text, content_warning FROM messages WHERE id > (
    SELECT value FROM cache_facts WHERE key = 'indexed_up_to') AND conversation_id IS NOT NULL LIMIT ?"""


def terms_of(typed: str) -> list[str]:
    """The words of what was typed, without whatever the index would take for its own signs."""
    spaced = "".join(char if is_word(char) else " " for char in clean(typed))
    return spaced.split()[:MOST_TERMS]


def match_expression(terms: Sequence[str]) -> str:
    """All the words, quoted; the last one may still be being typed."""
    quoted = [f'"{term}"' for term in terms]
    return " ".join([*quoted[:-1], quoted[-1] + " *"])


def matching(connection: sqlite3.Connection, typed: str) -> set[int]:
    """Conversations in which every word stands in one message, in the name of its author, or in both together."""
    terms = terms_of(typed)
    if not terms:
        return set()
    expression = match_expression(terms)
    found = _column(connection, _TEXTS, expression, MOST_MATCHES)
    people = _column(connection, _NAMES, expression, MOST_MATCHES)
    if people:
        found |= _column(connection, _OF_PEOPLE, id_list(people), MOST_MATCHES)
    if len(terms) > 1:
        found |= _split(connection, terms)
    return found | _in_tail(connection, terms)


def text_matching(connection: sqlite3.Connection, typed: str) -> set[int]:
    """Conversations in which every word stands in one message, whoever wrote it."""
    terms = terms_of(typed)
    if not terms:
        return set()
    return _column(connection, _TEXTS, match_expression(terms), MOST_MATCHES) | _in_tail(connection, terms)


def phrase_matching(connection: sqlite3.Connection, typed: str) -> set[int]:
    """Conversations in which these words stand one after the other, in a message or in the name of its author."""
    terms = terms_of(typed)
    if not terms:
        return set()
    expression = f'"{" ".join(terms)}"'
    found = _column(connection, _TEXTS, expression, MOST_MATCHES)
    people = _column(connection, _NAMES, expression, MOST_MATCHES)
    if people:
        found |= _column(connection, _OF_PEOPLE, id_list(people), MOST_MATCHES)
    wanted = f" {' '.join(fold(term) for term in terms)} "
    for conversation, text, warning in connection.execute(_TAIL, (_MOST_TAIL,)):
        if any(wanted in f" {' '.join(terms_in(part))} " for part in (text, warning)):
            found.add(conversation)
    return found


def _split(connection: sqlite3.Connection, terms: list[str]) -> set[int]:
    """Some of the words are of the name, the others of the text."""
    named = [term for term in terms if _column(connection, _NAMES, match_expression([term]), 1)]
    said = [term for term in terms if term not in named]
    if not named or not said:
        return set()
    people = _column(connection, _NAMES, match_expression(named), MOST_MATCHES)
    if not people:
        return set()
    return _column(connection, _TEXTS_OF, match_expression(said), MOST_MATCHES, id_list(people))


def _in_tail(connection: sqlite3.Connection, terms: list[str]) -> set[int]:
    """What has been stored in the last moments is not in the index yet."""
    wanted = [fold(term) for term in terms]
    found: set[int] = set()
    for conversation, text, warning in connection.execute(_TAIL, (_MOST_TAIL,)):
        words = terms_in(f"{warning} {text}")
        whole = set(words)
        if all(term in whole for term in wanted[:-1]) and any(word.startswith(wanted[-1]) for word in words):
            found.add(conversation)
    return found


def _column(connection: sqlite3.Connection, statement: str, *parameters: object) -> set[int]:
    return {row[0] for row in connection.execute(statement, parameters)}
