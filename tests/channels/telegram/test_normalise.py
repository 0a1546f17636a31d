"""What Telegram's updates mean. Each one here is checked against the published schema before it is read."""

from __future__ import annotations

from typing import Any

import pytest

from scrm_desktop.channels.telegram.normalise import LIKED, Us, events
from scrm_desktop.channels.telegram.typical import REACTIONS
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, Event, MessageGone, MessageSeen, Why
from scrm_desktop.domain.messages import AttachmentKind, Visibility
from support.bot_api_schema import load
from support.fake_telegram import ANNA, BEN, BOT, GROUP, OWNER, private

US = Us(str(BOT["id"]), str(BOT["username"]))
DATE = 1_790_000_000
CHANNEL = {"id": -1009, "type": "channel", "title": "Acme news", "username": "acme_news"}
SIZE = {"file_id": "small", "file_unique_id": "us", "width": 90, "height": 60}


def said(text: str = "", *, who: Any = ANNA, chat: Any = None, number: int = 7, **more: Any) -> dict[str, Any]:
    words = {"text": text} if text else {}
    return {"message_id": number, "date": DATE, "chat": chat or private(who), "from": who, **words, **more}


def read(value: dict[str, Any], kind: str = "message") -> list[Event]:
    update = {"update_id": 5, kind: value}
    load().check("Update", update, "update")
    found, poison = events([update], US)
    assert poison == ()
    return list(found)


def one(value: dict[str, Any], kind: str = "message") -> MessageSeen:
    found = [event for event in read(value, kind) if isinstance(event, MessageSeen)]
    assert found
    return found[-1]


def test_a_private_message() -> None:
    seen = one(said("Where is my parcel?"))
    assert (seen.why, seen.thread_key) == (Why.DIRECT, "direct:1001")
    message = seen.message
    assert (message.remote_id, message.text, message.own) == ("1001:7", "Where is my parcel?", False)
    assert message.visibility is Visibility.DIRECT
    assert int(message.created_at.timestamp()) == DATE
    assert message.created_at < one(said("And?", number=8)).message.created_at, "written in the same second"
    author = message.author
    assert (author.remote_id, author.handle, author.display_name) == ("1001", "anna_k", "Anna")
    assert author.url == "https://t.me/anna_k"


def test_somebody_without_an_address_still_has_a_handle() -> None:
    assert one(said("Hello", who=BEN)).message.author.handle == "id1002"


def test_opening_the_chat_is_told_in_words() -> None:
    message = one(said("/start shop-42", entities=[{"type": "bot_command", "offset": 0, "length": 6}])).message
    assert (message.text, message.notice) == ("", "This person opened the chat with the bot.")


def test_an_edit_is_the_same_message() -> None:
    seen = one(said("Where is it?", edit_date=DATE + 60), "edited_message")
    assert seen.message.remote_id == "1001:7"
    at_once = one(said("Where is it?", number=999_998, edit_date=DATE), "edited_message").message
    assert at_once.edited_at is not None
    assert at_once.edited_at > at_once.created_at, "changed in the second in which it was written"


@pytest.mark.parametrize(
    ("text", "entity", "why"),
    [
        ("Hello all", None, Why.CONTEXT),
        ("@acme_bot help", {"type": "mention", "offset": 0, "length": 9}, Why.MENTION),
        ("👋 @ACME_bot help", {"type": "mention", "offset": 3, "length": 9}, Why.MENTION),
        ("@acme_bots help", {"type": "mention", "offset": 0, "length": 10}, Why.CONTEXT),
        ("/help@acme_bot", {"type": "bot_command", "offset": 0, "length": 14}, Why.MENTION),
        ("/help@other_bot", {"type": "bot_command", "offset": 0, "length": 15}, Why.CONTEXT),
        ("Acme, help", {"type": "text_mention", "offset": 0, "length": 4, "user": BOT}, Why.MENTION),
        ("Ben, help", {"type": "text_mention", "offset": 0, "length": 3, "user": BEN}, Why.CONTEXT),
    ],
)
def test_in_a_group_only_what_names_us_is_work(text: str, entity: Any, why: Why) -> None:
    seen = one(said(text, chat=GROUP, **({"entities": [entity]} if entity else {})))
    assert seen.why is why
    assert seen.message.visibility is Visibility.PUBLIC
    assert seen.thread_key == "post:-1001234567890:7"
    assert seen.message.url == "https://t.me/c/1234567890/7"


