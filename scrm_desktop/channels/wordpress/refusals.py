"""What WordPress says when it says no, as errors of ours: codes are stable, words are of the site's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.border import looks_like_html, refusal
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.errors import Forbidden, Gone, KnownError, RateLimited, Rejected

CLOSED = "Comments are closed under this post."
NO_RIGHTS = "This user of the site may not do that. An editor or administrator may."
NO_REST = "The site's REST interface is switched off, or a plugin hides it. Whoever looks after the site can allow it."
FIREWALL = "A security plugin or firewall of the site refused it, and answered with a web page."
TOO_LONG = "The text is too long for this site."
DUPLICATE = "The site holds the same answer to this comment already."
NO_ANSWER_TO_TRASH = "The comment stands in the trash or in spam. Take it out first."
FLOOD = timedelta(seconds=15)
"""The pause that WordPress wants between two comments of one person."""

_REASONS = {
    "rest_comment_closed": CLOSED,
    "rest_forbidden_context": NO_RIGHTS,
    "rest_forbidden_param": NO_RIGHTS,
    "rest_cannot_edit": NO_RIGHTS,
    "rest_cannot_delete": NO_RIGHTS,
    "rest_cannot_read": NO_RIGHTS,
    "rest_cannot_read_post": NO_RIGHTS,
    "rest_comment_trash_post": "The post stands in the trash.",
    "rest_comment_draft_post": "The post is a draft.",
    "rest_disabled": NO_REST,
    "comment_content_column_length": TOO_LONG,
    "comment_duplicate": DUPLICATE,
}
_GONE = frozenset({"rest_comment_invalid_id", "rest_comment_invalid_post_id", "rest_already_trashed"})


def refused(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that an answer with a bad status stands for; its code is the ``detail``."""
    code = code_of(body)
    if code == "comment_flood":
        return RateLimited(code, until=datetime.now(UTC) + FLOOD, host=host)
    if status == 404 and code not in _GONE and (code == "rest_no_route" or looks_like_html("", body)):
        return Forbidden(code, host=host, reason=NO_REST)
    if code in _GONE and status < 500:
        return Gone(code, host=host, reason=code)
    if code in _REASONS and 400 <= status < 500 and status not in (401, 429):
        return (Forbidden if status == 403 else Rejected)(code, host=host, reason=_REASONS[code])
    if status in (403, 406, 409) and looks_like_html(headers.get("content-type", ""), body):
        return Forbidden("", host=host, reason=FIREWALL)
    return refusal(host, status, headers, body)


def code_of(body: bytes) -> str:
    """WordPress' name for what went wrong; empty where it is not WordPress that answers."""
    try:
        return fields.line(fields.obj(parse(body[:100_000])), "code", 100)
    except BadJson:
        return ""
