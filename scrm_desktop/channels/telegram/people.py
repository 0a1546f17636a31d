"""Who writes: users, and chats that write in their own name."""

from __future__ import annotations

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields
from scrm_desktop.domain.messages import RemoteProfile


def user(value: Json) -> RemoteProfile | None:
    """A user or a bot; ``None`` where there is no usable id."""
    source = fields.obj(value)
    remote_id = fields.identifier(source)
    if not remote_id:
        return None
    username = fields.username(source)
    name = f"{fields.line(source, 'first_name')} {fields.line(source, 'last_name')}".strip()
    return RemoteProfile(
        remote_id=remote_id,
        handle=username or f"id{remote_id}",
        display_name=name,
        url=f"https://t.me/{username}" if username else "",
        bot=fields.flag(source, "is_bot"),
    )


def chat(value: Json) -> RemoteProfile | None:
    """A group or a channel as the author of a message."""
    source = fields.obj(value)
    remote_id = fields.identifier(source)
    if not remote_id:
        return None
    username = fields.username(source)
    return RemoteProfile(
        remote_id=remote_id,
        handle=username or f"id{remote_id}",
        display_name=fields.line(source, "title") or fields.line(source, "first_name"),
        url=f"https://t.me/{username}" if username else "",
    )


def author(message: fields.Object) -> RemoteProfile | None:
    """Who stands behind a message; where a channel or a group does, ``from`` is only a placeholder of Telegram's."""
    return chat(message.get("sender_chat")) or user(message.get("from"))
