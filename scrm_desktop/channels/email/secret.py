"""What the keyring keeps of a mail account: a password, or the tokens of a login in the browser."""

from __future__ import annotations

import json

from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.errors import InputError
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Login:
    """What one connection is opened with: a password, or an access token."""

    user: str
    password: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secret:
    """A password, or a refresh token with what it was made with; ``expires`` is seconds since 1970."""

    password: str = ""
    access: str = ""
    refresh: str = ""
    expires: float = 0.0
    client_id: str = ""
    client_secret: str = ""
    token_url: str = ""

    @property
    def by_token(self) -> bool:
        """Whether it is a login in the browser."""
        return bool(self.access or self.refresh)

    def dump(self) -> str:
        """As one text."""
        if not self.by_token:
            return self.password
        return json.dumps({"oauth": {name: getattr(self, name) for name in _NAMES}})

    @classmethod
    def load(cls, text: str) -> Secret:
        """From that text."""
        if text.startswith('{"oauth"'):
            try:
                found = parse(text)
            except BadJson:
                found = {}
            kept = found.get("oauth") if isinstance(found, dict) else None
            if isinstance(kept, dict):
                said = {name: str(kept.get(name, "")) for name in _NAMES if name != "expires"}
                at = kept.get("expires")
                return cls(**said, expires=float(at) if isinstance(at, int | float) else 0.0)
        if not text or any(one in text for one in "\r\n\0"):
            raise InputError("This can't be a password.")
        return cls(password=text)


_NAMES = ("access", "refresh", "expires", "client_id", "client_secret", "token_url")
