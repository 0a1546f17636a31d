"""A session beside the fake homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.matrix.session import MatrixSession
from scrm_desktop.domain.accounts import Account
from support.fake_matrix import US, FakeMatrix
from support.matrix_bench import Connected, MatrixBench


@pytest.fixture
def fake() -> Iterator[FakeMatrix]:
    with FakeMatrix() as server:
        yield server


@pytest.fixture
async def connected(fake: FakeMatrix) -> AsyncIterator[Connected]:
    kept: list[str] = []

    async def keep(secret: str) -> None:
        kept.append(secret)

    account = Account(
        id=1,
        channel="matrix",
        server=fake.url,
        remote_id=US,
        handle=US[1:],
        display_name="Acme",
        connected_at=datetime.now(UTC) - timedelta(hours=1),
    )
    session = MatrixSession(account, MatrixBench.secret, Http(), keep)
    yield Connected(fake, session, kept)
    await session.close()
