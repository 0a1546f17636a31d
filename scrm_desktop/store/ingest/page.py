"""One page, stored whole: people, messages, conversations, reactions, what could not be understood, the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.events import EngagementSeen, MessageGone, MessageSeen, Page, Poison
from scrm_desktop.domain.messages import Mention, RemoteMessage, RemoteProfile
from scrm_desktop.store.coverage import add_covered
from scrm_desktop.store.ingest.batch import MessageBatch
from scrm_desktop.store.ingest.founded import Founded
from scrm_desktop.store.ingest.late import bring_up
from scrm_desktop.store.ingest.overtaken import hold_for_news
from scrm_desktop.store.ingest.placing import place
from scrm_desktop.store.ingest.profiles import ProfileWriter
from scrm_desktop.store.ingest.splits import settle
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.joining import join
from scrm_desktop.store.search_index import reindex
from scrm_desktop.store.sql import execute, execute_many, fetch, ids
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.values import clean, is_clean, remote_micros

if TYPE_CHECKING:
    from sqlalchemy import Connection

Way = Literal["newer", "older"]

_ENGAGEMENT = (
    "INSERT INTO engagement (account_id, remote_id, kind, profile_id, message_remote_id, at)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, remote_id) DO NOTHING"
)
_REACTED_IN = (
    "SELECT DISTINCT conversation_id FROM messages WHERE account_id = ? AND conversation_id IS NOT NULL"
    " AND remote_id IN (SELECT value FROM json_each(?))"
)
_POISON = (
    "INSERT INTO poison (account_id, remote_id, raw, reason, at) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET raw = excluded.raw, reason = excluded.reason, at = excluded.at"
)
_RINGING = """SELECT c.id, coalesce(c.read_up_to, -1), coalesce(CASE WHEN c.status <> 'open' THEN c.done_at END, -1)
    FROM conversations c WHERE c.muted = 0 AND c.spam = 0 AND c.id IN (SELECT value FROM json_each(?))"""
_MOST_RAW = 100_000


@dataclass(slots=True)
class _Sorted:
    """The events of a page by kind, each in its order."""

    seen: list[MessageSeen] = field(default_factory=list[MessageSeen])
    gone: list[MessageGone] = field(default_factory=list[MessageGone])
    engagement: list[EngagementSeen] = field(default_factory=list[EngagementSeen])


class PageWriter:
    """Stores pages of one account; used in the writer's thread, within a transaction."""

    def __init__(self, connection: Connection, state: IngestState, account: Account, now: int) -> None:
        self._connection = connection
        self._state = state
        self._account = account
        self._now = now
        self._people = ProfileWriter(connection, state, account.id, now)
        self._batch = MessageBatch(connection, state, account.id, now)

    def save(self, page: Page, stream: str, way: Way | None) -> Changes:
        """Everything of a page, its cursor and what it proves complete."""
        changes = self.store(page.events, history=way == "older", rereads=way == "newer")
        self._keep_poison(page.poison)
        if way is not None and page.cursor is not None:
            execute(
                self._connection,
                "INSERT INTO cursors VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET cursor = excluded.cursor",
                self._account.id,
                stream,
                way,
                clean(page.cursor),
            )
        if page.covered is not None and add_covered(self._connection, self._account.id, stream, page.covered):
            changes |= Changes(coverage=True)
        return changes

    def store(
        self,
        events: Iterable[MessageSeen | MessageGone | EngagementSeen],
        *,
        history: bool = False,
        rereads: bool = False,
        into: int | None = None,
    ) -> Changes:
        """The events alone.

        ``rereads``: what is stored as history may turn out to be live. ``into``: the conversation that messages of
        ours were written in.
        """
        found = _sort(events)
        if not (found.seen or found.gone or found.engagement):
            return Changes()
        self._save_people(found)
        named = [one.message.remote_id for one in found.seen] + [clean(one.remote_id) for one in found.gone]
        self._batch.load(named)
        stored = set(self._batch.rows)
        self._merge(found, history, rereads)
        touched, shown, founded = self._place(found.seen, stored, into)
        shown |= self._save_engagement(found.engagement)
        new = [self._batch.rows[key] for key in self._batch.fresh & self._batch.new]
        bring_up(self._connection, new, self._state.began(self._connection, self._now), self._now)
        held = hold_for_news(self._connection, touched)
        refresh(self._connection, touched - founded.lines.keys(), self._now, founded.lines.values())
        return held | Changes(
            conversations=frozenset(touched | shown | self._conversations_of(self._people.changed)),
            arrived=self._ringing(),
            profiles=frozenset(self._people.changed),
        )

    def _save_people(self, found: _Sorted) -> None:
        told: list[RemoteProfile] = [one.message.author for one in found.seen]
        told += [one.actor for one in found.engagement]
        named = [_as_profile(one) for seen in found.seen if (one := self._addressee(seen.message)) is not None]
        self._people.save(told, named)

    def _addressee(self, message: RemoteMessage) -> Mention | None:
        """Whom a message of ours speaks to."""
        if not message.own:
            return None
        others = [one for one in message.mentions if one.remote_id not in ("", message.author.remote_id)]
        return others[0] if others else None

    def _merge(self, found: _Sorted, history: bool, rereads: bool) -> None:
        known = set(self._batch.rows)
        for one in found.seen:
            to = self._addressee(one.message)
            first_time = one.message.remote_id not in known
            live = not history and (first_time or rereads)
            self._batch.take(
                one,
                profile_id=self._people.ids[clean(one.message.author.remote_id)],
                to_profile_id=None if to is None else self._people.ids[clean(to.remote_id)],
                live_for=self._account if live else None,
            )
        for gone in found.gone:
            self._batch.bury(gone)

    def _place(
        self, seen: Sequence[MessageSeen], stored: set[str], into: int | None
    ) -> tuple[set[int], set[int], Founded]:
        """Conversations of what came; returns those that changed, those that only show it as context, and the new ones.

        A post of ours can be context of very many, whose lines in the list stay as they are.
        """
        batch = self._batch
        plan = place(self._connection, self._state, self._account, seen, batch.rows, stored, into)
        for remote_id, conversation in plan.assigned.items():
            if remote_id in batch.rows:
                batch.rows[remote_id]["conversation_id"] = conversation
        changed = batch.changed()
        founded = Founded(plan, batch.rows, batch.new, self._account.id, self._now)
        founded.write(self._connection, self._state)
        batch.write()
        reindex(self._connection, batch.reindexed)
        self._move_stored(plan.assigned)
        for go, keep in plan.joined.items():
            join(self._connection, go, keep, self._now)
        for row in batch.rows.values():
            row["conversation_id"] = plan.joined.get(row["conversation_id"], row["conversation_id"])
        self._link_context(plan.links)
        settled = settle(self._connection, self._account.id, plan.assigned)
        came = [*changed, *(batch.rows[key] for key in batch.new)]
        touched: set[int] = {row["conversation_id"] for row in came if row["conversation_id"] is not None}
        touched |= settled | set(plan.assigned.values()) | set(plan.joined) | set(plan.joined.values())
        shown = {number for number, _ in plan.links}
        shown |= self._shown_in([row["id"] for row in changed if row["conversation_id"] is None])
        return touched, shown, founded

    def _move_stored(self, assigned: dict[str, int]) -> None:
        """Messages of ours that were stored before, and belong somewhere only now."""
        moves = [
            (conversation, self._account.id, remote_id)
            for remote_id, conversation in assigned.items()
            if remote_id not in self._batch.rows
        ]
        execute_many(
            self._connection, "UPDATE messages SET conversation_id = ? WHERE account_id = ? AND remote_id = ?", moves
        )

    def _link_context(self, links: set[tuple[int, str]]) -> None:
        execute_many(
            self._connection,
            "INSERT OR IGNORE INTO context_links SELECT ?, id FROM messages WHERE account_id = ? AND remote_id = ?",
            [(number, self._account.id, remote_id) for number, remote_id in links],
        )

    def _shown_in(self, message_ids: list[int]) -> set[int]:
        """The conversations that show these messages as context."""
        if not message_ids:
            return set()
        statement = "SELECT conversation_id FROM context_links WHERE message_id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in fetch(self._connection, statement, ids(message_ids))}

    def _conversations_of(self, profiles: set[int]) -> set[int]:
        if not profiles:
            return set()
        statement = "SELECT conversation_id FROM inbox WHERE profile_id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in fetch(self._connection, statement, ids(profiles))}

    def _save_engagement(self, engagement: list[EngagementSeen]) -> set[int]:
        """Who reacted to what; returns the conversations that show it."""
        rows = [
            (
                self._account.id,
                clean(one.remote_id),
                one.kind.value,
                self._people.ids[clean(one.actor.remote_id)],
                None if one.message_id is None else clean(one.message_id),
                remote_micros(one.at, self._now),
            )
            for one in engagement
        ]
        execute_many(self._connection, _ENGAGEMENT, rows)
        about = ids({row[4] for row in rows if row[4] is not None})
        return {row[0] for row in fetch(self._connection, _REACTED_IN, self._account.id, about)} if rows else set()

    def _ringing(self) -> frozenset[int]:
        """Conversations in which something of a customer is new, live, and neither read nor dealt with."""
        fresh = [self._batch.rows[key] for key in self._batch.fresh]
        news = [(row["conversation_id"], row["created_at"]) for row in fresh if row["deleted_at"] is None]
        if not news:
            return frozenset()
        numbers = ids({number for number, _ in news})
        bounds = {row[0]: max(row[1], row[2]) for row in fetch(self._connection, _RINGING, numbers)}
        return frozenset(number for number, at in news if number in bounds and at > bounds[number])

    def _keep_poison(self, poison: Iterable[Poison]) -> None:
        rows = [
            (self._account.id, clean(one.remote_id), clean(one.raw[:_MOST_RAW]), clean(one.reason[:1000]), self._now)
            for one in poison
        ]
        execute_many(self._connection, _POISON, rows)


def _sort(events: Iterable[MessageSeen | MessageGone | EngagementSeen]) -> _Sorted:
    found = _Sorted()
    for event in events:
        if isinstance(event, MessageSeen):
            found.seen.append(_cleaned(event))
        elif isinstance(event, MessageGone):
            found.gone.append(event)
        else:
            found.engagement.append(event)
    return found


def _cleaned(seen: MessageSeen) -> MessageSeen:
    """The same with ids that can be stored; nearly all can."""
    message = seen.message
    if is_clean(message.remote_id + seen.thread_key):
        return seen
    return replace(
        seen, message=replace(message, remote_id=clean(message.remote_id)), thread_key=clean(seen.thread_key)
    )


def _as_profile(mention: Mention) -> RemoteProfile:
    return RemoteProfile(remote_id=mention.remote_id, handle=mention.handle, url=mention.url)
