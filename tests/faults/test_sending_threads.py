"""A thread of several messages: in order, each answering the one before, exactly once, whatever happens between."""

from __future__ import annotations

from pathlib import Path

from scrm_desktop.domain.commands import OutboxState, SendMessage
from scrm_desktop.domain.views import Draft, Mode
from support.virtual_house import House, open_house
from support.virtual_time import virtual

PARTS = ("One (1/3)", "Two (2/3)", "Three (3/3)")


async def sent(house: House, *, token: str = "t", down: bool = False) -> int:
    """Queue a thread; the first row's id."""
    house.network.says("camille", "Hello?")
    number = await house.conversation(1)
    house.network.down = down
    target = await house.service.reply_target(number, Mode.PUBLIC)
    draft = Draft(conversation_id=number, mode=Mode.PUBLIC, account_id=1, text="One Two Three", token=token)
    row = await house.service.send(draft, target, PARTS)
    again = await house.service.send(draft, target, PARTS)
    assert again.id == row.id
    return row.id


@virtual
async def test_each_part_answers_the_one_before_it(tmp_path: Path):
    async with open_house(tmp_path) as house:
        first = await sent(house)
        for number in (first, first + 1, first + 2):
            row = await house.service.wait_sent(number, 600)
            assert row.state is OutboxState.SENT
        rows = [row for row in await house.service.outbox(finished=True) if isinstance(row.command, SendMessage)]
        assert len(rows) == 3 and len({row.key for row in rows}) == 3
        assert [row.command.in_reply_to for row in rows[1:]] == [rows[0].remote_id, rows[1].remote_id]
        assert [row.command.text.rpartition("fake.test ")[2] for row in rows] == list(PARTS)


@virtual
async def test_nothing_follows_a_part_that_was_taken_back(tmp_path: Path):
    async with open_house(tmp_path) as house:
        first = await sent(house, down=True)
        text = await house.service.cancel(first)
        assert [part for part in PARTS if part in text] == list(PARTS)
        house.network.down = False
        states = {row.state for row in await house.service.outbox(finished=True)}
        assert states == {OutboxState.CANCELLED}
