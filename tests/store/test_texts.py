"""Canned responses, macros and signatures: kept, changed, counted, taken away and put back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.macros import Macro, Step, StepKind
from scrm_desktop.errors import InputError
from scrm_desktop.store import Store
from scrm_desktop.store.texts import CANNED, MACROS
from support.factories import Clock

HOURS = Canned(name="Hours", text="We are open, {{name}}", category="Info", language="en", media=(("/a.png", "door"),))


async def test_a_response_is_kept_changed_and_counted(store: Store, clock: Clock) -> None:
    number = await store.texts.save_canned(HOURS)
    assert await store.texts.canned() == (replace(HOURS, id=number),)
    assert await store.texts.save_canned(replace(HOURS, id=number, text="Closed", name="hours")) == number
    assert (await store.texts.used(CANNED, number)).texts
    await store.texts.used(CANNED, number)
    (one,) = await store.texts.canned()
    assert (one.name, one.text, one.uses, one.used_at) == ("hours", "Closed", 2, clock())


async def test_a_name_stands_once_in_a_language(store: Store) -> None:
    await store.texts.save_canned(HOURS)
    await store.texts.save_canned(replace(HOURS, language="fr"))
    with pytest.raises(InputError, match="already"):
        await store.texts.save_canned(replace(HOURS, name="HOURS"))
    with pytest.raises(InputError, match="name"):
        await store.texts.save_canned(replace(HOURS, name=""))
    with pytest.raises(InputError, match="any more"):
        await store.texts.save_canned(replace(HOURS, name="Other", id=99))
    assert len(await store.texts.canned()) == 2


async def test_what_was_removed_comes_back_unless_its_name_is_taken(store: Store) -> None:
    number = await store.texts.save_canned(HOURS)
    await store.texts.remove(CANNED, number)
    assert await store.texts.canned() == ()
    await store.texts.restore(CANNED, number)
    assert [one.id for one in await store.texts.canned()] == [number]
    await store.texts.remove(CANNED, number)
    await store.texts.save_canned(HOURS)
    with pytest.raises(InputError, match="name"):
        await store.texts.restore(CANNED, number)


async def test_an_import_is_all_or_nothing_and_keeps_counts_and_files(store: Store) -> None:
    number = await store.texts.save_canned(HOURS)
    await store.texts.used(CANNED, number)
    new = Canned(name="New", text="n")
    with pytest.raises(InputError):
        await store.texts.import_canned((new, Canned(name="Bad", text="")))
    assert len(await store.texts.canned()) == 1
    assert await store.texts.import_canned((new, Canned(name="HOURS", text="changed", language="en"))) == 2
    old = next(one for one in await store.texts.canned() if one.id == number)
    assert (old.text, old.uses, old.media) == ("changed", 1, HOURS.media)


async def test_a_macro_is_kept_in_the_order_of_its_steps(store: Store) -> None:
    steps = (Step(kind=StepKind.LABEL, number=2), Step(kind=StepKind.NOTE, text="called"), Step(kind=StepKind.DONE))
    number = await store.texts.save_macro(Macro(name="Close", steps=steps))
    assert await store.texts.macros() == (Macro(id=number, name="Close", steps=steps),)
    await store.texts.save_macro(Macro(id=number, name="Close", steps=steps[::-1]))
    assert (await store.texts.macros())[0].steps == steps[::-1]
    await store.texts.remove(MACROS, number)
    assert await store.texts.macros() == ()
    await store.texts.restore(MACROS, number)
    with pytest.raises(InputError, match="already"):
        await store.texts.save_macro(Macro(name="close", steps=steps))
    with pytest.raises(InputError, match="step"):
        await store.texts.save_macro(Macro(name="Empty", steps=()))


async def test_a_signature_belongs_to_its_account(store: Store, account: Account) -> None:
    await store.texts.sign(account.id, "— Nadia")
    assert await store.texts.signatures() == {account.id: "— Nadia"}
    await store.texts.sign(account.id, "")
    assert await store.texts.signatures() == {}
