"""The program without a window on a real WordPress, from the login to the end of it; what the double stands on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.wordpress import CHANNEL
from support.cli import Cli
from support.wordpress_server import ADMIN, WordPress

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def site() -> Iterator[WordPress]:
    """One site for all: it takes seconds to make."""
    with WordPress() as running:
        yield running


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
        session = CHANNEL.connect(site.account(made), made.secret, Http())
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
    (asked,) = shown["messages"]
    assert asked["text"] == "Hello world!\nDo you bake without nuts?"
    sent = cli("reply", str(found["id"]), "--wait", "30", given="Yes: <every> Monday & “Friday”.").json
    assert sent["state"] == "sent"
    answers = [one for one in site.comments(password) if str(one["parent"]) == asked["remote_id"]]
    assert [one["content"]["raw"] for one in answers] == ["Yes: &lt;every&gt; Monday &amp; “Friday”."]
    again = cli("reply", str(found["id"]), "--wait", "30", given="Yes: <every> Monday & “Friday”.").json
    assert again["state"] == "sent"
    assert len([one for one in site.comments(password) if str(one["parent"]) == asked["remote_id"]]) == 1
    cli("sync")
    shown = cli("show", str(found["id"])).json
    assert [one["text"] for one in shown["messages"]][1:] == ["Yes: <every> Monday & “Friday”."]


def test_moderation_and_editing_and_a_login_that_is_withdrawn(site: WordPress) -> None:
    asyncio.run(site.moderate())


def test_a_person_who_says_no(site: WordPress) -> None:
    async def work() -> None:
        with pytest.raises(Exception, match="not allowed"):
            await CHANNEL.sign_in({"server": site.url}, Browser(site, agrees=False), Http())

    asyncio.run(work())
