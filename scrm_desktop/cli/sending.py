"""``reply`` and ``outbox``."""

from __future__ import annotations

from argparse import Namespace

from scrm_desktop.cli import shapes
from scrm_desktop.cli.output import table
from scrm_desktop.cli.profile import reading, write
from scrm_desktop.cli.result import DONE, FAILED, Result, as_object
from scrm_desktop.cli.stdin import read_text

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
    text = read_text("the answer").strip()
    queued = await write(options, "reply", {"id": options.id, "text": text, "direct": options.direct})
    # In two steps: whoever sends it may end before the result is known, and then somebody else goes on waiting.
    answer = await write(options, "settle", {"outbox_id": queued["outbox_id"], "wait": options.wait})
    state = str(answer["state"])
    error = as_object(answer.get("error"))
    why = str(error.get("message", "")) if error else ""
    words = f"{_WORDS.get(state, state)} {why}".strip()
    if state in {"failed", "cancelled"}:
        return Result(answer, status=FAILED, complaints=(words,))
    return Result(answer, (f"{words} (outbox {answer['outbox_id']})",), DONE)


async def outbox(options: Namespace) -> Result:
    """What waits, failed or is unconfirmed."""
    async with reading(options) as service:
        rows = [shapes.outbox_row(row) for row in await service.outbox(finished=options.all)]
    lines = [
        [str(row["id"]), str(row["state"]), str(row["kind"]), str(row["text"])[:200], str(row["error"] or "")]
        for row in rows
    ]
    return Result(rows, table(("id", "state", "kind", "text", "error"), lines))
