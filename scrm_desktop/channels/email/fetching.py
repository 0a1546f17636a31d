"""Mails out of an opened folder: found by number, date or id, and read without their large files. All of it blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from email import message_from_bytes

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxFetchError, MailboxUidsError

from scrm_desktop.channels.email import content, headers, naming, structure
from scrm_desktop.channels.email.folders import Opened
from scrm_desktop.channels.email.headers import Mail
from scrm_desktop.channels.email.normalise import Found
from scrm_desktop.channels.email.responses import Value, fetched, number, text
from scrm_desktop.domain.messages import Moderation

WHOLE = 64_000
"""Up to so many bytes a mail is fetched whole; of a larger one only what is to be read."""
MOST_TEXT = 200_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_INTERNAL = re.compile(r"\s*(\d{1,2})-(\w{3})-(\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})")


def day(at: datetime | date) -> str:
    """A day as IMAP writes it, whatever the language of this computer."""
    return f"{at.day}-{_MONTHS[at.month - 1]}-{at.year:04d}"


def search(box: BaseMailBox, *criteria: str) -> list[int]:
    """The numbers of the mails that fit, rising."""
    kind, data = box.client.uid("SEARCH", *criteria)
    if kind != "OK":
        raise MailboxUidsError(command_result=(kind, data), expected="OK")
    found = {number(one.decode()) for line in data if isinstance(line, bytes) for one in line.split()}
    return sorted(found - {0})


def uids_from(box: BaseMailBox, first: int) -> list[int]:
    """Numbers from ``first`` on (``n:*`` alone always names the last mail too)."""
    return [uid for uid in search(box, "UID", f"{first}:*") if uid >= first]


def by_id(box: BaseMailBox, remote_id: str) -> list[int]:
    """The mails with exactly this id in the opened folder; the server looks only for a part of it."""
    if naming.is_unnamed(remote_id):
        return [uid for uid, mail in _same_day(box, remote_id) if naming.unnamed_id(mail) == remote_id]
    clean = headers.message_id(remote_id)
    if not clean or clean != remote_id or "\\" in clean:
        return []
    found = search(box, "HEADER", "Message-ID", f'"{clean}"')[-50:]
    return [uid for uid, mail in head_fields(box, found) if naming.id_of(mail, own=True) == remote_id]


def _same_day(box: BaseMailBox, remote_id: str) -> list[tuple[int, Mail]]:
    said = remote_id.split(".")[1]
    if len(said) != 8 or not said.isdigit():
        return []
    try:
        wanted = date(int(said[:4]), int(said[4:6]), int(said[6:]))
    except ValueError:
        return []
    found = search(box, "SENTON", day(wanted))[-500:]
    return head_fields(box, found, "DATE FROM TO SUBJECT MESSAGE-ID RECEIVED")


def head_fields(box: BaseMailBox, uids: Sequence[int], names: str = "MESSAGE-ID") -> list[tuple[int, Mail]]:
    """Some header fields of mails."""
    rows = fetch(box, uids, f"(UID BODY.PEEK[HEADER.FIELDS ({names})])")
    return [(number(row["UID"]), _mail(_section(row, "BODY[HEADER"))) for row in rows if "UID" in row]


def fetch(box: BaseMailBox, uids: Iterable[int | str], items: str, *extra: str) -> list[dict[str, Value]]:
    """The data items of mails; those that are gone meanwhile are left out."""
    wanted = ",".join(str(uid) for uid in uids)
    if not wanted:
        return []
    kind, data = box.client.uid("FETCH", wanted, items, *extra)
    if kind != "OK":
        raise MailboxFetchError(command_result=(kind, data), expected="OK")
    return fetched(data)


def mails(
    box: BaseMailBox, folder: Opened, uids: Sequence[int], *, moderation: Moderation, from_sent: bool
) -> list[Found]:
    """Mails by their numbers, rising; small ones whole, of large ones what can be read."""
    known = {number(row.get("UID")): row for row in fetch(box, uids, "(UID INTERNALDATE FLAGS RFC822.SIZE)")}
    small = [uid for uid in known if number(known[uid].get("RFC822.SIZE")) <= WHOLE]
    trees: dict[int, tuple[Mail, structure.Part]] = {}
    for row in fetch(box, small, "(UID BODY.PEEK[])"):
        mail = _mail(_section(row, "BODY["))
        trees[number(row.get("UID"))] = (mail, structure.of_mail(mail))
    for uid in known.keys() - set(small):
        large = _large(box, uid)
        if large is not None:
            trees[uid] = large
    return [
        Found(
            mail=trees[uid][0],
            root=trees[uid][1],
            folder=folder.name,
            validity=folder.validity,
            uid=uid,
            at=internal_date(text(known[uid].get("INTERNALDATE"))),
            moderation=Moderation.TRASH if is_deleted(known[uid]) else moderation,
            from_sent=from_sent,
        )
        for uid in sorted(trees)
        if uid in known
    ]


def is_deleted(row: dict[str, Value]) -> bool:
    """Whether somebody marked it for deletion."""
    flags = row.get("FLAGS")
    return isinstance(flags, list) and any(text(one).lower() == "\\deleted" for one in flags)


def _large(box: BaseMailBox, uid: int) -> tuple[Mail, structure.Part] | None:
    """The header, the tree of parts, and the beginning of what can be read."""
    for row in fetch(box, [uid], "(UID BODYSTRUCTURE BODY.PEEK[HEADER])"):
        mail = _mail(_section(row, "BODY[HEADER"))
        root = structure.of_server(row.get("BODYSTRUCTURE"))
        for part in content.wanted(root):
            part.data = section(box, uid, part.section, part.encoding, MOST_TEXT)
        return mail, root
    return None


def section(box: BaseMailBox, uid: int, number_: str, encoding: str, limit: int) -> bytes:
    """The unpacked bytes of one part, from at most ``limit`` bytes of it as they are stored."""
    for row in fetch(box, [uid], f"(UID BODY.PEEK[{number_}]<0.{limit}>)"):
        return structure.unpacked(_section(row, f"BODY[{number_}"), encoding)
    return b""


def _section(row: dict[str, Value], begins: str) -> bytes:
    value = next((one for name, one in row.items() if name.startswith(begins)), None)
    return value if isinstance(value, bytes) else text(value).encode()


def _mail(data: bytes) -> Mail:
    return message_from_bytes(data)


def internal_date(said: str) -> datetime:
    """When a mail came into the mailbox, in UTC; now where the server does not say."""
    match = _INTERNAL.match(said)
    if match is not None and match[2].title() in _MONTHS:
        month = _MONTHS.index(match[2].title()) + 1
        try:
            day_, clock, zone = f"{match[3]}-{month:02d}-{int(match[1]):02d}", match[4], match[5]
            return datetime.fromisoformat(f"{day_}T{clock}{zone[:3]}:{zone[3:]}").astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    return datetime.now(UTC)
