"""Thread items of every kind for the tests of the thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import (
    AttachmentKind,
    Direction,
    Poll,
    PollOption,
    RemoteAttachment,
    RemoteProfile,
    Visibility,
)
from scrm_desktop.domain.views import ItemKind, TextVersion, ThreadItem

START = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
CAMILLE = RemoteProfile(remote_id="p1", handle="camille@piaille.fr", display_name="Camille Laurent")
PICTURE = RemoteAttachment(
    remote_id="a1", kind=AttachmentKind.IMAGE, url="https://piaille.fr/a1.png", description="A scratched table leg"
)


def message(number: int, text: str = "", *, own: bool = False, **more: object) -> ThreadItem:
    """A message a minute after the one before it."""
    item = ThreadItem(
        key=f"m:{number}",
        kind=ItemKind.MESSAGE,
        at=START + timedelta(minutes=number),
        text=text or f"Message {number}",
        direction=Direction.OUT if own else Direction.IN,
        author=None if own else CAMILLE,
        actor="Nadia" if own else "",
        remote_id=f"r{number}",
        message_id=number,
        state=OutboxState.SENT if own else None,
        language="fr",
        url=f"https://piaille.fr/@camille/{number}",
    )
    return replace(item, **more)  # type: ignore[arg-type]


def note(number: int, text: str) -> ThreadItem:
    """An internal note."""
    at = START + timedelta(minutes=number)
    return ThreadItem(key=f"n:{number}", kind=ItemKind.NOTE, at=at, text=text, actor="Nadia", note_id=number)


def event(number: int, name: str, detail: str = "") -> ThreadItem:
    """Something that happened to the conversation."""
    at = START + timedelta(minutes=number)
    return ThreadItem(key=f"e:{number}", kind=ItemKind.EVENT, at=at, event=name, event_detail=detail, actor="Nadia")


def one_of_each() -> list[ThreadItem]:
    """A thread that holds everything a thread can hold."""
    poll = Poll(options=(PollOption(text="Oak", votes=30), PollOption(text="Beech", votes=12)), voters=42, expired=True)
    film = replace(PICTURE, remote_id="a2", kind=AttachmentKind.VIDEO, url="https://piaille.fr/a2.mp4", description="")
    versions = (TextVersion(text="Colis perdu", content_warning="", at=START),)
    return [
        message(1, "New: our desk in oak. https://maisonverte.example/oak", own=True, context=True),
        message(2, "Is it back in stock?", context=True),
        message(3, "Bonjour, commande 48190 passée il y a 15 jours, toujours rien.", boosts=6, favourites=11),
        message(4, "The leg is scratched", attachments=(PICTURE, film)),
        message(5, "Only for the brave", content_warning="Language", visibility=Visibility.UNLISTED),
        message(6, "Gone text", deleted_at=START),
        message(7, "Mon colis est perdu", edited_at=START, versions=versions),
        message(8, "Which wood?", poll=poll),
        note(9, "carrier lost it at the Lyon hub, replacement leaves Monday."),
        event(10, "assigned", "Samir"),
        message(11, "Answered", own=True),
        message(12, "Waits", own=True, key="o:12", outbox_id=12, state=OutboxState.QUEUED, remote_id=""),
        message(13, "Sends", own=True, key="o:13", outbox_id=13, state=OutboxState.SENDING, remote_id=""),
        message(
            14, "Failed", own=True, key="o:14", outbox_id=14, state=OutboxState.FAILED, remote_id="",
            error="It was deleted, or it can't be seen by this account any more. Your text is kept.",
            error_code="Gone",
        ),
        message(15, "Perhaps", own=True, key="o:15", outbox_id=15, state=OutboxState.UNCONFIRMED, remote_id=""),
        message(16, "See https://xn--80ak6aa92e.com/login and mailto:a@b.example", visibility=Visibility.DIRECT),
    ]  # fmt: skip
