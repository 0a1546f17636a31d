"""Which conversation a message belongs to: pure, and the same whatever order messages arrive in.

Messages that belong to a conversation are *members*. Others (posts of our own that nobody is answered by, messages
that only explain) belong to none; they still lead from a reply to what it answers. Two rules make conversations:
a member shares the conversation of its nearest member upwards, and members with one thread key share theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from scrm_desktop.domain.records import record
from scrm_desktop.late_dataclass import dataclass

#: How many messages upwards are shown as what a message answers to; a chain without an end is cut here.
CONTEXT_DEPTH = 50
#: How far a parent is looked for through messages that belong to no conversation.
CLIMB_LIMIT = 1_000
_NOWHERE: Mapping[str, int] = MappingProxyType({})


@dataclass(slots=True)
class Node:
    """A message as far as threading needs it; ``conversation`` is below zero for one that is not stored yet."""

    remote_id: str
    parent: str | None
    conversation: int | None = None
    own: bool = False


@record
class Arrival:
    """A message that has just come; ``key`` is ``None`` where it can't found a conversation by itself."""

    remote_id: str
    parent: str | None
    own: bool
    member: bool
    key: str | None


@dataclass(slots=True)
class Plan:
    """What to write. Numbers below zero are conversations to be made, each named by its entry in ``founded``.

    ``assigned``: message to conversation. ``joined``: stored conversation to the one it goes into.
    ``aliases``: further keys of a conversation. ``links``: (conversation, message shown as its context).
    """

    assigned: dict[str, int] = field(default_factory=dict[str, int])
    founded: dict[int, str] = field(default_factory=dict[int, str])
    joined: dict[int, int] = field(default_factory=dict[int, int])
    aliases: dict[str, int] = field(default_factory=dict[str, int])
    links: set[tuple[int, str]] = field(default_factory=set[tuple[int, str]])


class Threader:
    """Works out a plan from what is stored around the messages that arrive.

    ``nodes`` holds the stored messages among the arrivals, those they lead up to, and those that lead to them, as
    far as the next member on each way. ``keys`` maps the stored thread keys to their conversations. ``placed`` says
    where people put a message, and ``apart`` which conversations they split: nothing makes those one again.
    """

    def __init__(
        self,
        nodes: Iterable[Node],
        keys: dict[str, int],
        placed: Mapping[str, int] = _NOWHERE,
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._nodes = {node.remote_id: node for node in nodes}
        self._children: dict[str, list[str]] = {}
        for node in self._nodes.values():
            self._hang(node)
        self._keys = dict(keys)
        self._placed = placed
        self._apart = {frozenset(pair) for pair in apart}
        self._parent_of: dict[int, int] = {}
        self._changed: set[str] = set()
        self._plan = Plan()

    def plan(self, arrivals: Iterable[Arrival]) -> Plan:
        """Place the arrivals one after another."""
        for arrival in arrivals:
            self._place(arrival)
        self._finish()
        return self._plan

    def _place(self, arrival: Arrival) -> None:
        node = self._nodes.get(arrival.remote_id)
        if node is None:
            node = self._nodes[arrival.remote_id] = Node(arrival.remote_id, arrival.parent, own=arrival.own)
            self._hang(node)
        up = self._nearest_above(node)
        if node.conversation is None and arrival.member:
            node.conversation = self._conversation_for(arrival, up)
            if node.conversation is not None:
                self._plan.assigned[node.remote_id] = node.conversation
        group = node.conversation if node.conversation is not None else up
        self._changed.add(node.remote_id)
        self._settle_below(node, group)

    def _conversation_for(self, arrival: Arrival, up: int | None) -> int | None:
        if (placed := self._placed.get(arrival.remote_id)) is not None:
            return placed
        known = self._keys.get(arrival.key) if arrival.key is not None else None
        if up is not None and known is not None:
            return self._unite(up, known)
        if up is None and known is None:
            return self._found(arrival.key) if arrival.key is not None else None
        here = up if up is not None else known
        if arrival.key is not None and known is None and here is not None:
            self._keys[arrival.key] = here
            self._plan.aliases[arrival.key] = here
        return here

    def _found(self, key: str) -> int:
        new = -1 - len(self._plan.founded)
        self._plan.founded[new] = key
        self._keys[key] = new
        return new

    def _settle_below(self, top: Node, group: int | None) -> None:
        """Members below join the group; posts of ours below that waited for it become members."""
        if top.remote_id not in self._children:
            return
        waiting, seen = [top.remote_id], {top.remote_id}
        while waiting:
            for child in self._children.get(waiting.pop(), ()):
                if child in seen:
                    continue
                seen.add(child)
                node = self._nodes[child]
                if node.conversation is not None:
                    self._changed.add(child)
                    if group is None or not self._moves(child, node.conversation, group):
                        group = None if group is None else self._unite(group, node.conversation)
                        continue
                    # It stood with the rest of its thread as long as nobody knew what it answers.
                    node.conversation = self._plan.assigned[child] = group
                if node.own and group is not None:
                    node.conversation = group
                    self._plan.assigned[child] = group
                    self._changed.add(child)
                waiting.append(child)

    def _nearest_above(self, node: Node) -> int | None:
        seen = {node.remote_id}
        parent = node.parent
        while parent is not None and parent not in seen and len(seen) < CLIMB_LIMIT:
            seen.add(parent)
            above = self._nodes.get(parent)
            if above is None:
                return None
            if above.conversation is not None:
                return above.conversation
            parent = above.parent
        return None

    def _unite(self, one: int, other: int) -> int:
        """Two conversations are one: the stored and older one stays."""
        one, other = self._root(one), self._root(other)
        if one == other or self._are_apart(one, other):
            return one
        keep, go = sorted((one, other), key=lambda number: (number < 0, abs(number)))
        self._parent_of[go] = keep
        self._apart = {frozenset(keep if number == go else number for number in pair) for pair in self._apart}
        return keep

    def _are_apart(self, one: int, other: int) -> bool:
        return frozenset((self._root(one), self._root(other))) in self._apart

    def _moves(self, remote_id: str, conversation: int, group: int) -> bool:
        """Whether a message that came too early belongs to the part of a split that it answers to."""
        return remote_id not in self._placed and self._are_apart(conversation, group)

    def _root(self, number: int) -> int:
        while number in self._parent_of:
            number = self._parent_of[number]
        return number

    def _hang(self, node: Node) -> None:
        if node.parent is not None:
            self._children.setdefault(node.parent, []).append(node.remote_id)

    def _finish(self) -> None:
        plan = self._plan
        plan.assigned = {remote_id: self._root(number) for remote_id, number in plan.assigned.items()}
        plan.aliases = {key: self._root(number) for key, number in plan.aliases.items()}
        for number, key in list(plan.founded.items()):
            if (root := self._root(number)) != number:
                del plan.founded[number]
                plan.aliases[key] = root
        plan.joined = {number: self._root(number) for number in self._parent_of if number > 0}
        for remote_id in self._changed:
            plan.links |= self._context_of(self._nodes[remote_id])

    def _context_of(self, node: Node) -> set[tuple[int, str]]:
        """What stands above a member up to the next member, as far as it is stored."""
        if node.conversation is None or node.parent is None:
            return set()
        conversation, links = self._root(node.conversation), set[tuple[int, str]]()
        parent: str | None = node.parent
        seen = {node.remote_id}
        while parent is not None and parent not in seen and len(links) < CONTEXT_DEPTH:
            above = self._nodes.get(parent)
            if above is None or above.conversation is not None:
                break
            seen.add(parent)
            links.add((conversation, parent))
            parent = above.parent
        return links
