"""What of a mail is text, what is repeated, and what are files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field

from scrm_desktop.channels.email import flowed, html_text, quotes
from scrm_desktop.channels.email.charsets import decode
from scrm_desktop.channels.email.structure import Part
from scrm_desktop.channels.safe_json import scrub
from scrm_desktop.late_dataclass import dataclass

MAX_TEXT = 30_000
MAX_QUOTED = 30_000
_SEALS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
"""Signatures of programs, which are no files for people."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(slots=True)
class Content:
    """The readable part of a mail."""

    text: str = ""
    quoted: str = ""
    files: list[Part] = field(default_factory=list[Part])
    encrypted: bool = False


def of(root: Part) -> Content:
    """Read a tree of parts; only those whose data are here can be read."""
    content = Content(files=[], encrypted=_is_encrypted(root))
    pieces = [] if content.encrypted else _texts(root, content.files)
    if content.encrypted:
        content.files = [part for part in root.walk() if not part.inner and part.mime not in _SEALS][:1]
    whole = tidy("\n\n".join(one.strip("\n") for one in pieces if one.strip()))
    content.text, content.quoted = quotes.split(whole)
    content.text, content.quoted = _cut(content.text, MAX_TEXT), _cut(content.quoted, MAX_QUOTED)
    return content


def wanted(root: Part) -> list[Part]:
    """The parts whose data must be here before the mail can be read."""
    return [part for part in root.walk() if part.is_text and not part.inner][:8]


def _is_encrypted(root: Part) -> bool:
    if root.mime == "multipart/encrypted":
        return True
    if root.mime not in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return False
    return root.parameters.get("smime-type", "enveloped-data").lower() in ("enveloped-data", "authenveloped-data")


def _texts(part: Part, files: list[Part]) -> list[str]:
    if part.mime == "multipart/alternative":
        return _alternative(part, files)
    if part.inner or part.mime.startswith("multipart/"):
        return [one for inner in part.inner for one in _texts(inner, files)]
    if part.is_text:
        return [readable(part)]
    if part.mime not in _SEALS and not (part.mime.startswith("message/") and not part.attached and _is_report(part)):
        files.append(part)
    return []


def _is_report(part: Part) -> bool:
    return part.mime in ("message/delivery-status", "message/disposition-notification", "message/feedback-report")


def _alternative(part: Part, files: list[Part]) -> list[str]:
    """The plain one where it says as much as the other; files of all."""
    plain: list[str] = []
    rich: list[str] = []
    for inner in part.inner:
        is_rich = any(one.mime == "text/html" and one.is_text for one in inner.walk())
        (rich if is_rich else plain).extend(_texts(inner, files))
    said, shown = _length(plain), _length(rich)
    return plain if said and (said * 5 >= shown or shown < 200) else rich or plain


def _length(pieces: Iterable[str]) -> int:
    return sum(len(one.strip()) for one in pieces)


def readable(part: Part) -> str:
    """The text of one part, HTML reduced."""
    text = decode(part.data or b"", part.parameters.get("charset", "")).replace("\r\n", "\n").replace("\r", "\n")
    if part.mime == "text/html":
        return html_text.to_plain(text)
    if part.parameters.get("format", "").lower() == "flowed":
        return flowed.joined(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
    return text


def tidy(text: str) -> str:
    """Without control and direction characters, without rows of empty lines; the signature's dashes stay."""
    lines: list[str] = []
    empty = 0
    for line in _CONTROL.sub("", scrub(text)).replace("\xa0", " ").split("\n"):
        clean = line if line == "-- " else line.rstrip()
        empty = 0 if clean else empty + 1
        if empty < 2:
            lines.append(clean)
    return "\n".join(lines).strip("\n")


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit] + "…"
