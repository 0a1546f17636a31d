"""What can be done with a feed (reading), and why all the rest can't."""

from __future__ import annotations

from scrm_desktop.domain.accounts import Capabilities

READ_ONLY = "A feed can only be read. Open the article in the browser to answer on its site."
NO_PEOPLE = (
    "A feed names authors, and there is nobody behind it whom one could mute or block. Take the feed out instead."
)
NO_QUEUE = "A feed shows what is published already; nothing in it waits to be approved."
NO_DELETIONS = "A feed does not tell what was deleted: an article that left it stays here."
LAST_ARTICLES = "A feed holds only its last articles. What came and went while this program was closed is not seen."

TYPICAL = Capabilities(
    software="RSS, Atom, JSON Feed",
    max_attachments=0,
    description_limit=0,
    reply=False,
    public=False,
    direct=False,
    content_warning=False,
    edit=False,
    delete=False,
    favourite=False,
    boost=False,
    mute=False,
    block=False,
    report=False,
    media=False,
    missing=(LAST_ARTICLES, NO_DELETIONS),
)

WHY_NOT = (
    *((name, READ_ONLY) for name in ("reply", "public", "direct", "content_warning", "edit", "delete")),
    *((name, READ_ONLY) for name in ("favourite", "boost", "report", "media", "reactions", "receipts")),
    ("mute", NO_PEOPLE),
    ("block", NO_PEOPLE),
    *((name, NO_QUEUE) for name in ("approve", "spam", "trash", "hide")),
    ("streaming", "A feed does not call. It is asked every quarter of an hour, or as seldom as its site wishes."),
)
