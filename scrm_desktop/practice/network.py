"""The social network itself: who wrote what, who may see it, who is told; it knows no HTTP and no storyline."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from scrm_desktop.practice import markup
from scrm_desktop.practice.model import Media, Notice, Person, Poll, Status, Version, World

ID_BASE = 112_000_000_000_000_000
ID_STEP = 1_003
DOMAIN = "maisonverte.example"
OWN_ID = "109000000000000001"


class Listener(Protocol):
    """Is told of everything that a stream would tell; ``kind`` is update, status.update, delete or notification."""

    def __call__(self, kind: str, status: Status | None, notice: Notice | None) -> None:
        """Something happened."""
        ...


def utcnow() -> datetime:
    """The wall's clock."""
    return datetime.now(UTC)


class Network:
    """All operations on a :class:`World`, with indexes over it; used from one event loop only."""

    def __init__(self, world: World, *, now: Callable[[], datetime] = utcnow) -> None:
        self.world = world
        self.now = now
        self.changed = False
        self.listeners: list[Listener] = []
        self.people = {person.id: person for person in world.people}
        self.by_acct = {person.acct.lower(): person for person in world.people}
        self.statuses = {status.id: status for status in world.statuses}
        self.media = {media.id: media for media in world.media}
        self.notices = {notice.id: notice for notice in world.notices}

    # -- people -------------------------------------------------------------------------------------
    @property
    def own(self) -> Person:
        """Our account, the company's."""
        return self.people[OWN_ID]

    def add_person(self, person: Person) -> None:
        """Somebody joins, or describes themself anew."""
        known = self.people.get(person.id)
        if known is not None:
            self.world.people.remove(known)
        self.world.people.append(person)
        self.people[person.id] = person
        self.by_acct[person.acct.lower()] = person
        self.changed = True

    def find(self, username: str, domain: str) -> Person | None:
        """Whom a handle names; every short form of our own name is ours."""
        if domain in ("", DOMAIN):
            return self.by_acct.get(username.lower())
        return self.by_acct.get(f"{username}@{domain}".lower())

    # -- writing ------------------------------------------------------------------------------------
    def post(
        self,
        author: Person,
        text: str,
        *,
        visibility: str = "public",
        in_reply_to: str = "",
        warning: str = "",
        language: str = "",
        sensitive: bool = False,
        media: Iterable[str] = (),
        poll: Poll | None = None,
        application: str = "",
        at: datetime | None = None,
        silent: bool = False,
    ) -> Status:
        """A new post; whoever of us is concerned is told, unless it is ``silent`` history."""
        parent = self.statuses.get(in_reply_to)
        status = Status(
            id=self.next_id(),
            author=author.id,
            text=text,
            created_at=at or self._after_last(self.now()),
            visibility=visibility,
            root="",
            in_reply_to=in_reply_to,
            warning=warning,
            language=language or author.language,
            sensitive=sensitive or bool(warning),
            media=list(media),
            mentions=self._mentioned(text),
            poll=poll,
            application=application,
        )
        status.root = parent.root if parent else status.id
        for media_id in status.media:
            self.media[media_id].used_by = status.id
        author.posts += 1
        self._keep(status)
        self._tell_of_post(status, silent=silent)
        return status

    def edit(
        self, status: Status, text: str, *, warning: str = "", language: str = "", media: list[str] | None = None
    ) -> None:
        """Another text for a post; the former one stays in its history."""
        before = Version(text=status.text, warning=status.warning, at=status.edited_at or status.created_at)
        before.media = list(status.media)
        status.versions.append(before)
        status.text, status.warning = text, warning
        status.sensitive = status.sensitive or bool(warning)
        status.language = language or status.language
        if media is not None:
            status.media = media
        status.mentions = self._mentioned(text)
        status.edited_at = self.now()
        self._emit("status.update", status, None)

    def delete(self, status: Status) -> None:
        """Take a post away, with everything that hung on it."""
        self.world.statuses.remove(status)
        del self.statuses[status.id]
        self.world.gone.append(status.id)
        for notice in [notice for notice in self.world.notices if notice.status == status.id]:
            self.world.notices.remove(notice)
            del self.notices[notice.id]
        author = self.people[status.author]
        author.posts = max(0, author.posts - 1)
        self._emit("delete", status, None)

    def favourite(self, person: Person, status: Status, *, at: datetime | None = None) -> None:
        """Like it; once."""
        if person.id not in status.favourited_by:
            status.favourited_by.append(person.id)
            self._engage("favourite", person, status, at)

    def boost(self, person: Person, status: Status, *, at: datetime | None = None) -> None:
        """Pass it on; once."""
        if person.id not in status.reblogged_by:
            status.reblogged_by.append(person.id)
            self._engage("reblog", person, status, at)

    def follow(self, person: Person, *, at: datetime | None = None) -> None:
        """Follow us; once."""
        if person.id not in self.world.followers:
            self.world.followers.append(person.id)
            self.own.followers += 1
            self._notify(Notice(id="", kind="follow", person=person.id, at=at or self.now()), silent=at is not None)

    def add_media(self, *, mime: str, description: str, photo: str = "", width: int = 0, height: int = 0) -> Media:
        """A picture or file that a post may use."""
        media = Media(id=self.next_id(), mime=mime, description=description, photo=photo, width=width, height=height)
        self.world.media.append(media)
        self.media[media.id] = media
        self.changed = True
        return media

    # -- reading ------------------------------------------------------------------------------------
    def visible(self, status_id: str) -> Status | None:
        """The post, if our account may see it."""
        status = self.statuses.get(status_id)
        return status if status is not None and self.is_visible(status) else None

    def is_visible(self, status: Status) -> bool:
        """Whether our account may see a post."""
        return (
            status.author == OWN_ID
            or OWN_ID in status.mentions
            or status.visibility in ("public", "unlisted")
            or (status.visibility == "private" and status.author in self.world.following)
        )

    def replies(self, status_id: str) -> list[Status]:
        """Direct answers to a post that our account may see, oldest first."""
        return [status for status in self.world.statuses if status.in_reply_to == status_id and self.is_visible(status)]

    # -- inner --------------------------------------------------------------------------------------
    def next_id(self) -> str:
        """The next number; posts, notifications and media share one row of them, so that it rises with time."""
        self.world.next_id += 1
        return str(ID_BASE + self.world.next_id * ID_STEP)

    def _after_last(self, at: datetime) -> datetime:
        if not self.world.statuses:
            return at
        return max(at, self.world.statuses[-1].created_at + timedelta(milliseconds=1))

    def _mentioned(self, text: str) -> list[str]:
        found = (self.find(username, domain) for username, domain in markup.handles(text))
        return list(dict.fromkeys(person.id for person in found if person is not None))

    def _keep(self, status: Status) -> None:
        self.world.statuses.append(status)
        self.statuses[status.id] = status
        self.changed = True

    def _tell_of_post(self, status: Status, *, silent: bool) -> None:
        if status.author == OWN_ID:
            if not silent:
                self._emit("update", status, None)
        elif OWN_ID in status.mentions:
            kind = Notice(id="", kind="mention", person=status.author, at=status.created_at, status=status.id)
            self._notify(kind, silent=silent)

    def _engage(self, kind: str, person: Person, status: Status, at: datetime | None) -> None:
        self.changed = True
        if person.id != OWN_ID and status.author == OWN_ID:
            notice = Notice(id="", kind=kind, person=person.id, at=at or self.now(), status=status.id)
            self._notify(notice, silent=at is not None)

    def _notify(self, notice: Notice, *, silent: bool) -> None:
        if notice.person in self.world.blocked or notice.person in self.world.muted:
            return
        notice.id = self.next_id()
        self.world.notices.append(notice)
        self.notices[notice.id] = notice
        self.changed = True
        if not silent:
            self._emit("notification", self.statuses.get(notice.status), notice)

    def _emit(self, kind: str, status: Status | None, notice: Notice | None) -> None:
        self.changed = True
        for listener in list(self.listeners):
            listener(kind, status, notice)
