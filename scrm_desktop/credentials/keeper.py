"""What the rest of the program asks for a login."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from scrm_desktop.credentials.backend import INSTALL, system_backend, trusted
from scrm_desktop.credentials.parts import Entries
from scrm_desktop.credentials.worker import call_apart
from scrm_desktop.errors import CredentialError, KeyringLocked, KeyringMissing, SecretMissing
from scrm_desktop.log import hide

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

#: Seconds that a keyring may take, its prompt to the person included.
TIMEOUT = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyringReport:
    """How the keyring fares: ``state`` is ``ok``, ``missing`` or ``locked``; ``advice`` is what to do about it."""

    state: str
    backend: str = ""
    message: str = ""
    advice: str = ""


class Credentials:
    """The logins of one profile; every call is safe on the event loop and ends within the time-out.

    ``account_ref`` is ``<channel>:<remote id>@<server host>``. The keyring is asked by one call at a time,
    so that a person sees one prompt.
    """

    def __init__(self, *, profile_id: str, backend: KeyringBackend | None = None, timeout: float = TIMEOUT) -> None:
        self._profile_id = profile_id
        self._given = backend
        self._timeout = timeout
        self._memory: dict[str, str] = {}
        self._turn = asyncio.Lock()

    async def store(self, account_ref: str, secret: str, *, keep: bool = True) -> None:
        """Keep a login, read back at once; ``keep`` false holds it in memory until this program ends.

        Raises KeyringMissing or KeyringLocked, and then nothing was kept.
        """
        hide(secret)
        if not keep:
            self._memory[account_ref] = secret
            return
        await self._ask(lambda entries: entries.put(account_ref, secret))
        self._memory.pop(account_ref, None)

    async def renew(self, account_ref: str, secret: str) -> None:
        """Put a renewed login where the old one lies: one that lives in memory only stays there."""
        await self.store(account_ref, secret, keep=account_ref not in self._memory)

    async def load(self, account_ref: str) -> str:
        """The login; SecretMissing where there is none, KeyringMissing or KeyringLocked where none can be read."""
        secret = self._memory.get(account_ref)
        if secret is None:
            secret = await self._ask(lambda entries: entries.get(account_ref))
        if secret is None:
            raise SecretMissing(account=account_ref)
        hide(secret)
        return secret

    async def forget(self, account_ref: str) -> None:
        """Remove a login from memory and keyring; KeyringLocked where the keyring may still hold it."""
        only_here = self._memory.pop(account_ref, None) is not None
        try:
            await self._ask(lambda entries: entries.drop(account_ref))
        except KeyringMissing:
            # Where no keyring is, none holds it.
            return
        except KeyringLocked:
            if not only_here:
                raise

    async def check(self) -> KeyringReport:
        """Write, read and remove a value that is no secret, and tell how it went."""
        name = ""

        def probe(entries: Entries) -> None:
            nonlocal name
            name = entries.backend_name
            entries.put("probe", secrets.token_hex(4))
            entries.drop("probe")

        try:
            await self._ask(probe)
        except KeyringLocked as error:
            advice = "Unlock the keyring (it opens when you sign in to the desktop), then try again."
            return KeyringReport(state="locked", backend=name, message=error.message, advice=advice)
        except CredentialError as error:
            return KeyringReport(
                state="missing", backend=name, message=error.message.replace(INSTALL, "").strip(), advice=INSTALL
            )
        return KeyringReport(state="ok", backend=name)

    async def _ask(self, question: Callable[[Entries], T]) -> T:
        def work(stopped: Callable[[], bool]) -> T:
            backend = system_backend() if self._given is None else trusted(self._given)
            return question(Entries(backend, self._profile_id, stopped))

        async with self._turn:
            try:
                return await call_apart(work, self._timeout)
            except TimeoutError as error:
                raise KeyringLocked(f"It did not answer within {self._timeout:.0f} seconds.") from error
