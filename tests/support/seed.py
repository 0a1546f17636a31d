"""Fill a profile with very many conversations, fast: the tables' own shape, written in bulk.

What the store would work out message by message is computed here; a test holds the two together.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_writer, writer_engine
from scrm_desktop.store.summaries import NOBODY_WAITS
from scrm_desktop.store.tallies import InboxRow, recount
from scrm_desktop.store.values import micros

_WORDS = (
    "parcel",
    "order",
    "late",
    "refund",
    "invoice",
    "broken",
    "thanks",
    "where",
    "still",
    "waiting",
    "delivery",
    "address",
    "wrong",
    "size",
    "colour",
    "please",
    "help",
    "commande",
    "retard",
    "colis",
    "merci",
    "remboursement",
    "facture",
    "toujours",
    "livraison",
    "adresse",
    "abîmé",
    "été",
    "élan",
    "déjà",
    "question",
    "store",
)
_NAMES = ("Camille", "Anaïs", "Tom", "Priya", "Jürgen", "Zoë", "Ola", "Mehdi", "Ines", "Sacha", "Noor", "Émile")
_STEP = 20_000
_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """How much to make. One conversation in ``2 * open_every`` is open and waits, with one unread message."""

    conversations: int
    messages_each: int = 1
    open_every: int = 10
    customers: int = 2_000
    #: So many messages more in the newest conversation.
    long_thread: int = 0


def seed(
    profile: Path,
    amount: Amount,
    *,
    now: datetime | None = None,
    account: tuple[str, str, str, str] = ("mastodon", "https://brand.example", "1", "support@brand.example"),
    practice: bool = False,
) -> int:
    """Fill a new profile folder; returns the id of its account (channel, server, remote id, handle)."""
    now = now or datetime.now(UTC)
    Store.open(profile).close()
    with closing(open_writer(profile)) as connection:
        connection.execute("PRAGMA main.synchronous = OFF")
        connection.execute("PRAGMA cache.synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        account_id = _account(connection, account, practice, now)
        first = connection.execute("SELECT coalesce(max(id), 0) FROM profiles").fetchone()[0]
        _people(connection, account_id, first, amount.customers)
        _conversations(connection, account_id, first, amount, micros(now))
        connection.execute("COMMIT")
        connection.execute("INSERT INTO message_fts (message_fts) VALUES ('rebuild')")
        connection.execute("UPDATE cache_facts SET value = (SELECT max(id) FROM messages) WHERE key = 'indexed_up_to'")
        connection.execute("ANALYZE main")
        connection.execute("ANALYZE cache")
    engine = writer_engine(profile)
    with engine.begin() as bulk:
        recount(bulk)
    engine.dispose()
    return account_id


def _account(connection: sqlite3.Connection, account: tuple[str, str, str, str], practice: bool, now: datetime) -> int:
    channel, server, remote_id, handle = account
    cursor = connection.execute(
        "INSERT INTO accounts (channel, server, remote_id, handle, display_name, connected_at, practice)"
        " VALUES (?, ?, ?, ?, 'Brand Support', ?, ?)",
        (channel, server, remote_id, handle, micros(now) - 400 * 86_400 * _SECOND, int(practice)),
    )
    return int(cursor.lastrowid or 0)


def _people(connection: sqlite3.Connection, account_id: int, first: int, number: int) -> None:
    rows: list[tuple[Any, ...]] = []
    for index in range(1, number + 1):
        name = f"{_NAMES[index % len(_NAMES)]} {index}"
        rows.append((first + index, account_id, f"p{first + index}", first + index, f"user{index}@shop.example", name))
    connection.executemany("INSERT INTO contacts (id) VALUES (?)", [(row[0],) for row in rows])
    connection.executemany(
        "INSERT INTO profiles (id, account_id, remote_id, contact_id, handle, display_name, url, avatar_url, bio, bot,"
        " extra) VALUES (?, ?, ?, ?, ?, ?, '', '', '', 0, '')",
        rows,
    )
    connection.executemany(
        "INSERT INTO profile_fts (rowid, display_name, handle) VALUES (?, ?, ?)", [(r[0], r[5], r[4]) for r in rows]
    )


def _conversations(connection: sqlite3.Connection, account_id: int, people: int, amount: Amount, now: int) -> None:
    base = connection.execute("SELECT coalesce(max(id), 0) FROM conversations").fetchone()[0]
    next_message = connection.execute("SELECT coalesce(max(id), 0) FROM messages").fetchone()[0] + 1
    chance = random.Random(7)
    numbers = iter(range(1, amount.conversations + 1))
    while chunk := [n for _, n in zip(range(_STEP), numbers, strict=False)]:
        states: list[tuple[Any, ...]] = []
        lines: list[InboxRow] = []
        messages: list[tuple[Any, ...]] = []
        for number in chunk:
            each = amount.messages_each + (amount.long_thread if number == amount.conversations else 0)
            person = people + 1 + number % amount.customers
            start = now - (amount.conversations - number + 1) * 30 * _SECOND - each * _SECOND
            made = list(_messages(chance, account_id, base + number, person, next_message, each, start))
            next_message += each
            messages += made
            state, line = _standing(account_id, base + number, person, made, number, amount)
            states.append(state)
            lines.append(line)
        _insert(connection, states, lines, messages)


def _messages(
    chance: random.Random, account_id: int, conversation: int, person: int, first: int, number: int, start: int
) -> Iterator[tuple[Any, ...]]:
    """Customer and house by turns, the customer first and last where the number is odd."""
    parent = None
    for index in range(number):
        own = index % 2
        text = " ".join(chance.choices(_WORDS, k=chance.randint(4, 24)))
        remote_id = f"{100_000_000_000_000_000 + first + index}"
        yield (
            first + index, account_id, remote_id, conversation, person, own, 1 - own, 1, start + index * _SECOND, text,
            parent,
        )  # fmt: skip
        parent = remote_id


def _standing(
    account_id: int, conversation: int, person: int, made: list[tuple[Any, ...]], number: int, amount: Amount
) -> tuple[tuple[Any, ...], InboxRow]:
    last_at, last_own, last_text = made[-1][8], made[-1][5], made[-1][9]
    waits = number % (2 * amount.open_every) == 0 and not last_own
    is_open = waits or (number % amount.open_every == 0 and bool(last_own))
    status = "open" if is_open else "done"
    read = last_at - 1 if waits else last_at
    state = (conversation, account_id, f"post:{made[0][2]}", status, read, None if is_open else last_at, made[0][8])
    waiting = last_at if waits else None
    line = InboxRow(
        conversation_id=conversation,
        account_id=account_id,
        kind="public",
        visibility="public",
        profile_id=person,
        last_text=last_text[:300],
        last_own=last_own,
        last_at=last_at,
        waiting_since=waiting,
        queue=waiting if waiting is not None else NOBODY_WAITS - last_at,
        unread=int(waits),
        status=status,
        assignee=None,
        labels="",
        pending=0,
        failed=0,
    )
    return state, line


def _insert(
    connection: sqlite3.Connection,
    states: list[tuple[Any, ...]],
    lines: list[InboxRow],
    messages: list[tuple[Any, ...]],
) -> None:
    connection.executemany(
        "INSERT INTO conversations (id, account_id, key, status, read_up_to, done_at, created_at, undecided)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        states,
    )
    connection.executemany(f"INSERT INTO inbox VALUES ({', '.join('?' * len(InboxRow._fields))})", lines)
    connection.executemany(
        "INSERT INTO messages (id, account_id, remote_id, conversation_id, profile_id, own, addressed, live,"
        " created_at, text, in_reply_to, refreshed_at, content_warning, visibility, language, url, application,"
        " sensitive, replies, boosts, favourites, favourited, boosted, extra, attachments_mark)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', 'public', '', '', '', 0, 0, 0, 0, 0, 0, '', 0)",
        messages,
    )
