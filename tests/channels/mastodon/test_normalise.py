"""One status, one person, one notification: what becomes of each field, and of its absence."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from scrm_desktop.channels.mastodon import normalise
from scrm_desktop.channels.mastodon.normalise import Unreadable, Us
from scrm_desktop.channels.mastodon.people import profile
from scrm_desktop.domain.events import EngagementKind, Why
from scrm_desktop.domain.messages import AttachmentKind, Visibility
from support.mastodon_parts import ME, mention_of, notification, person, status

US = Us(ME, "house.example")


def test_a_whole_status() -> None:
    source = status(
        "11",
        5,
        to="10",
        names=(ME, "3"),
        spoiler_text="about food",
        edited_at="2026-05-04T10:00:00.000Z",
        language="fr",
        in_reply_to_account_id="3",
        replies_count=1,
        reblogs_count=2,
        favourites_count=3,
        favourited=True,
        reblogged=True,
        sensitive=True,
        application={"name": "Tusky", "website": None},
        url="https://house.example/@person2/11",
        emojis=[{"shortcode": "oak", "url": "https://e/x.gif", "static_url": "https://e/x.png"}],
        media_attachments=[
            {
                "id": "5",
                "type": "image",
                "url": "https://m/a.png",
                "preview_url": "https://m/s.png",
                "description": "an <oak>",
                "meta": {"original": {"width": 640, "height": 480}},
            },
            {"id": 6, "type": "holo", "url": None, "remote_url": "https://far/b.bin"},
        ],
        poll={
            "expires_at": "2026-05-05T09:00:00Z",
            "expired": False,
            "multiple": True,
            "voters_count": 3,
            "options": [{"title": "yes", "votes_count": 2}, {"title": "no", "votes_count": None}],
        },
    )
    found = normalise.message(source, US)
    assert (found.remote_id, found.text, found.own) == ("11", "text of 11", False)
    assert found.created_at == datetime(2026, 5, 4, 9, 5, tzinfo=UTC)
    assert found.edited_at == datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
    assert (found.in_reply_to, found.in_reply_to_author, found.language) == ("10", "3", "fr")
    assert found.content_warning == "about food"
    assert (found.replies, found.boosts, found.favourites) == (1, 2, 3)
    assert (found.favourited, found.boosted, found.sensitive, found.application) == (True, True, True, "Tusky")
    assert [one.handle for one in found.mentions] == ["person1@house.example", "person3@house.example"]
    assert found.emojis[0].url == "https://e/x.png"
    image, other = found.attachments
    assert (image.kind, image.description, image.width) == (AttachmentKind.IMAGE, "an <oak>", 640)
    assert (other.remote_id, other.kind, other.url) == ("6", AttachmentKind.FILE, "https://far/b.bin")
    assert found.poll is not None
    assert [(one.text, one.votes) for one in found.poll.options] == [("yes", 2), ("no", None)]
    assert found.poll.multiple
    assert found.poll.voters == 3


def test_a_whole_person() -> None:
    found = profile(
        {
            "id": "9",
            "acct": "zoe@far.example",
            "display_name": "Zoé\n\u202e",
            "note": "<p>likes<br>oaks</p>",
            "followers_count": 7,
            "following_count": -1,
            "statuses_count": 12.0,
            "created_at": "2024-01-01T00:00:00.000Z",
            "bot": True,
            "avatar": "https://far/a.gif",
            "avatar_static": "https://far/a.png",
            "url": "javascript:alert(1)",
            "fields": [{"name": "web", "value": '<a href="https://zoe.example" rel="me">zoe.example</a>'}, {}],
        },
        "house.example",
    )
    assert found is not None
    assert (found.handle, found.bio, found.url) == ("zoe@far.example", "likes\noaks", "")
    assert (found.followers, found.following, found.posts, found.bot) == (7, None, 12, True)
    assert found.avatar_url == "https://far/a.png"
    assert found.fields == (("web", "https://zoe.example"),)
    assert "\n" not in found.display_name


@pytest.mark.parametrize(
    ("missing", "says"), [("id", "usable id"), ("account", "author"), ("created_at", "readable time")]
)
@pytest.mark.parametrize("value", [None, "", [], {}, True, "\x00"])
def test_what_a_message_can_not_be_without(missing: str, value: Any, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        normalise.message({**status("11", 5), missing: value}, US)


@pytest.mark.parametrize("field", ["content", "spoiler_text", "mentions", "emojis", "media_attachments", "poll", "url"])
@pytest.mark.parametrize("value", [None, 5, "x", [], {}, [None], [5], {"a": []}])
def test_anything_else_may_be_anything(field: str, value: Any) -> None:
    """Fault 36: null where text was, and kinds that were never promised."""
    assert normalise.message({**status("11", 5), field: value}, US).remote_id == "11"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("18446744073709551615", "18446744073709551615"),
        (2**63, str(2**63)),
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        ("https://x/objects/1?a=b", "https://x/objects/1?a=b"),
        ("..%2e", "..%2e"),
    ],
)
def test_ids_are_text_whatever_they_look_like(value: Any, text: str) -> None:
    """Fault 38."""
    assert normalise.message({**status("1", 5), "id": value}, US).remote_id == text


@pytest.mark.parametrize("value", ["..", ".", " ", "a\nb", "x" * 201, True, 1.5])
def test_ids_that_could_not_stand_in_an_address(value: Any) -> None:
    with pytest.raises(Unreadable):
        normalise.message({**status("1", 5), "id": value}, US)


@pytest.mark.parametrize(
    ("name", "visibility"),
    [
        ("public", Visibility.PUBLIC),
        ("unlisted", Visibility.UNLISTED),
        ("private", Visibility.FOLLOWERS),
        ("direct", Visibility.DIRECT),
        ("something new", Visibility.DIRECT),
    ],
)
def test_visibility_and_an_unknown_one_is_the_least_public(name: str, visibility: Visibility) -> None:
    assert normalise.message(status("1", 5, visibility=name), US).visibility is visibility


def test_private_means_direct_where_the_server_has_nothing_in_between() -> None:
    """snac2 calls its direct messages private."""
    us = Us(ME, "house.example", private_is_direct=True)
    assert normalise.message(status("1", 5, visibility="private"), us).visibility is Visibility.DIRECT


def test_why_follows_from_the_message_alone() -> None:
    def why(**more: Any) -> Why:
        return normalise.why(normalise.message(status("1", 5, **more), US), US)

    assert why(by=ME) is Why.OWN
    assert why(names=(ME,)) is Why.MENTION
    assert why(names=(ME,), visibility="direct") is Why.DIRECT
    assert why(names=("3",)) is Why.CONTEXT


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("favourite", EngagementKind.FAVOURITE),
        ("reblog", EngagementKind.BOOST),
        ("follow", EngagementKind.FOLLOW),
        ("follow_request", EngagementKind.FOLLOW_REQUEST),
        ("quote", EngagementKind.QUOTE),
        ("poll", EngagementKind.POLL),
        ("pleroma:emoji_reaction", EngagementKind.OTHER),
    ],
)
def test_reactions(kind: str, expected: EngagementKind) -> None:
    found = normalise.engagement(notification("5", 1, kind, status=status("11", 0, by=ME)), US)
    assert found is not None
    assert (found.kind, found.remote_id, found.message_id) == (expected, "5", "11")


def test_a_quote_names_what_was_quoted() -> None:
    quoting = status("12", 1, quote={"state": "accepted", "quoted_status": status("11", 0, by=ME)})
    found = normalise.engagement(notification("5", 1, "quote", status=quoting), US)
    assert found is not None
    assert found.message_id == "11"


@pytest.mark.parametrize("kind", ["status", "admin.report", "severed_relationships", "brand_new"])
def test_what_is_neither_work_nor_reaction(kind: str) -> None:
    assert normalise.engagement(notification("5", 1, kind), US) is None


def test_poison_keeps_the_raw_item_and_says_why() -> None:
    found = normalise.poisoned({"id": 5, "x": "é"}, "because")
    assert (found.remote_id, found.reason) == ("5", "because")
    assert json.loads(found.raw) == {"id": 5, "x": "é"}


def test_mentions_stand_once_and_complete() -> None:
    source = status("1", 5, mentions=[mention_of("3"), mention_of("3"), {"acct": "x"}, None, {"id": "4"}])
    assert [one.remote_id for one in normalise.message(source, US).mentions] == ["3"]


def test_a_person_without_name_or_id_is_nobody() -> None:
    assert profile({**person("2"), "id": None}, "h") is None
    assert profile({"id": "2", "acct": "", "username": None}, "h") is None
