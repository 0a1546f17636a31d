"""Messages that are read again: edits and deletions that nothing streams."""

import asyncio
from pathlib import Path

from scrm_desktop.domain.events import Page
from support.virtual_house import House
from support.virtual_time import virtual


@virtual
async def test_edits_and_deletions_are_noticed_where_nothing_streams_them(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    edited = house.network.says("camille", "My parcel")
    deleted = house.network.says("jonas", "Forget it")
    await house.conversation(2)
    house.network.edits(edited, "My parcel is late")
    house.network.deletes(deleted)
    await asyncio.sleep(house.timing.refresh_every * 1.2)
    items = [item for one in await house.conversations() for item in await house.items(one)]
    assert {item.text for item in items if item.remote_id == edited} == {"My parcel is late"}
    assert [item.remote_id for item in items if item.deleted_at] == [deleted]
    await house.close()


@virtual
async def test_a_long_conversation_is_read_again_to_its_beginning_within_the_servers_means(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    first = last = house.network.says("camille", "Part 0")
    for number in range(1, 45):
        last = house.network.says("camille", f"Part {number}", answers=last)
    await asyncio.sleep(40)
    asked: list[int] = []
    refresh = house.network.refresh
    house.network.refresh = lambda ids: asked.append(len(ids)) or refresh(ids)
    house.network.edits(first, "Part nought")
    await asyncio.sleep(house.timing.refresh_every * 6)
    (conversation,) = await house.conversations()
    texts = [item.text for item in (await house.service.thread(conversation, limit=100)).items]
    assert sorted(texts) == sorted(["Part nought", *(f"Part {number}" for number in range(1, 45))])
    assert max(asked) == house.timing.refresh_requests, "this server tells of one message a request"
    await house.close()


@virtual
async def test_what_can_not_be_read_again_keeps_no_others_from_their_turn(tmp_path: Path):
    house = House(tmp_path, streams=False)
    await house.open()
    await house.sign_in()
    ids = [house.network.says(f"c{number}", f"Message {number}") for number in range(30)]
    await asyncio.sleep(40)
    seen: set[str] = set()
    house.network.refresh = lambda wanted: seen.update(wanted) or Page()
    await asyncio.sleep(house.timing.refresh_every * 4)
    assert seen == set(ids)
    await house.close()
