"""A store in a temporary folder, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.store import Store
from support.factories import CONNECTED, Clock, make_login


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile folder that is not there yet."""
    return tmp_path / "profile"


@pytest.fixture
def clock() -> Clock:
    """The store's time."""
    return Clock()


@pytest.fixture
def store(profile: Path, clock: Clock) -> Iterator[Store]:
    """An open store."""
    opened = Store.open(profile, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
async def account(store: Store) -> Account:
    """An account, connected a day ago."""
    added, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    return added
