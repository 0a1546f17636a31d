"""What a network sends us, in one shape for all networks."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from scrm_desktop.domain.records import record
from scrm_desktop.late_dataclass import dataclass


class Visibility(StrEnum):
    """Who can read a message, from the most public to the least."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    FOLLOWERS = "followers"
    DIRECT = "direct"

    @property
    def rank(self) -> int:
        """0 is the most public; a reply's rank is never below that of what it answers."""
        return list(Visibility).index(self)

    def narrowest(self, other: Visibility) -> Visibility:
        """The less public of the two."""
        return self if self.rank >= other.rank else other


class Direction(StrEnum):
    """Whose message it is."""

    IN = "in"
    OUT = "out"


class AttachmentKind(StrEnum):
    """What an attachment is, as far as the network says."""

    IMAGE = "image"
    GIFV = "gifv"
    VIDEO = "video"
    AUDIO = "audio"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomEmoji:
    """A server's own picture for a ``:shortcode:``; never fetched before it is asked for."""

    shortcode: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteProfile:
    """A person's identity on one network, as the network last described it.

    ``handle`` is complete and without a leading ``@`` (``camille@piaille.fr``); text fields are plain text.
    """

    remote_id: str
    handle: str
    display_name: str = ""
    url: str = ""
    avatar_url: str = ""
    bio: str = ""
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    created_at: datetime | None = None
    bot: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    emojis: tuple[CustomEmoji, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAttachment:
    """A picture, film, sound or file of a message; only described here, never fetched by itself."""

    remote_id: str
    kind: AttachmentKind
    url: str
    preview_url: str = ""
    description: str = ""
    mime: str = ""
    width: int | None = None
    height: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOption:
    """One answer of a poll and its votes, where the network shows them."""

    text: str
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A poll that hangs on a message."""

    options: tuple[PollOption, ...]
    expires_at: datetime | None = None
    expired: bool = False
    multiple: bool = False
    voters: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody named in a message."""

    remote_id: str
    handle: str
    url: str = ""


class Moderation(StrEnum):
    """Where a message stands in its site's own moderation queue."""

    NONE = ""
    HELD = "held"
    SPAM = "spam"
    TRASH = "trash"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """An emoji on a message: how many put it there, and whether our account did."""

    emoji: str
    count: int = 1
    mine: bool = False


@record
class RemoteMessage:
    """One message as the network holds it now; every time is UTC, ``text`` is plain text.

    ``in_reply_to`` is the remote id of the parent. ``own`` is true where our account wrote it. ``subject``: its title
    (of a mail, of an article), which is also the first line of ``text`` where it is worth showing. ``quoted``: what it
    repeats of earlier messages, which is shown folded. ``notice``: an English sentence of the channel's where the text
    can't be shown as it is (encrypted, of a kind that we can't read).
    """

    remote_id: str
    author: RemoteProfile
    text: str
    created_at: datetime
    own: bool
    visibility: Visibility = Visibility.PUBLIC
    content_warning: str = ""
    edited_at: datetime | None = None
    in_reply_to: str | None = None
    in_reply_to_author: str | None = None
    language: str = ""
    url: str = ""
    attachments: tuple[RemoteAttachment, ...] = ()
    poll: Poll | None = None
    mentions: tuple[Mention, ...] = ()
    emojis: tuple[CustomEmoji, ...] = ()
    replies: int = 0
    boosts: int = 0
    favourites: int = 0
    favourited: bool = False
    boosted: bool = False
    sensitive: bool = False
    application: str = field(default="")
    subject: str = ""
    quoted: str = ""
    notice: str = ""
    moderation: Moderation = Moderation.NONE
    reactions: tuple[Reaction, ...] = ()
