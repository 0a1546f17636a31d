"""Comments to domain events: pure and total. What can't be understood is set aside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrm_desktop.channels.mastodon.plain_text import tidy, to_plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.people import author, is_link
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, Event, MessageSeen, Page, Poison, Why
from scrm_desktop.domain.messages import Moderation, RemoteMessage

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
_NO_PARENTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Us:
    """Our user on the site, and whether it may see what is not public."""

    user: str
    moderator: bool = True


def page(items: Sequence[Json], us: Us, parents: Mapping[str, str] = _NO_PARENTS, context: Sequence[Json] = ()) -> Page:
    """Events of comments, each understood or set aside by itself, in the order of their ids.

    ``parents``: the parent of each comment that is known, empty for one that begins a thread. ``context``: comments
    that only explain what others answer to.
    """
    known = {**parents, **{_id(one): fields.identifier(fields.obj(one), "parent") for one in (*context, *items)}}
    events: list[Event] = []
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
    said = words(source)
    return RemoteMessage(
        remote_id=remote_id,
        author=author(source),
        text=f"{subject}\n{said}" if subject and not parent and not own else said,
        created_at=at,
        own=own,
        in_reply_to=parent if parent and parent != remote_id else None,
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
    for one in fields.items(fields.obj(source.get("_embedded")).get("up"), 3):
        held = fields.obj(fields.obj(one).get("title"))
        found = " ".join(to_plain(fields.text(held, "rendered", 2000)).split())
        if found:
            return tidy(found)[:300]
    return ""


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
