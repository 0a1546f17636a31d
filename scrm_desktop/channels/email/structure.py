"""A mail as a tree of parts, from its bytes or from what the server says of it (BODYSTRUCTURE)."""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode
from dataclasses import field
from email.message import Message
from pathlib import PurePosixPath
from typing import cast
from urllib.parse import unquote_to_bytes

from scrm_desktop.channels.email import headers
from scrm_desktop.channels.email.charsets import decode
from scrm_desktop.channels.email.headers import Mail
from scrm_desktop.channels.email.responses import Value, number, text
from scrm_desktop.late_dataclass import dataclass

DEEPEST = 20
MOST_PARTS = 200
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(slots=True, kw_only=True)
class Part:
    """One part; ``section`` is its number on the server, ``data`` its unpacked bytes where they are known.

    ``size`` is bytes after unpacking, as near as it can be told. ``parameters`` are those of the content type.
    """

    mime: str
    section: str
    parameters: dict[str, str] = field(default_factory=dict[str, str])
    name: str = ""
    attached: bool = False
    encoding: str = ""
    size: int = 0
    data: bytes | None = None
    inner: list[Part] = field(default_factory=list["Part"])

    @property
    def is_text(self) -> bool:
        """Whether it is something to read, and not a file."""
        return self.mime in ("text/plain", "text/html") and not self.attached and not self.name

    def walk(self) -> list[Part]:
        """This part and all below it."""
        return [self, *(one for part in self.inner for one in part.walk())]


def unpacked(data: bytes, encoding: str) -> bytes:
    """Without its transfer encoding; what is broken is read as far as it goes."""
    if encoding == "base64":
        clean = _NOT_BASE64.sub(b"", data)
        try:
            return b64decode(clean[: len(clean) - (len(clean) % 4 == 1)] + b"=" * (-len(clean) % 4))
        except (binascii.Error, ValueError):
            return b""
    if encoding == "quoted-printable":
        return quopri.decodestring(data)
    return data


def of_mail(mail: Mail) -> Part:
    """The tree of a mail whose bytes are here."""
    return _of_message(mail, "", 0)


def _of_message(mail: Mail, section: str, depth: int) -> Part:
    mime = mail.get_content_type().lower()
    part = Part(mime=mime, section=section or "1", parameters=_parameters(mail))
    children = mail.get_payload()
    if mime.startswith("multipart/") and isinstance(children, list) and depth < DEEPEST:
        for at, child in enumerate(cast("list[object]", children)[:MOST_PARTS], 1):
            if isinstance(child, Message):
                part.inner.append(_of_message(cast(Mail, child), f"{section}.{at}".lstrip("."), depth + 1))
        return part
    disposition = headers.raw(mail, "content-disposition").strip().lower()
    part.attached = disposition.startswith("attachment")
    part.encoding = headers.raw(mail, "content-transfer-encoding").strip().lower()
    part.data = _data(mail, part.encoding)
    part.size = len(part.data)
    part.name = _file_name(mail)
    return part


def _data(mail: Mail, encoding: str) -> bytes:
    payload = mail.get_payload()
    if isinstance(payload, list):  # a mail inside this mail
        first = cast("list[object]", payload)[:1]
        return b"".join(cast(Mail, one).as_bytes() for one in first if isinstance(one, Message))
    text = str(payload)
    if encoding in ("base64", "quoted-printable") and text.isascii():
        return unpacked(text.encode("ascii"), encoding)
    # The bytes as they came: without ``decode`` they would be decoded already, by whatever charset they claim.
    data = mail.get_payload(decode=True)
    return data if isinstance(data, bytes) else text.encode("utf-8", "surrogateescape")


def _parameters(mail: Mail) -> dict[str, str]:
    try:
        found = mail.get_params(failobj=[], unquote=True) or []
    except (ValueError, TypeError, IndexError, LookupError, AttributeError):
        return {}
    return {str(name).lower(): _plain(value) for name, value in found[1:]}


def _plain(value: object) -> str:
    """A parameter's value; a triple is one with a charset (RFC 2231)."""
    if isinstance(value, tuple):
        charset, _, said = cast("tuple[str | None, str | None, str]", value)
        return decode(said.encode("latin-1", "replace"), charset or "")
    return str(value)


def _file_name(mail: Mail) -> str:
    try:
        name = mail.get_filename("")
    except (ValueError, TypeError, IndexError, LookupError, AttributeError):
        name = ""
    return safe_name(name)


def safe_name(name: str) -> str:
    """A file's name without folders and control characters; encoded words are read, as many programs write them."""
    if not name.isascii():
        name = decode(name.encode("utf-8", "surrogateescape"))
    clean = headers.one_line(headers.words(name), 200).replace("\\", "/")
    return PurePosixPath(clean).name.lstrip(".") if clean else ""


def of_server(said: Value, section: str = "", depth: int = 0) -> Part:
    """The tree that the server describes."""
    if not isinstance(said, list) or depth > DEEPEST:
        return Part(mime="application/octet-stream", section=section or "1")
    if said and isinstance(said[0], list):
        return _multipart(said, section, depth)
    kind, subtype = text(_at(said, 0)).lower(), text(_at(said, 1)).lower()
    parameters = _pairs(_at(said, 2))
    encoding = text(_at(said, 5)).lower()
    size = number(_at(said, 6))
    disposition, named = _disposition(said)
    return Part(
        mime=f"{kind}/{subtype}",
        section=section or "1",
        parameters=parameters,
        name=safe_name(_extended(named, "filename") or _extended(parameters, "name")),
        attached=disposition == "attachment",
        encoding=encoding,
        size=size * 57 // 78 if encoding == "base64" else size,
    )


def _multipart(said: list[Value], section: str, depth: int) -> Part:
    children = [one for one in said if isinstance(one, list)]
    kind = next((text(one).lower() for one in said if not isinstance(one, list)), "mixed")
    count = next((at for at, one in enumerate(said) if not isinstance(one, list)), len(said))
    inner = [of_server(one, f"{section}.{at}".lstrip("."), depth + 1) for at, one in enumerate(children[:count], 1)]
    return Part(mime=f"multipart/{kind}", section=section, inner=inner[:MOST_PARTS])


def _disposition(said: list[Value]) -> tuple[str, dict[str, str]]:
    """The one list behind the size that begins with a word and goes on with a list of pairs."""
    for one in said[7:]:
        if isinstance(one, list) and text(_at(one, 0)).lower() in ("attachment", "inline"):
            return text(one[0]).lower(), _pairs(_at(one, 1))
    return "", {}


def _at(values: list[Value], index: int) -> Value:
    return values[index] if index < len(values) else None


def _pairs(value: Value) -> dict[str, str]:
    if not isinstance(value, list):
        return {}
    return {text(value[at]).lower(): text(value[at + 1]) for at in range(0, len(value) - 1, 2)}


def _extended(found: dict[str, str], name: str) -> str:
    """A parameter in any of RFC 2231's dresses: plain, with a charset, in pieces."""
    if name in found:
        return found[name]
    pieces = [found.get(f"{name}*")] if f"{name}*" in found else []
    if not pieces:
        keys = ((f"{name}*{at}*", f"{name}*{at}") for at in range(50))
        pieces = [found.get(coded, found.get(plain)) for coded, plain in keys]
        pieces = [one for one in pieces if one is not None]
    said = "".join(one for one in pieces if one)
    charset, mark, rest = said.partition("'")
    return decode(unquote_to_bytes(rest.partition("'")[2]), charset) if mark and "'" in rest else said
