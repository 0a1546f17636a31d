"""A finished login that the keyring would not take: used without a second visit to the browser, or forgotten."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from scrm_desktop.credentials import Credentials
from scrm_desktop.errors import KeyringMissing
from support.virtual_house import House
from support.virtual_time import virtual

ANSWERS = {"server": "https://n0.test"}


class NoKeyring(Credentials):
    """Logins of a machine whose keyring is not there, or not yet."""

    there = False

    async def store(self, account_ref: str, secret: str, *, keep: bool = True) -> None:
        if keep and not self.there:
            raise KeyringMissing
        await super().store(account_ref, secret, keep=False)


class Wizard:
    """Who helps with a login: a window, as long as it is open."""

    async def open_browser(self, url: str) -> bool:
        raise AssertionError("the fake channel needs no browser")

    async def ask_code(self, url: str) -> str:
        raise AssertionError("the fake channel needs no code")


@asynccontextmanager
async def without_keyring(folder: Path, *, servers: int = 1) -> AsyncGenerator[House]:
    """A house on a machine that has no keyring."""
    house = House(folder, servers=servers)
    house.credentials = NoKeyring(profile_id="test")
    await house.open()
    try:
        yield house
    finally:
        await house.close()


@virtual
async def test_kept_for_this_run_only_it_needs_no_second_login(tmp_path: Path):
    async with without_keyring(tmp_path) as house:
        wizard = Wizard()
        with pytest.raises(KeyringMissing):
            await house.service.sign_in("fake", ANSWERS, wizard)
        assert await house.service.accounts() == ()
        account = await house.service.sign_in("fake", ANSWERS, wizard, keep=False)
        assert (house.channel.logins, account.handle) == (1, "shop@fake.test")
        house.network.says("camille", "Where is my parcel?")
        await house.conversation()


@virtual
async def test_a_keyring_that_is_there_at_the_second_try_takes_it(tmp_path: Path):
    async with without_keyring(tmp_path) as house:
        wizard = Wizard()
        with pytest.raises(KeyringMissing):
            await house.service.sign_in("fake", ANSWERS, wizard)
        assert isinstance(house.credentials, NoKeyring)
        house.credentials.there = True
        await house.service.sign_in("fake", ANSWERS, wizard)
        assert house.channel.logins == 1


@virtual
async def test_one_that_was_given_up_is_not_taken_for_the_next(tmp_path: Path):
    async with without_keyring(tmp_path) as house:
        with pytest.raises(KeyringMissing):
            await house.service.sign_in("fake", ANSWERS, Wizard())
        await house.service.sign_in("fake", ANSWERS, Wizard(), keep=False)
        assert house.channel.logins == 2, "the person may want another account this time"
        assert len(house.service._parts.logins._unkept) == 0, "and the first is nowhere any more"


@virtual
async def test_another_server_is_another_login(tmp_path: Path):
    async with without_keyring(tmp_path, servers=2) as house:
        wizard = Wizard()
        with pytest.raises(KeyringMissing):
            await house.service.sign_in("fake", ANSWERS, wizard)
        account = await house.service.sign_in("fake", {"server": "https://n1.test"}, wizard, keep=False)
        assert (house.channel.logins, account.server) == (2, "https://n1.test")
