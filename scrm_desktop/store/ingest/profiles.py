"""Profiles of people: stored when they are new or say something else about themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.packing import pack_profile
from scrm_desktop.store.persons import settle_known
from scrm_desktop.store.sql import execute_many, fetch, ids, insert_many
from scrm_desktop.store.values import clean, remote_micros

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS = "handle, display_name, url, avatar_url, bio, followers, following, posts, created_at, bot, extra"
_STORED = (
    f"SELECT remote_id, id, {_COLUMNS} FROM profiles"
    " WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_INTO = f"profiles ({_COLUMNS}, id, account_id, remote_id, contact_id)"
_UPDATE = "UPDATE profiles SET (" + _COLUMNS + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"
_MOST = 2**63 - 1


class ProfileWriter:
    """Stores the people of one page; ``ids`` maps their remote ids, ``changed`` holds those who are described anew."""

    def __init__(self, connection: Connection, state: IngestState, account_id: int, now: int) -> None:
        self._connection = connection
        self._state = state
        self._account_id = account_id
        self._now = now
        self.ids: dict[str, int] = {}
        self.changed: set[int] = set()

    def save(self, profiles: Iterable[RemoteProfile], named: Iterable[RemoteProfile]) -> None:
        """Store descriptions; who is only ``named`` is stored where nothing better is known."""
        told = {clean(one.remote_id): one for one in profiles}
        weak = {clean(one.remote_id): one for one in named}
        unknown = {**weak, **told}
        for remote_id in list(unknown):
            found = self._state.profile(self._account_id, remote_id)
            profile = told.get(remote_id)
            if found is not None and (profile is None or found[1] is profile or found[1] == profile):
                self.ids[remote_id] = found[0]
                del unknown[remote_id]
        if unknown:
            self._store(unknown, told)

    def _store(self, unknown: dict[str, RemoteProfile], told: dict[str, RemoteProfile]) -> None:
        rows = fetch(self._connection, _STORED, self._account_id, ids(unknown))
        stored = {row[0]: (row[1], row[2:]) for row in rows}
        new: list[tuple[Any, ...]] = []
        changed: list[tuple[Any, ...]] = []
        renamed: list[tuple[Any, ...]] = []
        for remote_id, profile in unknown.items():
            values = self._values(profile)
            if remote_id not in stored:
                profile_id = self._state.next_id(self._connection, "profiles")
                new.append((*values, profile_id, self._account_id, remote_id, profile_id))
            else:
                profile_id, before = stored[remote_id]
                if remote_id in told and before != values:
                    changed.append((*values, profile_id))
                    if before[:2] != values[:2]:
                        renamed.append((profile_id, values[1], values[0]))
            self.ids[remote_id] = profile_id
            if remote_id in told:
                self._state.remember(self._account_id, profile_id, profile)
        self._write(new, changed)
        renamed += [(row[-4], row[1], row[0]) for row in new]
        statement = "INSERT OR REPLACE INTO profile_fts (rowid, display_name, handle) VALUES (?, ?, ?)"
        execute_many(self._connection, statement, renamed)

    def _write(self, new: list[tuple[Any, ...]], changed: list[tuple[Any, ...]]) -> None:
        insert_many(self._connection, "contacts (id)", [(row[-1],) for row in new], "ON CONFLICT DO NOTHING")
        insert_many(self._connection, _INTO, new)
        settle_known(self._connection, self._account_id, [row[-2] for row in new])
        execute_many(self._connection, _UPDATE, changed)
        self.changed |= {row[-1] for row in changed}

    def _values(self, profile: RemoteProfile) -> tuple[Any, ...]:
        return (
            clean(profile.handle),
            clean(profile.display_name),
            clean(profile.url),
            clean(profile.avatar_url),
            clean(profile.bio),
            _number(profile.followers),
            _number(profile.following),
            _number(profile.posts),
            None if profile.created_at is None else remote_micros(profile.created_at, self._now),
            int(profile.bot),
            pack_profile(profile),
        )


def _number(value: int | None) -> int | None:
    """What a column can hold: a server may claim any number."""
    return None if value is None else max(-_MOST, min(value, _MOST))
