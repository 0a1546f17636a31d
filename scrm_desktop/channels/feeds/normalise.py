"""A feed's entries to domain events: pure and total. What can't be understood is set aside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.feeds.addresses import Feed, digest, host_of
from scrm_desktop.channels.plain_text import is_web, tidy, to_plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageSeen, Page, Poison, Why
from scrm_desktop.domain.messages import AttachmentKind, RemoteAttachment, RemoteMessage, RemoteProfile

NOTHING = "There is neither a text nor a link in it."
_LONGEST_LINE = 300
_SLACK = timedelta(minutes=1)
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_EVERYWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-")
"""Ids that mean the same thing in every feed: addresses, tags, UUIDs."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of writing has no place in names and titles."""
_KINDS = {
    "image": AttachmentKind.IMAGE,
    "video": AttachmentKind.VIDEO,
    "audio": AttachmentKind.AUDIO,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The feed that entries are of, as far as it is known."""

    feed: Feed
    title: str = ""
    link: str = ""
    about: str = ""
    language: str = ""
    author: str = ""


def page(entries: Sequence[Json], source: Source, seen_at: datetime) -> Page:
    """Events of the entries in their order, each understood or set aside by itself."""
    events: list[MessageSeen] = []
    poison: list[Poison] = []
    for entry in entries:
        found = event(entry, source, seen_at) if isinstance(entry, dict) else None
        if found is None:
            raw = json.dumps(entry, ensure_ascii=True, default=str)[:20_000]
            poison.append(Poison(remote_id=digest(raw), raw=raw, reason=NOTHING))
        else:
            events.append(found)
    return Page(events=tuple(events), poison=tuple(poison))


def event(entry: Mapping[str, Json], source: Source, seen_at: datetime) -> MessageSeen | None:
    """One entry; ``None`` where it says nothing. What has no date is of the time at which it was first seen."""
    title, body, url = _title(entry), _body(entry), _web(_text(entry, "url"))
    if not (title or body or url):
        return None
    remote_id = identity(entry, source.feed)
    written = _time(entry, "published", seen_at)
    updated = _time(entry, "updated", seen_at)
    edited = updated if updated and written and updated - written > _SLACK else None
    message = RemoteMessage(
        remote_id=remote_id,
        author=_author(entry, source),
        text=_together(title, body) or url,
        subject=title,
        created_at=written or seen_at,
        edited_at=edited,
        own=False,
        url=url,
        language=_language(_text(entry, "language") or source.language),
        attachments=_attachments(entry.get("files")),
    )
    return MessageSeen(message=message, why=Why.MENTION, thread_key=f"post:{remote_id}")


def identity(entry: Mapping[str, Json], feed: Feed) -> str:
    """The entry's name for good, from what the feed calls it, else its link, else its words.

    A name of the feed's own numbering counts in that feed only; an address or a tag counts in all feeds of its site, so
    that an article that stands in two of them is one. No other site can speak in its name.
    """
    name = _text(entry, "id").strip() or _text(entry, "url").strip()
    if not name:
        name = "\n".join(_text(entry, one) for one in ("title", "text", "published"))
        return digest(f"{feed.key}\nwords\n{name}")
    return digest(f"{feed.site if _EVERYWHERE.match(name) else feed.key}\n{name}")


def _title(entry: Mapping[str, Json]) -> str:
    text = _text(entry, "title")
    return _line(to_plain(text) if entry.get("title_html") is True else tidy(text))


def _body(entry: Mapping[str, Json]) -> str:
    text = _text(entry, "text")
    return to_plain(text) if entry.get("text_html") is True else tidy(text)


def _together(title: str, body: str) -> str:
    """The title as the first line, once."""
    if not title or not body or body == title or body.startswith(f"{title}\n"):
        return body or title
    return f"{title}\n{body}"


def _author(entry: Mapping[str, Json], source: Source) -> RemoteProfile:
    """Who wrote it; where nobody is named, the feed itself."""
    host, site = source.feed.host, source.feed.site
    home = _web(source.link) or _web(f"https://{site}/")
    name = _line(tidy(_text(entry, "author"))) or _line(tidy(source.author))
    if name:
        short = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())[:60] or "author"
        return RemoteProfile(
            remote_id=digest(f"{site}\nauthor\n{name}"),
            handle=f"{host}/{short}",
            display_name=name,
            url=_web(_text(entry, "author_url")) or home,
        )
    return RemoteProfile(
        remote_id=digest(f"{source.feed.key}\nfeed"),
        handle=host,
        display_name=_line(to_plain(source.title)) or host,
        url=home,
        bio=to_plain(source.about)[:1000],
        bot=True,
    )


def _attachments(value: Json) -> tuple[RemoteAttachment, ...]:
    found = [_attachment(one) for one in value[:10] if isinstance(one, dict)] if isinstance(value, list) else []
    return tuple({one.remote_id: one for one in found if one is not None}.values())


def _attachment(one: Mapping[str, Json]) -> RemoteAttachment | None:
    url, size = _web(_text(one, "url")), one.get("size")
    if not url:
        return None
    mime = _text(one, "type").strip().lower()
    mime = mime if re.fullmatch(r"[a-z0-9.+-]+/[a-z0-9.+-]+", mime) else "application/octet-stream"
    name = _line(tidy(_text(one, "title"))) or url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return RemoteAttachment(
        remote_id=digest(url),
        kind=_KINDS.get(mime.partition("/")[0], AttachmentKind.FILE),
        url=url,
        description=_line(tidy(name)),
        mime=mime,
        size=size if isinstance(size, int) and not isinstance(size, bool) and 0 < size < 2**50 else None,
    )


def _time(entry: Mapping[str, Json], name: str, seen_at: datetime) -> datetime | None:
    """A time in UTC that can be true: what lies ahead was seen now."""
    try:
        at = datetime.fromisoformat(_text(entry, name))
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return None if at < _OLDEST else min(at, seen_at)


def _language(told: str) -> str:
    found = told.strip().replace("_", "-").lower()
    return found if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}", found) else ""


def _web(url: str) -> str:
    """An address that a person may open in the browser, or nothing."""
    url = url.strip()
    good = len(url) <= 2000 and url.isprintable() and is_web(url) and not url.lower().startswith("mailto")
    return url if good and host_of(url) else ""


def _line(text: str) -> str:
    return " ".join(_TURNING.sub("", text).split())[:_LONGEST_LINE].strip().lstrip("@").strip()


def _text(entry: Mapping[str, Json], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
