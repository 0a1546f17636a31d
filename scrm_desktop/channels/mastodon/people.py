"""Accounts, mentions and custom emoji of Mastodon's JSON."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter

from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.remembering import SHORT, Remembered
from scrm_desktop.channels.plain_text import tidy, to_plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.messages import CustomEmoji, Mention, RemoteProfile

#: What is read of an account.
_TOLD = (
    "id", "acct", "username", "display_name", "url", "avatar_static", "avatar", "note", "followers_count",
    "following_count", "statuses_count", "created_at", "bot", "fields", "emojis",
)  # fmt: skip
_all_told = itemgetter(*_TOLD)


def full_handle(acct: str, domain: str) -> str:
    """``acct`` of a person on our own server has no host; a handle is always complete."""
    acct = acct.strip().lstrip("@")
    return acct if "@" in acct or not acct else f"{acct}@{domain}"


def profile(value: Json, domain: str) -> RemoteProfile | None:
    """A person; ``None`` where id or name is missing."""
    source = fields.obj(value)
    try:
        told = list(_all_told(source))
    except KeyError:  # some servers leave out what is empty
        told = [source.get(name) for name in _TOLD]
    return _people(told, domain)


def _profile(told: Json, domain: str) -> RemoteProfile | None:
    source: fields.Object = dict(zip(_TOLD, fields.items(told), strict=True))
    remote_id = fields.remote_id(source)
    handle = full_handle(_line(fields.text(source, "acct", 300) or fields.text(source, "username", 200)), domain)
    if not remote_id or not handle:
        return None
    return RemoteProfile(
        remote_id=remote_id,
        handle=handle,
        display_name=_line(fields.text(source, "display_name", 300)) or handle.split("@")[0],
        url=fields.web(source, "url"),
        avatar_url=fields.web(source, "avatar_static") or fields.web(source, "avatar"),
        bio=_about(fields.text(source, "note", 100_000)),
        followers=fields.number(source, "followers_count"),
        following=fields.number(source, "following_count"),
        posts=fields.number(source, "statuses_count"),
        created_at=fields.time(source, "created_at"),
        bot=fields.flag(source, "bot"),
        fields=_fields(source.get("fields")),
        emojis=custom_emojis(source.get("emojis")),
    )


def _about(source: str) -> str:
    """What people say of themselves: it comes again with each of their messages, so short ones are remembered."""
    return _remembered(source) if len(source) <= SHORT else to_plain(source)


@lru_cache(maxsize=2048)
def _remembered(source: str) -> str:
    return to_plain(source)


def _line(text: str) -> str:
    """One line: names must not break out of theirs."""
    return " ".join(tidy(text).split())


def _fields(value: Json) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for entry in fields.items(value, 20):
        one = fields.obj(entry)
        pair = (_line(fields.text(one, "name", 500)), _about(fields.text(one, "value", 5000)))
        if any(pair):
            found.append(pair)
    return tuple(found)


def mentions(value: Json, domain: str) -> tuple[Mention, ...]:
    """Who is named; an entry without id is left out, and each person stands once."""
    return _named(value, domain) if value else ()


def _mentions(value: Json, domain: str) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for entry in fields.items(value, 200):
        one = fields.obj(entry)
        remote_id = fields.remote_id(one)
        handle = full_handle(_line(fields.text(one, "acct", 300) or fields.text(one, "username", 200)), domain)
        if remote_id and handle:
            found.setdefault(remote_id, Mention(remote_id=remote_id, handle=handle, url=fields.web(one, "url")))
    return tuple(found.values())


def custom_emojis(value: Json) -> tuple[CustomEmoji, ...]:
    """A server's own pictures for shortcodes."""
    if not value:
        return ()
    found: list[CustomEmoji] = []
    for entry in fields.items(value, 100):
        one = fields.obj(entry)
        code, url = fields.text(one, "shortcode", 100), fields.web(one, "static_url") or fields.web(one, "url")
        if code and url:
            found.append(CustomEmoji(shortcode=code, url=url))
    return tuple(found)


_people = Remembered(_profile, 1024)
_named = Remembered(_mentions, 1024)
