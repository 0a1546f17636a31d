"""A mail to a domain event: pure and total. Whatever comes in, an event or Poison comes out."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from scrm_desktop.channels.email import content, headers, naming
from scrm_desktop.channels.email.headers import Mail, Person
from scrm_desktop.channels.email.kinds import NOTICES, Kind, kind_of
from scrm_desktop.channels.email.structure import Part
from scrm_desktop.domain.events import MessageSeen, Poison, Why
from scrm_desktop.domain.messages import (
    AttachmentKind,
    Mention,
    Moderation,
    RemoteAttachment,
    RemoteMessage,
    RemoteProfile,
    Visibility,
)
from scrm_desktop.late_dataclass import dataclass

MOST_FILES = 50
NEWSLETTER = 5
"""To more people than this nobody writes a personal mail: it begins no conversation with the first of them."""
ENCRYPTED = "This message is encrypted and can't be read here."
DOUBTED = "The mail server doubts that this is from the sender it names."
_REPLY = re.compile(
    r"^\s*(?:(?:re|aw|rép|rep|réf|sv|vs|antw|odp|ynt|ha|回复|回覆|答复|fwd?|tr|wg|i|rv|enc|转发)"
    r"\s?(?:\[\d{1,3}\])?\s?[::]\s*)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Us:
    """Which addresses are ours; all in lower case, ``address`` is the one that we write from."""

    address: str
    name: str = ""
    others: frozenset[str] = frozenset()

    def is_ours(self, address: str) -> bool:
        """Whether it is one of them; what stands behind a ``+`` in front of the ``@`` does not count."""
        user, _, domain = address.partition("@")
        plain = f"{user.partition('+')[0]}@{domain}"
        return bool({address, plain} & {self.address, *self.others})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mail as it was fetched; ``at`` is when it came into the mailbox."""

    mail: Mail
    root: Part
    folder: str
    validity: int
    uid: int
    at: datetime
    moderation: Moderation = Moderation.NONE
    from_sent: bool = False


def event(found: Found, us: Us) -> MessageSeen | Poison:
    """The message with the conversation it belongs to."""
    writer = author_of(found.mail, us)
    if writer is None:
        raw = "\n".join(f"{name}: {value}" for name, value in headers.fields(found.mail))[:20_000]
        return Poison(
            remote_id=naming.id_of(found.mail, own=False), raw=raw, reason="The message has no readable author."
        )
    own = us.is_ours(writer.address) and (found.from_sent or not doubted(found.mail))
    message = _message(found, us, writer, own)
    others = [one.remote_id for one in message.mentions]
    counterpart = (others[0] if others else us.address) if own else writer.address
    key = naming.thread_key(found.mail, message.remote_id, counterpart)
    return MessageSeen(message=message, why=Why.OWN if own else Why.DIRECT, thread_key=key)


def author_of(mail: Mail, us: Us) -> Person | None:
    """Who wrote; behind a web form or a robot it is whom the answer goes to."""
    written = headers.people(mail, "from") or headers.people(mail, "sender", "return-path")
    if not written:
        return None
    sender = written[0]
    answers = [one for one in headers.people(mail, "reply-to") if not us.is_ours(one.address)]
    form = us.is_ours(sender.address) or kind_of(mail, sender.address) is Kind.NOBODY
    if form and len(answers) == 1 and answers[0].address != sender.address:
        return Person(answers[0].address, answers[0].name or sender.name)
    return sender


def doubted(mail: Mail) -> bool:
    """Whether our server found that the sender's domain does not stand for this mail (DMARC)."""
    return "dmarc=fail" in headers.raw(mail, "authentication-results").lower().replace(" ", "")


def kind_for(mail: Mail, writer: Person) -> Kind:
    """What a mail is, seen from whom it is from."""
    return kind_of(mail, writer.address)


