"""The contract can fail: channels that lie, lose, repeat or talk too much are all caught."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from scrm_desktop.channels.base import Channel, HttpFactory, KeepSecret, Session, UploadDone
from scrm_desktop.channels.kit import Bench, Fault, FaultKind
from scrm_desktop.channels.kit.contract import ChannelContract
from scrm_desktop.channels.kit.contract_writing import DONE, NEVER
from scrm_desktop.channels.mastodon.session import MastodonSession
from scrm_desktop.domain.accounts import Account, Capabilities, LoginResult
from scrm_desktop.domain.commands import Command, Deed, DoDeed, Fence, Outcome
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import InputError, KnownError, NoAnswer, Offline, Rejected
from support.mastodon_bench import MastodonBench


class Forwarding:
    """A Mastodon whose sessions are of another class."""

    def __init__(self, channel: Channel, kind: type[MastodonSession]) -> None:
        self._channel, self._kind = channel, kind

    def __getattr__(self, name: str) -> Any:
        return getattr(self._channel, name)

    def connect(
        self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None
    ) -> Session:
        return self._kind(account, secret, http)


def contract(kind: type[MastodonSession]) -> ChannelContract:
    class Lying(ChannelContract):
        smaller = False

        def bench(self) -> Bench:
            bench = MastodonBench()
            bench.channel = Forwarding(bench.channel, kind)
            return bench

    return Lying()


class NeverDone(MastodonSession):
    """Says of everything that it did not happen."""

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        try:
            return await super().perform(command, key, uploaded)
        except KnownError:
            raise Rejected(host="h", reason="no") from None


def test_what_arrived_is_said_not_to_have() -> None:
    with pytest.raises(AssertionError, match="says that it did not"):
        contract(NeverDone).test_an_answer_that_is_lost(DONE[0])


class AlwaysDone(MastodonSession):
    """Says of everything that it may have happened."""

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        try:
            return await super().perform(command, key, uploaded)
        except Offline:
            raise NoAnswer(host="h") from None


def test_what_never_left_is_said_to_have() -> None:
    with pytest.raises(AssertionError, match="may have arrived"):
        contract(AlwaysDone).test_what_never_arrived_is_not_found_and_can_be_sent_again(NEVER[0])


class FindsAnything(MastodonSession):
    """Takes whatever it wrote for what is looked for."""

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        own = await self._api.own_statuses(self._account.remote_id)
        return Outcome(remote_id=str(own.items[0]["id"])) if own.items else None  # type: ignore[index,call-overload]


def test_an_older_message_is_taken_for_a_new_one() -> None:
    with pytest.raises(AssertionError, match="older message"):
        contract(FindsAnything).test_the_same_words_again_are_another_message()


class Skips(MastodonSession):
    """Loses the rest of a page that broke."""

    async def newer(self, stream: str, cursor: str | None) -> Page:
        try:
            return await super().newer(stream, cursor)
        except KnownError:
            return replace(await super().newer(stream, None), events=())


def test_what_a_broken_answer_held_is_lost() -> None:
    with pytest.raises(AssertionError, match=r"came in as \[\]"):
        contract(Skips).test_what_was_broken_off_is_begun_again_and_comes_in_once()


class Doubles(MastodonSession):
    """Gives what it has read a new id each time."""

    async def newer(self, stream: str, cursor: str | None) -> Page:
        page = await super().newer(stream, cursor)
        events = tuple(
            replace(one, message=replace(one.message, remote_id=f"{stream}-{one.message.remote_id}-{cursor}"))  # type: ignore[union-attr,type-var,call-arg]
            for one in page.events
        )
        return replace(page, events=events)  # type: ignore[arg-type]


def test_an_id_that_changes_is_noticed() -> None:
    with pytest.raises(AssertionError):
        contract(Doubles).test_what_was_broken_off_is_begun_again_and_comes_in_once()


class Boasts(MastodonSession):
    """Claims what it can't, and only pretends to favour."""

    async def describe(self) -> Capabilities:
        return replace(await super().describe(), hide=True, boost=False)

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        if isinstance(command, DoDeed) and command.deed is Deed.FAVOURITE:
            return Outcome(remote_id=command.target)
        return await super().perform(command, key, uploaded)


