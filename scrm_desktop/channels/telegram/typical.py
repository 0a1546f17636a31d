"""What Telegram allows a bot, and what it does not, in words."""

from __future__ import annotations

from scrm_desktop.channels.telegram.counting import LARGEST_FILE, LONGEST
from scrm_desktop.domain.accounts import Capabilities

REACTIONS = ("👍", "❤", "🔥", "🎉", "🙏", "👏", "👌", "💯", "🤝", "😁", "😢", "👀")
"""Those of Telegram's list that one would answer a customer with."""

NO_HISTORY = (
    "A bot is not told what was said before, and Telegram keeps messages for it for 24 hours only: "
    "what waits longer is lost."
)
NO_READ_BACK = "A bot can't read its own messages. After a broken connection you are asked whether an answer arrived."
NO_DELETIONS = "Telegram tells a bot of deleted messages only in business chats."
NO_WARNINGS = "Telegram has no warnings in front of a message."
NO_QUEUE = "Telegram has no queue of messages to be approved."
ONE_FILE = "One file goes with a message."
PRIVACY = (
    "In groups this bot sees only what names it or answers it (privacy mode). "
    "@BotFather can switch that off with /setprivacy."
)
NO_GROUPS = "This bot can't be added to groups. @BotFather can allow it with /setjoingroups."
NO_BUSINESS = "This bot can't answer for a Telegram Business account. @BotFather can allow it in the bot's settings."

TYPICAL = Capabilities(
    software="Telegram Bot API",
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
    report=False,
    reactions=REACTIONS,
    streaming=True,
    idempotency=False,
    missing=(NO_HISTORY, NO_READ_BACK, NO_DELETIONS, ONE_FILE),
)

WHY_NOT = (
    ("content_warning", NO_WARNINGS),
    ("favourite", "Telegram has reactions instead: a bot can put one on a message."),
    ("boost", "Telegram has nothing that a bot could pass on to followers."),
    ("mute", "A bot can't mute anybody."),
    ("block", "A bot can't block anybody. In a group of your own you can remove the person in Telegram."),
    ("report", "A bot can't report anybody. Use Telegram itself for that."),
    ("approve", NO_QUEUE),
    ("spam", NO_QUEUE),
    ("trash", NO_QUEUE),
    ("hide", "What others write in a group can't be hidden, only deleted by its administrators."),
    ("receipts", "Telegram does not show people what a bot has read."),
    ("idempotency", "Telegram does not recognise a repeated send: after a broken connection you are asked."),
)
