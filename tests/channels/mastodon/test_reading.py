"""Streams page by page: nothing lost, nothing claimed that was not proved. Faults 19, 24 to 27, 36, 37."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from scrm_desktop.channels.mastodon.reading import DIRECT, NOTIFICATIONS, OWN, Cursor
from scrm_desktop.domain.events import EngagementSeen, MessageSeen, Page, Span, Why
from scrm_desktop.errors import BadAnswer, Gone, Rejected, SignInNeeded, Unsupported
from support.mastodon_parts import ME, START, notification, person, session, status
from support.recordings import SERVER, Recordings, Replay

PATH = "/api/v1/notifications"
LONG_AGO = START - timedelta(days=30)
NOON = START + timedelta(hours=3)


def paged(items: list[Any], *, link: str = "", at: Any = NOON) -> httpx.Response:
    headers = {"date": format_datetime(at, usegmt=True), **({"link": link} if link else {})}
    return httpx.Response(200, json=items, headers=headers)


def mention(number: int, minute: float, **more: Any) -> dict[str, Any]:
    return notification(str(number), minute, status=status(f"s{number}", minute, names=(ME,), **more))


def cursor(remote_id: str, minute: float = 0) -> str:
    return str(Cursor(remote_id, START + timedelta(minutes=minute)))


def ids(page: Page) -> list[str]:
    return [one.message.remote_id for one in page.events if isinstance(one, MessageSeen)]


async def test_the_newest_page_starts_the_stream() -> None:
    replay = Replay().add("GET", PATH, paged([mention(3, 30), mention(2, 20)]))
    page = await session(replay).newer(NOTIFICATIONS, None)
    assert ids(page) == ["s2", "s3"]  # oldest first
    assert page.cursor == cursor("3", 180)
    assert not page.more
    assert page.covered == Span(start=START + timedelta(minutes=20), end=NOON)
    assert replay.params(-1) == {"limit": "40"}


async def test_forward_until_the_server_has_no_more() -> None:
    replay = Replay().add("GET", PATH, paged([mention(3, 30), mention(2, 20)]), paged([mention(4, 40)]), paged([]))
    ours = session(replay)
    first = await ours.newer(NOTIFICATIONS, cursor("1", 10))
    second = await ours.newer(NOTIFICATIONS, first.cursor)
    last = await ours.newer(NOTIFICATIONS, second.cursor)
    assert [ids(one) for one in (first, second, last)] == [["s2", "s3"], ["s4"], []]
    assert [one.more for one in (first, second, last)] == [True, True, False]
    assert [replay.params(index).get("min_id") for index in (-3, -2, -1)] == ["1", "3", "4"]
    assert first.covered == Span(start=START + timedelta(minutes=10), end=START + timedelta(minutes=30))
    assert last.covered == Span(start=START + timedelta(minutes=40), end=NOON)
    assert last.cursor == cursor("4", 180)


async def test_an_empty_page_with_a_link_is_not_the_end() -> None:
    """Fault 25."""
    more = f'<{SERVER}{PATH}?min_id=7>; rel="prev"'
    replay = Replay().add("GET", PATH, paged([], link=more), paged([mention(9, 60)]), paged([]))
    ours = session(replay)
    page = await ours.newer(NOTIFICATIONS, cursor("1"))
    assert page.more
    page = await ours.newer(NOTIFICATIONS, page.cursor)
    assert replay.params(-1)["min_id"] == "7"
    assert ids(page) == ["s9"]


@pytest.mark.parametrize(
    "link",
    [
        f'<{SERVER}{PATH}?min_id=1>; rel="prev"',
        '<https://evil.example/api/v1/notifications?min_id=9>; rel="prev"',
        f'<{SERVER}/api/v1/somewhere/else?min_id=9>; rel="prev"',
        '<http://[bad>; rel="prev"',
        "garbage",
        f'<{SERVER}{PATH}?min_id={"9" * 500}>; rel="prev"',
    ],
)
async def test_a_link_to_itself_or_elsewhere_leads_nowhere(link: str) -> None:
    """Fault 26."""
    replay = Replay().add("GET", PATH, paged([], link=link))
    page = await session(replay).newer(NOTIFICATIONS, cursor("1"))
    assert not page.more
    assert page.cursor is not None
    assert page.cursor.endswith(" 1")
    assert all(one.url.host == "localhost" for one in replay.asked)


async def test_an_empty_list_says_nothing_of_what_was_there() -> None:
    """Fault 27."""
    page = await session(Replay().add("GET", PATH, paged([]))).newer(NOTIFICATIONS, None)
    assert page.events == ()
    assert page.cursor is not None


async def test_a_stream_that_was_empty_misses_nothing_when_it_fills() -> None:
    full = [mention(number, 200 + number) for number in range(80, 40, -1)]
    rest = [mention(number, 200 + number) for number in range(40, 0, -1)]
    replay = Replay().add("GET", PATH, paged([]), paged(full), paged(rest), paged([]))
    ours = session(replay)
    empty = await ours.newer(NOTIFICATIONS, None)
    page = await ours.newer(NOTIFICATIONS, empty.cursor)
    assert len(ids(page)) == 80
    assert page.covered is not None
    assert page.covered.start == NOON


@pytest.mark.parametrize(("code", "error"), [(404, Gone), (410, Gone), (422, Rejected)])
async def test_a_cursor_that_is_not_known_any_more_is_said_so(code: int, error: type[Exception]) -> None:
    """Fault 24: the poller begins anew then and has the gap filled."""
    replay = Replay().add("GET", PATH, httpx.Response(code, json={"error": "no"}))
    replay.add("GET", "/api/v1/accounts/verify_credentials", person(ME))
    with pytest.raises(error):
        await session(replay).newer(NOTIFICATIONS, cursor("gone"))


async def test_a_refused_token_is_known_behind_any_status() -> None:
    """snac2 answers 422 to a token that it does not know."""
    no = httpx.Response(422, json={"error": "no"})
    replay = Replay().add("GET", PATH, no).add("GET", "/api/v1/accounts/verify_credentials", no)
    with pytest.raises(SignInNeeded):
        await session(replay).newer(NOTIFICATIONS, None)


async def test_history_goes_back_to_the_day_that_was_asked_for() -> None:
    replay = Replay().add("GET", PATH, paged([mention(9, 90), mention(8, 80)]), paged([mention(7, 70), mention(6, 5)]))
    ours = session(replay)
    first = await ours.older(NOTIFICATIONS, None, START + timedelta(minutes=10))
    assert (ids(first), first.more) == (["s8", "s9"], True)
    second = await ours.older(NOTIFICATIONS, first.cursor, START + timedelta(minutes=10))
    assert (ids(second), second.more) == (["s6", "s7"], False)
    assert replay.params(-1)["max_id"] == "8"
    assert first.covered == Span(start=START + timedelta(minutes=80), end=NOON)
    assert second.covered == Span(start=START + timedelta(minutes=5), end=START + timedelta(minutes=80))


async def test_the_end_of_history_covers_all_that_was_asked_for() -> None:
    replay = Replay().add("GET", PATH, paged([mention(9, 90)]), paged([]))
    ours = session(replay)
    first = await ours.older(NOTIFICATIONS, None, LONG_AGO)
    last = await ours.older(NOTIFICATIONS, first.cursor, LONG_AGO)
    assert not last.more
    assert last.covered == Span(start=LONG_AGO, end=START + timedelta(minutes=90))


async def test_an_empty_page_of_history_with_a_link_goes_on() -> None:
    older = f'<{SERVER}{PATH}?max_id=5>; rel="next"'
    replay = Replay().add("GET", PATH, paged([mention(9, 90)]), paged([], link=older), paged([mention(4, 4)]))
    ours = session(replay)
    page = await ours.older(NOTIFICATIONS, None, LONG_AGO)
    page = await ours.older(NOTIFICATIONS, page.cursor, LONG_AGO)
    assert page.more
    page = await ours.older(NOTIFICATIONS, page.cursor, LONG_AGO)
    assert replay.params(-1)["max_id"] == "5"
    assert ids(page) == ["s4"]


async def test_a_server_that_does_not_page_back_claims_nothing() -> None:
    replay = Replay().add("GET", PATH, paged([mention(9, 90), mention(8, 80)]))
    ours = session(replay)
    first = await ours.older(NOTIFICATIONS, None, LONG_AGO)
    second = await ours.older(NOTIFICATIONS, first.cursor, LONG_AGO)
    assert not second.more
    assert second.covered is None


async def test_a_list_in_the_other_order_is_read_all_the_same() -> None:
    replay = Replay().add("GET", PATH, paged([mention(2, 20), mention(3, 30)]), paged([]))
    page = await session(replay).newer(NOTIFICATIONS, cursor("1"))
    assert ids(page) == ["s2", "s3"]
    assert page.cursor is not None
    assert page.cursor.endswith(" 3")


async def test_one_poisoned_item_does_not_stop_the_others() -> None:
    """Faults 36 and 37."""
    broken = notification("5", 25, status={"id": "x"})
    strange = notification("6", 26, "from_the_future", status=status("q", 1))
    untyped = {"id": "7", "created_at": "2026-05-04T09:27:00Z"}
    replay = Replay().add("GET", PATH, paged([mention(8, 28), untyped, strange, broken, "text", mention(4, 20)]))
    page = await session(replay).newer(NOTIFICATIONS, None)
    assert ids(page) == ["s4", "s8"]
    assert [one.remote_id for one in page.poison] == ["", "5", "7"]
    assert '"x"' in page.poison[1].raw


async def test_a_mention_is_one_even_where_the_server_does_not_list_who_is_named() -> None:
    """snac2 sends empty lists for people whose host has a port."""
    unnamed = notification("5", 25, status=status("s5", 25, visibility="private"))
    private = {"id": "1", "last_status": status("d1", 4, visibility="direct")}
    replay = Replay().add("GET", PATH, paged([unnamed])).add("GET", "/api/v1/conversations", paged([private]))
    ours = session(replay)
    (mention_event,) = (await ours.newer(NOTIFICATIONS, None)).events
    (direct_event,) = (await ours.newer(DIRECT, None)).events
    assert isinstance(mention_event, MessageSeen)
    assert isinstance(direct_event, MessageSeen)
    assert (mention_event.why, direct_event.why) == (Why.MENTION, Why.DIRECT)


async def test_reactions_are_engagement_and_no_work() -> None:
    favourite = notification("5", 25, "favourite", status=status("mine", 1, by=ME))
    page = await session(Replay().add("GET", PATH, paged([favourite]))).newer(NOTIFICATIONS, None)
    (event,) = page.events
    assert isinstance(event, EngagementSeen)
    assert event.message_id == "mine"


async def test_an_edit_that_somebody_made_comes_with_its_message() -> None:
    edited = status("s1", 1, names=(ME,), edited_at="2026-05-04T09:30:00Z")
    replay = Replay().add("GET", PATH, paged([notification("9", 30, "update", status=edited)]))
    (event,) = (await session(replay).newer(NOTIFICATIONS, None)).events
    assert isinstance(event, MessageSeen)
    assert event.why is Why.MENTION
    assert event.message.edited_at is not None


async def test_private_conversations_are_paged_by_their_newest_message() -> None:
    last = status("d9", 9, by=ME, names=("2",), visibility="direct")
    replay = Replay().add("GET", "/api/v1/conversations", paged([{"id": "14", "last_status": last}]), paged([]))
    ours = session(replay)
    page = await ours.newer(DIRECT, None)
    (event,) = page.events
    assert isinstance(event, MessageSeen)
    assert (event.why, event.thread_key) == (Why.OWN, "direct:2")
    await ours.newer(DIRECT, page.cursor)
    assert replay.params(-1)["min_id"] == "d9"


async def test_a_server_without_private_conversations_is_not_asked_again() -> None:
    replay = Replay()
    ours = session(replay)
    assert (await ours.newer(DIRECT, None)).events == ()
    assert (await ours.newer(DIRECT, None)).events == ()
    assert replay.paths().count("GET /api/v1/conversations") == 1


async def test_our_own_posts_without_boosts() -> None:
    replay = Replay().add("GET", f"/api/v1/accounts/{ME}/statuses", paged([status("o1", 5, by=ME)]))
    (event,) = (await session(replay).newer(OWN, None)).events
    assert isinstance(event, MessageSeen)
    assert event.why is Why.OWN
    assert replay.params(-1)["exclude_reblogs"] == "true"


async def test_there_are_three_streams_and_no_other() -> None:
    ours = session(Replay())
    assert [one.name for one in ours.streams] == [NOTIFICATIONS, DIRECT, OWN]
    with pytest.raises(Unsupported):
        await ours.newer("home", None)


async def test_a_document_of_the_wrong_kind_is_a_bad_answer() -> None:
    with pytest.raises(BadAnswer, match="list was expected"):
        await session(Replay().add("GET", PATH, {"error": None})).newer(NOTIFICATIONS, None)


async def test_a_server_that_does_not_describe_itself_can_be_read() -> None:
    broken = httpx.Response(500, json={})
    replay = Replay().add("GET", "/api/v2/instance", broken).add("GET", PATH, paged([mention(1, 1)]))
    assert ids(await session(replay).newer(NOTIFICATIONS, None)) == ["s1"]


async def test_ids_with_slashes_stay_one_segment() -> None:
    """Fault 38."""
    strange = "https://x.example/objects/1?a=b%2e"
    replay = Replay().add("GET", f"/api/v1/accounts/{ME}/statuses", paged([]))
    with pytest.raises(Gone):
        await session(replay)._api.status(strange)
    assert replay.asked[-1].url.raw_path == b"/api/v1/statuses/https%3A%2F%2Fx.example%2Fobjects%2F1%3Fa%3Db%252e"


@pytest.mark.parametrize("cassette", ["test_notifications_dismiss", "test_notification_requests_accept"])
async def test_recorded_notifications(recordings: Recordings, cassette: str) -> None:
    recorded = recordings.one("GET", PATH, cassette=cassette)
    mine = recorded.json()[0].get("status") or {"mentions": [{"id": ME}]}
    replay = Replay().add("GET", PATH, recorded, [])
    ours = session(replay, account_id=mine["mentions"][0]["id"])
    page = await ours.newer(NOTIFICATIONS, None)
    assert page.events
    assert not page.poison
    assert page.cursor is not None
    assert page.cursor.split(" ")[1] == recorded.json()[0]["id"]
    await ours.newer(NOTIFICATIONS, page.cursor)
    assert replay.params(-1)["min_id"] == recorded.json()[0]["id"]


async def test_recorded_pages_of_our_posts_follow_each_other(recordings: Recordings) -> None:
    found = recordings.find("GET", r"/api/v1/accounts/\d+/statuses", cassette="cassettes/test_fetch_next_previous")
    account = found[0].path.split("/")[4]
    replay = Replay().add("GET", found[0].path, *found[:2])
    ours = session(replay, account_id=account)
    first = await ours.older(OWN, None, LONG_AGO - timedelta(days=4000))
    second = await ours.older(OWN, first.cursor, LONG_AGO - timedelta(days=4000))
    expected = dict(found[1].query)["max_id"]
    assert replay.params(-1)["max_id"] == expected
    assert not set(ids(first)) & set(ids(second))


async def test_recorded_conversations(recordings: Recordings) -> None:
    recorded = recordings.find("GET", "/api/v1/conversations", cassette="cassettes/test_conversations")[-1]
    replay = Replay().add("GET", "/api/v1/conversations", recorded)
    page = await session(replay).newer(DIRECT, None)
    assert not page.poison
    for entry in recorded.json():
        assert entry["last_status"]["id"] in ids(page)
