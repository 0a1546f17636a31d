"""One seeded run of a whole engine against servers in memory: people write, networks fail, the program is killed.

``Simulation(seed, folder).run()`` does random things for a while, then lets everything heal, waits, and compares
what is stored with what the servers hold. The same seed is the same run.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from scrm_desktop.domain.commands import Care, OutboxState, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.triage import AddNote, SetLabel, Status
from scrm_desktop.domain.views import ConversationRow, ItemKind, Mode, ThreadItem
from scrm_desktop.errors import InputError
from scrm_desktop.sync.timing import Timing
from support.fake_network import FakeNetwork
from support.virtual_house import House

SECRET = "canary-7f3a-secret"
TIMING = Timing(
    refresh_every=45.0, refresh_every_streaming=45.0, refresh_requests=200, describe_every=900.0, history_pause=0.05
)
PERFORM = [
    "drop_before",
    "drop_after",
    "500",
    "500_after",
    "hang",
    "late",
    "html",
    "offline",
    "rate",
    "422",
    "403",
    "bug",
]
WATCHED = 5
READ = ["drop_before", "500", "html", "offline", "rate", "bug", "hang"]
FENCE = [*READ, "404", "403", "422"]
Rows = Mapping[int, ConversationRow]
Threads = Mapping[int, tuple[ThreadItem, ...]]


@dataclass
class Simulation:
    """The state of one run; ``said`` are our texts with the rows that they became."""

    seed: int
    folder: Path
    said: dict[str, int] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    labelled: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    label_id: int = 0

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)
        self.house = House(self.folder, servers=2, seed=self.seed, timing=TIMING, page=self.rng.choice([3, 7, 20]))
        for network in self.house.networks.values():
            network.keys = self.rng.random() < 0.5
            network.streams = self.rng.random() < 0.5

    async def run(self, steps: int = 40) -> None:
        """The whole run; AssertionError names what does not hold."""
        await self.house.open()
        await self._sign_in()
        self.label_id = (await self.house.service.add_label("Seen", "blue")).id
        for _ in range(steps):
            await self._step()
            await asyncio.sleep(self.rng.choice([0.0, 0.02, 0.07, 0.2, 1.0, 5.0, 40.0]))
        await self._heal()
        await self._check()
        await self.house.close()
        self._check_secrets()

    # -- what happens -----------------------------------------------------------------------------
    async def _step(self) -> None:
        actions = {
            self._customer: 8,
            self._answer: 8,
            self._take_back: 1,
            self._edit: 2,
            self._delete: 1,
            self._fault: 8,
            self._outage: 2,
            self._logout: 1,
            self._decide: 2,
            self._clock: 1,
            self._crash: 2,
        }
        (action,) = self.rng.choices(list(actions), weights=list(actions.values()))
        await action()

    def _network(self) -> FakeNetwork:
        return self.rng.choice(list(self.house.networks.values()))

    def _theirs(self, network: FakeNetwork) -> list[str]:
        return [remote_id for remote_id, message in network.messages.items() if not message.own]

    async def _customer(self) -> None:
        network = self._network()
        known = list(network.messages)
        answers = self.rng.choice(known) if known and self.rng.random() < 0.5 else None
        visibility = self.rng.choice(list(Visibility)) if answers is None else network.messages[answers].visibility
        network.says(
            f"c{self.rng.randrange(6)}", f"Question {self.rng.random()}", answers=answers, visibility=visibility
        )

    async def _answer(self) -> None:
        conversations = await self.house.conversations()
        if not conversations:
            return
        text = f"Answer {len(self.said)} {self.rng.random()}"
        mode = self.rng.choice([Mode.PUBLIC, Mode.PUBLIC, Mode.DIRECT])
        try:
            care = Care(hold=self.rng.choice([0.0, 0.0, 10.0]), stop_if_news=self.rng.random() < 0.3)
            row = await self.house.say(self.rng.choice(conversations), text, mode, care=care)
        except InputError:
            return
        assert isinstance(row.command, SendMessage)
        self.said[row.command.text] = row.id

    async def _take_back(self) -> None:
        """Think again about what is held for just that: it has never begun to leave."""
        for row in await self.house.service.outbox():
            if row.undo_until is not None and row.state is OutboxState.QUEUED:
                try:
                    await self.house.service.cancel(row.id)
                except InputError:
                    return
                self.taken.add(row.id)
                return

    async def _edit(self) -> None:
        network = self._network()
        if theirs := self._theirs(network):
            network.edits(self.rng.choice(theirs), f"Edited {self.rng.random()}")

    async def _delete(self) -> None:
        network = self._network()
        if theirs := self._theirs(network):
            network.deletes(self.rng.choice(theirs))

    async def _fault(self) -> None:
        network = self._network()
        operation = self.rng.choice(
            ["perform", "perform", "perform", "newer", "older", "find_sent", "fence", "refresh"]
        )
        faults = {"perform": PERFORM, "fence": FENCE}.get(operation, READ)
        network.faults[operation].append(self.rng.choice(faults))
        network.faults["listen"].append(self.rng.choice(["", "closes", "500", "silent"]))

    async def _outage(self) -> None:
        network = self._network()
        network.down = not network.down

    async def _logout(self) -> None:
        network = self._network()
        if self.rng.random() < 0.3:
            network.revoked = True
        else:
            network.faults[self.rng.choice(["newer", "perform", "fence", "listen"])].append("401")

    async def _decide(self) -> None:
        conversations = await self.house.conversations()
        if not conversations:
            return
        conversation, text = self.rng.choice(conversations), f"Note {self.rng.random()}"
        await self.house.service.triage(AddNote(conversation=conversation, text=text))
        self.notes.append((conversation, text))
        await self.house.service.triage(SetLabel(conversations=(conversation,), label_id=self.label_id, on=True))
        self.labelled.add(conversation)

    async def _clock(self) -> None:
        self.house.wall.jump += timedelta(seconds=self.rng.choice([-3600, -60, 60, 7200]))

    async def _crash(self) -> None:
        await self.house.crash()
        await self.house.open()

    # -- what must hold in the end ----------------------------------------------------------------
    async def _heal(self) -> None:
        for network in self.house.networks.values():
            network.down = False
            for faults in network.faults.values():
                faults.clear()
        await self._sign_in()
        # What became old asks when its turn to leave comes.
        await asyncio.sleep(600)
        for row in await self.house.service.outbox():
            if row.state is OutboxState.HELD:
                await self.house.service.retry(row.id)
        await asyncio.sleep(900)

    async def _sign_in(self) -> None:
        for server in self.house.networks:
            await self.house.service.sign_in_with_token("fake", server, SECRET, keep=False)

    async def _check(self) -> None:
        rows = await self.house.service.conversation_rows(tuple(await self.house.conversations()))
        threads = {one: await self.house.service.messages(one) for one in rows}
        await self._check_outbox()
        self._check_messages(rows, threads)
        self._check_decisions(rows, threads)

    async def _check_outbox(self) -> None:
        rows = {row.id: row for row in await self.house.service.outbox(finished=True)}
        on_servers = Counter(text for network in self.house.networks.values() for text in network.texts())
        for text, row_id in self.said.items():
            row, copies = rows[row_id], on_servers[text]
            if row_id in self.taken:
                assert (row.state, copies) == (OutboxState.CANCELLED, 0), f"{text}: taken back, there {copies} times"
            elif row.state is OutboxState.SENT:
                assert copies == 1, f"{text}: sent, and there {copies} times"
            else:
                assert copies <= 1, f"{text}: {row.state}, and there {copies} times"
                settled = row.state is OutboxState.FAILED or row.error_code == "MaybeSent"
                behind = any(other.error_code == "MaybeSent" for other in rows.values() if other.id < row.id)
                assert settled or behind, f"{text}: still {row.state} ({row.error_code})"
        assert set(on_servers) <= set(self.said)

    def _check_messages(self, rows: Rows, threads: Threads) -> None:
        shown = [(rows[one].account_id, item) for one, items in threads.items() for item in items if _is_theirs(item)]
        copies = Counter((account_id, item.remote_id) for account_id, item in shown)
        assert set(copies.values()) <= {1}, f"stored more than once: {copies}"
        servers = dict(enumerate(self.house.networks.values(), start=1))
        alive = {(account_id, item.remote_id) for account_id, item in shown if not item.deleted_at}
        theirs = {(number, one) for number, network in servers.items() for one in self._theirs(network)}
        assert theirs <= alive, f"missing: {theirs - alive}"
        for one, items in threads.items():
            if rows[one].status is Status.OPEN:
                self._check_newest(servers[rows[one].account_id], items)

    def _check_newest(self, network: FakeNetwork, items: tuple[ThreadItem, ...]) -> None:
        """The newest of an open conversation are read again: there no edit and no deletion stays unknown."""
        there = [item for item in items if item.kind is ItemKind.MESSAGE and item.remote_id and not item.deleted_at]
        for item in sorted(there, key=lambda item: item.at)[-WATCHED:]:
            assert item.remote_id in network.messages, f"deleted, and nobody noticed: {item.text}"
            assert item.text == network.messages[item.remote_id].text

    def _check_decisions(self, rows: Rows, threads: Threads) -> None:
        found = [item.text for items in threads.values() for item in items if item.kind is ItemKind.NOTE]
        assert sorted(found) == sorted(text for _, text in self.notes)
        if self.labelled:
            assert any(row.labels for row in rows.values())

    def _check_secrets(self) -> None:
        for file in self.folder.rglob("*"):
            if file.is_file():
                assert SECRET.encode() not in file.read_bytes(), f"the secret is in {file}"


def _is_theirs(item: ThreadItem) -> bool:
    if item.kind is not ItemKind.MESSAGE or not item.remote_id or item.context:
        return False
    return item.author is not None and item.author.remote_id != "me"
