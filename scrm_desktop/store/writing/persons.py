"""Who is one person with whom, as people decide it: done, logged, and given an inverse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.likeness import ProfileKey
from scrm_desktop.domain.triage import ArrangePeople, NotSamePerson, PeopleAction, SamePerson, TriageAction
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.persons import share
from scrm_desktop.store.sql import execute, execute_many, fetch, ids, one
from scrm_desktop.store.values import clean
from scrm_desktop.store.writing.conversations import resolve

if TYPE_CHECKING:
    from sqlalchemy import Connection

Group = tuple[ProfileKey, ...]
Pair = tuple[ProfileKey, ProfileKey]

_PROFILE = "SELECT id, handle FROM profiles WHERE account_id = ? AND remote_id = ?"
_GROUP = """SELECT account_id, remote_id FROM same_people WHERE person = (
    SELECT person FROM same_people WHERE account_id = ? AND remote_id = ?) ORDER BY 1, 2"""
_ARE_STRANGERS = """SELECT 1 FROM not_same_people
    WHERE account_id = ? AND remote_id = ? AND other_account_id = ? AND other_remote_id = ?"""
_FORGET_STRANGERS = _ARE_STRANGERS.replace("SELECT 1", "DELETE")
_KEEP_STRANGERS = "INSERT OR IGNORE INTO not_same_people VALUES (?, ?, ?, ?)"
_CONVERSATIONS = "SELECT conversation_id FROM inbox WHERE profile_id IN (SELECT value FROM json_each(?))"


def arrange_people(connection: Connection, action: PeopleAction, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Do it; returns what was touched and the inverse. InputError for profiles that are not stored, or too few."""
    match action:
        case SamePerson():
            kind, what, groups, strangers = _joined(connection, action)
        case NotSamePerson():
            kind, what, groups, strangers = _parted(connection, action)
        case ArrangePeople():
            kind, what, groups, strangers = "undone", "people", _whole(connection, action.groups), action.strangers
    before = _partition(connection, _members(groups))
    known = _strangers(connection, _members(groups))
    _write(connection, groups, strangers)
    conversation = None if action.conversation is None else resolve(connection, action.conversation)
    write_entry(connection, now, kind, actor=actor, conversation_id=conversation, detail={"what": what})
    inverse = ArrangePeople(groups=before, strangers=known, conversation=action.conversation)
    return _changes(connection, _members(groups), conversation), inverse


def _joined(connection: Connection, action: SamePerson) -> tuple[str, str, tuple[Group, ...], tuple[Pair, ...]]:
    named = _stored(connection, action.profiles)
    whole = _members(_partition(connection, named))
    if len(named) < 2:
        raise InputError("It takes two profiles to make one person of them.")
    if len(_partition(connection, named)) < 2:
        raise InputError("These profiles are one person already.")
    return "same_person", _handle(connection, named[-1]), (whole,), ()


def _parted(connection: Connection, action: NotSamePerson) -> tuple[str, str, tuple[Group, ...], tuple[Pair, ...]]:
    named = _stored(connection, (action.profile, *action.others))
    if len(named) < 2:
        raise InputError("It takes two profiles to tell them apart.")
    profile, others = named[0], named[1:]
    partition = _partition(connection, named)
    own = _group(connection, profile)
    # Of a person who has more profiles only this one leaves; whoever was no part of them stays what they are.
    apart = (profile,) if set(own) & set(others) else own
    rest = (_without(group, apart) for group in partition)
    groups = (apart, *(group for group in rest if group))
    strangers = {_sorted(pair) for pair in _strangers(connection, _members(partition))}
    strangers |= {_sorted((one, other)) for one in apart for other in others}
    return "not_same_person", _handle(connection, profile), groups, tuple(sorted(strangers))


def _without(group: Group, gone: Group) -> Group:
    return tuple(one for one in group if one not in gone)


def _sorted(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _whole(connection: Connection, groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups, with whoever has joined their members since."""
    groups = tuple(groups)
    listed = {one for group in groups for one in group}
    late = set(_members(_partition(connection, sorted(listed)))) - listed
    return (*groups, *((one,) for one in sorted(late)))


def _stored(connection: Connection, keys: Iterable[ProfileKey]) -> Group:
    found = tuple(dict.fromkeys(ProfileKey(key.account_id, clean(key.remote_id)) for key in keys))
    for key in found:
        _handle(connection, key)
    return found


def _handle(connection: Connection, key: ProfileKey) -> str:
    row = one(connection, _PROFILE, key.account_id, key.remote_id)
    if row is None:
        raise InputError("This profile is not stored at the moment.")
    return f"@{row[1]}"


def _group(connection: Connection, key: ProfileKey) -> Group:
    return tuple(ProfileKey(*row) for row in fetch(connection, _GROUP, key.account_id, key.remote_id)) or (key,)


def _partition(connection: Connection, keys: Iterable[ProfileKey]) -> tuple[Group, ...]:
    """Who is one person now, whole people only."""
    return tuple(dict.fromkeys(_group(connection, key) for key in keys))


def _members(groups: Iterable[Group]) -> Group:
    return tuple(sorted({one for group in groups for one in group}))


def _strangers(connection: Connection, keys: Sequence[ProfileKey]) -> tuple[Pair, ...]:
    return tuple(pair for pair in combinations(sorted(keys), 2) if one(connection, _ARE_STRANGERS, *_flat(pair)))


def _flat(pair: Pair) -> tuple[int, str, int, str]:
    first, second = pair
    return first.account_id, first.remote_id, second.account_id, second.remote_id


def _write(connection: Connection, groups: Sequence[Group], strangers: Sequence[Pair]) -> None:
    listed = _members(groups)
    for key in listed:
        execute(
            connection,
            "DELETE FROM same_people WHERE account_id = ? AND remote_id = ?",
            key.account_id,
            key.remote_id,
        )
    for group in groups:
        ((person,),) = fetch(connection, "SELECT coalesce(max(person), 0) + 1 FROM same_people")
        rows = [(key.account_id, key.remote_id, person) for key in group if len(group) > 1]
        execute_many(connection, "INSERT INTO same_people VALUES (?, ?, ?)", rows)
        if profiles := _profiles(connection, group):
            share(connection, profiles)
    execute_many(connection, _FORGET_STRANGERS, _both_ways(list(combinations(listed, 2))))
    execute_many(connection, _KEEP_STRANGERS, _both_ways(strangers))


def _both_ways(pairs: Iterable[Pair]) -> list[tuple[int, str, int, str]]:
    return [_flat(way) for one, other in pairs for way in ((one, other), (other, one))]


def _profiles(connection: Connection, group: Group) -> list[int]:
    rows = [one(connection, _PROFILE, key.account_id, key.remote_id) for key in group]
    return [row[0] for row in rows if row is not None]


def _changes(connection: Connection, keys: Group, conversation: int | None) -> Changes:
    profiles = _profiles(connection, keys)
    touched = {row[0] for row in fetch(connection, _CONVERSATIONS, ids(profiles))}
    if conversation is not None:
        touched.add(conversation)
    return Changes(conversations=frozenset(touched), profiles=frozenset(profiles))