def _message(found: Found, us: Us, writer: Person, own: bool) -> RemoteMessage:
    mail = found.mail
    remote_id = naming.id_of(mail, own=own)
    kind = Kind.PERSON if own else kind_for(mail, writer)
    said = content.of(found.root)
    subject = headers.text(mail, "subject", 500)
    parents = naming.ancestors(mail)
    return RemoteMessage(
        remote_id=remote_id,
        author=profile(writer, bot=kind.is_program),
        text=_with_subject(subject, said.text, answers=bool(parents)),
        created_at=arrived(mail, found.at, own=own),
        own=own,
        visibility=Visibility.DIRECT,
        in_reply_to=parents[-1] if parents and parents[-1] != remote_id else None,
        language=headers.text(mail, "content-language", 20),
        attachments=_files(found, said.files, remote_id),
        mentions=_mentions(mail, us, writer, own),
        subject=subject,
        quoted=said.quoted,
        notice=_notice(mail, us, writer, kind, encrypted=said.encrypted, own=own),
        moderation=found.moderation,
    )


def profile(person: Person, *, bot: bool = False) -> RemoteProfile:
    """A person is an address with the name that they give themselves."""
    return RemoteProfile(
        remote_id=person.address, handle=person.address, display_name=person.name or person.address, bot=bot
    )


def _with_subject(subject: str, text: str, *, answers: bool) -> str:
    """The subject is the first line where it is new: at the beginning, or where somebody changed it."""
    if not subject or (answers and _REPLY.match(subject)):
        return text
    return f"{subject}\n\n{text}" if text else subject


def base_subject(subject: str) -> str:
    """Without its "Re:" and "AW:"."""
    return _REPLY.sub("", subject).strip()


def arrived(mail: Mail, at: datetime, *, own: bool) -> datetime:
    """When it came: by our own server's first line on it, or by the mailbox; what the sender claims does not count.

    A mailbox that was moved has new times for old mail, which our former server's line still knows.
    """
    said = headers.raw(mail, "date") if own else headers.raw(mail, "received").rpartition(";")[2]
    told = headers.moment(said) if said else None
    if told is None or told > at + timedelta(minutes=10) or told.year < 1990:
        return at
    return min(told, at)


def _mentions(mail: Mail, us: Us, writer: Person, own: bool) -> tuple[Mention, ...]:
    """Who else it is for; a mail of ours to many is a newsletter, which speaks to nobody alone."""
    found = [one for one in headers.people(mail, "to", "cc") if not us.is_ours(one.address)]
    found = [one for one in found if one.address != writer.address]
    if own and len(found) > NEWSLETTER:
        return ()
    return tuple(Mention(remote_id=one.address, handle=one.address) for one in found[:20])


def _notice(mail: Mail, us: Us, writer: Person, kind: Kind, *, encrypted: bool, own: bool) -> str:
    if encrypted:
        return ENCRYPTED
    if not own and doubted(mail):
        return DOUBTED
    if kind is not Kind.PERSON or own:
        return NOTICES.get(kind, "")
    answers = reply_addresses(mail, us)
    if answers and answers[0].address != writer.address:
        return f"Answers to this message go to {answers[0].address}."
    return ""


def reply_addresses(mail: Mail, us: Us) -> tuple[Person, ...]:
    """Whom the sender wants answers to go to; nobody where it is not said."""
    return tuple(one for one in headers.people(mail, "reply-to") if not us.is_ours(one.address))[:5]


def _files(found: Found, parts: list[Part], message_id: str) -> tuple[RemoteAttachment, ...]:
    return tuple(_file(found, part, message_id) for part in parts[:MOST_FILES])


def _file(found: Found, part: Part, message_id: str) -> RemoteAttachment:
    place = naming.FilePlace(
        folder=found.folder,
        validity=found.validity,
        uid=found.uid,
        section=part.section,
        message_id=message_id,
        encoding=part.encoding,
    )
    return RemoteAttachment(
        remote_id=f"{message_id}#{part.section}",
        kind=_kind(part.mime),
        url=place.url(),
        description=part.name or _unnamed(part.mime),
        mime=part.mime,
        size=part.size or None,
    )


def _kind(mime: str) -> AttachmentKind:
    major = mime.partition("/")[0]
    return AttachmentKind(major) if major in ("image", "video", "audio") else AttachmentKind.FILE


def _unnamed(mime: str) -> str:
    endings = {"message/rfc822": "message.eml", "text/calendar": "invitation.ics", "text/html": "page.html"}
    return endings.get(mime, "file")
