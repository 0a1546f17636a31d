"""The commands that write, as functions of a service: run here, or by the program that holds the profile.

Each takes the request as it crosses the control endpoint (JSON) and answers with JSON.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from scrm_desktop.cli import shapes
from scrm_desktop.cli.answers import NoHelp
from scrm_desktop.cli.result import error_document
from scrm_desktop.domain.commands import AT_ONCE, Care, OutboxRow, OutboxState
from scrm_desktop.domain.triage import AddNote, SetStatus, Snooze, Status
from scrm_desktop.domain.views import ConversationRow, Draft, Mode
from scrm_desktop.errors import InputError
from scrm_desktop.instance.control import Handler
from scrm_desktop.service import Service

Json = dict[str, object]
Action = Callable[[Service, Json], Awaitable[Json]]

#: Seconds that a first try may take when nobody said how long to wait.
FIRST_TRY = 30.0


async def add_account(service: Service, request: Json) -> Json:
    """Connect an account by its access token, or by the answers to what its login asks."""
    answers = request.get("answers")
    if isinstance(answers, dict):
        told = {str(name): str(value) for name, value in cast("dict[object, object]", answers).items()}
        return shapes.new_account(await service.sign_in(str(request["channel"]), told, NoHelp()))
    made = await service.sign_in_with_token(
        str(request["channel"]), str(request["server"]), str(request["token"]), keep=True
    )
    return shapes.new_account(made)


async def list_accounts(service: Service, request: Json) -> Json:
    """Our accounts; a running program knows how they fare."""
    return {"accounts": [shapes.account(view) for view in await service.accounts()]}


async def remove_account(service: Service, request: Json) -> Json:
    """Revoke a login, forget it, and stop."""
    account_id = _number(request, "id")
    await service.remove_account(account_id, forget_history=bool(request.get("forget_history")))
    return {"removed": account_id}


async def sync(service: Service, request: Json) -> Json:
    """Everything new, history of so many days, and the outbox."""
    days = request.get("days")
    reports = await service.sync_once(days=days if isinstance(days, int) else None)
    accounts = [
        {
            "account": report.account.id,
            "handle": report.account.handle,
            "channel": report.account.channel,
            "new": report.new,
            "error": error_document(report.error)["error"] if report.error else None,
        }
        for report in reports
    ]
    return {"new": sum(report.new for report in reports), "accounts": accounts}


async def reply(service: Service, request: Json) -> Json:
    """Queue an answer: it is on disk when this returns, and leaves by itself where a program runs."""
    row = await find_row(service, _number(request, "id"))
    # Where nothing is public an answer is private, whether that was said or not.
    private = bool(request.get("direct")) or not service.capabilities(row.account_id).public
    mode = Mode.DIRECT if private else Mode.PUBLIC
    target = await service.reply_target(row.id, mode)
    if target.unavailable:
        raise InputError(target.unavailable)
    draft = Draft(conversation_id=row.id, mode=mode, account_id=row.account_id, text=str(request["text"]))
    at = request.get("at")
    care = Care(at=datetime.fromisoformat(at)) if isinstance(at, str) else AT_ONCE
    return shapes.reply(await service.send(draft, target, care=care))


async def settle(service: Service, request: Json) -> Json:
    """Wait for the result of an answer so long, or at least for the end of its first try."""
    wait = request.get("wait")
    row = await _row(service, _number(request, "outbox_id"))
    return shapes.reply(await _settled(service, row, float(wait) if isinstance(wait, int | float) else 0.0))


async def set_status(service: Service, request: Json) -> Json:
    """Open a conversation or put it away."""
    row = await find_row(service, _number(request, "id"))
    status, until = Status(str(request["status"])), request.get("until")
    if isinstance(until, str):
        await service.triage(Snooze(conversations=(row.id,), until=datetime.fromisoformat(until)))
    else:
        await service.triage(SetStatus(conversations=(row.id,), status=status))
    return {"id": row.id, "status": status.value, "snoozed_until": until}


async def note(service: Service, request: Json) -> Json:
    """Write an internal note."""
    row = await find_row(service, _number(request, "id"))
    await service.triage(AddNote(conversation=row.id, text=str(request["text"])))
    return {"id": row.id, "note": str(request["text"])}


async def import_canned(service: Service, request: Json) -> Json:
    """Read a CSV file of canned responses and write what it adds and changes."""
    plan = await service.try_import(Path(str(request["file"])))
    return shapes.import_plan(plan, written=await service.import_canned(plan) if plan.wanted else 0)


#: What may be asked again when the program that was asked ended: doing it twice is doing it once.
REPEATABLE = frozenset({"account list", "sync", "settle", "status", "canned import"})
ACTIONS: dict[str, Action] = {
    "account add": add_account,
    "account list": list_accounts,
    "account remove": remove_account,
    "sync": sync,
    "reply": reply,
    "settle": settle,
    "status": set_status,
    "note": note,
    "canned import": import_canned,
}


def handlers(service: Service) -> dict[str, Handler]:
    """What a running program offers through its control endpoint; a window adds ``raise``."""

    def bound(action: Action) -> Handler:
        async def answer(request: Json) -> Json:
            return await action(service, request)

        return answer

    return {name: bound(action) for name, action in ACTIONS.items()}


async def find_row(service: Service, conversation_id: int) -> ConversationRow:
    """The conversation with this number; InputError where there is none."""
    row = (await service.conversation_rows((conversation_id,))).get(conversation_id)
    if row is None:
        raise InputError(f"There is no conversation with the number {conversation_id}.")
    return row


async def _settled(service: Service, row: OutboxRow, seconds: float) -> OutboxRow:
    """The row once it is decided, or after so long; without a time given, after its first try."""
    if seconds > 0:
        return await service.wait_sent(row.id, seconds)
    tried = asyncio.Event()
    stop = service.subscribe(lambda changes: tried.set() if row.id in changes.outbox else None)
    waiting = asyncio.create_task(service.wait_sent(row.id, FIRST_TRY))
    try:
        while not waiting.done():
            now = await _row(service, row.id)
            if now.tries and now.state in {OutboxState.QUEUED, OutboxState.UNCONFIRMED}:
                return now
            changed = asyncio.create_task(tried.wait())
            await asyncio.wait({waiting, changed}, return_when=asyncio.FIRST_COMPLETED)
            changed.cancel()
            tried.clear()
        return await waiting
    finally:
        stop()
        waiting.cancel()
        await asyncio.wait({waiting})


async def _row(service: Service, outbox_id: int) -> OutboxRow:
    found = next((one for one in await service.outbox(finished=True) if one.id == outbox_id), None)
    if found is None:
        raise InputError(f"There is nothing with the number {outbox_id} in the outbox.")
    return found


def _number(request: Json, name: str) -> int:
    value = request.get(name)
    if not isinstance(value, int):
        raise InputError(f"The request names no {name}.")
    return value
