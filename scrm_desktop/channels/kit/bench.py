"""What the contract needs of whoever wrote the channel: a network to try it on, and what happens there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from scrm_desktop.channels.base import Channel, HttpFactory
from scrm_desktop.channels.kit.faults import Fault
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A message of ours as the network holds it; ``media``: the description of each file."""

    remote_id: str
    text: str
    answers: str | None = None
    direct: bool = False
    media: tuple[str, ...] = ()
    content_warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateAnswer:
    """How the network says "slow down": an HTTP answer, or for other networks whatever the bench makes of it."""

    status: int = 429
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b"{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What no capability tells, because only the tests ask for it.

    ``history``: what was written before we connected can be read. ``reads_back``: an unconfirmed message can be looked
    up (where it can't, ``find_sent`` raises Unsupported). ``echoes``: our own messages come in by a stream. ``edits``,
    ``deletes``: customers can do that, and it is noticed. ``final``: deeds that can't be taken back there.
    """

    history: bool = True
    reads_back: bool = True
    echoes: bool = True
    edits: bool = True
    deletes: bool = True
    final: frozenset[Deed] = frozenset()


class Bench(Protocol):
    """One channel, connected to a network of the author's own. Each test opens a new one, with an empty network.

    A bench may have ``answers``, a mapping: what a person types into the fields of the login. Without them the login is
    tried with the account's server and the secret as its token.
    """

    traits: Traits

    @property
    def channel(self) -> Channel:
        """The channel under test."""
        ...

    @property
    def account(self) -> Account:
        """Our account there, connected at a time that lies before everything that the tests write."""
        ...

    @property
    def secret(self) -> str:
        """What the keyring would hold."""
        ...

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that may stand in no log and no error: token, password, what is made of them."""
        ...

    @property
    def http(self) -> HttpFactory:
        """What the channel makes its requests with."""
        ...

    async def open(self) -> None:
        """Start the network."""
        ...

    async def close(self) -> None:
        """End it; nothing of it is left."""
        ...

    # -- what people there do ---------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """A customer writes to us; returns the remote id. ``held``: it waits in the moderation queue."""
        ...

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """A customer changes what they wrote (never called where ``traits.edits`` is false)."""
        ...

    async def customer_deletes(self, remote_id: str) -> None:
        """A customer deletes it (never called where ``traits.deletes`` is false)."""
        ...

    # -- what the network holds -------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What we wrote there, oldest first, without what was deleted."""
        ...

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """Whether the network holds this deed now: the favourite stands, the comment is spam, the report lies there."""
        ...

    # -- what goes wrong --------------------------------------------------------------------------
    async def fault(self, fault: Fault) -> None:
        """Break the next requests that match."""
        ...

    async def heal(self) -> None:
        """No more faults from now on."""
        ...

    # -- data -------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Two raw items or more as the network sends them (JSON, or bytes), each of which makes a message."""
        ...

    def hopeless(self) -> Sequence[Any]:
        """Raw items that can only be set aside."""
        ...

    async def normalise(self, items: Sequence[Any]) -> Page:
        """Raw items, oldest first, through the channel's own code; called without ``open``."""
        ...

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Pairs of texts: the longest that the network takes, and one that is one unit longer."""
        ...

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """ "Not before ``until``", in each of the ways in which the network says it; empty where it never does."""
        ...
