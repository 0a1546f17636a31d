"""From a command line to an exit status."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from typing import cast

from scrm_desktop import log
from scrm_desktop.cli.output import complain, prepare_streams, say, say_json
from scrm_desktop.cli.parser import make_parser
from scrm_desktop.cli.result import DONE, FAILED, WRONG_USE, Result, WrongUse, error_document, error_words
from scrm_desktop.errors import KnownError, ProfileUnwritable
from scrm_desktop.paths import locate_profile, private_umask

Command = Callable[[Namespace], Awaitable[Result | None]]

#: Modules are loaded when their command runs: help must not wait for a database library.
COMMANDS = {
    "account": "accounts:run",
    "sync": "running:sync",
    "watch": "running:watch",
    "inbox": "inbox:inbox",
    "show": "inbox:show",
    "status": "inbox:status",
    "note": "inbox:note",
    "coverage": "inbox:coverage",
    "reply": "sending:reply",
    "outbox": "sending:outbox",
    "canned": "canned:run",
    "doctor": "doctor:doctor",
}


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status."""
    private_umask()
    prepare_streams()
    log.catch_everything()
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_USE
    try:
        return _run(options)
    except BrokenPipeError:
        return _pipe_closed()
    except KeyboardInterrupt:
        return FAILED
    finally:
        log.stop_log()


def _run(options: Namespace) -> int:
    try:
        result = asyncio.run(_main(options))
    except KnownError as error:
        if options.json:
            say_json(error_document(error))
        complain([error_words(error)])
        return WRONG_USE if isinstance(error, WrongUse) else FAILED
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001  # the last resort: logged, and told in one calm sentence
        words = log.report(error, options.command)
        if options.json:
            document = {"code": "BugError", "title": "A fault of the program", "message": words, "retryable": False}
            say_json({"error": document})
        complain([words, log.redact(f"{type(error).__name__}: {error}")])
        return FAILED
    return _print(result, as_json=options.json) if result is not None else DONE


async def _main(options: Namespace) -> Result | None:
    log.catch_in(asyncio.get_running_loop())
    profile = locate_profile(options.profile)
    if profile.is_dir():
        # A profile that can't be written can still be read, and tells no log of it.
        with contextlib.suppress(ProfileUnwritable):
            log.start_log(profile)
    module, _, name = COMMANDS[options.command].partition(":")
    command = cast(Command, getattr(importlib.import_module(f"scrm_desktop.cli.{module}"), name))
    return await command(options)


def _print(result: Result, *, as_json: bool) -> int:
    if as_json:
        say_json(result.document)
    else:
        say(result.lines)
    complain(result.complaints)
    return result.status


def _pipe_closed() -> int:
    """Whoever read our output went away: nothing to say, and nobody to say it to."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return FAILED
    return FAILED
