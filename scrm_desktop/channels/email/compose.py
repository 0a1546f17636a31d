"""Our answer as a mail: whom it goes to, what it answers, its text and files; pure but for the files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from email.charset import BASE64, QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path

from scrm_desktop import __version__
from scrm_desktop.channels.email import flowed, headers, naming
from scrm_desktop.channels.email.headers import Mail, Person
from scrm_desktop.channels.email.normalise import Us, author_of, base_subject, kind_for, reply_addresses
from scrm_desktop.domain.commands import MediaFile, SendMessage
from scrm_desktop.errors import InputError, Unsupported
from scrm_desktop.late_dataclass import dataclass

MOST_REFERENCES = 20
_SUBJECT = 78
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail that is ready but for its text: everything that its parent decides."""

    sender: Person
    to: tuple[Person, ...]
    subject: str
    parent: str = ""
    references: tuple[str, ...] = ()


def answer_to(parent: Mail, us: Us) -> Letter:
    """Whom an answer goes to and what it answers; Unsupported where nobody would read it."""
    writer = author_of(parent, us)
    if writer is None:
        raise Unsupported("This message names no sender who could be answered.")
    own = us.is_ours(writer.address)
    kind = kind_for(parent, writer)
    if not own and not kind.answerable:
        raise Unsupported("Nobody reads answers to this message: a program sent it from an address for sending only.")
    others = tuple(one for one in headers.people(parent, "to") if not us.is_ours(one.address))
    to = others[:5] if own else reply_addresses(parent, us) or (writer,)
    if not to:
        raise Unsupported("This message names no sender who could be answered.")
    parent_id = naming.id_of(parent, own=own)
    real = "" if naming.is_unnamed(parent_id) else parent_id
    return Letter(
        sender=_written_to(parent, us),
        to=to,
        subject=f"Re: {base_subject(headers.text(parent, 'subject', 250))}".strip(),
        parent=real,
        references=_references([*naming.ancestors(parent), *([real] if real else [])]),
    )


def _references(chain: Sequence[str]) -> tuple[str, ...]:
    """The first, and the last ones: long threads are shortened in the middle."""
    unique = list(dict.fromkeys(chain))
    return tuple(unique if len(unique) <= MOST_REFERENCES else [unique[0], *unique[1 - MOST_REFERENCES :]])


def _written_to(parent: Mail, us: Us) -> Person:
    """We answer from the address that was written to, where it is one of ours."""
    for one in headers.people(parent, "to", "cc", "delivered-to", "x-original-to"):
        if one.address in us.others:
            return Person(one.address, us.name)
    return Person(us.address, us.name)


def new_letter(command: SendMessage, us: Us) -> Letter:
    """A first mail to somebody; its first line is the subject."""
    to = headers.address_of(command.to_profile) or headers.address_of(command.to_handle)
    if not to:
        raise InputError("There is no mail address to write to.")
    first = headers.one_line(command.text.strip().partition("\n")[0], 400)
    subject = first if len(first) <= _SUBJECT else first[: _SUBJECT - 1].rpartition(" ")[0] + "…"
    return Letter(sender=Person(us.address, us.name), to=(Person(to),), subject=subject)


def written(letter: Letter, command: SendMessage, message_id: str, now: datetime) -> bytes:
    """The mail as bytes, with CRLF. Blocking: reads the files; InputError where one can't be read."""
    text = _text_part(command.text)
    mail = MIMEMultipart() if command.media else text
    if command.media:
        mail.attach(text)
        for file in command.media:
            mail.attach(_file_part(file))
    for name, value in _head(letter, command, message_id, now):
        mail[name] = value
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=compat32.clone(linesep="\r\n")).flatten(mail)
    return out.getvalue()


def _head(letter: Letter, command: SendMessage, message_id: str, now: datetime) -> list[tuple[str, str]]:
    head = [
        ("From", _person(letter.sender)),
        ("To", ",\r\n ".join(_person(one) for one in letter.to)),
        ("Subject", _encoded(letter.subject)),
        ("Date", format_datetime(now)),
        ("Message-ID", f"<{message_id}>"),
        ("User-Agent", f"SCRM-Desktop/{__version__}"),
    ]
    if letter.parent:
        head.append(("In-Reply-To", f"<{letter.parent}>"))
    if letter.references:
        head.append(("References", "\r\n ".join(f"<{one}>" for one in letter.references)))
    if re.fullmatch(r"[a-zA-Z-]{2,20}", command.language):
        head.append(("Content-Language", command.language))
    return head


def _person(person: Person) -> str:
    if not person.name:
        return person.address
    name = headers.one_line(person.name, 100)
    if name.isascii():
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{person.address}>'
    return f"{_encoded(name)} <{person.address}>"


def _encoded(text: str) -> str:
    text = headers.one_line(text, 400)
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70).encode(linesep="\r\n")


def _text_part(text: str) -> MIMEText:
    lines = flowed.broken(text.replace("\r\n", "\n").replace("\r", "\n"))
    strange = sum(not one.isascii() for one in lines)
    charset = Charset("utf-8")
    charset.body_encoding = BASE64 if strange * 3 > len(lines) else QP
    part = MIMEText("", "plain", None)
    del part["Content-Transfer-Encoding"]
    part.set_payload(lines.encode("utf-8", "replace").decode(), charset)
    part.set_param("format", "flowed")
    return part


def _file_part(file: MediaFile) -> MIMEBase:
    try:
        data = Path(file.path).read_bytes()
    except OSError as error:
        raise InputError(f"“{file.name}” can't be read any more: {error.strerror}") from None
    mime = file.mime.lower() if _TYPE.fullmatch(file.mime.lower()) else "application/octet-stream"
    major, _, minor = mime.partition("/")
    if major in ("multipart", "message"):
        major, minor = "application", "octet-stream"
    part = MIMEBase(major, minor)
    part.set_payload(_base64_lines(data))
    part["Content-Transfer-Encoding"] = "base64"
    name = headers.one_line(file.name, 150) or "file"
    part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    if file.description:
        part["Content-Description"] = _encoded(file.description)
    return part


def _base64_lines(data: bytes) -> str:
    from base64 import encodebytes

    return encodebytes(data).decode("ascii")
