"""Who writes: users of the site, and visitors who leave a name and an e-mail address."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urlsplit

from scrm_desktop.channels.wordpress import fields
from scrm_desktop.domain.messages import RemoteProfile

VISITOR = "visitor"


def author(comment: fields.Object) -> RemoteProfile:
    """The author of a comment: the same person has the same id, as far as the site lets us know."""
    user, mail = fields.number(comment, "author"), fields.line(comment, "author_email").lower()
    name, url = fields.line(comment, "author_name"), fields.web(comment, "author_url")
    if user:
        remote_id = user_id(str(user))
    elif mail:
        remote_id = f"mail:{_digest(mail)}"
    else:
        remote_id = f"name:{_digest(name + ' ' + url)}"
    return RemoteProfile(
        remote_id=remote_id, handle=_handle(mail, name, url, user), display_name=name, url=url, bot=is_link(comment)
    )


def user_id(user: str) -> str:
    """A user of the site as a person."""
    return f"user:{user}"


def is_link(comment: fields.Object) -> bool:
    """Whether another site only tells that it links here (pingback, trackback): nobody wrote that to us."""
    return fields.text(comment, "type", 40) in ("pingback", "trackback")


def _handle(mail: str, name: str, url: str, user: int) -> str:
    """What tells two people of one name apart: their address, their site, or at least their name."""
    if mail and " " not in mail and mail.strip("@"):
        return mail.lstrip("@")
    return (_host(url) or name.lstrip("@ ") or (f"user {user}" if user else VISITOR))[:200]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
