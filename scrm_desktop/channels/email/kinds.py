"""Who or what wrote a mail: a person, a list, a program, or a server that could not deliver."""

from __future__ import annotations

import re
from enum import StrEnum

from scrm_desktop.channels.email import headers
from scrm_desktop.channels.email.headers import Mail

_NOBODY = re.compile(
    r"^(?:no|not?|do[._-]?not|ne[._-]?pas|nicht)[._-]?(?:reply|repondre|répondre|antworten|responder)\b|"
    r"^(?:noreply|donotreply|nepasrepondre|nereply)",
    re.IGNORECASE,
)
_DAEMON = re.compile(r"^(?:mailer[._-]?daemon|postmaster|mail[._-]?delivery)\b", re.IGNORECASE)


class Kind(StrEnum):
    """What a mail is, as far as it says."""

    PERSON = ""
    LIST = "list"
    AUTOREPLY = "autoreply"
    AUTOMATIC = "automatic"
    NOBODY = "nobody"
    BOUNCE = "bounce"

    @property
    def is_program(self) -> bool:
        """Whether no person wrote it."""
        return self not in (Kind.PERSON, Kind.LIST)

    @property
    def answerable(self) -> bool:
        """Whether anybody would read an answer."""
        return self not in (Kind.NOBODY, Kind.BOUNCE)


NOTICES = {
    Kind.LIST: "This came through a mailing list.",
    Kind.AUTOREPLY: "This is an automatic answer, for example of somebody who is away.",
    Kind.AUTOMATIC: "A program sent this message.",
    Kind.NOBODY: "Nobody reads answers to this address.",
    Kind.BOUNCE: "A mail server reports that a message could not be delivered.",
}


def kind_of(mail: Mail, sender: str) -> Kind:
    """Judge by the header fields alone; ``sender`` is whom an answer would go to."""
    if _is_bounce(mail, sender):
        return Kind.BOUNCE
    if _NOBODY.match(sender):
        return Kind.NOBODY
    submitted = headers.text(mail, "auto-submitted", 60).lower().partition(";")[0].strip()
    precedence = headers.text(mail, "precedence", 40).lower()
    if submitted == "auto-replied" or precedence in ("auto_reply", "auto-reply") or _says(mail, _REPLIES):
        return Kind.AUTOREPLY
    if submitted not in ("", "no") or precedence in ("bulk", "junk") or _says(mail, ("feedback-id",)):
        return Kind.AUTOMATIC
    if headers.raw(mail, "list-id") or headers.raw(mail, "list-post") or precedence == "list":
        return Kind.LIST
    return Kind.AUTOMATIC if headers.raw(mail, "list-unsubscribe") else Kind.PERSON


_REPLIES = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply")


def _says(mail: Mail, names: tuple[str, ...]) -> bool:
    return any(headers.text(mail, name, 60).lower() not in ("", "no", "false", "0") for name in names)


def _is_bounce(mail: Mail, sender: str) -> bool:
    if mail.get_content_type().lower() == "multipart/report":
        kind = headers.raw(mail, "content-type").lower()
        return "delivery-status" in kind or bool(_DAEMON.match(sender))
    return bool(_DAEMON.match(sender)) or (
        headers.raw(mail, "return-path").strip() == "<>" and bool(headers.raw(mail, "x-failed-recipients"))
    )
