"""``inbox``, ``show``, ``status``, ``note``, ``coverage``."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from scrm_desktop.cli import shapes
from scrm_desktop.cli.output import table
from scrm_desktop.cli.profile import reading, write
from scrm_desktop.cli.querying import check_names, understood
from scrm_desktop.cli.remote import find_row
from scrm_desktop.cli.result import Result, WrongUse
from scrm_desktop.cli.stdin import read_text
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery, ItemKind
from scrm_desktop.domain.when import understand


async def inbox(options: Namespace) -> Result:
    """Conversations, newest first."""
    # A query says itself which states it means; without one, what is open is asked for.
    asked = options.status or ("all" if options.query is not None else "open")
    status = None if asked in ("spam", "all") else Status(asked)
    where = None if options.query is None else understood(options.query)
    async with reading(options) as service:
        if where is not None:
            await check_names(where, service)
        query = InboxQuery(status=status, spam=asked == "spam", where=where)
        ids = tuple(await service.conversation_ids(query))[: options.limit]
        rows = await service.conversation_rows(ids)
    listed = [shapes.conversation(rows[one]) for one in ids if one in rows]
    lines = [
        [str(one["id"]), str(one["at"])[:16], str(one["unread"]), f"@{one['handle']}", str(one["text"])[:200]]
        for one in listed
    ]
    return Result(listed, table(("id", "at (UTC)", "unread", "from", "text"), lines))


async def show(options: Namespace) -> Result:
    """All messages of one conversation, oldest first."""
    async with reading(options) as service:
        await find_row(service, options.id)
        items = await service.messages(options.id)
    messages = [shapes.message(item) for item in items if item.kind is ItemKind.MESSAGE]
    lines: list[str] = []
    for one in messages:
        state = f" [{one['state']}]" if one["state"] else ""
        gone = " [deleted]" if one["deleted"] else ""
        lines += [f"{one['at']}  {one['author']} (@{one['handle']}){state}{gone}"]
        lines += [f"    [{one['notice']}]"] if one["notice"] else []
        lines += [f"    {line}" for line in str(one["text"]).splitlines()]
    return Result({"id": options.id, "messages": messages}, tuple(lines))


async def status(options: Namespace) -> Result:
    """Open a conversation or put it away."""
    if options.until is not None and options.status != Status.SNOOZED:
        raise WrongUse("--until belongs to snoozed")
    until = None if options.until is None else understand(options.until, datetime.now(UTC)).until
    request = {"id": options.id, "status": options.status, "until": shapes.moment(until)}
    done = await write(options, "status", request)
    lasts = f" until {until.astimezone():%Y-%m-%d %H:%M}" if until else ""
    return Result(done, (f"Conversation {options.id} is {options.status}{lasts}.",))


async def note(options: Namespace) -> Result:
    """Write an internal note."""
    text = read_text("the note").strip()
    done = await write(options, "note", {"id": options.id, "text": text})
    return Result(done, (f"The note stands in conversation {options.id}.",))


async def coverage(options: Namespace) -> Result:
    """What is stored of each stream."""
    async with reading(options) as service:
        covered = [shapes.coverage(one) for one in await service.coverage()]
    rows = [
        [str(one["account"]), str(one["stream"]), str(one["complete_since"] or "-"), str(one["complete_until"] or "-")]
        for one in covered
    ]
    return Result(covered, table(("account", "stream", "complete since", "complete until"), rows))
