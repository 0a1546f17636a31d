"""Throwing away, marking as spam, and taking back: a mail moves to the folder for it."""

from __future__ import annotations

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxMoveError

from scrm_desktop.channels.email import finding, folders
from scrm_desktop.channels.email.folders import Folders
from scrm_desktop.channels.email.normalise import Found
from scrm_desktop.domain.commands import Deed
from scrm_desktop.errors import Gone, Unsupported


def target(deed: Deed, known: Folders, chosen: tuple[str, ...]) -> str:
    """The folder that a deed leads to; Unsupported where there is none."""
    home = chosen[0] if chosen else folders.INBOX
    found = {Deed.TRASH: known.trash, Deed.SPAM: known.junk, Deed.UNTRASH: home, Deed.UNSPAM: home}.get(deed, "")
    if not found:
        raise Unsupported("This mailbox has no folder for that.")
    return found


def move(box: BaseMailBox, known: Folders, names: list[str], remote_id: str, to: str) -> Found:
    """Move a mail; safe to repeat. Blocking; Gone where it is nowhere."""
    there = finding.find(box, [to], remote_id)
    if there is None:
        spot = finding.find(box, [one for one in names if one != to], remote_id, write=True)
        if spot is None:
            raise Gone(reason="It is in no folder.")
        _move(box, spot.uid, to)
        there = finding.find(box, [to], remote_id)
    found = finding.read(box, known, there) if there is not None else None
    if found is None:
        raise Gone(reason="It is in no folder.")
    return found


def _move(box: BaseMailBox, uid: int, to: str) -> None:
    """Without MOVE it is copied and deleted; only this mail is expunged, or none."""
    client, number = box.client, str(uid)
    if "MOVE" in client.capabilities:
        _check(client.uid("MOVE", number, folders.quoted(to)))
        return
    _check(client.uid("COPY", number, folders.quoted(to)))
    _check(client.uid("STORE", number, "+FLAGS.SILENT", "(\\Deleted)"))
    if "UIDPLUS" in client.capabilities:
        _check(client.uid("EXPUNGE", number))


def _check(answer: tuple[str, object]) -> None:
    if answer[0] != "OK":
        raise MailboxMoveError(command_result=answer, expected="OK")