def test_an_answer_to_the_bot_is_work_and_brings_what_it_answers() -> None:
    ours = said("It leaves today.", who=BOT, chat=GROUP, number=6, reply_to_message=said("?", chat=GROUP, number=5))
    ours.pop("reply_to_message")
    found = read(said("Thanks", chat=GROUP, reply_to_message=ours))
    assert [event.why for event in found if isinstance(event, MessageSeen)] == [Why.OWN, Why.MENTION]
    answer = found[-1]
    assert isinstance(answer, MessageSeen)
    assert answer.message.in_reply_to == "-1001234567890:6"
    assert answer.message.in_reply_to_author == US.remote_id


def test_an_answer_to_somebody_else_brings_what_it_answers() -> None:
    theirs = said("It is broken", who=BEN, chat=GROUP, number=3)
    entity = {"type": "mention", "offset": 0, "length": 9}
    found = read(said("@acme_bot can you?", chat=GROUP, reply_to_message=theirs, entities=[entity]))
    assert [event.why for event in found if isinstance(event, MessageSeen)] == [Why.CONTEXT, Why.MENTION]
    assert found[-1].message.in_reply_to == found[0].message.remote_id  # type: ignore[union-attr]


def test_a_comment_under_a_post_of_our_channel_is_work_and_the_post_is_ours() -> None:
    post = said("News!", who=ANNA, chat=GROUP, number=2, sender_chat=CHANNEL, is_automatic_forward=True)
    found = read(said("Great", chat=GROUP, reply_to_message=post))
    whys = [(event.why, event.message.own) for event in found if isinstance(event, MessageSeen)]
    assert whys == [(Why.OWN, True), (Why.MENTION, False)]
    assert found[-1].thread_key == "post:-1001234567890:7"  # type: ignore[union-attr]
    assert found[0].message.author.handle == "acme_news"  # type: ignore[union-attr]


def test_who_hides_behind_the_group_is_the_group() -> None:
    assert one(said("Hello", chat=GROUP, sender_chat=GROUP)).message.author.display_name == "Acme users"


def test_business_messages_keep_their_connection() -> None:
    customer = one(said("Hello", business_connection_id="bc1"), "business_message")
    assert (customer.message.remote_id, customer.thread_key) == ("1001:7:bc1", "direct:1001/bc1")
    assert customer.why is Why.DIRECT
    owner = said("On its way", who=OWNER, chat=private(ANNA), number=8, business_connection_id="bc1")
    owner["reply_to_message"] = said("Hello")
    mine = one(owner, "business_message")
    assert (mine.why, mine.message.own, mine.message.in_reply_to) == (Why.OWN, True, "1001:7:bc1")
    assert [named.remote_id for named in mine.message.mentions] == ["1001"]
    assert mine.thread_key == customer.thread_key


def test_a_customer_of_the_bot_and_of_the_business_account_are_two_conversations() -> None:
    assert one(said("Hi")).thread_key != one(said("Hi", business_connection_id="bc1"), "business_message").thread_key


