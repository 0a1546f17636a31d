"""What comes in: conversations, gaps, invitations, edits, reactions, and what can't be read."""

from __future__ import annotations

import asyncio
from typing import Any

from scrm_desktop.channels.kit.shelf import Shelf, catch_up
from scrm_desktop.channels.matrix import content
from scrm_desktop.channels.matrix.content import without_fallback
from scrm_desktop.domain.events import Page, Why
from scrm_desktop.domain.messages import Reaction, Visibility
from support.fake_matrix import ANNA, BEN, CHAT, GROUP, PAGE, SECRET_ROOM, US
from support.matrix_bench import NAMED, Connected


def answers(event: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}


async def test_who_is_spoken_to(connected: Connected) -> None:
    fake, shelf = connected.fake, Shelf()
    await catch_up(connected.session, shelf)
    ours = fake.say("We are open", who=US)
    said = {
        fake.say("Hello", room=CHAT): Why.DIRECT,
        fake.say("Hello all"): Why.CONTEXT,
        fake.say("Hello", **NAMED): Why.MENTION,
        fake.say("hello ACME, are you there?"): Why.MENTION,
        fake.say("Acmeville is a town"): Why.CONTEXT,
        fake.say("When?", who=BEN, **answers(ours)): Why.MENTION,
        fake.say("Everybody!", **{"m.mentions": {"room": True}}): Why.MENTION,
    }
    await catch_up(connected.session, shelf)
    for _ in range(3):  # a session that begins in the middle finds what is answered above
        fake.say("noise")
    late = fake.say("And now?", who=BEN, **answers(ours))
    await catch_up(connected.session, shelf)
    found = {name.partition("/")[2]: event.why for name, event in shelf.seen.items()}
    assert {one: found.get(one) for one in said} == said
    assert found[late] is Why.MENTION
    assert shelf.seen[f"{GROUP}/{late}"].message.in_reply_to_author == US
    assert shelf.seen[f"{GROUP}/{ours}"].why is Why.OWN


async def test_names_and_places(connected: Connected) -> None:
    fake, shelf = connected.fake, Shelf()
    asked = fake.say("Hello", room=CHAT)
    told = fake.say("Hi", who=US, room=CHAT)
    await catch_up(connected.session, shelf)
    theirs, ours = shelf.seen[f"{CHAT}/{asked}"], shelf.seen[f"{CHAT}/{told}"]
    assert theirs.message.author.display_name == "Anna K."
    assert theirs.message.author.handle == "anna:localhost"
    assert theirs.thread_key == ours.thread_key == f"direct:{CHAT}"
    assert theirs.message.visibility is Visibility.DIRECT
    assert [one.remote_id for one in ours.message.mentions] == [ANNA]


async def test_a_gap_is_filled_step_by_step(connected: Connected) -> None:
    fake, session = connected.fake, connected.session
    cursor = (await session.newer("rooms", None)).cursor
    wanted = {f"{GROUP}/{fake.say(f'number {n}')}" for n in range(3 * PAGE + 1)}
    shelf, pages = Shelf(), list[Page]()
    while not pages or pages[-1].more:
        page = await session.newer("rooms", cursor)
        cursor = page.cursor
        shelf.put(page)
        pages.append(page)
    assert set(shelf.seen) == wanted
    assert len(pages) == 4
    assert [one.covered is not None for one in pages] == [False, False, False, True]


async def test_edits_reactions_and_removals(connected: Connected) -> None:
    fake, shelf = connected.fake, Shelf()
    event = fake.say("as it was", **NAMED)
    await catch_up(connected.session, shelf)
    new = {"msgtype": "m.text", "body": "as it is"}
    fake.say("* as it is", **{"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": event}})
    for who in (ANNA, BEN, US):
        told = {"rel_type": "m.annotation", "event_id": event, "key": "👍"}
        fake.event("m.reaction", {"m.relates_to": told}, who=who)
    await catch_up(connected.session, shelf)
    message = shelf.seen[f"{GROUP}/{event}"].message
    assert (message.text, message.edited_at is not None) == ("as it is", True)
    assert message.reactions == (Reaction(emoji="👍", count=3, mine=True),)
    assert {one.actor.remote_id for one in shelf.engagements.values()} == {ANNA, BEN}
    fake.redact(event)
    await catch_up(connected.session, shelf)
    assert f"{GROUP}/{event}" in shelf.gone


async def test_what_is_encrypted_is_shown_as_such(connected: Connected) -> None:
    event = connected.fake.event("m.room.encrypted", {"ciphertext": "AwgA"}, room=SECRET_ROOM)
    shelf = Shelf()
    await catch_up(connected.session, shelf)
    message = shelf.seen[f"{SECRET_ROOM}/{event}"].message
    assert (message.text, message.notice) == ("", content.ENCRYPTED)


async def test_an_invitation_is_a_message(connected: Connected) -> None:
    shelf = Shelf()
    await catch_up(connected.session, shelf)
    room = connected.fake.invite()
    await catch_up(connected.session, shelf)
    (seen,) = shelf.seen.values()
    assert (seen.message.notice, seen.message.text, seen.message.author.remote_id) == (content.INVITATION, "Help", BEN)
    assert seen.thread_key == f"direct:{room}"


async def test_a_wait_ends_when_somebody_writes(connected: Connected) -> None:
    session, fake = connected.session, connected.fake
    await session.newer("rooms", None)
    pages = session.listen()
    assert not (await anext(pages)).wake
    coming = asyncio.ensure_future(anext(pages))
    await asyncio.sleep(0)
    await asyncio.to_thread(fake.say, "Hello", room=CHAT)
    assert (await asyncio.wait_for(coming, 10)).wake
    await pages.aclose()


def test_what_an_answer_repeats_is_folded() -> None:
    body = "> <@anna:localhost> How much?\n> Please.\n\nTwo euros.\n> not a quote of hers"
    assert without_fallback(body) == ("Two euros.\n> not a quote of hers", "How much?\nPlease.")
    assert without_fallback("plain") == ("plain", "")


async def test_somebody_who_comes_makes_it_a_room(connected: Connected) -> None:
    """Two people are a private chat, where nobody marked it; a third makes it a room for all."""
    fake, shelf = connected.fake, Shelf()
    before = fake.event("m.room.encrypted", {"ciphertext": "A"}, room=SECRET_ROOM)
    await catch_up(connected.session, shelf)
    said = {"membership": "join", "displayname": "Ben"}
    fake.event("m.room.member", said, who=BEN, room=SECRET_ROOM, state_key=BEN)
    after = fake.event("m.room.encrypted", {"ciphertext": "A"}, who=BEN, room=SECRET_ROOM)
    await catch_up(connected.session, shelf)
    assert shelf.seen[f"{SECRET_ROOM}/{before}"].why is Why.DIRECT
    seen = shelf.seen[f"{SECRET_ROOM}/{after}"]
    assert (seen.why, seen.message.author.display_name) == (Why.CONTEXT, "Ben")
