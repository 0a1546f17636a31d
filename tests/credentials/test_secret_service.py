"""Logins in a real Secret Service: gnome-keyring in a D-Bus session of the test's own."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scrm_desktop.credentials import Credentials
from support.keyring_session import KeyringSession
from support.processes import clean_environment

pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]

REF = "mastodon:109@social.example"
LOOK = """
import asyncio, sys
from scrm_desktop.credentials import Credentials
report = asyncio.run(Credentials(profile_id="p").check())
print(report.state, report.backend)
print(report.message, report.advice)
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KeyringSession]:
    with KeyringSession(tmp_path) as running:
        yield running


@pytest.fixture
def keeper(session: KeyringSession, monkeypatch: pytest.MonkeyPatch) -> Credentials:
    from keyring.backends.SecretService import Keyring

    for name, value in session.environment().items():
        if name in {"DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}:
            monkeypatch.setenv(name, value)
    return Credentials(profile_id="test", backend=Keyring())


def run(code: str, env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


async def test_a_login_is_kept_read_and_forgotten(keeper: Credentials) -> None:
    from scrm_desktop.errors import SecretMissing

    await keeper.store(REF, "a token")
    assert await keeper.load(REF) == "a token"
    await keeper.store(REF, "another")
    assert await keeper.load(REF) == "another"
    await keeper.forget(REF)
    with pytest.raises(SecretMissing):
        await keeper.load(REF)


async def test_a_long_and_odd_secret_comes_back_whole(keeper: Credentials) -> None:
    secret = "é🥐 \n\t\"'\\{}" * 2000
    await keeper.store(REF, secret)
    assert await keeper.load(REF) == secret
    await keeper.forget(REF)


async def test_in_parts_too(keeper: Credentials, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrm_desktop.credentials.parts.limit_of", lambda backend: 1280)
    secret = "x" * 18_000
    await keeper.store(REF, secret)
    assert await keeper.load(REF) == secret
    await keeper.store(REF, secret[:3000])
    assert await keeper.load(REF) == secret[:3000]
    await keeper.forget(REF)
    assert (await keeper.check()).state == "ok"


async def test_it_survives_the_program_and_nobody_else_s_profile_sees_it(
    keeper: Credentials, session: KeyringSession
) -> None:
    await keeper.store(REF, "a token")
    read = f"""
import asyncio
from scrm_desktop.credentials import Credentials
from scrm_desktop.errors import SecretMissing
print(asyncio.run(Credentials(profile_id="test").load({REF!r})))
try:
    asyncio.run(Credentials(profile_id="other").load({REF!r}))
except SecretMissing:
    print("missing")
"""
    assert run(read, session.environment()).split("\n")[:2] == ["a token", "missing"]


def lock_it() -> None:
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


async def test_locked_is_said_soon(keeper: Credentials, session: KeyringSession) -> None:
    """In a process of its own: the keyring package leaves a socket to the garbage collector when it finds it locked."""
    await keeper.store(REF, "a token")
    lock_it()
    begun = time.monotonic()
    said = await asyncio.to_thread(run, LOOK, session.environment())
    assert said.startswith("locked keyring.backends.SecretService.Keyring")
    assert "Unlock" in said
    assert time.monotonic() - begun < 30


def test_the_system_s_own_choice(session: KeyringSession, tmp_path: Path) -> None:
    assert run(LOOK, session.environment()).startswith("ok keyring.backends.SecretService.Keyring")
    without = run(LOOK, clean_environment(HOME=str(tmp_path)))
    assert without.startswith("missing")
    assert "gnome-keyring" in without
    forced = run(LOOK, session.environment(PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring"))
    assert forced.startswith("missing")