def test_deletions_in_business_chats() -> None:
    gone = {"business_connection_id": "bc1", "chat": private(ANNA), "message_ids": [7, 8]}
    assert read(gone, "deleted_business_messages") == [
        MessageGone(remote_id="1001:7:bc1"),
        MessageGone(remote_id="1001:8:bc1"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ([], ["👍"], [EngagementKind.FAVOURITE]),
        (["👍"], [], []),
        (["👎"], ["❤"], [EngagementKind.FAVOURITE]),
        ([], ["👎"], [EngagementKind.OTHER]),
    ],
)
def test_reactions(old: list[str], new: list[str], kinds: list[EngagementKind]) -> None:
    def emoji(names: list[str]) -> list[dict[str, str]]:
        return [{"type": "emoji", "emoji": name} for name in names]

    told = {"chat": GROUP, "message_id": 6, "user": ANNA, "date": DATE}
    found = read({**told, "old_reaction": emoji(old), "new_reaction": emoji(new)}, "message_reaction")
    assert [event.kind for event in found if isinstance(event, EngagementSeen)] == kinds
    for event in found:
        assert isinstance(event, EngagementSeen)
        assert event.message_id == "-1001234567890:6"


def test_a_photo_is_its_largest_size_and_looked_at_in_a_small_one() -> None:
    sizes = [SIZE, {**SIZE, "file_id": "mid", "width": 320}, {**SIZE, "file_id": "big", "width": 1280}]
    (picture,) = one(said(photo=sizes, caption="Broken")).message.attachments
    assert (picture.kind, picture.url, picture.preview_url) == (AttachmentKind.IMAGE, "tg:big", "tg:mid")
    assert one(said(photo=sizes, caption="Broken")).message.text == "Broken"


@pytest.mark.parametrize(
    ("name", "value", "kind", "called"),
    [
        ("voice", {"duration": 3}, AttachmentKind.AUDIO, "voice.ogg"),
        ("audio", {"duration": 3, "file_name": "a.mp3"}, AttachmentKind.AUDIO, "a.mp3"),
        ("video", {"duration": 3, "width": 1, "height": 1}, AttachmentKind.VIDEO, "video.mp4"),
        ("video_note", {"duration": 3, "length": 240}, AttachmentKind.VIDEO, "video.mp4"),
        ("animation", {"duration": 3, "width": 1, "height": 1}, AttachmentKind.GIFV, "animation.mp4"),
        ("document", {"file_name": "../../.ssh/keys"}, AttachmentKind.FILE, "keys"),
        ("document", {"file_name": r"C:\x\b.png", "mime_type": "image/png"}, AttachmentKind.IMAGE, "b.png"),
        ("document", {"file_name": "a\u202efdp.exe"}, AttachmentKind.FILE, "a fdp.exe"),
        ("document", {}, AttachmentKind.FILE, "file"),
    ],
)
def test_files_are_described_and_named_safely(name: str, value: Any, kind: AttachmentKind, called: str) -> None:
    file = {"file_id": "F-1", "file_unique_id": "u1", **value}
    (found,) = one(said(**{name: file})).message.attachments
    assert (found.kind, found.description, found.url, found.remote_id) == (kind, called, "tg:F-1", "u1")


def test_other_kinds_have_words() -> None:
    sticker = {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False, "emoji": "😀"}
    sticker |= {"file_id": "s", "file_unique_id": "us"}
    message = one(said(sticker=sticker)).message
    assert (message.text, message.notice) == ("😀", "A sticker.")
    place = {"latitude": 48.8584, "longitude": 2.2945}
    message = one(said(location=place)).message
    assert message.notice == "A place on the map."
    assert message.text.startswith("48.858400, 2.294500\nhttps://www.openstreetmap.org/")
    venue = {"location": place, "title": "Tower", "address": "Champ de Mars"}
    assert one(said(venue=venue, location=place)).message.text.startswith("Tower\nChamp de Mars\n48.8")
    contact = {"phone_number": "+331", "first_name": "Léa"}
    assert one(said(contact=contact)).message.text == "Léa\n+331"
    assert one(said(dice={"emoji": "🎲", "value": 4})).message.text == "🎲 4"
    assert "Telegram" in one(said(story={"chat": private(BEN), "id": 3})).message.notice
    assert "can't be shown" in one(said(paid_media={"star_count": 1, "paid_media": []})).message.notice


