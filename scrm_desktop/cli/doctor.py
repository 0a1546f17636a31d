"""``doctor``: what is installed, reachable, locked or broken, and what to do about it.

Every check looks for itself and none stops the others. The command has done its work (status 0) when it
could look; ``ok`` in the document says whether everything is well.
"""

from __future__ import annotations

import asyncio
import sqlite3
from argparse import Namespace
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.registry import channels
from scrm_desktop.cli.installed import Check, libraries, program, window_libraries
from scrm_desktop.cli.profile import ask_running, reading
from scrm_desktop.cli.result import Result
from scrm_desktop.config import profile_id
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account
from scrm_desktop.errors import KnownError, SecretMissing, StoreDamaged, StoreError
from scrm_desktop.paths import CACHE, WORK, open_profile
from scrm_desktop.service.directory import account_ref
from scrm_desktop.store.connect import open_single

#: Seconds that one server may take.
REACH = 15.0


async def doctor(options: Namespace) -> Result:
    """Look at everything, print it, and name what to do."""
    checks = [program(), libraries(), window_libraries()]
    profile = await _profile(options, checks)
    if profile is not None:
        checks += [_database(profile / WORK, _WORK_ADVICE), _database(profile / CACHE, _CACHE_ADVICE)]
        keeper = Credentials(profile_id=profile_id(profile))
        checks.append(await _keyring(keeper))
        checks += await _accounts(options, keeper, checks)
    well = all(check.ok for check in checks)
    document = {"ok": well, "checks": [check.document() for check in checks]}
    lines = [line for check in checks for line in check.lines()]
    return Result(document, (*lines, "All is well." if well else "Something needs attention: see above."))


_WORK_ADVICE = "Keep a copy of the profile folder, then open the program: it offers what its backups folder holds."
_CACHE_ADVICE = "Open the program: it sets this file aside and reads everything from the networks again."


async def _profile(options: Namespace, checks: list[Check]) -> Path | None:
    try:
        profile = open_profile(options.profile)
    except StoreError as error:
        checks.append(Check("profile", False, error.message, "Name a folder of your own with --profile."))
        return None
    told = await ask_running(options, "account list")
    running = "a program of ours is using it now" if told is not None else "nobody is using it now"
    checks.append(Check("profile", True, f"{profile}; {running}"))
    return profile


def _database(path: Path, advice: str) -> Check:
    name = f"database {path.name}"
    if not path.exists():
        return Check(name, True, "not made yet")
    try:
        with closing(open_single(path, read_only=True)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except (sqlite3.Error, KnownError) as error:
        return Check(name, False, f"it can't be read: {error}", advice)
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    return Check(name, True, f"sound, {size}") if found == ["ok"] else Check(name, False, "; ".join(found), advice)


async def _keyring(keeper: Credentials) -> Check:
    report = await keeper.check()
    if report.state == "ok":
        return Check("keyring", True, f"{report.backend} keeps what is written")
    return Check("keyring", False, f"{report.state}: {report.message}", report.advice)


async def _accounts(options: Namespace, keeper: Credentials, checks: list[Check]) -> list[Check]:
    if not all(check.ok for check in checks if check.name.startswith("database")):
        return []
    try:
        async with reading(options) as service:
            views = await service.accounts()
    except StoreError as error:
        return [Check("accounts", False, error.message, "" if isinstance(error, StoreDamaged) else error.title)]
    if not views:
        return [Check("accounts", True, "none is connected yet")]
    http = Http()
    return list(await asyncio.gather(*(_account(view.account, keeper, http) for view in views)))


async def _account(account: Account, keeper: Credentials, http: Http) -> Check:
    name = f"account @{account.handle}"
    if account.practice:
        return Check(name, True, "the practice network's; its login is never kept")

    async def look() -> str:
        secret = await keeper.load(account_ref(account.channel, account.remote_id, account.server))
        session = channels()[account.channel].connect(account, secret, http)
        try:
            server = await session.describe()
        finally:
            await session.close()
        lacks = f"; {' '.join(server.missing)}" if server.missing else ""
        return f"{account.server} answers: {server.software} {server.version}{lacks}"

    return await _looked(name, look)


async def _looked(name: str, look: Callable[[], Awaitable[str]]) -> Check:
    try:
        async with asyncio.timeout(REACH + 20):
            return Check(name, True, await look())
    except SecretMissing as error:
        return Check(name, False, error.message, "Sign in again: account add, or in the window under Accounts.")
    except KnownError as error:
        return Check(name, False, f"{error.title}: {error.message}", "It is tried again by itself while we run.")
    except TimeoutError:
        return Check(name, False, "no answer in time", "Check this computer's network.")
    except KeyError as error:
        return Check(name, False, f"no channel named {error}", "Install the package that brings this channel.")
