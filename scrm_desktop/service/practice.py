"""What only the practice network can tell: how the round has gone so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account
from scrm_desktop.errors import BadAnswer, InputError
from scrm_desktop.service.directory import account_ref


async def debrief(accounts: tuple[Account, ...], credentials: Credentials, http: HttpFactory) -> Mapping[str, object]:
    """The debrief of the practice round, as its JSON; InputError where no practice account is connected."""
    account = next((one for one in accounts if one.practice), None)
    if account is None:
        raise InputError("No practice network is running.")
    secret = await credentials.load(account_ref(account.channel, account.remote_id, account.server))
    async with http.client(account.server, {"Authorization": f"Bearer {secret}"}) as client:
        answer = await ask(client, Call(method="GET", url="/api/practice/debrief"))
    told = answer.json()
    if not isinstance(told, dict):
        raise BadAnswer("It is no debrief.", host=account.server)
    return cast("Mapping[str, object]", told)
