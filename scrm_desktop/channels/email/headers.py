"""Header fields as people read them: decoded, one line each, and never an exception."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING

from scrm_desktop.channels.email.charsets import decode
from scrm_desktop.channels.safe_json import scrub
from scrm_desktop.late_dataclass import dataclass

if TYPE_CHECKING:
    Mail = Message[str, str]
else:
    Mail = Message
LONGEST = 20_000
"""Characters of one field that are looked at."""
MOST_ADDRESSES = 100
_KEPT = "_scrm_fields"
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=")
_BETWEEN = re.compile(r"(\?=)[ \t]*\r?\n?[ \t]+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}@[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,255}")
_ANGLED = re.compile(rf"<({_ADDRESS.pattern})>")
_SIMPLE = re.compile(r"\s*(?:\"?([^\"<>,;:()\\\r\n]{0,200}?)\"?\s*<)?\s*([^\s\"<>@,;:()\\]{1,64}@[\w.-]{1,255})>?\s*")
"""One person, as nearly all fields have it; the others are taken apart by the rules."""
_ID = re.compile(r"<([^<>]{1,500})>")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Person:
    """An address, in lower case, and the name that stands before it."""

    address: str
    name: str = ""


def raw(mail: Mail, name: str) -> str:
    """The first field of that name as it stands in the mail, at most 20,000 characters."""
    found = _index(mail).get(name.lower())
    return found[0] if found else ""


def fields(mail: Mail) -> Iterable[tuple[str, str]]:
    """All fields, names in lower case; raw bytes of other charsets become text."""
    return ((name, value) for name, values in _index(mail).items() for value in values)


def _index(mail: Mail) -> dict[str, list[str]]:
    """The fields by their names, read once and kept with the mail: two dozen of them are asked for."""
    kept: dict[str, list[str]] | None = vars(mail).get(_KEPT)
    if kept is None:
        kept = {}
        for key, value in mail.raw_items():
            kept.setdefault(str(key).lower(), []).append(_readable(str(value)[:LONGEST]))
        vars(mail)[_KEPT] = kept
    return kept


def _readable(value: str) -> str:
    """What stands in a field unencoded: mostly UTF-8, sometimes Latin."""
    if value.isascii():
        return value
    return decode(value.encode("utf-8", "surrogateescape"))


def text(mail: Mail, name: str, limit: int = 1000) -> str:
    """A field as one line of plain text."""
    value = raw(mail, name)
    return one_line(words(value), limit) if value else ""


def one_line(value: str, limit: int = 1000) -> str:
    """White space, line ends and control characters become single spaces."""
    return _SPACE.sub(" ", scrub(value[: 4 * limit])).strip()[:limit]


def words(value: str) -> str:
    """Encoded words (RFC 2047) decoded, the broken ones left as they stand."""
    if "=?" not in value:
        return value
    joined = _BETWEEN.sub(r"\1", value)
    return _merged(joined)


def _merged(value: str) -> str:
    """Neighbouring words of one charset are decoded together: some programs cut characters in two."""
    parts: list[str] = []
    held, charset, end = b"", "", 0
    for match in _WORD.finditer(value):
        between = value[end : match.start()]
        if held and (between or match[1].lower() != charset):
            parts.append(decode(held, charset))
            held = b""
        parts.append(between)
        charset, end = match[1].lower(), match.end()
        held += _unpacked(match[2], match[3])
    if held:
        parts.append(decode(held, charset))
    return "".join(parts) + value[end:]


def _unpacked(kind: str, content: str) -> bytes:
    data = content.encode("utf-8", "replace")
    if kind in "qQ":
        return _HEX.sub(lambda match: bytes([int(match[1], 16)]), data.replace(b"_", b" "))
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except (binascii.Error, ValueError):
        return data


def people(mail: Mail, *names: str) -> tuple[Person, ...]:
    """Everybody in these fields, each address once."""
    found: dict[str, Person] = {}
    for name in names:
        for value in _index(mail).get(name.lower(), ()):
            if len(found) < MOST_ADDRESSES:
                for one in _parsed(value):
                    found.setdefault(one.address, one)
    return tuple(found.values())[:MOST_ADDRESSES]


def _parsed(value: str) -> Iterable[Person]:
    simple = _SIMPLE.fullmatch(value)
    try:
        pairs = [(simple[1] or "", simple[2])] if simple else getaddresses([_SPACE.sub(" ", value)])
    except (ValueError, TypeError, IndexError, AttributeError):
        pairs = []
    if not any(address for _, address in pairs):
        # Newer Pythons give nothing at all for a field with one bad name in it: what stands in angles is an address.
        pairs = [("", match) for match in _ANGLED.findall(value) or _ADDRESS.findall(value)]
    for name, address in pairs:
        clean = address_of(address)
        if clean:
            shown = one_line(words(name), 200).strip("\"' ")
            yield Person(clean, "" if shown.lower() == clean else shown)


def address_of(value: str) -> str:
    """A mail address in lower case, or nothing where it is none."""
    value = value.strip().strip("<>").strip()
    return value.lower() if _ADDRESS.fullmatch(value) else ""


def ids(mail: Mail, name: str) -> list[str]:
    """The message ids of a field in their order, without their angles; those that can't be ids are left out."""
    found = _ID.findall(raw(mail, name)) or raw(mail, name).split()
    return [one for one in (message_id(value) for value in found) if one]


def message_id(value: str) -> str:
    """An id without angles and white space; empty where it can be none."""
    clean = "".join(value.strip().strip("<>").split())
    return clean if 3 <= len(clean) <= 250 and clean.isascii() and clean.isprintable() and '"' not in clean else ""


def moment(value: str) -> datetime | None:
    """A date of a mail in UTC."""
    try:
        at = parsedate_to_datetime(value.strip())
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return None
