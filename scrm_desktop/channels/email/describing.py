"""What a mailbox can do, and what mail can't, as people are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrm_desktop.channels.email import counting
from scrm_desktop.domain.accounts import Capabilities

if TYPE_CHECKING:
    from scrm_desktop.channels.email.folders import Folders

NO_SENT = "This mailbox has no folder for sent messages: a reply that got no answer can't be looked up."
NO_PROOF = "A mail that was broken off in the last moment can't be looked up: you are asked whether it may go again."
NO_IDLE = "This server does not say when something arrives: it is asked once a minute."
NO_TRASH = "This mailbox has no trash folder: messages can't be thrown away from here."
NO_JUNK = "This mailbox has no spam folder: messages can't be marked as spam from here."

WHY_NOT = (
    ("public", "Mail is private: every answer goes to the people it is written to."),
    ("content_warning", "Mail knows no content warnings."),
    ("edit", "A mail that was sent can't be changed."),
    ("delete", "A mail that was sent can't be taken back."),
    ("favourite", "Mail knows no likes."),
    ("boost", "Mail knows no reposts."),
    ("mute", "Mail servers know no muting; mute the conversation instead."),
    ("block", "Blocking a sender is a filter of the mail server, which programs can't set."),
    ("report", "There is nobody to report a sender to; mark the message as spam."),
    ("reactions", "Mail knows no reactions."),
    ("receipts", "Nobody is told that you have read a mail."),
    ("approve", "There is no queue of messages that wait for approval."),
    ("hide", "Nothing of a mail is public, so there is nothing to hide."),
)

TYPICAL = Capabilities(
    software="IMAP",
    max_characters=counting.LONGEST,
    url_length=0,
    max_attachments=counting.MOST_FILES,
    image_size_limit=counting.room_for_files(0),
    video_size_limit=counting.room_for_files(0),
    description_limit=200,
    public=False,
    content_warning=False,
    edit=False,
    delete=False,
    favourite=False,
    boost=False,
    mute=False,
    block=False,
    report=False,
    spam=True,
    trash=True,
    streaming=True,
    bulk_read=5,
)


def capabilities(known: Folders, extensions: tuple[str, ...], size_limit: int, *, files_itself: bool) -> Capabilities:
    """What this mailbox can do: by its folders, its extensions, and the largest mail that may leave.

    ``files_itself``: the server keeps a copy of what is handed in, before anybody else could.
    """
    room = counting.room_for_files(size_limit)
    idle = "IDLE" in extensions
    proof = files_itself or not known.sent
    lacking = (
        (known.sent, NO_SENT),
        (proof, NO_PROOF),
        (idle, NO_IDLE),
        (known.trash, NO_TRASH),
        (known.junk, NO_JUNK),
    )
    return replace(
        TYPICAL,
        image_size_limit=room,
        video_size_limit=room,
        spam=bool(known.junk),
        trash=bool(known.trash),
        streaming=idle,
        missing=tuple(words for there, words in lacking if not there),
    )
