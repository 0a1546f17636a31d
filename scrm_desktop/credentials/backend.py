"""Which keyring may be trusted with a login: the systems' own, never one that writes a plain file.

Every function here may block for as long as the system asks the person for a password.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, cast

from scrm_desktop.errors import KeyringLocked, KeyringMissing, KnownError
from scrm_desktop.log import redact

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

#: Modules of the keyring package whose backends keep a password in the system's own store.
TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
#: Windows keeps 2,560 bytes of UTF-16 an entry; the others were not found to limit it.
LIMITS = {"keyring.backends.Windows": 1280}
INSTALL = "Install and start one: GNOME Keyring (package gnome-keyring), KWallet or KeePassXC."


class Ring(Protocol):
    """The three methods of a keyring backend that are used here."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_backend() -> Ring:
    """The backend that the keyring package chooses here, if it may be trusted; KeyringMissing otherwise."""
    import keyring

    with told_as_ours():
        return trusted(keyring.get_keyring())


def trusted(backend: KeyringBackend) -> Ring:
    """The first trusted backend of a chain, or the backend itself; KeyringMissing where none is.

    A chain is taken apart because it would fall back to the next of its links, a plain file included,
    whenever the first one fails.
    """
    links = [backend]
    if type(backend).__module__ == "keyring.backends.chainer":
        links = list(cast("list[KeyringBackend]", getattr(backend, "backends", [])))
    for link in links:
        if type(link).__module__ in TRUSTED:
            # The package wraps set_password in a way that hides its signature from type checkers.
            return cast(Ring, link)
    names = ", ".join(describe(link) for link in links) or describe(backend)
    if names.startswith("keyring.backends.fail"):
        raise KeyringMissing(INSTALL)
    raise KeyringMissing(f"What was found ({names}) does not keep passwords safely. {INSTALL}")


def describe(backend: object) -> str:
    """The name of a backend, as the keyring package's settings would spell it."""
    return f"{type(backend).__module__}.{type(backend).__name__}"


def limit_of(backend: object) -> int | None:
    """The longest text of one entry in UTF-16 units; ``None`` where no limit is known."""
    return LIMITS.get(type(backend).__module__)


@contextmanager
def told_as_ours() -> Generator[None]:
    """Turn whatever a backend raises into KeyringMissing or KeyringLocked."""
    import keyring.errors

    try:
        yield
    except KnownError:
        raise
    except keyring.errors.NoKeyringError as error:
        raise KeyringMissing(INSTALL) from error
    except (keyring.errors.KeyringLocked, keyring.errors.InitError) as error:
        raise KeyringLocked(_words(error)) from error
    except Exception as error:  # a backend raises what its libraries raise: D-Bus, Win32, Objective-C
        raise KeyringMissing(_words(error)) from error


def _words(error: BaseException) -> str:
    return redact(f"({type(error).__name__}: {error})")
