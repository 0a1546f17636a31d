"""Files of mails, fetched when a person asks for them: over a connection of their own, so that reading goes on."""

from __future__ import annotations

from imap_tools import BaseMailBox

from scrm_desktop.channels.email import fetching, finding, folders
from scrm_desktop.channels.email.finding import Spot
from scrm_desktop.channels.email.line import Line
from scrm_desktop.channels.email.naming import FilePlace
from scrm_desktop.errors import Gone, InputError, UnsafeAnswer


async def download(line: Line, names: list[str], url: str, limit: int) -> bytes:
    """The unpacked bytes; UnsafeAnswer where there are more than ``limit``, Gone where the mail is nowhere."""
    place = FilePlace.of_url(url)
    if place is None:
        raise InputError("This is no address of a file in a mail.")
    try:
        data = await line.run(lambda box: _read(box, place, names, limit), deadline=600.0)
    finally:
        await line.close()
    if len(data) > limit:
        raise UnsafeAnswer(f"It is larger than {limit // 1024} KB.", host=line.host)
    return data


def _read(box: BaseMailBox, place: FilePlace, names: list[str], limit: int) -> bytes:
    spot = _spot(box, place, names)
    if spot is None:
        raise Gone(reason="It is in no folder.")
    # Base64 lines are a good third longer than what they hold.
    most = limit * 3 // 2 + 4096
    return fetching.section(box, spot.uid, place.section, place.encoding, most)


def _spot(box: BaseMailBox, place: FilePlace, names: list[str]) -> Spot | None:
    """Where it was when it was read, or wherever it lies by now."""
    if place.uid and place.folder in names:
        folder = folders.opened(box, place.folder)
        if folder.validity == place.validity and fetching.search(box, "UID", str(place.uid)):
            return Spot(folder, place.uid)
    return finding.find(box, names, place.message_id)