def test_a_poll() -> None:
    options = [{"persistent_id": str(n), "text": t, "voter_count": n} for n, t in enumerate(["Yes", "No"])]
    poll = {"id": "1", "question": "Well?", "options": options, "total_voter_count": 1, "is_closed": False}
    known = load().fields("Poll")
    more: dict[str, Any] = {"is_anonymous": True, "type": "regular", "allows_multiple_answers": False}
    poll |= {name: more.get(name, False) for name, field in known.items() if field["required"] and name not in poll}
    found = one(said(poll=poll)).message.poll
    assert found is not None
    assert [option.text for option in found.options] == ["Yes", "No"]


def test_links_show_where_they_lead() -> None:
    entity = {"type": "text_link", "offset": 3, "length": 4, "url": "https://evil.example/x"}
    assert one(said("👋 shop now", entities=[entity])).message.text == "👋 shop (https://evil.example/x) now"


def test_a_quote_is_kept_apart_and_words_of_others_are_marked() -> None:
    answered = said("Your parcel leaves today. Sorry!", who=BOT, chat=private(ANNA), number=3)
    message = one(said("Really?", reply_to_message=answered, quote={"text": "leaves today", "position": 12})).message
    assert (message.text, message.quoted) == ("Really?", "leaves today")
    origin = {"type": "hidden_user", "date": DATE, "sender_user_name": "X"}
    assert one(said("Buy!", forward_origin=origin)).message.notice.startswith("Forwarded")


def test_formatted_messages_are_their_words() -> None:
    blocks = [
        {"type": "paragraph", "text": ["Hello ", {"type": "bold", "text": "you"}]},
        {"type": "paragraph", "text": "Second line"},
    ]
    assert one(said(rich_message={"blocks": blocks})).message.text == "Hello you\nSecond line"


def test_what_counts_as_liked_is_in_telegrams_list() -> None:
    assert load().reactions() >= LIKED
    assert set(REACTIONS) <= load().reactions()


@pytest.mark.parametrize("note", [{"new_chat_title": "New"}, {"left_chat_member": BEN}, {"group_chat_created": True}])
def test_telegrams_own_notes_are_no_messages(note: dict[str, Any]) -> None:
    assert read(said(chat=GROUP, **note)) == []


def test_what_can_not_be_understood_is_set_aside_and_the_others_go_on() -> None:
    good = {"update_id": 2, "message": said("fine")}
    found, poison = events([{"update_id": 1, "message": {"text": "no author"}}, good, {}, 7], US)
    assert [event.message.text for event in found if isinstance(event, MessageSeen)] == ["fine"]
    assert [one.remote_id for one in poison] == ["update:1", "", ""]


def test_what_is_not_known_yet_is_left_out() -> None:
    assert events([{"update_id": 1, "hologram": {"x": 1}}], US) == ((), ())


def test_what_is_answered_stands_first_even_if_it_comes_later() -> None:
    answer = said("Thanks", number=8, reply_to_message={**said("?", number=7), "date": "broken"})
    found, _ = events([{"update_id": 1, "message": answer}, {"update_id": 2, "message": said("?", number=7)}], US)
    assert list(dict.fromkeys(event.message.text for event in found if isinstance(event, MessageSeen))) == [
        "?",
        "Thanks",
    ]


def test_answers_in_a_circle_are_no_trap() -> None:
    def answers(number: int, to: int) -> dict[str, Any]:
        return {
            "update_id": number,
            "message": said(number=number, text="x", reply_to_message={**said(number=to), "date": 0}),
        }

    found, _ = events([answers(1, 2), answers(2, 3), answers(3, 1), answers(4, 4)], US)
    assert {event.message.remote_id for event in found if isinstance(event, MessageSeen)} == {
        f"1001:{n}" for n in range(1, 5)
    }
