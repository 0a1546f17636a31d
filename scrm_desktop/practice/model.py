"""What the practice network knows: people, posts, notifications and facts, as plain data that can be kept in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with an account; ``domain`` is empty for ours alone."""

    id: str
    username: str
    domain: str
    name: str
    language: str
    bio: str
    followers: int
    following: int
    posts: int
    joined: datetime
    fields: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    bot: bool = False

    @property
    def acct(self) -> str:
        """``camille@piaille.example``, or only the username of our own account."""
        return f"{self.username}@{self.domain}" if self.domain else self.username


@dataclass(slots=True, kw_only=True)
class Version:
    """One text of a post, and since when it stood."""

    text: str
    warning: str
    at: datetime
    media: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True)
class Poll:
    """A poll that hangs on a post; ``votes`` counts each option."""

    options: list[str]
    votes: list[int]
    expires_at: datetime
    multiple: bool = False


@dataclass(slots=True, kw_only=True)
class Media:
    """A picture or file; ``photo`` names one of the shipped pictures, else the bytes are kept by the media room."""

    id: str
    mime: str
    description: str
    photo: str = ""
    width: int = 0
    height: int = 0
    used_by: str = ""


@dataclass(slots=True, kw_only=True)
class Status:
    """A post; ``extra_*`` are favourites and boosts by people whom nobody needs to know by name."""

    id: str
    author: str
    text: str
    created_at: datetime
    visibility: str
    root: str
    in_reply_to: str = ""
    warning: str = ""
    language: str = ""
    sensitive: bool = False
    media: list[str] = field(default_factory=list[str])
    mentions: list[str] = field(default_factory=list[str])
    poll: Poll | None = None
    edited_at: datetime | None = None
    versions: list[Version] = field(default_factory=list[Version])
    favourited_by: list[str] = field(default_factory=list[str])
    reblogged_by: list[str] = field(default_factory=list[str])
    extra_favourites: int = 0
    extra_boosts: int = 0
    application: str = ""


@dataclass(slots=True, kw_only=True)
class Notice:
    """A notification to our account."""

    id: str
    kind: str
    person: str
    at: datetime
    status: str = ""


@dataclass(slots=True, kw_only=True)
class Fact:
    """Something that happened in a round, at ``at`` seconds of story time: what the debrief is computed from.

    ``kind`` is one of the words of :mod:`scrm_desktop.practice.facts`; ``run`` is the storyline's run it belongs to.
    """

    at: float
    kind: str
    run: int = 0
    person: str = ""
    status: str = ""
    note: str = ""
    text: str = ""


@dataclass(slots=True, kw_only=True)
class Run:
    """One customer living through one storyline."""

    id: int
    storyline: str
    person: str
    language: str
    state: str = ""
    epoch: int = 0
    root: str = ""
    last: str = ""
    answer: str = ""
    visibility: str = "public"
    rank: int = 0
    over: bool = False
    asked_at: float = 0.0
    params: dict[str, str] = field(default_factory=dict[str, str])
    met: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True)
class Due:
    """Something that will happen at ``at`` seconds of story time, unless its run has moved on meanwhile."""

    at: float
    seq: int
    what: str
    run: int = 0
    epoch: int = 0
    args: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True, kw_only=True)
class Story:
    """Where the round stands."""

    seed: int = 1
    round: int = 1
    started_at: float = 0.0
    now: float = 0.0
    crisis_at: float = -1.0
    next_run: int = 1
    next_seq: int = 1
    runs: list[Run] = field(default_factory=list[Run])
    due: list[Due] = field(default_factory=list[Due])
    facts: list[Fact] = field(default_factory=list[Fact])
    used: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True, kw_only=True)
class World:
    """Everything the practice network remembers between two starts."""

    version: int = 1
    next_id: int = 1
    people: list[Person] = field(default_factory=list[Person])
    statuses: list[Status] = field(default_factory=list[Status])
    gone: list[str] = field(default_factory=list[str])
    notices: list[Notice] = field(default_factory=list[Notice])
    media: list[Media] = field(default_factory=list[Media])
    muted: list[str] = field(default_factory=list[str])
    blocked: list[str] = field(default_factory=list[str])
    followers: list[str] = field(default_factory=list[str])
    following: list[str] = field(default_factory=list[str])
    reports: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    markers: dict[str, str] = field(default_factory=dict[str, str])
    read: dict[str, str] = field(default_factory=dict[str, str])
    story: Story = field(default_factory=Story)
