"""The store of one profile folder: opened, used from one event loop, closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from scrm_desktop.store.accounts import AccountStore
from scrm_desktop.store.desk import DeskStore
from scrm_desktop.store.outbox import OutboxStore
from scrm_desktop.store.pages import PageStore
from scrm_desktop.store.reads import Reads


def utcnow() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


class Store:
    """Both databases of a profile: one writer's thread, two readers."""

    accounts: AccountStore
    pages: PageStore
    outbox: OutboxStore
    desk: DeskStore
    reads: Reads
    problems: tuple[str, ...]
    """What opening it had to do, in words for the person."""
    profile_id: str
    """Made once for this profile; names its logins in the keyring."""

    @classmethod
    def open(cls, profile: Path, *, read_only: bool = False, clock: Callable[[], datetime] = utcnow) -> Store:
        """Open a profile folder, and make, back up and migrate what has to be. Blocks. Raises StoreError kinds."""
        raise NotImplementedError

    def close(self) -> None:
        """Write everything that is queued, and close. Blocks."""
        raise NotImplementedError
