"""Which keyrings are trusted."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from scrm_desktop.credentials.backend import limit_of, system_backend, told_as_ours, trusted
from scrm_desktop.errors import KeyringLocked, KeyringMissing
from support.keyrings import MemoryRing, WindowsRing


class PlaintextRing(MemoryRing):
    """As keyrings.alt's: a file."""

    __module__ = "keyrings.alt.file"


def chain_of(*links: KeyringBackend) -> KeyringBackend:
    made = chainer.ChainerBackend.__new__(chainer.ChainerBackend)
    kind = type("ChainerBackend", (chainer.ChainerBackend,), {"backends": list(links), "viable": False})
    kind.__module__ = "keyring.backends.chainer"
    made.__class__ = kind
    return made


def test_a_system_keyring_is_trusted() -> None:
    ring = MemoryRing()
    assert trusted(ring) is ring


@pytest.mark.parametrize("ring", [fail.Keyring(), null.Keyring(), PlaintextRing()], ids=["fail", "null", "plain file"])
def test_what_is_no_keyring_is_refused_with_advice(ring: KeyringBackend) -> None:
    with pytest.raises(KeyringMissing, match="gnome-keyring"):
        trusted(ring)


def test_a_chain_gives_its_system_keyring_and_never_its_plain_file() -> None:
    real, plain = MemoryRing(), PlaintextRing()
    assert trusted(chain_of(plain, real)) is real
    with pytest.raises(KeyringMissing, match=r"keyrings\.alt\.file\.PlaintextRing"):
        trusted(chain_of(plain))


def test_the_environment_cannot_force_an_untrusted_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    with pytest.raises(KeyringMissing, match=r"keyring\.backends\.null\.Keyring"):
        system_backend()


def test_only_windows_is_known_to_limit_an_entry() -> None:
    assert limit_of(WindowsRing()) == 1280
    assert limit_of(MemoryRing()) is None


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (keyring.errors.NoKeyringError("none"), KeyringMissing),
        (keyring.errors.KeyringLocked("shut"), KeyringLocked),
        (keyring.errors.InitError("Prompt dismissed"), KeyringLocked),
        (OSError(1783, "The stub received bad data"), KeyringMissing),
        (RuntimeError("D-Bus went away"), KeyringMissing),
    ],
)
def test_whatever_a_backend_raises_becomes_ours(foreign: Exception, ours: type[Exception]) -> None:
    with pytest.raises(ours), told_as_ours():
        raise foreign
