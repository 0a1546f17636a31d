"""Practice networks for the tests: one for a file, or one for a test that lets its story run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.practice_site import Site, running


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """One for a whole file of tests; its story stands still."""
    with running("--speed=0", "--rate=100000") as made:
        yield made


@pytest.fixture
def fresh() -> Iterator[Site]:
    """One for a single test, that may hurry it."""
    with running("--speed=0", "--rate=100000") as made:
        yield made
