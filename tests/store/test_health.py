"""Files: their modes, what damage does, and what is said about it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import AddNote, SetLabel, SetStatus, Status
from scrm_desktop.domain.views import InboxQuery, ItemKind
from scrm_desktop.errors import ProfileUnwritable, StoreDamaged, StoreError
from scrm_desktop.store import Store
from scrm_desktop.store.files import RUNNING, cache_path, work_path
from support.factories import CONNECTED, Clock, make_login, make_page, mention


async def write_something(profile: Path) -> int:
    """A conversation with a note, a label and a queued answer; done."""
    store = Store.open(profile, clock=Clock())
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    events = [mention(str(n), f"text {n} " * 20, minutes=n) for n in range(200)]
    await store.pages.save(account, make_page(*events, cursor="c"), stream="s", way="newer")
    (number,) = await store.reads.conversation_ids(InboxQuery(text="199"), me="")
    label, _ = await store.desk.add_label("vip", "green")
    await store.desk.triage(AddNote(conversation=number, text="my note"), actor="me")
    await store.desk.triage(SetLabel(conversations=(number,), label_id=label.id, on=True), actor="me")
    command = SendMessage(text="my answer", visibility=Visibility.PUBLIC)
    await store.outbox.add(account.id, number, command, key="k", actor="me")
    await store.desk.triage(SetStatus(conversations=(number,), status=Status.DONE), actor="me")
    store.close()
    return number


def scribble(path: Path, offset: int = 20_000) -> None:
    """Damage a file in its middle."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(os.urandom(3000))


def ended_badly(profile: Path) -> None:
    """As if the last run had been killed."""
    (profile / RUNNING).touch()


async def test_only_its_owner_can_read_a_profile(profile: Path) -> None:
    previous = os.umask(0)
    try:
        store = Store.open(profile)
        await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
        files = [path for path in profile.rglob("*") if path.is_file()]
        assert {path.name for path in files} >= {"work.sqlite", "work.sqlite-wal", "cache.sqlite", "cache.sqlite-shm"}
        store.close()
        files += [path for path in profile.rglob("*") if path.is_file()]
    finally:
        os.umask(previous)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files if path.exists()} == {0o600}
    assert stat.S_IMODE(profile.stat().st_mode) == stat.S_IMODE((profile / "backups").stat().st_mode) == 0o700


def test_what_others_could_read_is_closed_to_them(profile: Path) -> None:
    Store.open(profile).close()
    work_path(profile).chmod(0o644)
    profile.chmod(0o755)
    Store.open(profile).close()
    assert stat.S_IMODE(work_path(profile).stat().st_mode) == 0o600
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700


async def test_a_damaged_cache_is_set_aside_and_what_people_wrote_is_there(profile: Path) -> None:
    number = await write_something(profile)
    scribble(cache_path(profile))
    ended_badly(profile)

    store = Store.open(profile, clock=Clock())
    (problem,) = store.problems
    (aside,) = profile.glob("cache-damaged-*.sqlite")
    assert aside.name in problem
    assert list(await store.reads.conversation_ids(InboxQuery(), me="")) == []
    (account,) = await store.accounts.all()
    assert await store.pages.cursor(account.id, "s", "newer") is None
    items = await store.reads.messages(number)
    assert [item.text for item in items if item.kind is ItemKind.NOTE] == ["my note"]
    assert [row.conversation_id for row in await store.outbox.list()] == [number]

    # The network tells it again: the same conversation, still done, still labelled; nothing rings.
    changes = await store.pages.save(account, make_page(mention("199", minutes=199)), stream="s", way="newer")
    row = (await store.reads.conversation_rows([number]))[number]
    assert (row.status, [label.name for label in row.labels], row.pending_outbox) == (Status.DONE, ["vip"], True)
    assert (changes.conversations, changes.arrived) == ({number}, frozenset())
    store.close()
    again = Store.open(profile)
    assert again.problems == ()
    again.close()


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 400])
async def test_a_cache_that_is_no_database_any_more(profile: Path, damage: bytes) -> None:
    await write_something(profile)
    cache_path(profile).write_bytes(damage)
    store = Store.open(profile)
    assert bool(store.problems) is bool(damage)
    assert list(await store.reads.conversation_ids(InboxQuery(), me="")) == []
    store.close()


async def test_a_damaged_cache_with_a_write_ahead_log_left_over(profile: Path) -> None:
    await write_something(profile)
    damaged = bytearray(cache_path(profile).read_bytes())
    damaged[100:3000] = os.urandom(2900)
    cache_path(profile).write_bytes(damaged)
    cache_path(profile).with_name("cache.sqlite-wal").write_bytes(os.urandom(5000))
    ended_badly(profile)

    store = Store.open(profile)
    assert len(store.problems) == 1
    assert len(list(profile.glob("cache-damaged-*"))) >= 1
    store.close()


