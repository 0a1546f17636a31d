"""Writing: what is sent arrives once, and whatever happens, the channel says truly whether it may have arrived."""

from __future__ import annotations

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.faults import Fault, FaultKind, On
from scrm_desktop.channels.kit.shelf import catch_up
from scrm_desktop.channels.kit.trial import Trial, look_for, new_key, no_upload, trouble
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Fence, SendMessage
from scrm_desktop.errors import RateLimited

DONE = (
    Fault(kind=FaultKind.LOST, on=On.WRITE),
    Fault(kind=FaultKind.SILENT, on=On.WRITE),
    Fault(kind=FaultKind.CUT, on=On.WRITE, at=1),
    Fault(kind=FaultKind.STATUS_AFTER, on=On.WRITE, status=502),
    Fault(kind=FaultKind.GARBAGE, on=On.WRITE, body=b"["),
)
"""The network did it, and its answer can't be had."""
NEVER = (
    Fault(kind=FaultKind.REFUSED, on=On.WRITE),
    Fault(kind=FaultKind.STATUS, on=On.WRITE, status=400),
    Fault(kind=FaultKind.STATUS, on=On.WRITE, status=403),
    Fault(kind=FaultKind.STATUS, on=On.WRITE, status=422),
    Fault(kind=FaultKind.STATUS, on=On.WRITE, status=429, headers={"retry-after": "30"}),
)
"""It did not happen, and the channel knows."""
UNKNOWN = (Fault(kind=FaultKind.STATUS, on=On.WRITE, status=500), Fault(kind=FaultKind.HTML, on=On.WRITE))
"""It did not happen, and nobody can know."""


def again(fault: Fault) -> Fault:
    """The same fault, unused."""
    return Fault(kind=fault.kind, on=fault.on, at=fault.at, status=fault.status, headers=fault.headers, body=fault.body)


class WritingContract(ContractBase):
    """``perform`` is safe to repeat."""

    def test_an_answer_arrives_once_and_as_it_was_written(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                if not can.reply:
                    return
                message, written = await trial.says(session, "It is ready at noon.", can)
                assert "It is ready at noon." in written.text
                assert written.answers == message.remote_id or (written.direct and written.answers is None)
                assert len(await trial.bench.ours()) == 1

        self.run(work)

    def test_what_we_wrote_comes_back_under_the_same_id(self) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                if not can.reply or not trial.bench.traits.echoes:
                    return
                _, written = await trial.says(session, "an echo", can)
                await catch_up(session, trial.shelf)
                found = trial.shelf.seen.get(written.remote_id)
                assert found is not None, "our own message did not come in"
                assert found.message.own, "our own message is not ours"

        self.run(work)

    @pytest.mark.parametrize("fault", DONE, ids=lambda fault: fault.kind.value)
    def test_an_answer_that_is_lost(self, fault: Fault) -> None:
        async def work(trial: Trial) -> None:
            command, key, fence, can = await _ready(trial)
            if command is None:
                return
            await trial.bench.fault(again(fault))
            async with trial.session() as session:
                await session.describe()
                error = await trouble(session.perform(command, key, no_upload))
            await trial.bench.heal()
            assert error is None or error.maybe_done, f"the network did it, and {error!r} says that it did not"
            assert len(await trial.held("a question of honesty")) == 1
            await _find(trial, command, key, fence, can)

        self.run(work)

    @pytest.mark.parametrize("fault", (*NEVER, *UNKNOWN), ids=lambda fault: f"{fault.kind.value}-{fault.status}")
    def test_what_never_arrived_is_not_found_and_can_be_sent_again(self, fault: Fault) -> None:
        async def work(trial: Trial) -> None:
            command, key, fence, _ = await _ready(trial)
            if command is None:
                return
            await trial.bench.fault(again(fault))
            async with trial.session() as session:
                await session.describe()
                error = await trouble(session.perform(command, key, no_upload))
            await trial.bench.heal()
            assert error is not None, "nothing arrived, and the channel says that it did"
            assert fault in UNKNOWN or not error.maybe_done, (
                f"nothing left, and {error!r} says that it may have arrived"
            )
            assert fault.status != 429 or isinstance(error, RateLimited)
            async with trial.session() as session:
                assert await look_for(trial, session, command, fence, key) is None, "it found what was never sent"
                await session.perform(command, key, no_upload)
            assert len(await trial.held("a question of honesty")) == 1

        self.run(work)

    def test_the_same_words_again_are_another_message(self) -> None:
        """What was sent before is not taken for what never arrived."""

        async def work(trial: Trial) -> None:
            command, key, _, _ = await _ready(trial)
            if command is None:
                return
            async with trial.session() as session:
                await session.describe()
                await session.perform(command, key, no_upload)
                fence = await session.fence()
                assert await look_for(trial, session, command, fence, new_key()) is None, (
                    "an older message was taken for a new one"
                )

        self.run(work)


async def _ready(trial: Trial) -> tuple[SendMessage | None, str, Fence, Capabilities]:
    """An answer that is about to leave; ``None`` where nothing can be answered."""
    async with trial.session() as session:
        can = await session.describe()
        message = await trial.hears(session, "What is honesty?", direct=not can.public)
        fence = await session.fence()
    command = trial.answer(message, "a question of honesty", can) if can.reply else None
    return command, new_key(), fence, can


async def _find(trial: Trial, command: SendMessage, key: str, fence: Fence, can: Capabilities) -> None:
    """After a crash: read back, and send again only where the network knows the key."""
    async with trial.session() as session:
        await session.describe()
        found = await look_for(trial, session, command, fence, key)
        (held,) = await trial.held("a question of honesty")
        if trial.bench.traits.reads_back:
            assert found is not None, "it arrived, and was not found"
        if found is not None:
            assert found.remote_id == held.remote_id, "another message was taken for it"
        elif not can.idempotency:
            assert can.missing, "neither keys nor reading back: that is to be said in capabilities.missing"
        if can.idempotency:
            await _repeat(trial, session, command, key, held.remote_id)


async def _repeat(trial: Trial, session: Session, command: SendMessage, key: str, remote_id: str) -> None:
    outcome = await session.perform(command, key, no_upload)
    assert len(await trial.held("a question of honesty")) == 1, "the same key made a second message"
    assert outcome.remote_id == remote_id, "the same key gave another id"
