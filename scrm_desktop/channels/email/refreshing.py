"""Mails looked at again: thrown away, taken back, or gone. A mail itself never changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from imap_tools import BaseMailBox

from scrm_desktop.channels.email import fetching, finding, folders, naming
from scrm_desktop.channels.email.finding import Spot
from scrm_desktop.channels.email.folders import Folders
from scrm_desktop.channels.email.headers import Mail
from scrm_desktop.channels.email.normalise import Found, Us
from scrm_desktop.channels.email.reading import page_of
from scrm_desktop.domain.events import MessageGone, Page
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.late_dataclass import dataclass

DAYS = 16
"""What is older is looked for by its id alone; the program asks for two weeks."""
MOST = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresher:
    """Looks for mails; ``told`` remembers what was last said of each, so that nothing is read twice for nothing."""

    us: Us
    known: Folders
    chosen: tuple[str, ...]
    told: dict[str, Moderation]

    def read(self, box: BaseMailBox, remote_ids: Collection[str]) -> Page:
        """Those whose place changed, and those that are nowhere any more. Blocking."""
        wanted = set(remote_ids)
        found: list[Found] = []
        names = self.known.searched(self.chosen)
        closed = [name for name in names if wanted and not self._look(box, name, wanted, found)]
        gone = [one for one in sorted(wanted) if not self._anywhere(box, names, one, found)]
        whole = not closed and len(names) >= len(self.known.names)
        page = page_of(found, self.us)
        events = (*page.events, *(MessageGone(remote_id=one) for one in gone if whole))
        return Page(events=events, poison=page.poison)

    def _look(self, box: BaseMailBox, name: str, wanted: set[str], found: list[Found]) -> bool:
        """Strike out what is in this folder; false where it can't be opened."""
        try:
            folder = folders.opened(box, name)
        except folders.CANT_OPEN:
            return False
        moderation = self.known.moderation(name)
        for remote_id, uid in self._recent(box, wanted).items():
            wanted.discard(remote_id)
            self._tell(box, Spot(folder, uid), remote_id, moderation, found)
        return True

    @staticmethod
    def _recent(box: BaseMailBox, wanted: Collection[str]) -> dict[str, int]:
        since = datetime.now(UTC) - timedelta(days=DAYS)
        uids = fetching.search(box, "SINCE", fetching.day(since))[-MOST:]
        marks = any(naming.is_unnamed(one) for one in wanted)
        names = "DATE FROM TO SUBJECT MESSAGE-ID RECEIVED" if marks else "MESSAGE-ID"
        here: dict[str, int] = {}
        for uid, mail in fetching.head_fields(box, uids, names):
            for remote_id in _names_of(mail, marks):
                if remote_id in wanted:
                    here[remote_id] = uid
        return here

    def _anywhere(self, box: BaseMailBox, names: Iterable[str], remote_id: str, found: list[Found]) -> bool:
        """A second look at every folder: it may be older, or have moved while we looked."""
        spot = finding.find(box, names, remote_id)
        if spot is not None:
            self._tell(box, spot, remote_id, self.known.moderation(spot.folder.name), found)
        return spot is not None

    def _tell(self, box: BaseMailBox, spot: Spot, remote_id: str, moderation: Moderation, found: list[Found]) -> None:
        if self.told.get(remote_id) is moderation:
            return
        read = finding.read(box, self.known, spot)
        if read is not None:
            self.told[remote_id] = read.moderation
            found.append(read)


def _names_of(mail: Mail, marks: bool) -> list[str]:
    return [naming.id_of(mail, own=True), *([naming.unnamed_id(mail)] if marks else [])]
