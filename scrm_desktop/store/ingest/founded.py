"""Conversations that a page founds: their state and their line in the list follow from the page alone.

Reading back by SQL what has just been written would take longer than writing it, and history is little else. The rules
are those of :mod:`scrm_desktop.store.summaries`; a test holds both to the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import TYPE_CHECKING

from scrm_desktop.domain.threads import Plan
from scrm_desktop.store.ingest.rows import Row
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.sql import insert_many
from scrm_desktop.store.summaries import Found, Messages, judge_found, line_of
from scrm_desktop.store.tallies import InboxRow
from scrm_desktop.store.values import micros_or_none

if TYPE_CHECKING:
    from sqlalchemy import Connection

_INTO = "conversations (id, account_id, key, joined_into, created_at, status, done_at, undecided)"
_UNDECIDED = ("open", None, 1)


class Founded:
    """The conversations that a plan founds; ``lines`` are those of them that nothing else needs to be read for."""

    def __init__(self, plan: Plan, rows: Mapping[str, Row], new: Set[str], account_id: int, now: int) -> None:
        self._plan, self._account_id, self._now = plan, account_id, now
        self.lines: dict[int, InboxRow] = {}
        self._states: dict[int, tuple[str, int | None, int]] = {}
        for number, members in _whole(plan, rows, new).items():
            self._sum_up(number, members)

    def write(self, connection: Connection, state: IngestState) -> None:
        """Store the conversations, and the further keys of any."""
        account_id, now = self._account_id, self._now
        founded = [
            (number, account_id, key, None, now, *self._states.get(number, _UNDECIDED))
            for number, key in self._plan.founded.items()
        ]
        insert_many(connection, _INTO, founded)
        aliases = [
            (state.next_id(connection, "conversations"), account_id, key, number, now, *_UNDECIDED)
            for key, number in self._plan.aliases.items()
        ]
        insert_many(connection, _INTO, aliases)

    def _sum_up(self, number: int, members: list[Row]) -> None:
        if len(members) > 1:
            members.sort(key=_by_time)
        one, messages = _found(number, members, self._now), _as_read(members[-1])
        verdict = judge_found(one, messages)
        one.status, one.done_at, one.undecided = state = (
            verdict.status.value,
            micros_or_none(verdict.done_at),
            int(verdict.undecided),
        )
        if one.status == "open":
            waiting = (row["created_at"] for row in members if row["addressed"])
            one.waiting_since = next((at for at in waiting if at > one.answered_at), None)
        self._states[number] = state
        self.lines[number] = line_of(one, messages)


def _whole(plan: Plan, rows: Mapping[str, Row], new: Set[str]) -> dict[int, list[Row]]:
    """The messages of each conversation that consists of new ones only, and of nothing that is out of the ordinary."""
    members: dict[int, list[Row]] = {number: [] for number in plan.founded}
    for remote_id, number in plan.assigned.items():
        if number in members:
            if remote_id in new:
                members[number].append(rows[remote_id])
            else:
                del members[number]
    return {number: found for number, found in members.items() if _is_plain(found)}


def _is_plain(members: Iterable[Row]) -> bool:
    """Whether somebody asks, nothing is deleted and every message has words to show."""
    asked = False
    for row in members:
        if row["deleted_at"] is not None or not (row["text"] or row["content_warning"]):
            return False
        asked = asked or bool(row["addressed"])
    return asked


def _by_time(row: Row) -> tuple[int, int]:
    return row["created_at"], row["id"]


def _found(number: int, members: list[Row], now: int) -> Found:
    """What would be read of a conversation; ``members`` stand oldest first."""
    asked = [row for row in members if row["addressed"]]
    own = [row for row in members if row["own"]]
    last_id = members[-1]["id"]
    live = [row["created_at"] for row in asked if row["live"]]
    own_at = own[-1]["created_at"] if own else None
    return Found(
        number, members[0]["account_id"], "open", None, None, None, 1, now, 0, None, 0, 0, "", None, last_id, last_id,
        own_at, max((row["created_at"] for row in own if not row["live"]), default=None), asked[-1]["created_at"],
        live[-1] if live else None, asked[0]["profile_id"], asked[-1]["visibility"], None,
        answered_at=-1 if own_at is None else own_at, unread=len(live),
    )  # fmt: skip


def _as_read(row: Row) -> Messages:
    return {
        row["id"]: (
            row["created_at"], row["text"], row["content_warning"], row["own"], row["addressed"], row["visibility"],
            row["profile_id"], None,
        )
    }  # fmt: skip
