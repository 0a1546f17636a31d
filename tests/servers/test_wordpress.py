"""The program without a window on a real WordPress, from the login to the end of it; what the double stands on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit.trial import no_upload
from scrm_desktop.channels.wordpress import CHANNEL
from scrm_desktop.channels.wordpress.counting import LONGEST
from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, SendMessage
from scrm_desktop.domain.events import MessageGone, MessageSeen, Page
from scrm_desktop.domain.messages import Moderation, Visibility
from scrm_desktop.errors import InputError, SignInNeeded
from support.cli import Cli
from support.wordpress_server import ADMIN, WordPress

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def site() -> Iterator[WordPress]:
    """One site for all: it takes seconds to make."""
    with WordPress() as running:
        yield running


DEEDS = (
    (Deed.SPAM, Moderation.SPAM),
    (Deed.UNSPAM, Moderation.HELD),
    (Deed.TRASH, Moderation.TRASH),
    (Deed.UNTRASH, Moderation.HELD),
    (Deed.APPROVE, Moderation.NONE),
    (Deed.UNAPPROVE, Moderation.HELD),
    (Deed.APPROVE, Moderation.NONE),
)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def account(made: LoginResult) -> Account:
    """As the store would keep it."""
    return Account(
        id=1,
        channel="wordpress",
        server=made.server,
        remote_id=made.remote_id,
        handle=made.handle,
        display_name=made.display_name,
        connected_at=datetime.now(UTC),
        options=made.options,
    )


def seen(page: Page) -> list[MessageSeen]:
    """Its comments, without the posts above them."""
    return [one for one in page.events if isinstance(one, MessageSeen) and one.message.remote_id.isdecimal()]


class Browser:
    """Whoever sits in front of the browser says yes, or no."""

    def __init__(self, site: WordPress, *, agrees: bool = True) -> None:
        self.site, self.agrees = site, agrees

    async def open_browser(self, url: str) -> bool:
        """Press the button, and follow where the site sends the browser."""
        asyncio.get_running_loop().run_in_executor(None, self._press, url)
        return True

    def _press(self, url: str) -> None:
        self.site.visit(self.site.authorize(url, agrees=self.agrees))

    async def ask_code(self, url: str) -> str:
        """Nobody pastes anything."""
        raise AssertionError(url)


def connected(site: WordPress, cli: Cli) -> str:
    """The account added with a pasted application password, which is returned."""
    password = site.password()
    cli("account", "add", "wordpress", "--server", site.url, given=f"{ADMIN}:{password.replace(' ', '')}")
    return password


def row(cli: Cli, text: str) -> dict[str, Any]:
    """The inbox's line with this text."""
    cli("sync")
    (found,) = [one for one in cli("inbox").json if text in one["text"]]
    return dict(found)


def state(site: WordPress, password: str, text: str) -> str:
    """What the site says of a comment."""
    (found,) = [one for one in site.comments(password) if text in one["content"]["raw"]]
    return str(found["status"])


def test_the_site_s_own_page_lets_us_in_and_takes_it_back(site: WordPress) -> None:
    async def work() -> None:
        made = await CHANNEL.sign_in({"server": site.url}, Browser(site), Http())
        assert made.handle.startswith(f"{ADMIN}@")
        assert dict(made.options)["api"] == f"{site.url}/wp-json/"
        session = CHANNEL.connect(account(made), made.secret, Http())
        assert (await session.describe()).approve
        await session.revoke()
        await session.close()
        password = made.secret.partition(":")[2]
        with site.rest(password) as client:
            assert client.get("/users/me").status_code == 401

    asyncio.run(work())


