"""A mailbox and an SMTP server in memory, both reached over loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.fake_imap import FakeImap
from support.smtp_hop import Hop


@pytest.fixture
def imap() -> Iterator[FakeImap]:
    """The mailbox of us@house.example."""
    with FakeImap() as server:
        yield server


@pytest.fixture
def hop() -> Iterator[Hop]:
    """Where mail is handed in."""
    server = Hop()
    yield server
    server.close()
