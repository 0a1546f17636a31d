"""People and conversations by a few typed letters, within a frame however many there are.

Nothing here reads more rows than the bounds below: words are looked up where they stand in the sorted index of
words, texts newest first, and letters that are no beginning of a word are sought only among the newest conversations.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from scrm_desktop.domain.finding import Found, PersonHit
from scrm_desktop.domain.fuzzy import score_words, words
from scrm_desktop.store.reading.lists import conversation_rows
from scrm_desktop.store.reading.search import match_expression, terms_of
from scrm_desktop.store.values import id_list

NEWEST, NAMES, TEXTS, ENDINGS = 250, 200, 40, 12
_SHORTEST_TEXT = 3
_LAST = "\U0010ffff"
#: The lists' indexes leave spam out, and only with the same condition is one of them used: without it all are sorted.
_RECENT = """SELECT i.conversation_id, i.profile_id, p.display_name, p.handle, i.last_text
    FROM inbox i JOIN profiles p ON p.id = i.profile_id WHERE i.spam = 0
    ORDER BY i.last_at DESC, i.conversation_id DESC LIMIT ?"""
_WITH_WORD = "SELECT doc FROM temp.profile_words WHERE term >= ? AND term < ? LIMIT ?"
_NEXT_WORD = "SELECT term FROM temp.message_words WHERE term >= ? AND term < ? LIMIT 1"
_NAMED = "SELECT rowid FROM profile_fts WHERE profile_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
_SAID = "SELECT rowid FROM message_fts WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
_PROFILES = """SELECT p.id, p.display_name, p.handle, a.channel, (SELECT i.conversation_id FROM inbox i
    WHERE i.profile_id = p.id ORDER BY i.last_at DESC LIMIT 1), p.contact_id
    FROM profiles p JOIN accounts a ON a.id = p.account_id WHERE p.id IN (SELECT value FROM json_each(?))"""
_OF_MESSAGES = """SELECT DISTINCT conversation_id FROM messages WHERE conversation_id IS NOT NULL
    AND id IN (SELECT value FROM json_each(?))"""


def find(connection: sqlite3.Connection, typed: str, limit: int) -> Found:
    """The best people and conversations for what was typed so far; nothing for nothing."""
    wanted = words(" ".join(terms_of(typed)))
    if not wanted:
        return Found()
    recent = connection.execute(_RECENT, (NEWEST,)).fetchall()
    names = {row[1]: words(f"{row[2]} {row[3]}") for row in recent}
    near = {profile for profile, name in names.items() if score_words(wanted, name)}
    people = _people(connection, wanted, near | _named(connection, wanted))
    # The newest conversations also by the beginnings of words in their last text, which may not be indexed yet.
    said = [row[0] for row in recent if _begun(wanted, names[row[1]] + words(row[4]))]
    older = sorted(_said(connection, wanted), reverse=True)
    ids = list(dict.fromkeys([*said, *older, *(hit.conversation_id for hit in people)]))[:limit]
    rows = conversation_rows(connection, ids)
    return Found(people=tuple(people[:limit]), conversations=tuple(rows[one] for one in ids if one in rows))


def _begun(wanted: Sequence[str], given: Sequence[str]) -> bool:
    return all(any(one.startswith(word) for one in given) for word in wanted)


def _people(connection: sqlite3.Connection, wanted: Sequence[str], profiles: set[int]) -> list[PersonHit]:
    rows = connection.execute(_PROFILES, (id_list(profiles),)).fetchall()
    hits = [
        PersonHit(
            profile_id=row[0],
            name=row[1],
            handle=row[2],
            channel=row[3],
            conversation_id=row[4],
            score=fits,
            contact_id=row[5],
        )
        for row in rows
        if row[4] is not None and (fits := score_words(wanted, words(f"{row[1]} {row[2]}")))
    ]
    hits.sort(key=lambda hit: (-hit.score, -hit.conversation_id))
    # Somebody with several profiles is one person.
    first = {hit.contact_id: hit for hit in reversed(hits)}
    return [hit for hit in hits if first[hit.contact_id] is hit]


def _named(connection: sqlite3.Connection, wanted: Sequence[str]) -> set[int]:
    """Profiles with a word that begins as one of the typed words does: of the rarest word, if one is rare."""
    found = [_ids(connection.execute(_WITH_WORD, (word, word + _LAST, NAMES))) for word in wanted]
    rare = [ids for ids in found if len(ids) < NAMES]
    if rare:
        return min(rare, key=len)
    # All are frequent: the newest who have them as whole words, and the first ones in the index.
    whole = _ids(connection.execute(_NAMED, (match_expression(wanted).removesuffix(" *"), NAMES)))
    return whole | (found[0] if len(wanted) == 1 else set())


def _said(connection: sqlite3.Connection, wanted: Sequence[str]) -> set[int]:
    """Conversations of the newest messages with all the words; the last one may still be being typed."""
    if len(wanted[-1]) < _SHORTEST_TEXT:
        return set()
    endings = [f'"{word}"' for word in _endings(connection, wanted[-1])]
    if not endings:
        return set()
    whole = [f'"{word}"' for word in wanted[:-1]]
    expression = " AND ".join([*whole, f"({' OR '.join(endings)})"])
    messages = _ids(connection.execute(_SAID, (expression, TEXTS)))
    return _ids(connection.execute(_OF_MESSAGES, (id_list(messages),)))


def _endings(connection: sqlite3.Connection, begun: str) -> list[str]:
    """The first words that begin so: one seek in the index for each, whatever the number of messages."""
    found: list[str] = []
    after = begun
    while len(found) < ENDINGS:
        row = connection.execute(_NEXT_WORD, (after, begun + _LAST)).fetchone()
        if row is None:
            break
        found.append(row[0])
        after = row[0] + "\x01"
    return found


def _ids(rows: Iterable[tuple[int]]) -> set[int]:
    return {row[0] for row in rows}
