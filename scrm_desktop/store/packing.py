"""What has no columns of its own is kept as JSON: polls, mentions, custom emoji, fields of a profile."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from scrm_desktop.domain.messages import (
    CustomEmoji,
    Mention,
    Moderation,
    Poll,
    PollOption,
    Reaction,
    RemoteMessage,
    RemoteProfile,
)
from scrm_desktop.store.values import clean, micros_or_none, moment_or_none, to_json

#: So many mentions are remembered: a hostile message with hundreds of them must not stay in memory.
_FEW = 4


def pack_profile(profile: RemoteProfile) -> str:
    """Fields and emoji; empty text where there are none."""
    if not profile.fields and not profile.emojis:
        return ""
    return clean(to_json({"fields": profile.fields, "emojis": _pack_emojis(profile.emojis)}))


def pack_message(message: RemoteMessage) -> str:
    """Poll, mentions, emoji, subject and what else few messages have; empty text where there is none of it."""
    if _is_plain(message):
        return _pack_mentions(message.mentions) if message.mentions else ""
    parts: dict[str, Any] = _pack_said(message)
    if message.mentions:
        parts["mentions"] = [(one.remote_id, one.handle, one.url) for one in message.mentions]
    if message.emojis:
        parts["emojis"] = _pack_emojis(message.emojis)
    if message.poll is not None:
        parts["poll"] = _pack_poll(message.poll)
    return clean(to_json(parts)) if parts else ""


@lru_cache(maxsize=256)
def _pack_mentions(mentions: tuple[Mention, ...]) -> str:
    """Most messages name nobody but us and whom they answer: this is written once for all of them."""
    return clean(to_json({"mentions": [(one.remote_id, one.handle, one.url) for one in mentions]}))


def unpack(packed: str) -> dict[str, Any]:
    """What was packed, as plain values."""
    return json.loads(packed) if packed else {}


def emojis_of(parts: dict[str, Any]) -> tuple[CustomEmoji, ...]:
    """The custom emoji of a profile or message."""
    return tuple(CustomEmoji(shortcode=code, url=url) for code, url in parts.get("emojis", ()))


def fields_of(parts: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a profile."""
    return tuple((name, value) for name, value in parts.get("fields", ()))


def mentions_of(parts: dict[str, Any]) -> tuple[Mention, ...]:
    """Who is named in a message."""
    return tuple(Mention(remote_id=id_, handle=handle, url=url) for id_, handle, url in parts.get("mentions", ()))


def poll_of(parts: dict[str, Any]) -> Poll | None:
    """The poll of a message."""
    poll = parts.get("poll")
    if poll is None:
        return None
    return Poll(
        options=tuple(PollOption(text=text, votes=votes) for text, votes in poll["options"]),
        expires_at=moment_or_none(poll["expires_at"]),
        expired=poll["expired"],
        multiple=poll["multiple"],
        voters=poll["voters"],
    )


def _is_plain(message: RemoteMessage) -> bool:
    """Whether it has nothing but a few mentions, as most messages."""
    if message.poll is not None or message.emojis or len(message.mentions) > _FEW:
        return False
    return not (message.subject or message.quoted or message.notice or message.moderation or message.reactions)


def _pack_said(message: RemoteMessage) -> dict[str, Any]:
    """What only some networks' messages have."""
    said: dict[str, Any] = {"subject": message.subject, "quoted": message.quoted, "notice": message.notice}
    said["moderation"] = message.moderation.value
    said["reactions"] = [(one.emoji, one.count, one.mine) for one in message.reactions]
    return {name: value for name, value in said.items() if value}


def said_of(parts: dict[str, Any]) -> dict[str, Any]:
    """The same as arguments of a message or a bubble."""
    return {
        "subject": parts.get("subject", ""),
        "quoted": parts.get("quoted", ""),
        "notice": parts.get("notice", ""),
        "moderation": Moderation(parts.get("moderation", "")),
        "reactions": tuple(Reaction(emoji=e, count=n, mine=m) for e, n, m in parts.get("reactions", ())),
    }


def _pack_poll(poll: Poll) -> dict[str, Any]:
    return {
        "options": [(option.text, option.votes) for option in poll.options],
        "expires_at": micros_or_none(poll.expires_at),
        "expired": poll.expired,
        "multiple": poll.multiple,
        "voters": poll.voters,
    }


def _pack_emojis(emojis: tuple[CustomEmoji, ...]) -> list[tuple[str, str]]:
    return [(one.shortcode, one.url) for one in emojis]
