"""What Bluesky allows, and what it does not, in words."""

from __future__ import annotations

from scrm_desktop.channels.bluesky.counting import KINDS, LARGEST, LONGEST, MOST_IMAGES
from scrm_desktop.channels.bluesky.posts import BATCH
from scrm_desktop.domain.accounts import Capabilities

NO_WARNINGS = "Bluesky has no warnings in words in front of a post."
NO_EDITS = "A post can't be changed on Bluesky. It can be deleted and written anew."
NO_QUEUE = "Bluesky has no queue of posts to be approved."
NO_REACTIONS = "Posts on Bluesky can be liked; they have no other reactions."
NO_RECEIPTS = "Bluesky shows nobody what was read."
ASKED_AGAIN = "Bluesky tells other programs of news only when it is asked, so that they come within half a minute."
PICTURES_ONLY = "Pictures go out from here; films have to be posted at Bluesky itself."

TYPICAL = Capabilities(
    software="Bluesky",
    max_characters=LONGEST,
    max_attachments=MOST_IMAGES,
    mime_types=KINDS,
    image_size_limit=LARGEST,
    video_size_limit=0,
    description_limit=2000,
    content_warning=False,
    edit=False,
    hide=True,
    idempotency=True,
    bulk_read=BATCH,
    missing=(PICTURES_ONLY,),
)

WHY_NOT = (
    ("content_warning", NO_WARNINGS),
    ("edit", NO_EDITS),
    ("reactions", NO_REACTIONS),
    *((name, NO_QUEUE) for name in ("approve", "spam", "trash")),
    ("receipts", NO_RECEIPTS),
    ("streaming", ASKED_AGAIN),
)
