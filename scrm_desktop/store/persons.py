"""Profiles that are one person: what people decided, by the networks' ids, brought into the cache's contacts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scrm_desktop.store.sql import execute, execute_many, fetch, ids

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KNOWN = (
    "SELECT DISTINCT person FROM same_people WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_PROFILES = """SELECT s.person, p.id FROM same_people s
    JOIN profiles p ON p.account_id = s.account_id AND p.remote_id = s.remote_id
    WHERE s.person IN (SELECT value FROM json_each(?))"""
_ALONE = """UPDATE profiles SET contact_id = id WHERE contact_id <> id AND NOT EXISTS (SELECT 1 FROM same_people s
    WHERE s.account_id = profiles.account_id AND s.remote_id = profiles.remote_id)"""
_OWN_CONTACTS = """INSERT OR IGNORE INTO contacts SELECT id FROM profiles WHERE contact_id <> id"""


def settle_known(connection: Connection, account_id: int, remote_ids: Iterable[str]) -> None:
    """These profiles are stored anew: those that are one person with others get their contact."""
    wanted = ids(remote_ids)
    if wanted != "[]":
        settle(connection, [row[0] for row in fetch(connection, _KNOWN, account_id, wanted)])


def settle(connection: Connection, persons: Iterable[int]) -> None:
    """One contact for all that is stored of each of these people: that of the first profile."""
    members: dict[int, list[int]] = {}
    for person, profile in fetch(connection, _PROFILES, ids(set(persons))):
        members.setdefault(person, []).append(profile)
    for profiles in members.values():
        share(connection, profiles)


def share(connection: Connection, profiles: list[int]) -> None:
    """One contact for these profiles."""
    contact = min(profiles)
    execute(connection, "INSERT OR IGNORE INTO contacts (id) VALUES (?)", contact)
    rows = [(contact, profile) for profile in profiles]
    execute_many(connection, "UPDATE profiles SET contact_id = ?1 WHERE id = ?2 AND contact_id <> ?1", rows)


def settle_all(connection: Connection) -> None:
    """After a run that did not end in order, or when profiles are gone: every contact anew."""
    execute(connection, _OWN_CONTACTS)
    execute(connection, _ALONE)
    settle(connection, [row[0] for row in fetch(connection, "SELECT DISTINCT person FROM same_people")])
