"""The folders of a mailbox, and which of them hold what we sent, threw away, or never wanted. All of it blocks."""

from __future__ import annotations

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxFolderSelectError, UnexpectedCommandStatusError
from imap_tools.imap_utf7 import utf7_encode

from scrm_desktop.channels.email.border import passes
from scrm_desktop.channels.email.responses import number, parse
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.late_dataclass import dataclass

INBOX = "INBOX"
_USES = {"\\sent": "sent", "\\trash": "trash", "\\junk": "junk", "\\all": "all", "\\archive": "archive"}
_NAMES = {
    "sent": ("sent", "sent items", "sent messages", "sent mail", "éléments envoyés", "envoyés", "messages envoyés"),
    "trash": ("trash", "deleted items", "deleted messages", "bin", "corbeille", "éléments supprimés"),
    "junk": ("junk", "spam", "junk e-mail", "junk email", "bulk mail", "courrier indésirable", "indésirables"),
    "archive": ("archive", "archives"),
}
MOST_SEARCHED = 60
CANT_OPEN = (MailboxFolderSelectError,)
"""What is raised for a folder that is not there, or is closed to us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """What a mailbox consists of; a use that no folder has is empty. ``all`` are those that can be opened."""

    names: tuple[str, ...]
    sent: str = ""
    trash: str = ""
    junk: str = ""
    all: str = ""
    archive: str = ""

    def moderation(self, folder: str) -> Moderation:
        """What it says of a mail that it lies in this folder."""
        if folder and folder == self.trash:
            return Moderation.TRASH
        return Moderation.SPAM if folder and folder == self.junk else Moderation.NONE

    def searched(self, chosen: tuple[str, ...]) -> list[str]:
        """Where a mail can be, likeliest first."""
        likely = [*chosen, self.sent, self.all, self.archive, self.trash, self.junk]
        known = [one for one in dict.fromkeys((*likely, *self.names)) if one in self.names]
        return known[:MOST_SEARCHED]


def listed(box: BaseMailBox) -> Folders:
    """Ask for all folders; what the server does not say of them is told by their names."""
    names: list[str] = []
    uses: dict[str, str] = {}
    called: dict[str, str] = {}
    for one in box.folder.list():
        flags = {flag.lower() for flag in one.flags}
        if flags & {"\\noselect", "\\nonexistent"}:
            continue
        name = INBOX if one.name.upper() == INBOX else one.name
        names.append(name)
        for flag in flags:
            if flag in _USES:
                uses.setdefault(_USES[flag], name)
        last = name.rpartition(one.delim)[2].lower() if one.delim else name.lower()
        for use, usual in _NAMES.items():
            if last in usual:
                called.setdefault(use, name)
    found = {**called, **uses}
    return Folders(names=tuple(names), **found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A folder as it was when it was opened; 0 for what the server does not tell."""

    name: str
    validity: int
    uid_next: int
    modseq: int
    count: int


def opened(box: BaseMailBox, name: str, *, write: bool = False) -> Opened:
    """Open a folder, for reading only unless asked otherwise."""
    client = box.client
    kind, data = client.select(quoted(name), readonly=not write)
    if kind != "OK":
        reason = " ".join(one.decode("utf-8", "replace") for one in data if isinstance(one, bytes))
        refusal = UnexpectedCommandStatusError if passes(reason) else MailboxFolderSelectError
        raise refusal(command_result=(kind, data), expected="OK")
    return Opened(
        name=name,
        validity=_said(client.response("UIDVALIDITY")),
        uid_next=_said(client.response("UIDNEXT")),
        modseq=_said(client.response("HIGHESTMODSEQ")),
        count=_said(client.response("EXISTS")),
    )


def _said(answer: tuple[str, list[bytes | None] | list[None]]) -> int:
    values = [one for one in answer[1] if one]
    parsed = parse(values[-1:])
    return number(parsed[0]) if parsed else 0


def quoted(folder: str) -> str:
    """A folder's name for a command."""
    name = utf7_encode(folder).decode("ascii", "replace")
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
