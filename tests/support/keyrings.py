"""Keyring backends for tests: they answer as the real ones do, from memory."""

from __future__ import annotations

import threading
from typing import Any

import keyring.errors
from keyring.backend import KeyringBackend
from keyring.compat import properties

BLOB = 2560


class MemoryRing(KeyringBackend):
    """A backend that keeps everything and passes for the Secret Service; never chosen by itself."""

    __module__ = "keyring.backends.SecretService"

    @properties.classproperty
    def priority(cls) -> float:
        raise RuntimeError("only for tests")

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.fail_at: int | None = None
        self.writes = 0
        self.longest = 0

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.writes += 1
        if self.fail_at is not None and self.writes >= self.fail_at:
            raise keyring.errors.PasswordSetError("disk full")
        self.entries[service, username] = password
        self.longest = max(self.longest, len(password))

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("No such password!")


class WindowsRing(MemoryRing):
    """The Windows store: 2,560 bytes of UTF-16 an entry, and its error for more."""

    __module__ = "keyring.backends.Windows"

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > BLOB:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        super().set_password(service, username, password)


class LockedRing(MemoryRing):
    """A keyring that the person has not unlocked."""

    __module__ = "keyring.backends.SecretService"

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("Failed to unlock the collection!")

    set_password = delete_password = get_password  # type: ignore[assignment]  # all three fail alike


class SlowRing(MemoryRing):
    """A keyring whose prompt nobody answers until ``answer`` is set."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()
        self.finished = threading.Event()
        self.calls: list[Any] = []

    def set_password(self, service: str, username: str, password: str) -> None:
        self.calls.append(threading.current_thread())
        self.answer.wait(30)
        super().set_password(service, username, password)
        self.finished.set()


class ForgetfulRing(MemoryRing):
    """Says that it kept a password, and did not (as the null backend does)."""

    __module__ = "keyring.backends.SecretService"

    def set_password(self, service: str, username: str, password: str) -> None:
        return
