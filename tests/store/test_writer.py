"""The writer: one commit for many, each answered for itself, and nothing acknowledged that is not stored."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.errors import DiskFull, InputError, StoreError
from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader, writer_engine
from scrm_desktop.store.files import work_path
from scrm_desktop.store.writer import BUSY_COMMITS, Writer
from support.factories import CONNECTED, Clock, make_login, make_page, mention


def insert(name: str) -> Callable[[Connection], str]:
    def job(connection: Connection) -> str:
        connection.exec_driver_sql("INSERT INTO labels (name, colour) VALUES (?, 'red')", (name,))
        return name

    return job


def refuse(connection: Connection) -> str:
    insert("never")(connection)
    raise InputError("no")


def names(profile: Path) -> set[str]:
    with closing(open_reader(profile)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM labels")}


@pytest.fixture
def forgotten() -> list[str]:
    """A word for each time something was rolled back."""
    return []


@pytest.fixture
def writer(profile: Path, forgotten: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    """A writer that is not patient."""
    monkeypatch.setattr("scrm_desktop.store.connect.BUSY_SECONDS", 0.1)
    Store.open(profile).close()
    made = Writer(profile, lambda: writer_engine(profile), forget=lambda: forgotten.append("rolled back"), patience=0.2)
    yield made
    made.close()


def together(writer: Writer, *jobs: Callable[[Connection], str]) -> list[Future[str]]:
    """Queue jobs while the writer is busy, so that they share a commit."""
    go = threading.Event()

    def wait(connection: Connection) -> str:
        go.wait(10)
        return ""

    writer.submit(wait)
    futures = [writer.submit(job) for job in jobs]
    go.set()
    return futures


def test_a_job_that_fails_undoes_only_itself(writer: Writer, profile: Path, forgotten: list[str]) -> None:
    futures = together(writer, insert("a"), refuse, insert("b"))
    assert [futures[0].result(10), futures[2].result(10)] == ["a", "b"]
    with pytest.raises(InputError):
        futures[1].result(10)
    assert names(profile) == {"a", "b"}
    assert forgotten


def test_a_job_that_nobody_waits_for_any_more_is_not_done(writer: Writer, profile: Path) -> None:
    go = threading.Event()
    held = writer.submit(lambda db: str(go.wait(10)))
    given_up = writer.submit(insert("a"))
    assert given_up.cancel()
    go.set()
    held.result(10)
    writer.submit(insert("b")).result(10)
    assert names(profile) == {"b"}


def test_a_full_disk_acknowledges_nothing_and_room_lets_it_go_on(writer: Writer, profile: Path) -> None:
    def shrink(connection: Connection) -> str:
        (pages,) = connection.exec_driver_sql("PRAGMA main.page_count").fetchone()  # type: ignore[misc]  # one row
        connection.exec_driver_sql(f"PRAGMA main.max_page_count = {pages}")
        return ""

    def fill(connection: Connection) -> str:
        insert("x" * 500_000)(connection)
        return ""

    def grow(connection: Connection) -> str:
        connection.exec_driver_sql("PRAGMA main.max_page_count = 1000000")
        return ""

    writer.submit(shrink).result(10)
    futures = together(writer, insert("before"), fill, insert("after"))
    with pytest.raises(DiskFull) as told:
        futures[1].result(10)
    assert told.value.retryable
    outcomes = {future.exception(10) is None for future in (futures[0], futures[2])}
    kept = names(profile)
    assert kept == ({"before", "after"} if outcomes == {True} else set())

    writer.submit(grow).result(10)
    writer.submit(insert("later")).result(10)
    assert "later" in names(profile)


def test_another_program_that_holds_the_database_is_waited_for_then_told_of(writer: Writer, profile: Path) -> None:
    writer.submit(insert("a")).result(10)
    with closing(sqlite3.connect(work_path(profile), isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        future = writer.submit(insert("b"))
        with pytest.raises(StoreError, match="Another program"):
            future.result(30)
        waiting = writer.submit(insert("c"))
        other.execute("ROLLBACK")
        assert waiting.result(30) == "c"
    assert names(profile) == {"a", "c"}


def test_what_is_queued_is_written_before_it_closes(profile: Path) -> None:
    Store.open(profile).close()
    writer = Writer(profile, lambda: writer_engine(profile))
    futures = [writer.submit(insert(str(number))) for number in range(300)]
    writer.close()
    assert [future.result(0) for future in futures] == [str(number) for number in range(300)]
    assert len(names(profile)) == 300
    with pytest.raises(StoreError):
        writer.submit(insert("late"))


def test_idle_work_is_done_when_nothing_else_waits(profile: Path) -> None:
    Store.open(profile).close()
    done = threading.Event()
    rounds: list[int] = []

    def idle(connection: Connection) -> bool:
        rounds.append(1)
        if len(rounds) == 3:
            done.set()
        return len(rounds) < 3

    writer = Writer(profile, lambda: writer_engine(profile), idle=idle)
    writer.submit(insert("a")).result(10)
    assert done.wait(10)
    writer.close()
    assert len(rounds) == 3


def test_idle_work_does_not_wait_for_rest_where_a_job_leaves_much_of_it(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(profile).close()
    monkeypatch.setattr("scrm_desktop.store.writer.IDLE_SECONDS", 600.0)
    done = threading.Event()

    def idle(connection: Connection) -> bool:
        done.set()
        return False

    writer = Writer(profile, lambda: writer_engine(profile), idle=idle)
    writer.submit(insert("a"), BUSY_COMMITS - 1).result(10)
    assert not done.is_set()
    writer.submit(insert("b")).result(10)
    assert done.wait(10)
    writer.close()


async def test_two_threads_that_store_the_same_message_store_one(profile: Path) -> None:
    store = Store.open(profile, clock=Clock())
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    barrier = threading.Barrier(2)
    arrived: list[int] = []

    def insert_it() -> None:
        async def save() -> None:
            for number in range(20):
                barrier.wait(10)
                changes = await store.pages.save(account, make_page(mention(str(number))))
                arrived.extend(changes.arrived)

        asyncio.run(save())

    threads = [threading.Thread(target=insert_it) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join, 30)
    assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 20
    assert sorted(arrived) == sorted(set(arrived))
    store.close()


async def test_reading_never_waits_for_writing(store: Store, account: Account) -> None:
    await store.pages.save(account, make_page(mention("1")))
    go = threading.Event()
    held = asyncio.create_task(store._writer.run(lambda db: (insert("x")(db), go.wait(30))))
    try:
        async with asyncio.timeout(10):
            assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 1
        assert not held.done()
    finally:
        go.set()
        await held