async def test_a_damaged_work_database_is_kept_and_the_backup_offered(profile: Path) -> None:
    await write_something(profile)
    scribble(work_path(profile))
    before = work_path(profile).read_bytes()
    ended_badly(profile)

    with pytest.raises(StoreDamaged) as told:
        Store.open(profile)
    assert work_path(profile).read_bytes() == before
    (copy,) = profile.glob("work-damaged-*.sqlite")
    (backup,) = (profile / "backups").glob("work-daily-*.sqlite")
    assert copy.name in told.value.message
    assert str(backup) in told.value.message

    backup.replace(work_path(profile))
    store = Store.open(profile)
    assert len(await store.outbox.list()) == 1
    store.close()


async def test_damage_that_shows_while_running_is_looked_after_at_the_next_start(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write_something(profile)
    size = cache_path(profile).stat().st_size
    monkeypatch.setattr("scrm_desktop.store.health.SMALL", 0)
    for offset in range(size // 2, size, 4096):
        scribble(cache_path(profile), offset)

    store = Store.open(profile, clock=Clock())
    assert store.problems == ()
    (account,) = await store.accounts.all()
    with pytest.raises(StoreDamaged):
        await store.pages.save(account, make_page(*[mention(str(n), "again") for n in range(200)]))
    store.close()
    store = Store.open(profile)
    assert store.problems
    store.close()


async def test_a_list_that_fell_behind_in_a_crash_follows_the_decisions_again(profile: Path) -> None:
    """The work database is committed first; here the cache was not committed any more."""
    number = await write_something(profile)
    with closing(sqlite3.connect(work_path(profile))) as work:
        work.execute("UPDATE conversations SET status = 'open', done_at = NULL WHERE id = ?", (number,))
        ((other,),) = work.execute("SELECT id FROM conversations WHERE key = 'post:3'")
        work.execute("UPDATE conversations SET joined_into = ? WHERE id = ?", (number, other))
        work.commit()
    ended_badly(profile)

    store = Store.open(profile, clock=Clock())
    row = (await store.reads.conversation_rows([number]))[number]
    assert row.status is Status.OPEN
    texts = [item.remote_id for item in await store.reads.messages(number) if item.remote_id]
    assert texts == ["3", "199"]
    counts = await store.reads.counts(me="")
    assert (counts.everything, counts.open, counts.done) == (199, 199, 0)
    assert other not in await store.reads.conversation_ids(InboxQuery(), me="")
    store.close()


async def test_damage_that_only_a_reader_meets_is_remembered(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await write_something(profile)
    size = cache_path(profile).stat().st_size
    monkeypatch.setattr("scrm_desktop.store.health.SMALL", 0)
    for offset in range(size // 2, size, 4096):
        scribble(cache_path(profile), offset)
    store = Store.open(profile)
    with pytest.raises(StoreDamaged):
        for number in await store.reads.conversation_ids(InboxQuery(), me=""):
            await store.reads.messages(number)
    store.close()
    store = Store.open(profile)
    assert store.problems
    store.close()


async def test_a_backup_is_made_once_a_day(profile: Path) -> None:
    from datetime import UTC, datetime

    clock = Clock(datetime.now(UTC))
    for expected, hours in ((1, 0), (1, 5), (2, 30)):
        clock.forward(hours=hours)
        Store.open(profile, clock=clock).close()
        assert len(list((profile / "backups").iterdir())) == expected


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProfileUnwritable, match="file"):
        Store.open(tmp_path / "file" / "profile")


async def test_a_profile_opened_for_reading_is_read_beside_its_writer_and_never_written(profile: Path) -> None:
    with pytest.raises(StoreError, match="no profile"):
        Store.open(profile, read_only=True)
    number = await write_something(profile)
    writing = Store.open(profile, clock=Clock())
    reading = Store.open(profile, read_only=True)
    try:
        assert (await reading.reads.conversation_rows([number])).keys() == {number}
        with pytest.raises(StoreError, match="reading only"):
            await reading.desk.add_label("x", "red")
        await writing.desk.add_label("x", "red")
        assert {label.name for label in await reading.desk.labels()} == {"vip", "x"}
    finally:
        reading.close()
        writing.close()
    assert not (profile / RUNNING).exists()


async def test_a_closed_store_says_so(profile: Path) -> None:
    store = Store.open(profile)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        await store.desk.add_label("x", "red")
    with pytest.raises(StoreError, match="closed"):
        await store.desk.labels()


def test_a_profile_keeps_its_name(profile: Path) -> None:
    first = Store.open(profile)
    first.close()
    second = Store.open(profile, clock=lambda: Clock().now + timedelta(days=900))
    second.close()
    assert first.profile_id == second.profile_id
    assert len(first.profile_id) == 32
