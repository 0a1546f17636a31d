"""What a WordPress site allows, and what it does not, in words."""

from __future__ import annotations

from dataclasses import replace

from scrm_desktop.channels.wordpress.counting import LONGEST
from scrm_desktop.domain.accounts import Capabilities

BULK = 50
"""Comments read again by one request."""
SPAM_STAYS = (
    "What the site itself takes for spam, and what lies in its trash, does not come into the inbox; "
    "taken out there, it does."
)
HELD_ANSWERS = "An answer to a comment that is not approved is seen by visitors only once that comment is approved."
NO_MODERATION = (
    "This user of the site may not moderate comments: only what everybody sees there can be read. "
    "An editor or administrator can do more."
)
NO_FILES = "Comments are text: WordPress takes no files with them."

TYPICAL = Capabilities(
    software="WordPress",
    max_characters=LONGEST,
    url_length=0,
    max_attachments=0,
    description_limit=0,
    direct=False,
    content_warning=False,
    favourite=False,
    boost=False,
    mute=False,
    block=False,
    report=False,
    media=False,
    approve=True,
    spam=True,
    trash=True,
    idempotency=True,
    bulk_read=BULK,
    missing=(SPAM_STAYS, HELD_ANSWERS),
)

WHY_NOT = (
    ("direct", "Comments are public. Write to the person's e-mail address instead, where they left one."),
    ("content_warning", "WordPress has no warnings in front of a comment."),
    ("favourite", "WordPress has no favourites for comments."),
    ("boost", "Comments can't be passed on."),
    ("reactions", "WordPress has no reactions to comments."),
    ("mute", "Who disturbs is kept away by the site's own list of disallowed words and addresses."),
    ("block", "Who disturbs is kept away by the site's own list of disallowed words and addresses."),
    ("report", "You are the moderator: mark it as spam, or move it to the trash."),
    ("media", NO_FILES),
    ("hide", "Take the approval back instead: then only moderators see the comment."),
    ("receipts", "WordPress tells nobody what was read."),
    ("streaming", "A site has to be asked; it tells nothing by itself."),
)


def allowed(*, moderator: bool) -> Capabilities:
    """What our user may do."""
    if moderator:
        return TYPICAL
    missing = (NO_MODERATION, *TYPICAL.missing)
    return replace(TYPICAL, approve=False, spam=False, trash=False, edit=False, delete=False, missing=missing)
