"""Logging in, forgetting, and moving: what belongs together in the keyring, the store and the fleet."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from weakref import WeakKeyDictionary

from scrm_desktop.channels.base import HttpFactory, Session
from scrm_desktop.credentials import Credentials
from scrm_desktop.domain.accounts import Account, LoginHelp, LoginMethod, LoginResult
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import CredentialError, KnownError
from scrm_desktop.service.directory import Directory, account_ref
from scrm_desktop.service.fleet import Fleet
from scrm_desktop.store import Store

_log = logging.getLogger(__name__)

PRACTICE_CHANNEL = "mastodon"


class Logins:
    """Every way in which an account comes or goes."""

    def __init__(
        self,
        *,
        store: Store,
        credentials: Credentials,
        http: HttpFactory,
        directory: Directory,
        publish: Callable[[Changes], None],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._credentials = credentials
        self._http = http
        self._directory = directory
        self._publish = publish
        self._now = now
        self._unkept: WeakKeyDictionary[LoginHelp, tuple[str, Mapping[str, str], LoginResult]] = WeakKeyDictionary()

    async def connect(self, account: Account) -> Session:
        """A session with the login from the keyring; SecretMissing, KeyringLocked, KeyringMissing."""
        ref = account_ref(account.channel, account.remote_id, account.server)
        secret = await self._credentials.load(ref) if self._has_secret(account.channel) else ""

        async def keep(renewed: str) -> None:
            await self._credentials.renew(ref, renewed)

        return self._directory.channel(account.channel).connect(account, secret, self._http, keep)

    async def sign_in(self, channel: str, answers: Mapping[str, str], help: LoginHelp, *, keep: bool) -> Account:
        """Log in through the network's own way.

        A finished login that the keyring would not take is remembered, so that the same question with ``keep``
        false does not send the person through the browser again. It is forgotten together with ``help``: whoever
        gave it up and begins anew may want another account of that server.
        """
        unkept = self._unkept.pop(help, None)
        if unkept is not None and unkept[:2] == (channel, dict(answers)):
            login = unkept[2]
        else:
            login = await self._directory.channel(channel).sign_in(answers, help, self._http)
        try:
            return await self._add(channel, login, keep=keep)
        except CredentialError:
            self._unkept[help] = (channel, dict(answers), login)
            raise

    async def with_token(self, channel: str, server: str, token: str, *, keep: bool) -> Account:
        """Log in with a token that the person has."""
        login = await self._directory.channel(channel).with_token(server, token, self._http)
        return await self._add(channel, login, keep=keep)

    async def practice(self, url: str, token: str) -> Account:
        """The practice network's account: known by its remote id, wherever the network listens this time."""
        login = await self._directory.channel(PRACTICE_CHANNEL).with_token(url, token, self._http)
        return await self._add(PRACTICE_CHANNEL, login, keep=False, practice=True)

    async def _add(self, channel: str, login: LoginResult, *, keep: bool, practice: bool = False) -> Account:
        # The secret first: an account in the store that nobody can log in to would be of no use.
        if self._has_secret(channel):
            await self._credentials.store(account_ref(channel, login.remote_id, login.server), login.secret, keep=keep)
        account, changes = await self._store.accounts.add(channel, login, connected_at=self._now(), practice=practice)
        if account.server != login.server:
            account = await self._store.accounts.move(account.id, login.server)
        self._directory.put(account)
        self._publish(changes | Changes(accounts=frozenset({account.id})))
        return account

    def _has_secret(self, channel: str) -> bool:
        """Whether there is anything for the keyring to keep: an open network needs no keyring."""
        return self._directory.channel(channel).info.login.method is not LoginMethod.OPEN

    async def set_options(self, account: Account, options: Mapping[str, str]) -> Account:
        """Other options for an account; what its channel does not know is left out."""
        allowed = {field.name for field in self._directory.channel(account.channel).info.options}
        chosen = tuple((name, value) for name, value in options.items() if name in allowed)
        kept = tuple((name, value) for name, value in account.options if name not in dict(chosen))
        changed, changes = await self._store.accounts.set_options(account.id, (*kept, *chosen))
        self._directory.put(changed)
        self._publish(changes)
        return changed

    async def remove(self, account: Account, fleet: Fleet, *, forget_history: bool) -> None:
        """Stop, give the login back, forget it; a server that can't be reached does not keep an account alive."""
        try:
            async with fleet.session(account) as session:
                await session.revoke()
        except KnownError as error:
            _log.warning("the login of account %s could not be given back: %s", account.id, error.code)
        await fleet.remove(account.id)
        await self._attempt(
            lambda: self._credentials.forget(account_ref(account.channel, account.remote_id, account.server))
        )
        changes = await self._store.accounts.remove(account.id, forget_history=forget_history)
        self._directory.drop(account.id)
        self._publish(changes | Changes(accounts=frozenset({account.id})))

    @staticmethod
    async def _attempt(step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except CredentialError as error:
            _log.warning("a login could not be removed from the keyring: %s", error.code)
