"""An answer typed into a notification: the same way out as the composer's, and the same care."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime

from scrm_desktop.domain.commands import Care, OutboxRow
from scrm_desktop.domain.views import ConversationRow, Draft, Mode, ReplyTarget
from scrm_desktop.errors import KnownError
from scrm_desktop.late_dataclass import dataclass
from ui.bridge import Bridge
from ui.notifying.words import NotificationWords

KeepText = Callable[[int, Mode, int, str], Awaitable[None]]
"""Puts a text behind what the composer has for a conversation, mode and account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Whom an answer to a shown notification reaches: fixed when it is shown, not when it is typed."""

    row: ConversationRow
    mode: Mode
    target: ReplyTarget
    token: str


class Outcome:
    """What became of an answer: the words for the person, and whether the conversation must be opened."""

    def __init__(self, words: str, *, look: bool, error: KnownError | None = None) -> None:
        self.words, self.look, self.error = words, look, error


def mode_of(row: ConversationRow) -> Mode:
    """How a conversation is answered: what is public stays public, what is direct stays direct."""
    return Mode.DIRECT if row.kind == "direct" else Mode.PUBLIC


async def answerable(bridge: Bridge, row: ConversationRow) -> Answerable | None:
    """Whom an answer would reach now; ``None`` where none can be given."""
    mode = mode_of(row)
    try:
        target = await bridge.ask(bridge.desk.reply_target(row.id, mode))
    except KnownError:
        return None
    if target.unavailable or target.content_warning:
        # An answer to something with a content warning deserves one of its own: that is the composer's.
        return None
    return Answerable(row=row, mode=mode, target=target, token=uuid.uuid4().hex)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """How the composer sends, so that an answer typed elsewhere leaves with the same care.

    ``queued`` hears of the row, which can be taken back for as long; ``opening`` is when this house answers again
    (``None``: it answers now); ``keep`` puts a text that did not leave into the composer.
    """

    keep: KeepText
    care: Callable[[], Care] = Care
    queued: Callable[[OutboxRow], None] = lambda _: None
    opening: Callable[[], datetime | None] = lambda: None


async def answer(bridge: Bridge, to: Answerable, text: str, composing: Composing, words: NotificationWords) -> Outcome:
    """Send it as the composer would, unless the customer has written since or the house is closed.

    Then, and on a refusal, the text is kept in the composer.
    """
    desk, row = bridge.desk, to.row
    place, keep, opening = (row.id, to.mode, row.account_id), composing.keep, composing.opening()
    if opening is not None:
        await keep(*place, text)
        return Outcome(words.closed(opening), look=True)
    try:
        now = await bridge.ask(desk.reply_target(row.id, to.mode))
        if (now.message_remote_id, now.seen_edited_at) != (to.target.message_remote_id, to.target.seen_edited_at):
            await keep(*place, text)
            return Outcome(words.stopped(row.person), look=True)
        begun = await bridge.ask(desk.draft(*place))
        draft = Draft(conversation_id=row.id, mode=to.mode, account_id=row.account_id, text=text, token=to.token)
        queued = await bridge.ask(desk.send(draft, to.target, (), composing.care()))
    except KnownError as error:
        await keep(*place, text)
        return Outcome(words.refused(), look=True, error=error)
    if begun is not None and (begun.text.strip() or begun.media):
        # Sending takes the draft of this place with it, and that one was not what left. The answer is on its way,
        # whatever becomes of this: a failure here is told as what it is.
        bridge.spawn(bridge.ask(desk.save_draft(begun)))
    composing.queued(queued)
    return Outcome(words.sent(row.person), look=False)
