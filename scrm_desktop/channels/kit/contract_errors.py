"""Every error is one of ours, and nothing secret stands in an error, a ``repr`` or a log."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.contract_reading import ago
from scrm_desktop.channels.kit.faults import Fault, FaultKind
from scrm_desktop.channels.kit.trial import Trial, new_key, no_upload, trouble
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, Fence, SendMessage
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.errors import KnownError

BODIES = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b"42",
    b'"x"',
    b"[null,1,[],{}]",
    b'{"id":null}',
    b"\xff\xfe\x00",
    b"[" * 3000,
    b'{"a":',
    b"<a",
    b"\r\n" * 50,
)
STATUSES = (204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 429, 500, 502, 503, 511)
_WHOLE = 99


def _every_fault() -> Iterator[Fault]:
    for kind in (FaultKind.REFUSED, FaultKind.LOST, FaultKind.SILENT, FaultKind.HTML):
        yield Fault(kind=kind, times=_WHOLE)
    for at in (0, 1, 17, 100):
        yield Fault(kind=FaultKind.CUT, times=_WHOLE, at=at)
    for status in STATUSES:
        headers = {"location": "https://elsewhere.example/"} if 300 <= status < 400 else {}
        yield Fault(kind=FaultKind.STATUS, times=_WHOLE, status=status, headers=headers)
    for body in BODIES:
        yield Fault(kind=FaultKind.GARBAGE, times=_WHOLE, body=body)


FAULTS = tuple(_every_fault())
OPERATIONS = ("describe", "newer", "older", "refresh", "fence", "send", "edit", "delete", "find_sent")


class ErrorContract(ContractBase):
    """Whatever the network says, a person can be told."""

    @pytest.mark.parametrize("operation", OPERATIONS)
    def test_every_error_is_one_of_ours(self, operation: str) -> None:
        async def work(trial: Trial) -> None:
            async with trial.session() as session:
                can = await session.describe()
                message = await trial.hears(session, "What goes wrong?", direct=not can.public)
            for fault in FAULTS:
                await _meets(trial, operation, message, can, _fresh(fault, 0))
            for fault in FAULTS[::4]:  # the same once the first request went well
                await _meets(trial, operation, message, can, _fresh(fault, 1))

        self.run(work)

    def test_nothing_secret_is_told(self) -> None:
        async def work(trial: Trial) -> None:
            told: list[str] = [repr(trial.bench.channel), repr(trial.bench.account)]
            with _everything_logged() as log:
                await _a_whole_day(trial, told)
            text = "\n".join([*log, *told])
            for secret in (*trial.bench.secrets, *trial.kept):
                assert secret not in text, "a secret stands in a log, an error or a repr"

        assert all(len(one) >= 6 for one in self.bench().secrets), "too short to be looked for"
        assert self.bench().secrets, "which are your secrets?"
        self.run(work)


def _fresh(fault: Fault, skip: int) -> Fault:
    return Fault(
        kind=fault.kind,
        times=fault.times,
        at=fault.at,
        status=fault.status,
        headers=fault.headers,
        body=fault.body,
        skip=skip,
    )


async def _meets(trial: Trial, operation: str, message: RemoteMessage, can: Capabilities, fault: Fault) -> None:
    await trial.bench.fault(fault)
    async with trial.session() as session:
        try:
            await _operate(operation, session, trial, message, can)
        except KnownError as error:
            _told(error)
        except Exception as error:
            raise AssertionError(f"{operation} met {fault} and ended in {error!r}") from error
        finally:
            await trial.bench.heal()


def _told(error: KnownError) -> None:
    assert error.title
    assert error.message, f"{error.code} has no words"


async def _operate(operation: str, session: Session, trial: Trial, message: RemoteMessage, can: Capabilities) -> None:
    send = trial.answer(message, "an answer", can)
    fence = Fence(newest_own_id=None, at=ago())
    stream = session.streams[-1].name
    works: dict[str, Callable[[], Awaitable[Any]]] = {
        "describe": session.describe,
        "newer": lambda: session.newer(session.streams[0].name, None),
        "older": lambda: session.older(stream, None, ago()),
        "refresh": lambda: session.refresh((message.remote_id, "999")),
        "fence": session.fence,
        "send": lambda: session.perform(send, new_key(), no_upload),
        "edit": lambda: session.perform(EditMessage(remote_id=message.remote_id, text="x"), new_key(), no_upload),
        "delete": lambda: session.perform(DoDeed(deed=Deed.DELETE, target="999"), new_key(), no_upload),
        "find_sent": lambda: session.find_sent(send, fence, new_key()),
    }
    await works[operation]()


async def _a_whole_day(trial: Trial, told: list[str]) -> None:
    """Read, answer, fail in many ways, and sign out; ``told`` is what would be shown or stored of it."""
    async with trial.session() as session:
        can = await session.describe()
        message = await trial.hears(session, "good morning", direct=not can.public)
        told += [repr(session), repr(can), repr(message)]
        if can.reply:
            told.append(repr(await session.perform(trial.answer(message, "hello", can), new_key(), no_upload)))
    for fault in FAULTS[::3]:
        await trial.bench.fault(_fresh(fault, 0))
        async with trial.session() as session:
            command: SendMessage = trial.answer(message, "hello again", can)
            for work in (session.newer(session.streams[0].name, None), session.perform(command, new_key(), no_upload)):
                told += _words(await trouble(work))
        await trial.bench.heal()
    async with trial.session() as session:
        told += _words(await trouble(session.revoke()))


def _words(error: KnownError | None) -> list[str]:
    return [] if error is None else [error.message, repr(error), repr(error.params), repr(error.__context__)]


@contextmanager
def _everything_logged() -> Generator[list[str]]:
    """Whatever any logger says, at any level, with its traceback."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(logging.Formatter("%(name)s %(message)s").format(record))

    root, handler = logging.getLogger(), Keep(logging.DEBUG)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
