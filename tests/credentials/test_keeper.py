"""Credentials: keyring or memory, never anything else."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from keyring.backends import fail, null

from scrm_desktop.credentials import Credentials
from scrm_desktop.errors import KeyringLocked, KeyringMissing, SecretMissing
from scrm_desktop.log import HIDDEN, redact
from support.keyrings import ForgetfulRing, LockedRing, MemoryRing, SlowRing, WindowsRing

REF = "mastodon:109@social.example"
CANARY = "canary secret with spaces"


def credentials(backend: object, timeout: float = 5) -> Credentials:
    return Credentials(profile_id="p", backend=backend, timeout=timeout)  # type: ignore[arg-type]  # fakes


async def test_store_load_forget() -> None:
    ring = MemoryRing()
    keeper = credentials(ring)
    await keeper.store(REF, CANARY)
    assert await credentials(ring).load(REF) == CANARY
    await keeper.forget(REF)
    assert not ring.entries
    with pytest.raises(SecretMissing, match="109@social"):
        await keeper.load(REF)


async def test_a_login_for_this_run_only_never_reaches_the_keyring() -> None:
    ring = MemoryRing()
    keeper = credentials(ring)
    await keeper.store(REF, CANARY, keep=False)
    assert await keeper.load(REF) == CANARY
    assert not ring.entries
    with pytest.raises(SecretMissing):
        await credentials(ring).load(REF)


@pytest.mark.parametrize(
    "backend", [fail.Keyring(), null.Keyring(), ForgetfulRing()], ids=["fail", "null", "forgetful"]
)
async def test_no_usable_keyring_is_said_and_nothing_is_kept(backend: object) -> None:
    keeper = credentials(backend)
    with pytest.raises(KeyringMissing):
        await keeper.store(REF, CANARY)
    with pytest.raises((KeyringMissing, SecretMissing)):
        await keeper.load(REF)


async def test_without_a_keyring_this_run_only_still_works() -> None:
    keeper = credentials(fail.Keyring())
    await keeper.store(REF, CANARY, keep=False)
    assert await keeper.load(REF) == CANARY
    await keeper.forget(REF)
    with pytest.raises(KeyringMissing):
        await keeper.load(REF)


async def test_a_locked_keyring_can_be_tried_again() -> None:
    keeper = credentials(LockedRing())
    with pytest.raises(KeyringLocked) as caught:
        await keeper.store(REF, CANARY)
    assert caught.value.retryable
    with pytest.raises(KeyringLocked):
        await keeper.forget(REF)


async def test_a_prompt_that_nobody_answers_ends_in_time_and_keeps_nothing_later() -> None:
    ring = SlowRing()
    keeper = credentials(ring, timeout=0.2)
    with pytest.raises(KeyringLocked, match="did not answer"):
        await keeper.store(REF, CANARY)
    assert all(thread.daemon for thread in ring.calls)
    ring.answer.set()
    await asyncio.to_thread(ring.calls[0].join, 10)
    assert not ring.calls[0].is_alive()
    assert not ring.entries


async def test_the_loop_runs_on_while_the_keyring_waits() -> None:
    ring = SlowRing()
    writing = asyncio.create_task(credentials(ring).store(REF, CANARY))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not writing.done()
    ring.answer.set()
    await writing


async def test_calls_take_turns_so_that_there_is_one_prompt() -> None:
    ring = SlowRing()
    keeper = credentials(ring)
    both = [asyncio.create_task(keeper.store(f"{REF}{n}", CANARY)) for n in range(2)]
    while not ring.calls:
        await asyncio.sleep(0.01)
    assert len(ring.calls) == 1
    ring.answer.set()
    await asyncio.gather(*both)
    assert len(ring.calls) == 2


@pytest.mark.parametrize(
    ("backend", "state"),
    [
        (MemoryRing(), "ok"),
        (WindowsRing(), "ok"),
        (fail.Keyring(), "missing"),
        (null.Keyring(), "missing"),
        (ForgetfulRing(), "missing"),
        (LockedRing(), "locked"),
    ],
)
async def test_the_report_for_the_doctor(backend: object, state: str) -> None:
    report = await credentials(backend).check()
    assert report.state == state
    assert bool(report.advice) == (state != "ok")
    assert not getattr(backend, "entries", {})


async def test_a_stored_secret_is_hidden_from_every_record() -> None:
    await credentials(MemoryRing()).store(REF, "hunter two and three")
    assert redact("got hunter two and three!") == f"got {HIDDEN}!"


async def test_nothing_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keeper = credentials(null.Keyring())
    with pytest.raises(KeyringMissing):
        await keeper.store(REF, CANARY)
    await keeper.store(REF, CANARY, keep=False)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []


async def test_no_secret_in_what_an_error_says() -> None:
    class Chatty(MemoryRing):
        __module__ = "keyring.backends.SecretService"

        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError(f"could not write {password}")

    with pytest.raises(KeyringMissing) as caught:
        await credentials(Chatty()).store(REF, CANARY)
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize("keep", [True, False])
async def test_a_renewed_login_lies_where_the_old_one_lay(keep: bool) -> None:
    ring = MemoryRing()
    keeper = credentials(ring)
    await keeper.store(REF, "old", keep=keep)
    await keeper.renew(REF, CANARY)
    assert await keeper.load(REF) == CANARY
    assert bool(ring.entries) is keep
