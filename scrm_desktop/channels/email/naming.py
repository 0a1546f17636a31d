"""Names that a mail keeps wherever it lies: its id, the conversation it belongs to, the place of a file in it."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qs, quote, unquote

from scrm_desktop.channels.email import headers
from scrm_desktop.channels.email.headers import Mail
from scrm_desktop.late_dataclass import dataclass

OURS = "scrm."
"""How the ids of our own messages begin."""
_UNNAMED = "unnamed."


def own_id(key: str, address: str) -> str:
    """The Message-ID of a message of ours: made of its idempotency key, so that each try has the same."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]
    domain = address.partition("@")[2]
    return f"{OURS}{digest}@{domain if domain.isascii() and domain else 'localhost'}"


def id_of(mail: Mail, *, own: bool) -> str:
    """The id of a mail: its Message-ID, or a mark of its header fields where that is missing or can't be one.

    A stranger's mail that bears an id of ours is no message of ours: it gets a mark too.
    """
    found = headers.message_id(headers.raw(mail, "message-id"))
    if found and (own or not found.startswith(OURS)):
        return found
    return unnamed_id(mail)


def unnamed_id(mail: Mail) -> str:
    """A mark of a mail without a usable id, which begins with its day: it can be looked for by that."""
    names = ("date", "from", "to", "subject", "message-id", "received")
    said = "\n".join(headers.raw(mail, name) for name in names)
    at = headers.moment(headers.raw(mail, "date"))
    day = at.strftime("%Y%m%d") if at else "0"
    return f"{_UNNAMED}{day}.{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}"


def is_unnamed(remote_id: str) -> bool:
    """Whether an id is a mark of ours, which no server can be asked for."""
    return remote_id.startswith(_UNNAMED)


def ancestors(mail: Mail) -> list[str]:
    """The ids of what a mail answers, oldest first, its parent last."""
    named = headers.ids(mail, "references")
    parents = headers.ids(mail, "in-reply-to")[:1]
    return [one for one in named if one not in parents] + parents


def thread_key(mail: Mail, remote_id: str, counterpart: str) -> str:
    """The conversation: the first mail of the thread, and the person it is held with.

    The person is in it because many customers may answer one newsletter of ours.
    """
    first = next(iter(ancestors(mail)), remote_id)
    return f"mail:{first}:{counterpart}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """Where a file of a mail is: the folder and number it had when it was read, and the mail's own id."""

    folder: str
    validity: int
    uid: int
    section: str
    message_id: str
    encoding: str = ""

    def url(self) -> str:
        """As an address of our own, which only this channel can follow."""
        path = "/".join(quote(str(one), safe="") for one in (self.folder, self.validity, self.uid, self.section))
        return f"imap:{path}?id={quote(self.message_id, safe='')}&as={quote(self.encoding, safe='')}"

    @classmethod
    def of_url(cls, url: str) -> FilePlace | None:
        """Read such an address; ``None`` where it is none."""
        path, _, query = url.removeprefix("imap:").partition("?")
        parts = path.split("/")
        said = parse_qs(query)
        if not url.startswith("imap:") or len(parts) != 4 or not (parts[1].isdigit() and parts[2].isdigit()):
            return None
        section = unquote(parts[3])
        if not section or any(not one.isdigit() for one in section.split(".")):
            return None
        return cls(
            folder=unquote(parts[0]),
            validity=int(parts[1]),
            uid=int(parts[2]),
            section=section,
            message_id=said.get("id", [""])[0],
            encoding=said.get("as", [""])[0],
        )
