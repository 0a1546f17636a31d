"""Prepared texts through the desk: files kept, gaps filled from the conversation, CSV out and in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scrm_desktop.domain.canned import Canned, Fate
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError
from support.virtual_house import open_house
from support.virtual_time import virtual


@virtual
async def test_files_of_a_response_are_copied_into_the_profile(tmp_path: Path):
    picture = tmp_path / "map.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    async with open_house(tmp_path) as house:
        desk = house.service
        number = await desk.save_canned(Canned(name="Way", text="Here", media=((str(picture), "a map"),)))
        picture.unlink()
        (one,) = await desk.canned()
        ((path, words),) = one.media
        assert (Path(path).name, words) == ("map.png", "a map")
        assert Path(path).stat().st_mode & 0o077 == 0
        await desk.save_canned(replace(one, text="There"))
        assert (await desk.canned())[0].media == one.media
        await desk.remove_canned(number)
        await desk.restore_canned(number)
        assert Path(path).exists()
        with pytest.raises(InputError, match="can't be read"):
            await desk.save_canned(Canned(name="Gone", text="x", media=((str(picture), ""),)))


@virtual
async def test_gaps_are_filled_from_the_conversation(tmp_path: Path):
    async with open_house(tmp_path) as house:
        house.network.says("camille", "Where is my order 48190?")
        values = await house.service.variables(await house.conversation(1))
        assert values["first_name"] == "Camille"
        assert values["handle"] == "@camille@fake.test"
        assert values["order_number"] == "48190"
        assert await house.service.variables(4711) == {}


@virtual
async def test_nothing_empty_leaves_the_house_whoever_sends_it(tmp_path: Path):
    async with open_house(tmp_path) as house:
        house.network.says("camille", "Hello?")
        number = await house.conversation(1)
        target = await house.service.reply_target(number, Mode.PUBLIC)
        draft = Draft(conversation_id=number, mode=Mode.PUBLIC, account_id=1, text="Hello {{first_name}}")
        with pytest.raises(InputError, match="first_name"):
            await house.service.send(draft, target)
        await house.service.send(replace(draft, text="Write {{ user.name }} in your template"), target)


@virtual
async def test_what_is_exported_is_imported_again(tmp_path: Path):
    async with open_house(tmp_path) as house:
        desk = house.service
        plan = await desk.try_starters("fr-CA")
        assert {line.fate for line in plan.lines} == {Fate.ADDED}
        assert not await desk.canned()
        written = await desk.import_canned(plan)
        before = await desk.canned()
        assert written == len(before) >= 12
        file = tmp_path / "out.csv"
        assert await desk.export_canned(file) == written
        again = await desk.try_import(file)
        assert {line.fate for line in again.lines} == {Fate.SAME}
        for one in before:
            await desk.remove_canned(one.id)
        await desk.import_canned(await desk.try_import(file))
        assert [(one.name, one.text) for one in await desk.canned()] == [(one.name, one.text) for one in before]
        with pytest.raises(InputError, match="can't be read"):
            await desk.try_import(tmp_path / "none.csv")
        with pytest.raises(InputError, match="can't be written"):
            await desk.export_canned(tmp_path / "no folder" / "out.csv")


@virtual
async def test_what_was_sent_and_who_can_be_named(tmp_path: Path):
    async with open_house(tmp_path) as house:
        house.network.says("camille", "Hello?")
        house.network.says("carl", "Me too")
        await house.conversation(2)
        named = {number: await house.service.variables(number) for number in (1, 2)}
        first = next(number for number, values in named.items() if values["handle"] == "@camille@fake.test")
        target = await house.service.reply_target(first, Mode.PUBLIC)
        for text in ("One", "Two", "One"):
            row = await house.service.send(
                Draft(conversation_id=first, mode=Mode.PUBLIC, account_id=1, text=text), target
            )
            await house.service.wait_sent(row.id, 60)
        assert await house.service.sent_texts(first) == ("One", "Two")
        here = await house.service.people(first, "ca", only_here=True)
        assert [one.handle for one in here] == ["camille@fake.test"]
        both = await house.service.people(first, "CA", only_here=False)
        assert [one.handle for one in both] == ["camille@fake.test", "carl@fake.test"]
        assert await house.service.people(first, "%", only_here=False) == ()
        await house.service.save_signature(1, " — Nadia\n")
        assert await house.service.signatures() == {1: "— Nadia"}
