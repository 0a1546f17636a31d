"""A site in memory, and a session with it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.wordpress import CHANNEL
from support.fake_wordpress import LOGIN, FakeWordPress
from support.wordpress_bench import account


@pytest.fixture
def site() -> FakeWordPress:
    """Nobody has commented yet."""
    return FakeWordPress()


@pytest.fixture
def http(site: FakeWordPress) -> Http:
    """The way to it."""
    return Http(transport=httpx.MockTransport(site.answer))


@pytest.fixture
async def session(http: Http) -> AsyncIterator[Session]:
    """A moderator."""
    made = CHANNEL.connect(account(), LOGIN, http)
    yield made
    await made.close()
