"""Answers that are sent once, and refusals in words."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from scrm_desktop.channels.base import Session
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit.trial import no_upload
from scrm_desktop.channels.wordpress import CHANNEL
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, InputError, RateLimited, Rejected, Unsupported
from support.fake_wordpress import LOGIN, FakeWordPress
from support.wordpress_bench import account

ANSWER = SendMessage(text="Yes & <no>.\n\nMaud", visibility=Visibility.PUBLIC, in_reply_to="1")


async def test_the_same_answer_again_is_the_first_one(site: FakeWordPress, session: Session) -> None:
    site.write("Open on Sunday?", status="hold")
    first = await session.perform(ANSWER, "a", no_upload)
    again = await session.perform(ANSWER, "b", no_upload)
    assert first.remote_id == again.remote_id == "2"
    assert site.comments[2]["content"]["raw"] == "Yes &amp; &lt;no&gt;.\n\nMaud"
    assert first.message is not None
    assert first.message.text == ANSWER.text


async def test_a_duplicate_that_can_not_be_found_is_told(site: FakeWordPress, session: Session) -> None:
    site.write("Open on Sunday?")
    await session.perform(ANSWER, "a", no_upload)
    site.rights = {}
    site.comments[2]["status"] = "hold"
    other = CHANNEL.connect(account(), LOGIN, Http(transport=httpx.MockTransport(site.answer)))
    with pytest.raises(Rejected, match="the same answer"):
        await other.perform(ANSWER, "b", no_upload)
    await other.close()


async def test_refusals_in_words(site: FakeWordPress, session: Session) -> None:
    site.write("Open on Sunday?")
    site.open = False
    with pytest.raises(Forbidden, match="Comments are closed"):
        await session.perform(ANSWER, "a", no_upload)
    site.open, site.flood = True, True
    with pytest.raises(RateLimited) as caught:
        await session.perform(ANSWER, "a", no_upload)
    assert not caught.value.maybe_done
    with pytest.raises(Gone):
        await session.perform(replace(ANSWER, in_reply_to="9"), "a", no_upload)
    with pytest.raises(InputError, match="too long"):
        await session.perform(replace(ANSWER, text="&" * 20_000), "a", no_upload)
    for wrong in (
        replace(ANSWER, visibility=Visibility.DIRECT),
        replace(ANSWER, in_reply_to=None),
        replace(ANSWER, in_reply_to="p1"),
        replace(ANSWER, in_reply_to="../users"),
        DoDeed(deed=Deed.DELETE, target="p1"),
        EditMessage(remote_id="1/2", text="x"),
    ):
        with pytest.raises(Unsupported):
            await session.perform(wrong, "a", no_upload)


async def test_a_comment_that_is_in_its_state_already(site: FakeWordPress, session: Session) -> None:
    site.write("Buy watches", status="spam")
    await session.perform(DoDeed(deed=Deed.SPAM, target="1"), "a", no_upload)
    await session.perform(DoDeed(deed=Deed.UNSPAM, target="1"), "a", no_upload)
    assert site.comments[1]["status"] == "hold", "nothing becomes public by the way"
    fence = await session.fence()
    assert await session.find_sent(DoDeed(deed=Deed.APPROVE, target="1"), fence, "a") is None
    assert await session.find_sent(DoDeed(deed=Deed.UNAPPROVE, target="1"), fence, "a") is not None


@pytest.mark.parametrize(
    ("status", "kind", "body", "error", "words"),
    [
        (200, "text/html", b"<html>Under maintenance</html>", BadAnswer, "a plugin of the site"),
        (200, "application/json", b"<br />\n<b>Warning</b>: in plugin.php[]", BadAnswer, "a plugin of the site"),
        (403, "text/html", b"<html>Blocked</html>", Forbidden, "security plugin or firewall"),
        (404, "text/html", b"<html>Not found</html>", Forbidden, "REST interface"),
        (404, "application/json", b'{"code":"rest_no_route"}', Forbidden, "REST interface"),
    ],
)
async def test_plugins_that_answer_in_its_place(
    status: int, kind: str, body: bytes, error: type[Exception], words: str
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=body, headers={"content-type": kind})

    session = CHANNEL.connect(account(), LOGIN, Http(transport=httpx.MockTransport(answer)))
    with pytest.raises(error, match=words):
        await session.newer("comments", None)
    await session.close()