def test_from_a_held_comment_to_an_answer_that_is_sent_once(site: WordPress, cli: Cli) -> None:
    password = connected(site, cli)
    cli("sync")
    site.comment("Do you bake without <b>nuts</b>?", name="Anna Kim")
    assert state(site, password, "nuts") == "hold"
    found = row(cli, "nuts")
    assert found["unread"] == 1
    shown = cli("show", str(found["id"])).json
    (asked,) = [one for one in shown["messages"] if one["direction"] == "in"]
    assert asked["text"] == "Do you bake without nuts?"
    sent = cli("reply", str(found["id"]), "--wait", "30", given="Yes: <every> Monday & “Friday”.").json
    assert sent["state"] == "sent"
    answers = [one for one in site.comments(password) if str(one["parent"]) == asked["remote_id"]]
    assert [one["content"]["raw"] for one in answers] == ["Yes: &lt;every&gt; Monday &amp; “Friday”."]
    again = cli("reply", str(found["id"]), "--wait", "30", given="Yes: <every> Monday & “Friday”.").json
    assert again["state"] == "sent"
    assert len([one for one in site.comments(password) if str(one["parent"]) == asked["remote_id"]]) == 1
    cli("sync")
    shown = cli("show", str(found["id"])).json
    assert [one["text"] for one in shown["messages"]][-1:] == ["Yes: <every> Monday & “Friday”."]


def test_moderation_editing_and_a_password_that_is_withdrawn(site: WordPress) -> None:
    site.comment("Cheap watches here", name="Spammer", mail="s@spam.example")

    async def work() -> None:
        made = await CHANNEL.with_token(site.url, f"{ADMIN}:{site.password()}", Http())
        session = CHANNEL.connect(account(made), made.secret, Http())
        found = await session.newer("queue", None)
        remote_id = next(one.message.remote_id for one in seen(found) if "watches" in one.message.text)
        for deed, wanted in DEEDS:
            for _ in range(2):  # WordPress calls the second time a failure of its own
                await session.perform(DoDeed(deed=deed, target=remote_id), "key", no_upload)
            (now,) = seen(await session.refresh((remote_id,)))
            assert now.message.moderation is wanted, deed
        reply = SendMessage(text="No, thanks.", visibility=Visibility.PUBLIC, in_reply_to=remote_id)
        fence = await session.fence()
        assert await session.find_sent(reply, fence, "key") is None
        outcome = await session.perform(reply, "key", no_upload)
        found_again = await session.find_sent(reply, fence, "key")
        assert found_again is not None
        assert found_again.remote_id == outcome.remote_id
        await session.perform(EditMessage(remote_id=outcome.remote_id, text="No."), "key", no_upload)
        (edited,) = seen(await session.refresh((outcome.remote_id,)))
        assert (edited.message.text, edited.message.own) == ("No.", True)
        await session.perform(DoDeed(deed=Deed.DELETE, target=outcome.remote_id), "key", no_upload)
        gone = await session.refresh((outcome.remote_id,))
        assert gone.events == (MessageGone(remote_id=outcome.remote_id),)
        long = SendMessage(text="a" * LONGEST, visibility=Visibility.PUBLIC, in_reply_to=remote_id)
        assert (await session.perform(long, "key", no_upload)).remote_id
        with pytest.raises(InputError):
            await session.perform(replace(long, text="b" * (LONGEST + 1)), "key", no_upload)
        await session.revoke()
        with pytest.raises(SignInNeeded):
            await session.describe()
        await session.close()

    asyncio.run(work())


def test_history_is_read_back_page_by_page_and_news_forward(site: WordPress) -> None:
    site.fill(230)

    async def work() -> None:
        made = await CHANNEL.with_token(site.url, f"{ADMIN}:{site.password()}", Http())
        session = CHANNEL.connect(account(made), made.secret, Http())
        for read in (session.older, None):
            ids: set[str] = set()
            cursor: str | None = "2001-01-01T00:00:00+00:00 0" if read is None else None
            for _ in range(40):
                page = await (session.newer("comments", cursor) if read is None else read("comments", cursor, LONG_AGO))
                ids |= {one.message.remote_id for one in seen(page) if "filling" in one.message.text}
                assert not page.poison
                cursor = page.cursor or cursor
                if not page.more:
                    break
            assert len(ids) == 230
        await session.close()

    asyncio.run(work())


def test_a_person_who_says_no(site: WordPress) -> None:
    async def work() -> None:
        with pytest.raises(Exception, match="not allowed"):
            await CHANNEL.sign_in({"server": site.url}, Browser(site, agrees=False), Http())

    asyncio.run(work())
