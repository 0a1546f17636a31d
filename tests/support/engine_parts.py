"""What a test hands to the engine in place of the long waits, the keyring and the wall clock of real life."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from keyring.backend import KeyringBackend
from keyring.compat import properties

from scrm_desktop.channels.http import Http
from scrm_desktop.credentials import Credentials
from scrm_desktop.sync.timing import Timing

#: Like the defaults, a good twenty times quicker: ``settle`` stays longer than a request may take.
QUICK = Timing(
    streaming_poll=1.0,
    stream_silence=1.5,
    stream_healthy_after=5.0,
    stream_floor=0.3,
    stream_cap=1.0,
    offline_quick_cap=0.3,
    offline_cap=1.0,
    trouble_cap=0.5,
    settle=2.0,
    peek=0.2,
    looks=(0.0, 0.3, 0.6),
    second_looks=(0.1, 0.4),
    close_grace=1.0,
    history_pause=0.01,
    refresh_every=1.0,
    refresh_every_streaming=1.0,
    wake_tick=0.2,
    restart_cap=1.0,
)


class FileKeyring(KeyringBackend):
    """A keyring for tests that outlives a killed process; it passes for the Secret Service."""

    __module__ = "keyring.backends.SecretService"

    @properties.classproperty
    def priority(cls) -> float:
        """Never chosen by itself."""
        raise RuntimeError("only for tests")

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def _all(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        kept: dict[str, str] = json.loads(self._file.read_text())
        return kept

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""
        return self._all().get(f"{service}\n{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._file.write_text(json.dumps({**self._all(), f"{service}\n{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        self._file.write_text(json.dumps({k: v for k, v in self._all().items() if k != f"{service}\n{username}"}))


def file_credentials(file: Path) -> Credentials:
    """Credentials in a file of the test."""
    return Credentials(profile_id="test", backend=FileKeyring(file))


class QuickHttp(Http):
    """The program's own HTTP with a shorter patience."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def client(self, base_url: str, headers: Mapping[str, str] | None = None) -> httpx.AsyncClient:
        """A client that waits ``seconds`` at most."""
        made = super().client(base_url, headers)
        made.timeout = httpx.Timeout(self._seconds)
        return made


class Clock:
    """A wall clock that a test can set forward and back."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def jump(self, **how: float) -> None:
        """Move by days, hours, minutes."""
        self.ahead += timedelta(**how)
