"""What only the practice network has: its clock, its crisis, its rounds, and what it tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account
from scrm_desktop.errors import BadAnswer, InputError
from scrm_desktop.service.directory import account_ref


def practice_account(accounts: tuple[Account, ...]) -> Account:
    """Our account there; InputError where none is connected."""
    account = next((one for one in accounts if one.practice), None)
    if account is None:
        raise InputError("No practice network is running.")
    return account


async def control(
    account: Account, credentials: Credentials, http: HttpFactory, *, method: str, name: str, form: Mapping[str, str]
) -> Mapping[str, object]:
    """Ask one of the practice network's own addresses; returns its JSON."""
    secret = await credentials.load(account_ref(account.channel, account.remote_id, account.server))
    async with http.client(account.server, {"Authorization": f"Bearer {secret}"}) as client:
        call = Call(method=method, url=f"/api/practice/{name}", form=dict(form) if form else None)
        answer = await ask(client, call)
    told = answer.json()
    if not isinstance(told, dict):
        raise BadAnswer("It is no answer of a practice network.", host=account.server)
    return cast("Mapping[str, object]", told)
