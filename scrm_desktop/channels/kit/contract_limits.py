"""Limits are counted as the network counts them, and "slow down" is understood in the network's own words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scrm_desktop.channels.kit.bench import RateAnswer
from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.faults import Fault, FaultKind, On
from scrm_desktop.channels.kit.trial import Trial, new_key, no_upload, perform, trouble
from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import KnownError, RateLimited

_CLOSE = timedelta(seconds=2)


class LimitContract(ContractBase):
    """The network's counting is the measure, ours must be the same."""

    def test_the_longest_text_fits_and_one_unit_more_does_not(self) -> None:
        async def work(trial: Trial) -> None:
            channel = trial.bench.channel
            async with trial.session() as session:
                can = await session.describe()
                message = await trial.hears(session, "how much fits?", direct=not can.public)
                pairs = trial.bench.at_the_limit(can) if can.reply else ()
                for fits, long in pairs:
                    counted = channel.count(fits, "", can), channel.count(long, "", can)
                    assert counted == (can.max_characters, can.max_characters + 1), (
                        f"{fits[:40]!r}… counts as {counted}"
                    )
                    plain = trial.answer(message, "", can)
                    await perform(session, _with(plain, fits))
                    before = len(await trial.bench.ours())
                    error = await trouble(session.perform(_with(plain, long), new_key(), no_upload))
                    assert error is not None, f"the network took more than we allow: {long[:40]!r}…"
                    assert not error.maybe_done, f"{error!r}: a refusal is a refusal"
                    assert len(await trial.bench.ours()) == before

        self.run(work)

    def test_slow_down_is_understood(self) -> None:
        async def work(trial: Trial) -> None:
            until = (datetime.now(UTC) + timedelta(seconds=90)).replace(microsecond=0)
            for said in trial.bench.rate_limits(until):
                await _reading_slows_down(trial, said, until)
                await _writing_slows_down(trial, said, until)

        self.run(work)


def _with(command: SendMessage, text: str) -> SendMessage:
    return SendMessage(
        text=text,
        visibility=command.visibility,
        in_reply_to=command.in_reply_to,
        to_profile=command.to_profile,
        to_handle=command.to_handle,
    )


async def _reading_slows_down(trial: Trial, said: RateAnswer, until: datetime) -> None:
    async with trial.session() as session:
        await session.describe()
        await trial.bench.fault(_saying(said, On.ANY))
        error = await trouble(session.newer(session.streams[0].name, None))
        await trial.bench.heal()
    _slowed(error, said, until)


async def _writing_slows_down(trial: Trial, said: RateAnswer, until: datetime) -> None:
    async with trial.session() as session:
        can = await session.describe()
        if not can.reply:
            return
        message = await trial.hears(session, "slowly?", direct=not can.public)
        await trial.bench.fault(_saying(said, On.WRITE))
        visibility = Visibility.PUBLIC if can.public else Visibility.DIRECT
        command = trial.answer(message, "slowly", can, direct=visibility is Visibility.DIRECT)
        error = await trouble(session.perform(command, new_key(), no_upload))
        await trial.bench.heal()
    _slowed(error, said, until)


def _saying(said: RateAnswer, on: On) -> Fault:
    return Fault(kind=FaultKind.STATUS, on=on, times=99, status=said.status, headers=said.headers, body=said.body)


def _slowed(error: KnownError | None, said: RateAnswer, until: datetime) -> None:
    assert isinstance(error, RateLimited), f"{said} was understood as {error!r}"
    assert not error.maybe_done
    assert abs(error.until - until) <= _CLOSE, f"{said}: until {error.until}, and {until} was said"