@pytest.mark.parametrize(("name", "said"), [("favourite", "nothing happened"), ("boost", "not claimed")])
def test_a_capability_that_is_not_true(name: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        contract(Boasts).test_a_deed_is_done_and_taken_back_or_refused(name)


def test_a_claimed_deed_that_is_refused() -> None:
    with pytest.raises(KnownError, match="nothing of that kind"):
        contract(Boasts).test_a_deed_is_done_and_taken_back_or_refused("hide")


class Crashes(MastodonSession):
    """Lets a foreign error out."""

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        found = await self._api.get("/api/v1/notifications")
        return Page(cursor=str(found[0]["id"]))  # type: ignore[index,call-overload]


def test_a_foreign_error() -> None:
    with pytest.raises(AssertionError, match=r"older met .* and ended in"):
        contract(Crashes).test_every_error_is_one_of_ours("older")


class Chatters(MastodonSession):
    """Logs what it signs in with."""

    async def newer(self, stream: str, cursor: str | None) -> Page:
        logging.getLogger("chatty").debug("asking with %s", self._auth)
        return await super().newer(stream, cursor)


def test_a_secret_in_a_log() -> None:
    with pytest.raises(AssertionError, match="a secret stands in"):
        contract(Chatters).test_nothing_secret_is_told()


class Talks(Forwarding):
    """Tells whoever it does not let in their own token."""

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        try:
            return await self._channel.with_token(server, token, http)
        except KnownError:
            raise InputError(f"{token} is no token.") from None


class Trusts(Forwarding):
    """Lets everybody in."""

    async def with_token(self, server: str, token: str, http: HttpFactory) -> LoginResult:
        return LoginResult(server=server, remote_id="1", handle="me", display_name="Me", secret=token)


@pytest.mark.parametrize(("kind", "said"), [(Talks, "secret stands in the error"), (Trusts, "it signed in although")])
def test_a_login_that_talks_or_lets_everybody_in(kind: type[Forwarding], said: str) -> None:
    bench = MastodonBench()
    bench.channel = kind(bench.channel, MastodonSession)
    with pytest.raises(AssertionError, match=said):
        on(bench).test_a_login_that_fails_is_told_in_words()


class Generous(MastodonBench):
    """A network that takes one letter more than the channel believes."""

    def at_the_limit(self, capabilities: Capabilities) -> list[tuple[str, str]]:
        self.fake.max_characters += 1
        return [("a" * capabilities.max_characters, "a" * (capabilities.max_characters + 1))]

    def rate_limits(self, until: datetime) -> list[Any]:
        return [replace(super().rate_limits(until)[0], headers=wrong(until))]


def wrong(until: datetime) -> Mapping[str, str]:
    return {"x-slow-down-until": until.isoformat()}


class OnGenerous(ChannelContract):
    def bench(self) -> Bench:
        return Generous()


def test_a_limit_that_the_network_does_not_have() -> None:
    with pytest.raises(AssertionError, match="more than we allow"):
        OnGenerous().test_the_longest_text_fits_and_one_unit_more_does_not()


def test_a_dialect_that_is_not_understood() -> None:
    with pytest.raises(AssertionError, match="was said"):
        OnGenerous().test_slow_down_is_understood()


class Stumbles(MastodonBench):
    """A normaliser that raises, and one that forgets."""

    def __init__(self, *, forgets: bool) -> None:
        super().__init__()
        self.forgets = forgets

    async def normalise(self, items: Any) -> Page:
        if self.forgets:
            return await super().normalise([one for one in items if one and isinstance(one, dict)])
        return await super().normalise([{**one, "account": dict(one["account"])} for one in items])


def on(bench: Bench) -> ChannelContract:
    class Contract(ChannelContract):
        smaller = False

        def bench(self) -> Bench:
            return bench

    return Contract()


def test_a_normaliser_that_is_not_total() -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        on(Stumbles(forgets=False)).test_normalising_is_pure_and_total()


def test_a_normaliser_that_drops_in_silence() -> None:
    with pytest.raises(AssertionError, match="neither understood nor set aside"):
        on(Stumbles(forgets=True)).test_what_can_not_be_understood_is_set_aside()


def test_a_fault_hits_as_often_as_it_should() -> None:
    fault = Fault(kind=FaultKind.LOST, skip=1, times=2)
    assert [fault.takes(writes=False) for _ in range(4)] == [False, True, True, False]
