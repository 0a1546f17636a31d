"""How a command gets at a profile: reading beside whoever runs, writing alone or through whoever runs."""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from scrm_desktop import log
from scrm_desktop.cli.output import complain
from scrm_desktop.cli.remote import ACTIONS, REPEATABLE, handlers
from scrm_desktop.cli.result import ToldByRunning, as_object
from scrm_desktop.config import load_settings, profile_id
from scrm_desktop.credentials import Credentials
from scrm_desktop.errors import KnownError, ProfileInUse
from scrm_desktop.instance import ProfileLock
from scrm_desktop.instance.control import ControlServer, ProgramEnded, send_control
from scrm_desktop.paths import CACHE, WORK, locate_profile, open_profile
from scrm_desktop.service import Service
from scrm_desktop.store.migrate import stored_version
from scrm_desktop.store.migrations import CACHE_STEPS, WORK_STEPS

Json = dict[str, object]

#: Seconds to wait for a program that holds the profile and does not answer yet (it starts or ends).
PATIENCE = 20.0
_AGAIN = 0.1
_QUICK = 5.0
#: Seconds beyond a command's own waiting that its answer may take: a keyring's prompt, a slow server, a long back-fill.
_MARGIN = 600.0


@asynccontextmanager
async def reading(options: Namespace) -> AsyncGenerator[Service]:
    """The profile, to be read only; works while a window or ``watch`` holds it."""
    profile = locate_profile(options.profile)
    await _make_ready(profile)
    service = await _open(profile, read_only=True)
    try:
        yield service
    finally:
        await service.close()


@asynccontextmanager
async def holding(options: Namespace, *, grace: float = 60.0) -> AsyncGenerator[Service]:
    """The profile for this program alone, which answers other commands meanwhile. ProfileInUse.

    At the end those that are being answered have ``grace`` seconds.
    """
    profile = open_profile(options.profile)
    with ProfileLock.take(profile):
        log.start_log(profile)
        service = await _open(profile)
        complain(service.problems)
        control = ControlServer(profile, handlers(service), asyncio.get_running_loop())
        try:
            control.start()
            yield service
            await control.drain(grace)
        finally:
            control.close()
            await service.close()


async def ask_running(options: Namespace, command: str) -> Json | None:
    """What a running program says to a quick question; ``None`` where none runs or it does not know."""
    try:
        answer = await asyncio.to_thread(
            send_control, locate_profile(options.profile), {"command": command}, seconds=_QUICK
        )
    except KnownError:
        return None
    return None if answer is None or "error" in answer else answer


async def write(options: Namespace, command: str, request: Mapping[str, object]) -> Json:
    """Do one of the writing commands: here, or through the program that holds the profile."""
    profile = open_profile(options.profile)
    wait = request.get("wait")
    patience = _MARGIN + (wait if isinstance(wait, int | float) else 0.0)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            async with holding(options) as service:
                return await ACTIONS[command](service, dict(request))
        except ProfileInUse:
            if time.monotonic() > until:
                raise
        try:
            answer = await asyncio.to_thread(send_control, profile, {**request, "command": command}, seconds=patience)
        except ProgramEnded:
            if command not in REPEATABLE:
                raise
            answer, until = None, time.monotonic() + PATIENCE
        if answer is not None:
            return _unless_refused(answer)
        await asyncio.sleep(_AGAIN)


def _unless_refused(answer: Json) -> Json:
    error = as_object(answer.get("error"))
    if error is not None and set(answer) == {"error"}:
        raise ToldByRunning(error)
    return answer


async def _make_ready(profile: Path) -> None:
    """Make or migrate the databases where that has to be done, so that there is something to read."""
    until = time.monotonic() + PATIENCE
    while _outdated(profile) and time.monotonic() < until:
        try:
            with ProfileLock.take(open_profile(profile)):
                await (await _open(profile)).close()
        except ProfileInUse:
            # Whoever holds it is about to do the same.
            await asyncio.sleep(_AGAIN)


def _outdated(profile: Path) -> bool:
    databases = ((WORK, WORK_STEPS), (CACHE, CACHE_STEPS))
    return any(stored_version(profile / name) < len(steps) for name, steps in databases)


async def _open(profile: Path, *, read_only: bool = False) -> Service:
    settings = load_settings(profile)
    keeper = Credentials(profile_id="" if read_only else profile_id(profile))
    return await Service.open(profile, actor=settings.actor, credentials=keeper, read_only=read_only)
