"""Where a mail server is and how one speaks to it: always encrypted, except on this very computer."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from scrm_desktop.channels.hosts import is_loopback
from scrm_desktop.errors import InputError
from scrm_desktop.late_dataclass import dataclass


class Safety(StrEnum):
    """How a connection is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


_SCHEMES = {
    ("imap", Safety.TLS): "imaps",
    ("imap", Safety.STARTTLS): "imap+starttls",
    ("imap", Safety.NONE): "imap",
    ("smtp", Safety.TLS): "smtps",
    ("smtp", Safety.STARTTLS): "smtp+starttls",
    ("smtp", Safety.NONE): "smtp",
}
_PORTS = {"imap": ((993, Safety.TLS), (143, Safety.STARTTLS)), "smtp": ((465, Safety.TLS), (587, Safety.STARTTLS))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One server; ``kind`` is ``imap`` or ``smtp``."""

    kind: str
    host: str
    port: int
    safety: Safety = Safety.TLS

    def __str__(self) -> str:
        """As an address (``imaps://mail.example.org:993``)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{_SCHEMES[self.kind, self.safety]}://{host}:{self.port}"


def of_address(address: str) -> Place:
    """Read what ``str`` wrote; InputError where it is none, or unencrypted to another computer."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    found = next((key for key, scheme in _SCHEMES.items() if scheme == parts.scheme), None)
    if found is None or not host or not port:
        raise InputError(f"“{address.strip()}” is no server's name.")
    if found[1] is Safety.NONE and not is_loopback(host):
        raise InputError("Mail is read and sent over encrypted connections only.")
    return Place(kind=found[0], host=host, port=port, safety=found[1])


def candidates(entered: str, kind: str) -> list[Place]:
    """What somebody may mean by ``mail.example.org``, ``mail.example.org:143`` or a whole address, likeliest first."""
    text = entered.strip()
    if "://" in text:
        return [of_address(text)]
    host, port = _split(text)
    usual = _PORTS[kind]
    if port is None:
        return [Place(kind=kind, host=host, port=number, safety=safety) for number, safety in usual]
    known = [safety for number, safety in usual if number == port]
    if is_loopback(host):
        return [Place(kind=kind, host=host, port=port, safety=Safety.NONE)]
    return [Place(kind=kind, host=host, port=port, safety=safety) for safety in known or [Safety.TLS, Safety.STARTTLS]]


def _split(text: str) -> tuple[str, int | None]:
    try:
        parts = urlsplit(f"//{text}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode()
    except (ValueError, UnicodeError):
        host, port, parts = "", None, urlsplit("")
    if not host or parts.path or parts.username or any(one.isspace() for one in host):
        raise InputError(f"“{text}” is no server's name.")
    return host, port
