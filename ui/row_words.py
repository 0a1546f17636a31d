"""The words of one line of the conversation list, for the eye and for a screen reader."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.triage import Outcome, Priority, Status
from scrm_desktop.domain.views import ConversationRow
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.late_pattern import late_pattern
from ui import text

_AMBER = timedelta(hours=1)
_RED = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Tag:
    """A small rounded word in one of the theme's tones."""

    text: str
    tone: str


#: The names that a reply begins with: the list says already who talks to whom.
_NAMED = late_pattern(r"(?:@[\w.-]+(?:@[\w.-]+)?[ ,:]+)+(?=\S)")


@lru_cache(maxsize=4096)
def _line(raw: str) -> str:
    return text.one_line(raw)


@lru_cache(maxsize=4096)
def _beginning(raw: str) -> str:
    line = _line(raw)
    named = _NAMED.match(line)
    return line[named.end() :] if named else line


@lru_cache(maxsize=4096)
def name(person: str, handle: str) -> str:
    """The customer's name, safe to paint."""
    return text.display_name(person, handle)


def excerpt(row: ConversationRow) -> str:
    """The last text, marked where it is ours."""
    line = _beginning(row.last_text) or QCoreApplication.translate("Row", "(no text)")
    return QCoreApplication.translate("Row", "You: {text}").format(text=line) if row.last_own else line


def tags(row: ConversationRow, now: datetime) -> list[Tag]:
    """Everything that decides what to do with it, most urgent first."""
    found = [*_priority(row), *_outbox(row, now), *_waiting(row, now), *_away(row, now)]
    found += [Tag(_line(label.name), label.colour) for label in row.labels]
    if row.assignee:
        found.append(Tag(f"→ {text.colleague(row.assignee)}", "blue"))
    found += _ended(row)
    direct = row.kind == "direct"
    found.append(
        Tag(QCoreApplication.translate("Row", "Direct"), "violet")
        if direct
        else Tag(QCoreApplication.translate("Row", "Public"), "grey")
    )
    return found


def _waiting(row: ConversationRow, now: datetime) -> list[Tag]:
    if row.waiting_since is None:
        return []
    waits = now - row.waiting_since
    tone = "red" if waits >= _RED else "amber" if waits >= _AMBER else "grey"
    return [Tag(QCoreApplication.translate("Row", "Waiting {span}").format(span=text.span(waits)), tone)]


def _priority(row: ConversationRow) -> list[Tag]:
    words = {
        Priority.URGENT: Tag(QCoreApplication.translate("Row", "Urgent"), "red"),
        Priority.HIGH: Tag(QCoreApplication.translate("Row", "High priority"), "amber"),
        Priority.MEDIUM: Tag(QCoreApplication.translate("Row", "Medium priority"), "blue"),
        Priority.LOW: Tag(QCoreApplication.translate("Row", "Low priority"), "grey"),
    }
    return [words[row.priority]] if row.priority in words else []


def _away(row: ConversationRow, now: datetime) -> list[Tag]:
    """How it was put away, and until when."""
    if row.status is Status.PENDING:
        return [Tag(QCoreApplication.translate("Row", "Waiting for customer"), "blue")]
    if row.status is not Status.SNOOZED:
        return []
    if row.snoozed_until is None:
        return [Tag(QCoreApplication.translate("Row", "Until they write"), "violet")]
    words = QCoreApplication.translate("Row", "Until {when}")
    return [Tag(words.format(when=text.short_upcoming(row.snoozed_until, now)), "violet")]


def _ended(row: ConversationRow) -> list[Tag]:
    found = [Tag(QCoreApplication.translate("Row", "Muted"), "grey")] if row.muted else []
    if row.spam:
        found.append(Tag(QCoreApplication.translate("Row", "Spam"), "grey"))
    elif row.status is Status.DONE and row.outcome is Outcome.NO_ACTION:
        found.append(Tag(QCoreApplication.translate("Row", "Done, no answer"), "grey"))
    elif row.status is Status.DONE:
        found.append(Tag(QCoreApplication.translate("Row", "Done"), "green"))
    return found


def _outbox(row: ConversationRow, now: datetime) -> list[Tag]:
    if row.failed_outbox:
        return [Tag(QCoreApplication.translate("Row", "Not sent"), "red")]
    if row.reply_held:
        return [Tag(QCoreApplication.translate("Row", "Reply held"), "red")]
    if row.scheduled_at is not None:
        when = text.short_upcoming(row.scheduled_at, now)
        return [Tag(QCoreApplication.translate("Row", "Leaves {when}").format(when=when), "violet")]
    if row.pending_outbox:
        return [Tag(QCoreApplication.translate("Row", "In the outbox"), "amber")]
    return []


def spoken(row: ConversationRow, now: datetime | None = None) -> str:
    """The whole line as one sentence."""
    now = now or datetime.now(UTC)
    parts = [name(row.person, row.handle), text.short_when(row.last_at, now), excerpt(row)]
    if row.unread:
        parts.insert(0, QCoreApplication.translate("Row", "Unread"))
    return ". ".join([*parts, ", ".join(tag.text for tag in tags(row, now))])
