"""What is known of our accounts without asking anybody: plain dictionaries, safe to read in any thread."""

from __future__ import annotations

from collections.abc import Mapping

from scrm_desktop.channels.base import Channel
from scrm_desktop.domain.accounts import Account, Capabilities, ChannelInfo
from scrm_desktop.errors import InputError


def account_ref(channel: str, remote_id: str, server: str) -> str:
    """The name under which an account's login is kept; ``server`` is a base URL."""
    return f"{channel}:{remote_id}@{server.split('://', 1)[-1]}"


class Directory:
    """Accounts, their channels, and what their servers allow."""

    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = dict(channels)
        self._accounts: dict[int, Account] = {}
        self._capabilities: dict[int, Capabilities] = {}

    def put(self, account: Account) -> None:
        """A new account, or one that changed."""
        self._accounts = {**self._accounts, account.id: account}

    def drop(self, account_id: int) -> None:
        """The account was removed."""
        self._accounts = {known: account for known, account in self._accounts.items() if known != account_id}

    def accounts(self) -> tuple[Account, ...]:
        """All connected accounts, in the order in which they were added."""
        return tuple(self._accounts[known] for known in sorted(self._accounts))

    def account(self, account_id: int) -> Account:
        """One account; InputError when there is none."""
        account = self._accounts.get(account_id)
        if account is None:
            raise InputError("This account was removed.")
        return account

    def channel(self, name: str) -> Channel:
        """A channel by its name; InputError when this program has none of that name."""
        channel = self._channels.get(name)
        if channel is None:
            known = ", ".join(sorted(self._channels))
            raise InputError(f"There is no channel called {name}. There is: {known}.")
        return channel

    def infos(self) -> tuple[ChannelInfo, ...]:
        """Every channel, by title."""
        return tuple(sorted((channel.info for channel in self._channels.values()), key=lambda info: info.title))

    def learn(self, known: Mapping[int, Capabilities]) -> None:
        """What servers said about themselves, by account."""
        self._capabilities = {**self._capabilities, **known}

    def learned(self) -> dict[int, Capabilities]:
        """What is known of the servers of connected accounts."""
        return {known: one for known, one in self._capabilities.items() if known in self._accounts}

    def capabilities(self, account_id: int) -> Capabilities:
        """What the account's server allows, as far as it is known."""
        return self._capabilities.get(account_id, Capabilities())

    def count(self, account_id: int, text: str, content_warning: str) -> int:
        """Length in the network's own units."""
        account = self._accounts.get(account_id)
        if account is None:
            return len(text) + len(content_warning)
        return self.channel(account.channel).count(text, content_warning, self.capabilities(account_id))
