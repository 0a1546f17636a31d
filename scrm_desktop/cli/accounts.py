"""``account add``, ``account list``, ``account remove``."""

from __future__ import annotations

from argparse import Namespace
from typing import cast

from scrm_desktop.cli.answers import request_of
from scrm_desktop.cli.output import table
from scrm_desktop.cli.profile import ask_running, reading, write
from scrm_desktop.cli.remote import list_accounts
from scrm_desktop.cli.result import Result


async def run(options: Namespace) -> Result:
    """Do what the second word says."""
    match options.what:
        case "add":
            return await _add(options)
        case "remove":
            return await _remove(options)
        case _:
            return await _list(options)


async def _add(options: Namespace) -> Result:
    made = await write(options, "account add", request_of(options))
    return Result(made, (f"Connected @{made['handle']} as account {made['id']}.",))


async def _list(options: Namespace) -> Result:
    told = await ask_running(options, "account list")
    if told is None:
        async with reading(options) as service:
            told = await list_accounts(service, {})
    accounts = cast("list[dict[str, object]]", told["accounts"])
    if not accounts:
        return Result(accounts, ("No account is connected yet.",))
    rows = [[str(one[name] or "") for name in ("id", "channel", "handle", "server", "health")] for one in accounts]
    return Result(accounts, table(("id", "channel", "handle", "server", "health"), rows))


async def _remove(options: Namespace) -> Result:
    request = {"id": options.id, "forget_history": options.forget_history}
    removed = await write(options, "account remove", request)
    return Result(removed, (f"Account {options.id} is removed, and its login is forgotten.",))
