"""One message as a row, and how a newer or older word on it changes that row."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.store.packing import pack_message
from scrm_desktop.store.values import clean, is_clean, remote_micros

Row = dict[str, Any]
Version = tuple[int, str, str]

COLUMNS = (
    "id", "account_id", "remote_id", "conversation_id", "profile_id", "to_profile_id", "own", "addressed", "live",
    "created_at", "edited_at", "deleted_at", "refreshed_at", "text", "content_warning", "visibility", "in_reply_to",
    "in_reply_to_author", "language", "url", "application", "sensitive", "replies", "boosts", "favourites",
    "favourited", "boosted", "extra", "attachments_mark",
)  # fmt: skip
#: What may change after a message was stored.
MUTABLE = COLUMNS[3:9] + COLUMNS[10:]
_MOST = 2**63 - 1


def content(message: RemoteMessage, now: int) -> Row:
    """What the network says of a message, cleaned for the database."""
    words = message.text, message.content_warning, message.language, message.url, message.application
    if not is_clean("".join(words)):
        words = clean(words[0]), clean(words[1]), clean(words[2]), clean(words[3]), clean(words[4])
    text, content_warning, language, url, application = words
    return {
        "edited_at": None if message.edited_at is None else remote_micros(message.edited_at, now),
        "text": text,
        "content_warning": content_warning,
        "visibility": message.visibility.value,
        "language": language,
        "url": url,
        "application": application,
        "sensitive": int(message.sensitive),
        "replies": _count(message.replies),
        "boosts": _count(message.boosts),
        "favourites": _count(message.favourites),
        "favourited": int(message.favourited),
        "boosted": int(message.boosted),
        "extra": pack_message(message),
        "attachments_mark": mark_of(message),
    }


def stamp(row: Row) -> int:
    """Since when a message reads as the row says."""
    edited: int | None = row["edited_at"]
    created: int = row["created_at"]
    return created if edited is None else edited


def take_content(row: Row, told: Row) -> Version | None:
    """Lay what is told over a stored row, unless it is older; returns the version that is not current any more."""
    arriving = told["edited_at"] if told["edited_at"] is not None else row["created_at"]
    current = stamp(row)
    if arriving < current:
        return (arriving, told["text"], told["content_warning"])
    old: Version | None = None
    if arriving > current or (row["text"], row["content_warning"]) != (told["text"], told["content_warning"]):
        old = (current, row["text"], row["content_warning"])
    row.update(told)
    return old


def mark_of(message: RemoteMessage) -> int:
    """A mark by which changed attachments are noticed; 0 for none."""
    return crc32(repr(message.attachments).encode("utf-8", "backslashreplace")) or 1 if message.attachments else 0


def attachment_rows(message_id: int, message: RemoteMessage) -> list[tuple[Any, ...]]:
    """The attachments in their order."""
    return [
        (
            message_id,
            position,
            clean(one.remote_id),
            one.kind.value,
            clean(one.url),
            clean(one.preview_url),
            clean(one.description),
            clean(one.mime),
            _size(one.width),
            _size(one.height),
            _size(one.size),
        )
        for position, one in enumerate(message.attachments)
    ]


def _count(value: int) -> int:
    return value if 0 <= value <= _MOST else max(0, min(value, _MOST))


def _size(value: int | None) -> int | None:
    return None if value is None else _count(value)
