"""The fake network, and a session with it over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.bluesky import CHANNEL
from scrm_desktop.channels.http import Http
from support.bluesky_bench import account, secret
from support.fake_bluesky import FakeBluesky


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    """A network where nobody has written yet."""
    with FakeBluesky() as network:
        yield network


@pytest.fixture
async def session(fake: FakeBluesky) -> AsyncIterator[Session]:
    """Our account, connected."""
    made = CHANNEL.connect(account(fake.url), secret(fake), Http())
    yield made
    await made.close()
