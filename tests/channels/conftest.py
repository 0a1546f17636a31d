"""What the tests of the channels share."""

from __future__ import annotations

import pytest

from support.recordings import Recordings, load


@pytest.fixture(scope="session")
def recordings() -> Recordings:
    """A real Mastodon's answers; fetched as a package on first use."""
    return load()
