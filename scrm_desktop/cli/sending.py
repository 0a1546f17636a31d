"""``reply`` and ``outbox``."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from scrm_desktop.cli import shapes
from scrm_desktop.cli.output import table
from scrm_desktop.cli.profile import reading, write
from scrm_desktop.cli.result import DONE, FAILED, Result, WrongUse, as_object
from scrm_desktop.cli.stdin import read_text
from scrm_desktop.domain.commands import OutboxRow, OutboxState
from scrm_desktop.domain.when import understand

_WORDS = {
    "sent": "The answer is sent.",
    "queued": "The answer is kept and leaves when the network returns.",
    "sending": "The answer is on its way.",
    "held": "The answer is held back.",
    "unconfirmed": "The answer may have been sent; it is looked up before anything is sent again.",
    "failed": "The answer was refused.",
    "cancelled": "The answer was cancelled.",
}


async def reply(options: Namespace) -> Result:
    """Answer a conversation; 1 where the network refused the answer."""
    at = None if options.at is None else _time(options.at)
    text = read_text("the answer").strip()
    request = {"id": options.id, "text": text, "direct": options.direct, "at": shapes.moment(at)}
    queued = await write(options, "reply", request)
    if at is not None:
        words = f"The answer leaves on {at.astimezone():%Y-%m-%d at %H:%M}, unless the customer writes first."
        return Result(queued, (f"{words} (outbox {queued['outbox_id']})",), DONE)
    # In two steps: whoever sends it may end before the result is known, and then somebody else goes on waiting.
    answer = await write(options, "settle", {"outbox_id": queued["outbox_id"], "wait": options.wait})
    state = str(answer["state"])
    error = as_object(answer.get("error"))
    why = str(error.get("message", "")) if error else ""
    words = f"{_WORDS.get(state, state)} {why}".strip()
    if state in {"failed", "cancelled"}:
        return Result(answer, status=FAILED, complaints=(words,))
    return Result(answer, (f"{words} (outbox {answer['outbox_id']})",), DONE)


def _time(words: str) -> datetime:
    """The time that the words name; WrongUse for those that name none."""
    until = understand(words, datetime.now(UTC)).until
    if until is None:
        raise WrongUse("--at needs a time")
    return until


def _state(row: OutboxRow) -> str:
    """The state, and of what is scheduled its time."""
    if row.scheduled_at is not None and (row.scheduled(datetime.now(UTC)) or row.state is OutboxState.HELD):
        return f"{row.state} ({row.scheduled_at.astimezone():%Y-%m-%d %H:%M})"
    return str(row.state)


async def outbox(options: Namespace) -> Result:
    """What waits, failed or is unconfirmed."""
    async with reading(options) as service:
        found = await service.outbox(finished=options.all)
    rows = [shapes.outbox_row(row) for row in found]
    states = [_state(row) for row in found]
    lines = [
        [str(row["id"]), state, str(row["kind"]), str(row["text"])[:200], str(row["error"] or "")]
        for row, state in zip(rows, states, strict=True)
    ]
    return Result(rows, table(("id", "state", "kind", "text", "error"), lines))
