"""The documents that scripts get; docs/cli.md describes every field, and a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from scrm_desktop.domain.accounts import Account, AccountHealth, Health
from scrm_desktop.domain.canned import Canned, Fate, ImportPlan
from scrm_desktop.domain.commands import (
    Command,
    DoDeed,
    EditMessage,
    OutboxRow,
    OutboxState,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import RemoteAttachment
from scrm_desktop.domain.views import AccountView, ConversationRow, Coverage, ThreadItem

Json = dict[str, object]


def moment(at: datetime | None) -> str | None:
    """``2026-11-22T08:30:00Z``, with the microseconds where there are any."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at is not None else None


def account(view: AccountView) -> Json:
    """One of our accounts; ``health`` is null while no program of ours watches it."""
    one, health = view.account, view.health
    return {
        "id": one.id,
        "channel": one.channel,
        "server": one.server,
        "handle": one.handle,
        "display_name": one.display_name,
        "connected_at": moment(one.connected_at),
        "practice": one.practice,
        "health": None if health.health is Health.CHECKING and health.checked_at is None else str(health.health),
        "checked_at": moment(health.checked_at),
        "error": health.message or None,
    }


def new_account(made: Account) -> Json:
    """An account that was just connected."""
    return account(AccountView(account=made, health=AccountHealth(account_id=made.id)))


def conversation(row: ConversationRow) -> Json:
    """One line of the inbox; ``account`` is the account's id, ``unread`` a number of messages."""
    return {
        "id": row.id,
        "account": row.account_id,
        "channel": row.channel,
        "kind": row.kind,
        "person": row.person,
        "handle": row.handle,
        "text": row.last_text,
        "at": moment(row.last_at),
        "unread": row.unread,
        "status": str(row.status),
        "waiting_since": moment(row.waiting_since),
        "priority": row.priority.name.lower(),
        "snoozed_until": moment(row.snoozed_until),
        "muted": row.muted,
        "spam": row.spam,
        "outcome": str(row.outcome) or None,
    }


def message(item: ThreadItem) -> Json:
    """One message of a conversation; ``state`` is how our own stands in the outbox."""
    author = item.author
    return {
        "id": item.key,
        "remote_id": item.remote_id or None,
        "direction": str(item.direction),
        "author": (author.display_name or author.handle) if author else item.actor,
        "handle": author.handle if author else "",
        "text": item.text,
        "notice": item.notice or None,
        "visibility": str(item.visibility),
        "at": moment(item.at),
        "edited_at": moment(item.edited_at),
        "deleted": item.deleted_at is not None,
        "attachments": [attachment(one) for one in item.attachments],
        "state": str(item.state) if item.state is not None else None,
    }


def attachment(one: RemoteAttachment) -> Json:
    """A picture, film, sound or file; it is only described, never fetched."""
    return {
        "kind": str(one.kind),
        "url": one.url,
        "description": one.description,
        "mime": one.mime or None,
        "size": one.size,
    }


def outbox_row(row: OutboxRow) -> Json:
    """One command of ours and how it stands."""
    return {
        "id": row.id,
        "account": row.account_id,
        "conversation": row.conversation_id,
        "kind": _kind(row.command),
        "text": _text(row.command),
        "state": str(row.state),
        "tries": row.tries,
        "created_at": moment(row.created_at),
        "not_before": moment(row.not_before),
        "scheduled_at": moment(row.scheduled_at),
        "remote_id": row.remote_id or None,
        "error": row.error or None,
    }


def reply(row: OutboxRow) -> Json:
    """How an answer stands; ``error`` only where there is one."""
    answered: Json = {"outbox_id": row.id, "state": str(row.state)}
    if row.state is not OutboxState.SENT and row.error:
        answered["error"] = {
            "code": row.error_code,
            "title": "The answer was not sent" if row.state is OutboxState.FAILED else "The answer waits",
            "message": row.error,
            "retryable": row.state is not OutboxState.FAILED,
        }
    return answered


def coverage(one: Coverage) -> Json:
    """What of a stream is stored: complete between the two ends, less the gaps."""
    return {
        "account": one.account_id,
        "stream": one.stream,
        "complete_since": moment(one.complete_since),
        "complete_until": moment(one.complete_until),
        "gaps": [{"start": moment(start), "end": moment(end)} for start, end in one.gaps],
        "finished": one.finished,
        "note": one.note or None,
    }


def _kind(command: Command) -> str:
    match command:
        case SendMessage():
            return "message"
        case EditMessage():
            return "edit"
        case DoDeed():
            return str(command.deed)
        case ReportPerson():
            return "report"


def _text(command: Command) -> str:
    match command:
        case SendMessage() | EditMessage():
            return command.text
        case ReportPerson():
            return command.comment
        case DoDeed():
            return ""


def canned(one: Canned) -> Json:
    """A canned response with its gaps as they are written; its files are named, not fetched."""
    return {
        "id": one.id,
        "name": one.name,
        "category": one.category,
        "language": one.language or None,
        "shortcut": one.shortcut or None,
        "text": one.text,
        "files": [{"name": Path(path).name, "description": description} for path, description in one.media],
        "uses": one.uses,
        "used_at": moment(one.used_at),
    }


def import_plan(plan: ImportPlan, *, written: int) -> Json:
    """What became, or would become, of each record of a file."""
    counts: Json = {str(fate): plan.count(fate) for fate in Fate}
    lines = [{"line": one.line, "fate": str(one.fate), "name": one.name, "why": one.why or None} for one in plan.lines]
    return {"written": written, **counts, "lines": lines}
