"""Our accounts, read."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from scrm_desktop.domain.accounts import Account
from scrm_desktop.errors import InputError
from scrm_desktop.store.values import moment

COLUMNS = "id, channel, server, remote_id, handle, display_name, connected_at, practice, removed_at, options"


def all_accounts(connection: sqlite3.Connection, removed: bool) -> tuple[Account, ...]:
    """The accounts, oldest first."""
    condition = "" if removed else "WHERE removed_at IS NULL"
    rows = connection.execute(f"SELECT {COLUMNS} FROM accounts {condition} ORDER BY id")
    return tuple(account_of(row) for row in rows)


def one_account(connection: sqlite3.Connection, account_id: int) -> Account:
    """One account; InputError when there is none."""
    row = connection.execute(f"SELECT {COLUMNS} FROM accounts WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise no_account(account_id)
    return account_of(row)


def no_account(account_id: int) -> InputError:
    """The error for a number that no account has."""
    return InputError(f"There is no account with the number {account_id}.")


def account_of(row: tuple[Any, ...]) -> Account:
    """An account from its row."""
    return Account(
        id=row[0],
        channel=row[1],
        server=row[2],
        remote_id=row[3],
        handle=row[4],
        display_name=row[5],
        connected_at=moment(row[6]),
        practice=bool(row[7]),
        removed=row[8] is not None,
        options=tuple((name, value) for name, value in json.loads(row[9])),
    )
