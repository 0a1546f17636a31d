"""One mail, wherever it lies by now. All of it blocks and runs in the connection's thread."""

from __future__ import annotations

from collections.abc import Iterable

from imap_tools import BaseMailBox

from scrm_desktop.channels.email import fetching, folders
from scrm_desktop.channels.email.folders import Folders, Opened
from scrm_desktop.channels.email.normalise import Found
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A folder that is open, and a mail's number in it."""

    folder: Opened
    uid: int


def find(box: BaseMailBox, names: Iterable[str], remote_id: str, *, write: bool = False) -> Spot | None:
    """The first of the folders that holds the mail, left open."""
    for name in names:
        try:
            folder = folders.opened(box, name, write=write)
        except folders.CANT_OPEN:
            continue
        found = fetching.by_id(box, remote_id)
        if found:
            return Spot(folder, found[-1])
    return None


def read(box: BaseMailBox, known: Folders, spot: Spot) -> Found | None:
    """The mail at a spot whose folder is open."""
    name = spot.folder.name
    moderation = known.moderation(name)
    found = fetching.mails(box, spot.folder, [spot.uid], moderation=moderation, from_sent=name == known.sent)
    return found[0] if found else None
