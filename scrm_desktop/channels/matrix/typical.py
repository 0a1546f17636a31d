"""What Matrix allows, and what it does not (or we do not), in words."""

from __future__ import annotations

from scrm_desktop.channels.matrix.counting import LARGEST_FILE, LONGEST
from scrm_desktop.domain.accounts import Capabilities

REACTIONS = ("👍", "❤️", "🎉", "🙏", "👏", "👌", "💯", "🤝", "😁", "😢", "👀", "✅")
ENCRYPTED_ROOMS = (
    "Encrypted rooms can't be read or answered here: that an encrypted message came is shown, what it says is not."
)
ONE_FILE = "One file goes with a message."
NO_FIRST = "A private chat has to be begun in another Matrix program, or by the customer."
NO_QUEUE = "Matrix has no queue of messages to be approved."
NO_WARNINGS = "Matrix has no warnings in front of a message."

TYPICAL = Capabilities(
    software="Matrix",
    max_characters=LONGEST,
    max_attachments=1,
    image_size_limit=LARGEST_FILE,
    video_size_limit=LARGEST_FILE,
    description_limit=0,
    content_warning=False,
    favourite=False,
    boost=False,
    mute=False,
    block=False,
    report=True,
    reactions=REACTIONS,
    receipts=True,
    streaming=True,
    idempotency=True,
    missing=(ENCRYPTED_ROOMS, NO_FIRST, ONE_FILE),
)

WHY_NOT = (
    ("content_warning", NO_WARNINGS),
    ("favourite", "Matrix has reactions instead: put one on the message."),
    ("boost", "Matrix has nothing that could be passed on to followers."),
    ("mute", "Nobody can be muted from here. Another Matrix program can do it."),
    ("block", "Nobody can be ignored from here. Another Matrix program can do it."),
    ("approve", NO_QUEUE),
    ("spam", NO_QUEUE),
    ("trash", NO_QUEUE),
    ("hide", "What others write can't be hidden, only removed by a room's moderators."),
)
