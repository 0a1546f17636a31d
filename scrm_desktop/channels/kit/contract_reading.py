"""Reading: normalising is pure and total, and fetching can be broken off and begun again at any byte."""

from __future__ import annotations

import asyncio
import copy
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.faults import Fault, FaultKind, On
from scrm_desktop.channels.kit.mutation import mangle, mutate
from scrm_desktop.channels.kit.shelf import catch_up, check_page, go_back
from scrm_desktop.channels.kit.trial import Trial, trouble
from scrm_desktop.domain.events import MessageSeen, Page
from scrm_desktop.errors import KnownError, Unsupported

MESSAGES = 12
"""How many are waiting when reading is broken off; let your network's pages be shorter."""
MOST_FAULTS = 8


class ReadingContract(ContractBase):
    """Everything comes in once, whatever happens on the way."""

    # -- normalising ------------------------------------------------------------------------------
    def test_the_samples_are_understood(self) -> None:
        bench = self.bench()
        samples = list(bench.samples())
        assert len(samples) >= 2, "two samples or more, so that one can be spoilt beside the other"
        for sample in samples:
            page = asyncio.run(bench.normalise([sample]))
            check_page(page)
            assert message_ids(page), f"this sample makes no message: {sample!r}"
            assert not page.poison, f"this sample is not understood: {page.poison}"

    def test_what_can_not_be_understood_is_set_aside(self) -> None:
        bench = self.bench()
        good = bench.samples()[0]
        wanted = message_ids(asyncio.run(bench.normalise([good])))
        for item in bench.hopeless():
            page = asyncio.run(bench.normalise([item, good]))
            assert page.poison, f"this was neither understood nor set aside: {item!r}"
            assert wanted <= message_ids(page), f"{item!r} costs the others their place"

    def test_normalising_is_pure_and_total(self) -> None:
        bench = self.bench()
        samples = list(bench.samples())

        def spoil(random: Random) -> None:
            place = random.randrange(len(samples))
            broken, good = mutate(samples[place], random), samples[place - 1]
            before = copy.deepcopy(broken)
            first, again = (asyncio.run(bench.normalise([broken, good])) for _ in range(2))
            assert repr(first) == repr(again), "the same items twice made different pages"
            assert repr(broken) == repr(before), "normalising changed what it was given"
            check_page(first, in_order=False)
            wanted = message_ids(asyncio.run(bench.normalise([good])))
            assert wanted <= message_ids(first), f"one spoilt item costs the next one its place: {broken!r}"

        self.many(spoil, self.spoilt)

    def test_any_answer_gives_a_page_or_a_known_error(self) -> None:
        def once(random: Random) -> None:
            self.run(lambda trial: _read_spoilt(trial, random))

        self.many(once, self.examples)

    # -- fetching ---------------------------------------------------------------------------------
    def test_what_was_broken_off_is_begun_again_and_comes_in_once(self) -> None:
        def once(random: Random) -> None:
            self.run(lambda trial: _broken_off(trial, random))

        self.many(once, self.examples)

    def test_history_can_be_broken_off_too(self) -> None:
        def once(random: Random) -> None:
            self.run(lambda trial: _history(trial, random))

        self.many(once, max(3, self.examples // 3))

    def test_an_unknown_stream_and_a_foreign_cursor_are_told_in_words(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                with pytest.raises(Unsupported):
                    await session.newer("no such stream", None)
                for cursor in ("", "nonsense", "\x00", "9" * 400):
                    for stream in session.streams:
                        await trouble(session.newer(stream.name, cursor))

        self.run(work)

    def test_edits_and_deletions_are_noticed(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                first = await trial.hears(session, "as it was", direct=not can.public)
                if trial.bench.traits.edits:
                    await trial.bench.customer_edits(first.remote_id, "as it is now")
                    await _look_again(trial, session, first.remote_id)
                    assert trial.shelf.with_text("as it is now"), "an edit was not noticed"
                if trial.bench.traits.deletes:
                    await trial.bench.customer_deletes(first.remote_id)
                    await _look_again(trial, session, first.remote_id)
                    assert first.remote_id in trial.shelf.gone, "a deletion was not noticed"

        self.run(work)


def message_ids(page: Page) -> set[str]:
    """The ids of the messages in it."""
    return {event.message.remote_id for event in page.events if isinstance(event, MessageSeen)}


async def _read_spoilt(trial: Trial, random: Random) -> None:
    """Two messages, told with something wrong in each answer."""
    for text in ("one", "two"):
        await trial.bench.customer_writes(text)
    fault = Fault(kind=FaultKind.MANGLED, times=99, skip=random.randint(0, 2), mangle=lambda body: mangle(body, random))
    await trial.bench.fault(fault)
    async with trial.session() as session:
        for stream in session.streams:
            for read in (session.newer(stream.name, None), session.older(stream.name, None, ago())):
                found: list[Page] = []
                await trouble(_keep(read, found))
                for page in found:
                    check_page(page, in_order=False)


async def _keep(read: Any, found: list[Page]) -> None:
    found.append(await read)


async def _broken_off(trial: Trial, random: Random) -> None:
    async with trial.session() as session:
        await catch_up(session, trial.shelf)  # the stream is begun, and nothing is there yet
    written = {await trial.bench.customer_writes(f"message {n:03}"): f"message {n:03}" for n in range(MESSAGES)}
    for _ in range(MOST_FAULTS):
        await _until_it_breaks(trial, random)
        await trial.bench.heal()
    async with trial.session() as session:
        await catch_up(session, trial.shelf)
    for remote_id, text in written.items():
        found = [one.remote_id for one in trial.shelf.with_text(text)]
        assert found == [remote_id], f"“{text}” ({remote_id}) came in as {found}"
    assert not trial.shelf.poison, f"what was cut must not be stored: {trial.shelf.poison}"


async def _until_it_breaks(trial: Trial, random: Random) -> None:
    """Read as the program does, and die somewhere: in an answer, or with a page that was not stored."""
    kind = random.choice((FaultKind.CUT, FaultKind.CUT, FaultKind.LOST, FaultKind.REFUSED))
    fault = Fault(kind=kind, on=On.READ, skip=random.randint(0, 3), at=random.randint(0, 5000))
    await trial.bench.fault(fault)
    async with trial.session() as session:
        for stream in session.streams:
            try:
                page = await session.newer(stream.name, trial.shelf.newer.get(stream.name))
            except KnownError:
                return
            if random.random() < 0.2:
                return  # SIGKILL: read, and neither it nor its cursor was stored
            trial.shelf.put(page)
            trial.shelf.newer[stream.name] = page.cursor or trial.shelf.newer.get(stream.name)


async def _history(trial: Trial, random: Random) -> None:
    written = {await trial.bench.customer_writes(f"long ago {n:03}"): f"long ago {n:03}" for n in range(MESSAGES)}
    for _ in range(4):
        await trial.bench.fault(
            Fault(kind=FaultKind.CUT, on=On.READ, skip=random.randint(0, 4), at=random.randint(0, 5000))
        )
        async with trial.session() as session:
            await trouble(go_back(session, trial.shelf, ago()))
        await trial.bench.heal()
    async with trial.session() as session:
        await go_back(session, trial.shelf, ago())
    if trial.bench.traits.history:
        missing = set(written) - set(trial.shelf.seen)
        assert not missing, f"history lacks {sorted(missing)}"
    for text in written.values():
        assert len(trial.shelf.with_text(text)) <= 1, f"“{text}” came in twice"


async def _look_again(trial: Trial, session: Session, remote_id: str) -> None:
    """Both ways by which an edit or a deletion can be told."""
    await catch_up(session, trial.shelf)
    trial.shelf.put(await session.refresh((remote_id,)))


def ago() -> datetime:
    return datetime.now(UTC) - timedelta(days=365)
