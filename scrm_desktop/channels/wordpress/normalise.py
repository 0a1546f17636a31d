"""Comments to domain events: pure and total. What can't be understood is set aside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from scrm_desktop.channels.plain_text import tidy, to_plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.people import author, is_link, user_id
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, Event, MessageSeen, Page, Poison, Why
from scrm_desktop.domain.messages import Moderation, RemoteMessage, RemoteProfile

UNREADABLE = "The comment can't be read."
DEEPEST = 50
"""Levels of answers that are climbed; WordPress itself shows at most ten."""
_STATES = {
    "approved": Moderation.NONE,
    "approve": Moderation.NONE,
    "1": Moderation.NONE,
    "spam": Moderation.SPAM,
    "trash": Moderation.TRASH,
    "post-trashed": Moderation.TRASH,
}
_BEFORE = timedelta(seconds=1)
"""A post stands above its comments; its date comes by the site's own clock, and may lie in their future."""
_NO_PARENTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Us:
    """Our user on the site, whether it may see what is not public, and its name as the account has it."""

    user: str
    moderator: bool = True
    handle: str = "us"

    def profile(self, name: str = "") -> RemoteProfile:
        """Ourselves as an author."""
        return RemoteProfile(remote_id=user_id(self.user), handle=self.handle, display_name=name)


def page(items: Sequence[Json], us: Us, parents: Mapping[str, str] = _NO_PARENTS, context: Sequence[Json] = ()) -> Page:
    """Events of comments, each understood or set aside by itself, in the order of their ids.

    ``parents``: the parent of each comment that is known, empty for one that begins a thread. ``context``: comments
    that only explain what others answer to.
    """
    known = {**parents, **{_id(one): fields.identifier(fields.obj(one), "parent") for one in (*context, *items)}}
    events: list[Event] = list(_posts([*context, *items], us).values())
    poison: list[Poison] = []
    explained = [(one, True) for one in context]
    for item, explains in sorted((*explained, *((one, False) for one in items)), key=lambda pair: _order(pair[0])):
        found = _event(item, us, known, explains=explains)
        if isinstance(found, Poison):
            poison.append(found)
        elif found is not None:
            events.append(found)
    return Page(events=tuple(events), poison=tuple(poison))


def _event(item: Json, us: Us, parents: Mapping[str, str], *, explains: bool) -> Event | Poison | None:
    source = fields.obj(item)
    message = read(source, us)
    if message is None:
        return Poison(remote_id=_id(item), raw=json.dumps(item)[:20_000], reason=UNREADABLE)
    if is_link(source):
        return _link(message)
    return MessageSeen(
        message=message,
        why=_why(message, explains=explains),
        thread_key=f"post:{root(message.remote_id, parents)}",
    )


def _posts(items: Sequence[Json], us: Us) -> dict[str, MessageSeen]:
    """The posts under which threads begin, as posts of ours: they stand above, and are no work."""
    found: dict[str, MessageSeen] = {}
    for item in items:
        source = fields.obj(item)
        message, post = read(source, us), _post_id(source)
        if message is None or not message.subject or is_link(source) or message.in_reply_to != post:
            continue
        told = _embedded(source)
        at = fields.time(told, "date") or message.created_at
        shown = to_plain(fields.text(fields.obj(told.get("excerpt")), "rendered", 20_000))
        said = RemoteMessage(
            remote_id=post,
            author=us.profile(),
            text=f"{message.subject}\n{shown}".strip(),
            created_at=min(at, message.created_at - _BEFORE),
            own=True,
            url=fields.web(told, "link"),
            subject=message.subject,
        )
        found.setdefault(post, MessageSeen(message=said, why=Why.CONTEXT, thread_key=f"post:{post}"))
    return found


def _why(message: RemoteMessage, *, explains: bool) -> Why:
    """What the site itself sorted out as spam, or threw away, is no work: it comes back when it is taken out."""
    if message.own:
        return Why.OWN
    sorted_out = message.moderation in (Moderation.SPAM, Moderation.TRASH)
    return Why.CONTEXT if explains or sorted_out else Why.MENTION


def _link(message: RemoteMessage) -> EngagementSeen | None:
    """Another site links to a post of ours."""
    if message.moderation in (Moderation.SPAM, Moderation.TRASH):
        return None
    return EngagementSeen(
        remote_id=f"link:{message.remote_id}", kind=EngagementKind.QUOTE, actor=message.author, at=message.created_at
    )


def read(source: fields.Object, us: Us) -> RemoteMessage | None:
    """A comment as a message; ``None`` where it can't be one."""
    remote_id, at = fields.identifier(source), fields.time(source, "date_gmt")
    if not remote_id or at is None or not isinstance(source.get("content"), dict):
        return None
    own = bool(us.user) and fields.identifier(source, "author") == us.user
    subject, parent = title(source), fields.identifier(source, "parent")
    if not parent or parent == remote_id:
        parent = _post_id(source)
    return RemoteMessage(
        remote_id=remote_id,
        author=us.profile(fields.line(source, "author_name")) if own else author(source),
        text=words(source),
        created_at=at,
        own=own,
        in_reply_to=parent or None,
        url=fields.web(source, "link"),
        subject=subject,
        moderation=_STATES.get(fields.text(source, "status", 40) or "approved", Moderation.HELD),
    )


def words(source: fields.Object) -> str:
    """The text as it was written, where we may see that, else as the site's pages show it."""
    content = fields.obj(source.get("content"))
    raw = fields.text(content, "raw")
    if raw:
        return to_plain(raw.replace("\r\n", "\n").replace("\n", "<br>"))
    return to_plain(fields.text(content, "rendered", 200_000))


def title(source: fields.Object) -> str:
    """The title of the post under which it stands, where the site told it along."""
    held = fields.obj(_embedded(source).get("title"))
    return tidy(" ".join(to_plain(fields.text(held, "rendered", 2000)).split()))[:300]


def _embedded(source: fields.Object) -> fields.Object:
    """The post that came along; an empty one where the site had a refusal instead."""
    found = fields.items(fields.obj(source.get("_embedded")).get("up"), 1)
    return fields.obj(found[0]) if found else {}


def _post_id(source: fields.Object) -> str:
    """A post's id, which must not be taken for a comment's."""
    found = fields.identifier(source, "post")
    return f"p{found}" if found else ""


def root(remote_id: str, parents: Mapping[str, str]) -> str:
    """The comment that begins the thread, as far up as parents are known."""
    seen = {remote_id}
    for _ in range(DEEPEST):
        above = parents.get(remote_id, "")
        if not above or above in seen:
            break
        seen.add(above)
        remote_id = above
    return remote_id


def _id(item: Json) -> str:
    return fields.identifier(fields.obj(item))


def _order(item: Json) -> int:
    """Ids grow, so that a parent stands before its answers."""
    return fields.number(fields.obj(item))
