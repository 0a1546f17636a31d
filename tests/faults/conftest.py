"""A fake Mastodon, a fault proxy in front of it, and an engine signed in through the proxy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy
from support.running import Running, running


@pytest.fixture
def honours_keys() -> bool:
    """Whether the server keeps to idempotency keys; tests override it by parametrizing."""
    return True


@pytest.fixture
def streams() -> bool:
    """Whether the server streams; tests override it by parametrizing."""
    return False


@pytest.fixture
def fake(honours_keys: bool, streams: bool) -> Iterator[FakeMastodon]:
    """A server with nobody on it but us."""
    with FakeMastodon(honours_keys=honours_keys, streams=streams) as server:
        yield server


@pytest.fixture
def px(fake: FakeMastodon) -> Iterator[FaultProxy]:
    """The proxy in front of it."""
    with FaultProxy(fake.url) as proxy:
        yield proxy


@pytest.fixture
async def desk(tmp_path: Path, px: FaultProxy) -> AsyncIterator[Running]:
    """An engine that works through the proxy."""
    async with running(tmp_path / "profile", px.url, TOKEN) as made:
        yield made
