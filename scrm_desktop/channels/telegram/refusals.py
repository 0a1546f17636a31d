"""What Telegram says when it says no, as errors of ours: its words are English and meant for programmers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from scrm_desktop.channels.border import plain, refusal
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.channels.telegram import fields
from scrm_desktop.channels.times import retry_at
from scrm_desktop.errors import Forbidden, Gone, KnownError, RateLimited, Rejected, SignInNeeded

TWO_READERS = (
    "Another program reads this bot's messages too, and each message reaches only one of the two. "
    "Stop the other program, or make a bot of its own for this inbox."
)
WEBHOOK = (
    "This bot hands its messages to a web address, so that they can't be read here. Connect the account anew: "
    "you will be asked whether to disconnect that address."
)
TOO_OLD = "Telegram lets a bot delete a message only within 48 hours, and in a group only with the right to do so."

NO_RIGHTS = "The bot has no right to do this here. A group's owner can give it in the group's settings."
LATE = "A bot may answer for a business account only within 24 hours of the customer's message."

_GONE = ("message to be replied not found", "message to edit not found", "message to delete not found")
_GONE_TOO = ("message to react not found", "message_id_invalid", "message not found", "replied message not found")
_REASONS = {
    "bot was blocked by the user": "This person has blocked the bot.",
    "user is deactivated": "This person's account does not exist any more.",
    "can't initiate conversation": "A bot can't write first: this person has to write to the bot before.",
    "bot was kicked": "The bot was removed from this group.",
    "bot is not a member": "The bot is not in this group any more.",
    "chat not found": "Telegram does not know this chat (any more), or this person never wrote to the bot.",
    "not enough rights": NO_RIGHTS,
    "have no rights": NO_RIGHTS,
    "chat_write_forbidden": NO_RIGHTS,
    "upgraded to a supergroup": "Telegram has moved this group. Please answer a newer message of it.",
    "message is too long": "The text is too long for Telegram.",
    "caption is too long": "The text under a file is too long for Telegram.",
    "message can't be deleted": TOO_OLD,
    "message can't be edited": "Telegram does not let a bot edit this message (any more).",
    "reaction_invalid": "This chat does not allow this emoji as a reaction.",
    "business_connection_invalid": "The business account has disconnected this bot.",
    "business_peer_invalid": "The business account does not let this bot answer in this chat.",
    "business_peer_usage_missing": LATE,
    "file is too big": "Telegram gives bots only files of up to 20 MB. Open it in Telegram.",
    "request entity too large": "Telegram takes files of up to 50 MB from bots.",
    "wrong file_id": "Telegram does not have this file any more.",
    "file is temporarily unavailable": "Telegram does not have this file at the moment.",
}


def refused(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that an answer of a method stands for."""
    said = _said(body)
    words = fields.text(said, "description", 2000)
    if not words:
        return refusal(host, status, headers, body)
    if status == 429:
        return _slow_down(host, said, headers)
    if status in (401, 404):
        # An unknown method is a bug of ours, and the only other thing that is "Not Found" is the token.
        return SignInNeeded(plain(words), host=host, reason=plain(words))
    if status >= 500:
        return refusal(host, status, headers, body)
    reason = reason_for(words)
    if status == 409:
        return Forbidden(reason, host=host, reason=WEBHOOK if "webhook" in words.lower() else TWO_READERS)
    if any(part in words.lower() for part in (*_GONE, *_GONE_TOO)):
        return Gone(reason, host=host, reason=reason)
    return (Forbidden if status == 403 else Rejected)(plain(words), host=host, reason=reason)


def refused_file(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The same for a file, where "Not Found" means the file."""
    if status in (400, 404):
        return Gone("", host=host, reason="Telegram does not have this file any more.")
    return refused(host, status, headers, body)


def reason_for(words: str) -> str:
    """Telegram's reason in words that a community manager knows; its own where we have none."""
    lower = words.lower()
    return next((reason for part, reason in _REASONS.items() if part in lower), plain(words))


def _slow_down(host: str, said: fields.Object, headers: Mapping[str, str]) -> KnownError:
    seconds = fields.integer(fields.obj(said.get("parameters")), "retry_after")
    told = headers if seconds is None else {"retry-after": str(seconds)}
    return RateLimited("", until=retry_at(told, datetime.now(UTC)), host=host)


def _said(body: bytes) -> fields.Object:
    try:
        return fields.obj(parse(body[:100_000]))
    except BadJson:
        return {}
