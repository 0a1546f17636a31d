"""What a write touched: the only thing a screen refreshes from."""

from __future__ import annotations

from dataclasses import field

from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids of what was touched; leaves the store only after its commit, and is added up on the way.

    ``arrived`` are conversations in which a live message of a customer is new: those that may ring. ``woken``
    are conversations that came back because the time of their snooze has come.
    ``texts``: canned responses, macros or signatures.
    """

    conversations: frozenset[int] = field(default_factory=frozenset[int])
    arrived: frozenset[int] = field(default_factory=frozenset[int])
    woken: frozenset[int] = field(default_factory=frozenset[int])
    outbox: frozenset[int] = field(default_factory=frozenset[int])
    accounts: frozenset[int] = field(default_factory=frozenset[int])
    profiles: frozenset[int] = field(default_factory=frozenset[int])
    labels: bool = False
    views: bool = False
    coverage: bool = False
    texts: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            conversations=self.conversations | other.conversations,
            arrived=self.arrived | other.arrived,
            woken=self.woken | other.woken,
            outbox=self.outbox | other.outbox,
            accounts=self.accounts | other.accounts,
            profiles=self.profiles | other.profiles,
            labels=self.labels or other.labels,
            views=self.views or other.views,
            coverage=self.coverage or other.coverage,
            texts=self.texts or other.texts,
        )

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = Changes()
