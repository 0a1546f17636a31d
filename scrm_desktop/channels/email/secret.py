"""What the keyring keeps of a mail account: a password, or the tokens of a login in the browser."""

from __future__ import annotations

from scrm_desktop.errors import InputError
from scrm_desktop.late_dataclass import dataclass

_TOKENS = '{"token"'
"""How the tokens of a login begin (see :func:`scrm_desktop.channels.tokens.dump`)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Login:
    """What one connection is opened with: a password, or an access token."""

    user: str
    password: str = ""
    token: str = ""


def is_tokens(secret: str) -> bool:
    """Whether a secret holds tokens and no password."""
    return secret.startswith(_TOKENS)


def checked_password(text: str) -> str:
    """A password that can be sent; InputError for anything else."""
    if not text or is_tokens(text) or any(one in text for one in "\r\n\0"):
        raise InputError("This can't be a password.")
    return text
