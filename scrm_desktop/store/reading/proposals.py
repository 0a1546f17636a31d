"""Who may be the same person as a customer, by name or handle: proposed, and never joined by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from scrm_desktop.domain.likeness import Likeness, ProfileKey, likeness, plain_name, short_handle
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.views import Proposal
from scrm_desktop.store.reading.rebuild import profiles_by_id
from scrm_desktop.store.reading.search import terms_of
from scrm_desktop.store.values import id_list

#: So many namesakes are looked at, the newest first, and so many proposed.
LOOKED_AT, MOST = 100, 3
_STRENGTH = {Likeness.ACCOUNT: 4, Likeness.HANDLE: 2, Likeness.NAME: 1}
_ALIKE = "SELECT rowid FROM profile_fts WHERE profile_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
#: Only whom we have a conversation with: of anybody else there is nothing to compare.
_OTHERS = """SELECT p.id, p.account_id, p.remote_id, a.channel, p.contact_id, (SELECT i.conversation_id FROM inbox i
        WHERE i.profile_id = p.id ORDER BY i.last_at DESC LIMIT 1) AS newest
    FROM profiles p JOIN accounts a ON a.id = p.account_id
    WHERE p.id IN (SELECT value FROM json_each(?)) AND p.contact_id <> ?
    AND newest IS NOT NULL AND a.removed_at IS NULL"""
_STRANGERS = """SELECT other_account_id, other_remote_id FROM not_same_people WHERE account_id = ? AND remote_id = ?"""


def proposals(
    connection: sqlite3.Connection, contact_id: int, keys: Sequence[ProfileKey], profiles: Sequence[RemoteProfile]
) -> tuple[Proposal, ...]:
    """The likeliest first; nobody of whom a person said that it is somebody else."""
    rows = connection.execute(_OTHERS, (id_list(_alike(connection, profiles)), contact_id)).fetchall()
    if not rows:
        return ()
    strangers = {ProfileKey(*row) for key in keys for row in connection.execute(_STRANGERS, _flat(key))}
    known = profiles_by_id(connection, (row[0] for row in rows))
    made = [_proposal(row, known[row[0]], profiles) for row in rows if ProfileKey(row[1], row[2]) not in strangers]
    found = sorted((one for one in made if one[1].reasons), key=lambda one: -_weight(one[1]))
    # Of a person with several profiles one is enough.
    first = dict(reversed(found))
    return tuple(sorted(first.values(), key=lambda one: -_weight(one)))[:MOST]


def _alike(connection: sqlite3.Connection, profiles: Iterable[RemoteProfile]) -> set[int]:
    expressions: set[str] = set()
    for profile in profiles:
        if plain_name(profile):
            expressions.add(f'display_name : ^"{" ".join(terms_of(profile.display_name))}"')
        if short_handle(profile):
            expressions.add(f'handle : ^"{" ".join(terms_of(profile.handle.partition("@")[0]))}"')
    return {row[0] for one in expressions for row in connection.execute(_ALIKE, (one, LOOKED_AT))}


def _proposal(row: Any, profile: RemoteProfile, mine: Sequence[RemoteProfile]) -> tuple[int, Proposal]:
    reasons = {reason for one in mine for reason in likeness(one, profile)}
    return row[4], Proposal(
        key=ProfileKey(row[1], row[2]),
        channel=row[3],
        profile=profile,
        conversation_id=row[5],
        reasons=tuple(reason for reason in Likeness if reason in reasons),
    )


def _weight(proposal: Proposal) -> int:
    return sum(_STRENGTH[reason] for reason in proposal.reasons)


def _flat(key: ProfileKey) -> tuple[int, str]:
    return key.account_id, key.remote_id
