"""What the IMAP server of the tests answers to FETCH: data items with literals, and BODYSTRUCTURE."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from typing import cast

_ITEM = re.compile(r"BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)\.(\d+)>)?|[A-Z0-9.]+")


def fetched(place: int, uid: int, data: bytes, flags: Iterable[str], at: datetime, items: str) -> bytes:
    """One untagged FETCH line."""
    parts: list[bytes] = []
    for match in _ITEM.finditer(items):
        if match[0].startswith("BODY") and match[1] is not None:
            content = section(data, match[1])
            begin = f"<{match[2]}>" if match[2] else ""
            if match[2]:
                content = content[int(match[2]) : int(match[2]) + int(match[3])]
            parts.append(f"BODY[{match[1]}]{begin} {{{len(content)}}}\r\n".encode() + content)
        else:
            parts.append(_simple(match[0], uid, data, flags, at))
    return f"* {place} FETCH (".encode() + b" ".join(parts) + b")\r\n"


def _simple(name: str, uid: int, data: bytes, flags: Iterable[str], at: datetime) -> bytes:
    said = {
        "UID": f"UID {uid}",
        "FLAGS": f"FLAGS ({' '.join(sorted(flags))})",
        "INTERNALDATE": f'INTERNALDATE "{at.strftime("%d-%b-%Y %H:%M:%S %z")}"',
        "RFC822.SIZE": f"RFC822.SIZE {len(data)}",
    }
    if name == "BODYSTRUCTURE":
        return b"BODYSTRUCTURE " + structure(message_from_bytes(data))
    return said[name].encode()


def section(data: bytes, name: str) -> bytes:
    """The bytes of a section: all, the header, some of its fields, or a part by its number."""
    head, _, _ = data.partition(b"\r\n\r\n")
    if not name:
        return data
    if name == "HEADER":
        return head + b"\r\n\r\n"
    if name.startswith("HEADER.FIELDS"):
        wanted = {one.lower() for one in name.partition("(")[2].rstrip(")").split()}
        fields = re.findall(rb"(?m)^([^\s:]+):((?:.*\r?\n?)(?:[ \t].*\r?\n?)*)", head + b"\r\n")
        kept = [key + b":" + value.rstrip(b"\r\n") + b"\r\n" for key, value in fields if key.decode().lower() in wanted]
        return b"".join(kept) + b"\r\n"
    return _payload(_part(message_from_bytes(data), name))


def _part(mail: Message, name: str) -> Message:
    for number in name.split("."):
        if mail.is_multipart() and mail.get_content_maintype() == "multipart":
            mail = cast("list[Message]", mail.get_payload())[int(number) - 1]
    return mail


def _payload(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):
        return b"\r\n\r\n".join(one.as_bytes() for one in cast("list[Message]", payload))
    return str(payload).encode("utf-8", "surrogateescape")


def structure(part: Message) -> bytes:
    """BODYSTRUCTURE as RFC 3501 has it."""
    if part.get_content_maintype() == "multipart":
        inner = b"".join(structure(one) for one in cast("list[Message]", part.get_payload()))
        return b"(" + inner + f' "{part.get_content_subtype()}" NIL NIL NIL NIL)'.encode()
    parameters = _pairs(part, "content-type")
    encoding = str(part.get("content-transfer-encoding", "7bit"))
    size = len(_payload(part))
    lines = b" 1" if part.get_content_maintype() == "text" else b""
    disposition = b"NIL"
    if part.get("content-disposition"):
        kind = str(part.get_content_disposition()).encode()
        disposition = b'("' + kind + b'" ' + _pairs(part, "content-disposition") + b")"
    begin = f'("{part.get_content_maintype()}" "{part.get_content_subtype()}" '.encode()
    return begin + parameters + f' NIL NIL "{encoding}" {size}'.encode() + lines + b" NIL " + disposition + b" NIL NIL)"


def _pairs(part: Message, header: str) -> bytes:
    """The parameters as they stand in the header field."""
    found = re.findall(r';\s*([\w*-]+)\s*=\s*("[^"]*"|[^\s;]+)', str(part.get(header, "")))
    if not found:
        return b"NIL"
    words = (f'"{key}" "{value.strip(chr(34))}"' for key, value in found)
    return b"(" + " ".join(words).encode("utf-8", "surrogateescape") + b")"
