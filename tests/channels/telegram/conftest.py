"""A Bot API server that keeps to the schema, and a session with it over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.telegram import CHANNEL
from scrm_desktop.domain.accounts import Account
from support.fake_telegram import BOT, TOKEN, FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """A server where nobody has written yet."""
    with FakeTelegram() as server:
        yield server


@pytest.fixture
async def session(fake: FakeTelegram) -> AsyncIterator[Session]:
    """The bot, connected."""
    account = Account(
        id=1,
        channel="telegram",
        server=fake.url,
        remote_id=str(BOT["id"]),
        handle=str(BOT["username"]),
        display_name="Acme",
        connected_at=datetime.now(UTC),
    )
    made = CHANNEL.connect(account, TOKEN, Http())
    yield made
    await made.close()
