"""Pages out of folders: forward by number, backward by date; a cursor is JSON with the folder's validity in it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from imap_tools import BaseMailBox

from scrm_desktop.channels.email import fetching, folders
from scrm_desktop.channels.email.folders import Folders, Opened
from scrm_desktop.channels.email.normalise import Found, Us, event
from scrm_desktop.channels.email.responses import number
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.domain.events import MessageSeen, Page, Poison, Span
from scrm_desktop.errors import Gone
from scrm_desktop.late_dataclass import dataclass

PAGE = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A cursor: the folder's validity, a number, up to when all is read (seconds), and the last modification number."""

    validity: int
    uid: int
    at: int
    modseq: int = 0

    @property
    def time(self) -> datetime:
        """Up to when (or from when on) all is read."""
        return datetime.fromtimestamp(min(max(self.at, 0), 32_503_680_000), UTC)

    def dump(self) -> str:
        """As text."""
        return json.dumps([self.validity, self.uid, self.at, self.modseq])

    @classmethod
    def load(cls, text: str | None) -> Mark | None:
        """From text; ``None`` where it is none of ours."""
        try:
            found: Json = parse(text) if text else None
        except BadJson:
            return None
        if not isinstance(found, list) or len(found) != 4:
            return None
        numbers = [one for one in found if isinstance(one, int) and not isinstance(one, bool)]
        return cls(*numbers) if len(numbers) == 4 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads one folder; everything here blocks and runs in the connection's thread."""

    us: Us
    known: Folders
    host: str

    def newer(self, box: BaseMailBox, name: str, cursor: str | None) -> Page:
        """What came after the cursor; Gone where the folder was made anew since."""
        folder = folders.opened(box, name)
        mark = Mark.load(cursor)
        if cursor is None:
            return self._newest(box, folder)
        if mark is None or mark.validity != folder.validity:
            raise Gone(host=self.host, reason="The folder was made anew.")
        if folder.uid_next and folder.uid_next <= mark.uid:
            return self._changed(box, folder, mark)
        uids = fetching.uids_from(box, mark.uid)
        taken = uids[:PAGE]
        if not taken:
            return self._changed(box, folder, mark)
        page = self._page(box, folder, taken)
        more = len(uids) > len(taken)
        end = max(_newest(page, mark.time), mark.time) if more else datetime.now(UTC)
        after = Mark(folder.validity, taken[-1] + 1, int(end.timestamp()), mark.modseq)
        covered = Span(start=min(mark.time, end), end=end)
        return Page(events=page.events, poison=page.poison, cursor=after.dump(), more=more, covered=covered)

    def _newest(self, box: BaseMailBox, folder: Opened) -> Page:
        now = datetime.now(UTC)
        uids = fetching.uids_from(box, max(1, folder.uid_next - 4 * PAGE)) if folder.uid_next else []
        uids = uids or fetching.search(box, "ALL")
        taken = uids[-PAGE:]
        page = self._page(box, folder, taken)
        after = max(folder.uid_next, taken[-1] + 1 if taken else 1)
        covered = Span(start=_oldest(page, now), end=now)
        cursor = Mark(folder.validity, after, int(now.timestamp()), folder.modseq).dump()
        return Page(events=page.events, poison=page.poison, cursor=cursor, covered=covered)

    def _changed(self, box: BaseMailBox, folder: Opened, mark: Mark) -> Page:
        """Nothing came; where the server counts changes, look at what was marked for deletion since."""
        now = datetime.now(UTC)
        cursor = Mark(folder.validity, mark.uid, int(now.timestamp()), folder.modseq or mark.modseq).dump()
        covered = Span(start=min(mark.time, now), end=now)
        if not (mark.modseq and folder.modseq > mark.modseq and mark.uid > 1):
            return Page(cursor=cursor, covered=covered)
        rows = fetching.fetch(box, [f"1:{mark.uid - 1}"], "(UID FLAGS)", f"(CHANGEDSINCE {mark.modseq})")
        gone = [number(row.get("UID")) for row in rows if fetching.is_deleted(row)]
        page = self._page(box, folder, sorted(gone)[-PAGE:])
        return Page(events=page.events, poison=page.poison, cursor=cursor, covered=covered)

    def older(self, box: BaseMailBox, name: str, cursor: str | None, until: datetime) -> Page:
        """What came before the cursor, newest first; a folder that was made anew is begun again."""
        folder = folders.opened(box, name)
        mark = Mark.load(cursor)
        if mark is not None and mark.validity != folder.validity:
            mark = None
        # A day earlier: the server searches by days of its own time zone.
        uids = fetching.search(box, "SINCE", fetching.day(until - timedelta(days=1)))
        below = [uid for uid in uids if mark is None or uid < mark.uid]
        taken = below[-PAGE:]
        page = self._page(box, folder, taken)
        more = len(below) > len(taken)
        end = mark.time if mark is not None else datetime.now(UTC)
        oldest = _oldest(page, end)
        start = min(oldest if more else until, end)
        after = Mark(folder.validity, taken[0] if taken else (mark.uid if mark else 1), int(start.timestamp()))
        return Page(
            events=page.events,
            poison=page.poison,
            cursor=after.dump(),
            more=more,
            covered=Span(start=start, end=end),
        )

    def _page(self, box: BaseMailBox, folder: Opened, uids: list[int]) -> Page:
        found = fetching.mails(
            box,
            folder,
            uids,
            moderation=self.known.moderation(folder.name),
            from_sent=folder.name == self.known.sent,
        )
        return page_of(found, self.us)


def page_of(found: list[Found], us: Us) -> Page:
    """Mails as events, oldest first and parents before their answers."""
    seen: list[MessageSeen] = []
    poison: list[Poison] = []
    for one in found:
        made = event(one, us)
        if isinstance(made, Poison):
            poison.append(made)
        else:
            seen.append(made)
    return Page(events=tuple(_parents_first(seen)), poison=tuple(poison))


def _parents_first(seen: list[MessageSeen]) -> list[MessageSeen]:
    """By their times, but none before what it answers."""
    waiting = {one.message.remote_id: one for one in sorted(seen, key=lambda one: one.message.created_at)}
    placed: list[MessageSeen] = []
    for remote_id in list(waiting):
        chain: list[MessageSeen] = []
        at: str | None = remote_id
        while at is not None and (one := waiting.pop(at, None)) is not None:
            chain.append(one)
            at = one.message.in_reply_to
        placed += reversed(chain)
    return placed


def _newest(page: Page, otherwise: datetime) -> datetime:
    times = [one.message.created_at for one in page.events if isinstance(one, MessageSeen)]
    return max(times, default=otherwise)


def _oldest(page: Page, otherwise: datetime) -> datetime:
    times = [one.message.created_at for one in page.events if isinstance(one, MessageSeen)]
    return min([*times, otherwise])
