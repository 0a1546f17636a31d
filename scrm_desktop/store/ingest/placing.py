"""Conversations of the messages of a page: reads what stands around them, and writes the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import MessageSeen, Why
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.domain.threads import CLIMB_LIMIT, Arrival, Node, Plan, Threader
from scrm_desktop.store.ingest.rows import Row
from scrm_desktop.store.ingest.splits import divided, keep_apart, placed
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.sql import fetch, ids

if TYPE_CHECKING:
    from sqlalchemy import Connection

_UP = f"""WITH RECURSIVE up (remote_id, parent, conversation, own) AS (
    SELECT remote_id, in_reply_to, conversation_id, own FROM messages
    WHERE account_id = ?1 AND remote_id IN (SELECT value FROM json_each(?2))
    UNION
    SELECT m.remote_id, m.in_reply_to, m.conversation_id, m.own FROM up
    JOIN messages m ON m.account_id = ?1 AND m.remote_id = up.parent WHERE up.conversation IS NULL
    LIMIT {CLIMB_LIMIT}
) SELECT * FROM up"""
_DOWN = """WITH RECURSIVE down (remote_id, parent, conversation, own) AS (
    SELECT remote_id, in_reply_to, conversation_id, own FROM messages
    WHERE account_id = ?1 AND in_reply_to IN (SELECT value FROM json_each(?2))
    UNION
    SELECT m.remote_id, m.in_reply_to, m.conversation_id, m.own FROM down
    JOIN messages m ON m.account_id = ?1 AND m.in_reply_to = down.remote_id WHERE down.conversation IS NULL
) SELECT * FROM down"""
_KEYS = (
    "SELECT key, coalesce(joined_into, id) FROM conversations"
    " WHERE account_id = ? AND key IN (SELECT value FROM json_each(?))"
)


def place(
    connection: Connection,
    state: IngestState,
    account: Account,
    seen: Sequence[MessageSeen],
    rows: dict[str, Row],
    stored: set[str],
    into: int | None = None,
) -> Plan:
    """Find the conversations of these messages, or ids for new ones, which are still to be stored; returns the plan.

    ``stored``: remote ids that were stored before this page. ``into``: the conversation that messages of ours were
    written in.
    """
    arrivals = _arrivals(account, seen, rows, stored)
    if into is not None:
        ((key,),) = fetch(connection, "SELECT key FROM conversations WHERE id = ?", into)
        arrivals = [replace(one, key=key) if one.own else one for one in arrivals]
    if not arrivals:
        return Plan()
    arriving = {one.remote_id for one in arrivals}
    nodes = _surroundings(connection, account.id, arrivals, rows)
    told = {one.message.remote_id: one.thread_key for one in seen}
    arrivals = [_with_foreign_parent(one, nodes, told) for one in arrivals]
    wanted = [one.key for one in arrivals if one.key is not None]
    keys = dict(fetch(connection, _KEYS, account.id, ids(set(wanted))))
    pairs = divided(connection, account.id)
    where = _put_by_people(connection, account.id, nodes) if pairs else {}
    known = [node for node in nodes.values() if node.remote_id not in arriving or node.remote_id in stored]
    plan = Threader(known, keys, where, pairs)
    made = _with_ids(connection, state, plan.plan(arrivals))
    if pairs:
        by_key = dict(fetch(connection, _KEYS, account.id, ids(set(told.values())))) | made.aliases
        by_key |= {key: number for number, key in made.founded.items()}
        home = {remote_id: by_key[key] for remote_id, key in told.items() if key in by_key}
        keep_apart(connection, account.id, made.assigned, home, pairs)
    return made


def _arrivals(account: Account, seen: Sequence[MessageSeen], rows: dict[str, Row], stored: set[str]) -> list[Arrival]:
    found: dict[str, Arrival] = {}
    for one in seen:
        remote_id = one.message.remote_id
        row = rows[remote_id]
        member = bool(row["own"]) or one.why in (Why.MENTION, Why.DIRECT)
        if remote_id in stored and (row["conversation_id"] is not None or not member):
            continue
        if remote_id in found and found[remote_id].member:
            continue
        key = one.thread_key if member and _founds(account, one) else ""
        if not key and member and not row["own"]:
            # What a customer says to us always stands in a conversation.
            key = f"post:{remote_id}"
        found[remote_id] = Arrival(
            remote_id=remote_id, parent=row["in_reply_to"], own=bool(row["own"]), member=member, key=key or None
        )
    return list(found.values())


def _founds(account: Account, seen: MessageSeen) -> bool:
    """Whether a message can begin a conversation: a customer's always, ours only where it is said to somebody."""
    message = seen.message
    return not message.own or _is_private_to_others(account, message) or _answers_others(account, message)


def _is_private_to_others(account: Account, message: RemoteMessage) -> bool:
    return message.visibility is Visibility.DIRECT and any(
        one.remote_id not in (account.remote_id, message.author.remote_id) for one in message.mentions
    )


def _answers_others(account: Account, message: RemoteMessage) -> bool:
    return message.in_reply_to is not None and message.in_reply_to_author not in (
        None,
        account.remote_id,
        message.author.remote_id,
    )


def _with_foreign_parent(arrival: Arrival, nodes: dict[str, Node], keys: dict[str, str]) -> Arrival:
    """An answer of ours whose parent is known to be somebody else's, though the network did not say so."""
    parent = nodes.get(arrival.parent) if arrival.parent is not None else None
    if not arrival.member or arrival.key is not None or parent is None or parent.own:
        return arrival
    return replace(arrival, key=keys[arrival.remote_id] or None)


def _surroundings(
    connection: Connection, account_id: int, arrivals: Sequence[Arrival], rows: dict[str, Row]
) -> dict[str, Node]:
    here = [one.remote_id for one in arrivals]
    parents = {one.parent for one in arrivals if one.parent is not None}
    found = list(fetch(connection, _DOWN, account_id, ids(here)))
    if parents:
        found += fetch(connection, _UP, account_id, ids(parents | set(here)))
    nodes = {row[0]: Node(row[0], row[1], row[2], bool(row[3])) for row in found}
    for remote_id in here:
        row = rows[remote_id]
        nodes.setdefault(remote_id, Node(remote_id, row["in_reply_to"], row["conversation_id"], bool(row["own"])))
    return nodes


def _put_by_people(connection: Connection, account_id: int, nodes: dict[str, Node]) -> dict[str, int]:
    """Where people put these messages; a parent that is not stored (any more) leads to its place all the same."""
    parents = {node.parent for node in nodes.values() if node.parent is not None}
    where = placed(connection, account_id, nodes.keys() | parents)
    for remote_id in parents - nodes.keys():
        if remote_id in where:
            nodes[remote_id] = Node(remote_id, None, where[remote_id])
    return where


def _with_ids(connection: Connection, state: IngestState, plan: Plan) -> Plan:
    """The plan with an id for each new conversation."""
    if plan.founded or plan.aliases:
        state.look_again("conversations")
    real = {number: state.next_id(connection, "conversations") for number in sorted(plan.founded, reverse=True)}
    return Plan(
        assigned={key: real.get(number, number) for key, number in plan.assigned.items()},
        founded={real[number]: key for number, key in plan.founded.items()},
        joined=plan.joined,
        aliases={key: real.get(number, number) for key, number in plan.aliases.items()},
        links={(real.get(number, number), key) for number, key in plan.links},
    )
