"""The debrief: what beginners are told, from facts alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scrm_desktop.practice import data, facts
from scrm_desktop.practice.cases import cases
from scrm_desktop.practice.data import Mood
from scrm_desktop.practice.debrief import POINTS, debrief
from scrm_desktop.practice.debrief_texts import LINES, PARTS, SECTIONS, WHY
from scrm_desktop.practice.judge import LANGUAGES, Trait, _lexicon
from scrm_desktop.practice.model import Fact, Run

NAMES = {"c": ("Camille Laurent", "camille@piaille.example"), "j": ("Jonas Okafor", "jonas_o@north.example")}
FIX = "Pardon Camille. Un nouveau colis part lundi, à nos frais."


def _run(number: int = 1, storyline: str = "lost_parcel", person: str = "c", **more: str) -> Run:
    return Run(
        id=number,
        storyline=storyline,
        person=person,
        language=more.get("language", "fr"),
        visibility=more.get("visibility", "public"),
    )


def _asked(at: float = 0.0, run: int = 1, person: str = "c") -> Fact:
    return Fact(at=at, kind=facts.ASKED, run=run, person=person, status=f"q{run}", note="fix", text="?")


def _answered(at: float, text: str = FIX, *, run: int = 1, visibility: str = "public") -> Fact:
    return Fact(at=at, kind=facts.ANSWERED, run=run, status=f"a{at:g}", note=visibility, text=text)


def _said(at: float, mood: Mood, run: int = 1) -> Fact:
    return Fact(at=at, kind=facts.SAID, run=run, note=mood)


def _told(found: list[Fact], *runs: Run, now: float = 1000.0) -> dict[str, Any]:
    every = cases(found, list(runs or (_run(),)), data.storylines())
    made: dict[str, Any] = debrief(every, found, now=now, names=NAMES)
    json.dumps(made)
    return made


def _lines(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {line["code"]: line for section in told["sections"] for line in section["lines"]}


def _points(told: dict[str, Any]) -> dict[str, int]:
    return {part["code"]: part["points"] for part in told["parts"]}


def test_a_quick_fix_that_is_thanked_has_all_points() -> None:
    told = _told([_asked(), _answered(60), _said(100, Mood.THANKED)])
    assert told["score"] == told["most"] == sum(POINTS.values())
    repaired = _lines(told)["repaired"]
    assert repaired["params"]["sentence"] == "Un nouveau colis part lundi, à nos frais."
    assert repaired["params"]["waited_seconds"] == 100
    assert "Camille Laurent" in repaired["text"]
    assert repaired["params"]["status"] == "a60"


def test_who_was_ignored_and_for_how_long() -> None:
    told = _told([_asked(100)], now=700)
    assert _lines(told)["ignored"]["params"]["waited_seconds"] == 600
    assert _points(told)["answered"] == 0


def test_who_was_ignored_and_told_everybody() -> None:
    boosts = Fact(at=650, kind=facts.BOOSTED, run=1, note="31")
    told = _told([_asked(), _said(200, Mood.NUDGE), _said(600, Mood.SHAME), boosts, _said(900, Mood.GONE)])
    line = _lines(told)["ignored_and_shamed"]
    assert line["params"]["boosts"] == 31
    assert line["params"]["waited_seconds"] == 900


def test_somebody_who_has_just_asked_is_not_ignored_yet() -> None:
    told = _told([_asked(950)])
    assert "ignored" not in _lines(told)
    assert told["score"] is None
    assert told["parts"] == []


def test_an_argument_is_shown_with_its_sentence_and_why() -> None:
    text = "Bonjour Camille. Vous auriez dû vérifier l'adresse. Bonne journée."
    told = _told([_asked(), _answered(60, text), _said(100, Mood.HURT)])
    line = _lines(told)["argued"]
    assert line["params"]["sentence"] == "Vous auriez dû vérifier l'adresse."
    assert line["params"]["rule"] == "blames_you"
    assert line["params"]["why"] == WHY["blames_you"]
    assert _points(told)["tone"] == POINTS["tone"] - 5


def test_an_angry_customer_who_thanks_was_won_back() -> None:
    told = _told([_asked(), _said(200, Mood.NUDGE), _answered(300), _said(350, Mood.THANKED)])
    assert "won_back" in _lines(told)
    assert "repaired" not in _lines(told)


def test_waits_are_measured_from_each_question_to_the_next_answer() -> None:
    told = _told(
        [
            _asked(),
            _answered(60, "Quel est votre numéro de commande ?"),
            _said(100, Mood.DETAIL),
            _said(330, Mood.NUDGE),
            _answered(400),
            _said(450, Mood.THANKED),
        ]
    )
    customer = told["customers"][0]["params"]
    assert (customer["median_seconds"], customer["longest_seconds"]) == (180, 300)
    assert _lines(told)["waits_median"]["params"]["waited_seconds"] == 60
    assert _lines(told)["waits_longest"]["params"]["waited_seconds"] == 300


def test_a_private_answer_to_a_public_question() -> None:
    told = _told([_asked(), _answered(60, visibility="direct"), _said(100, Mood.UNIMPRESSED)])
    assert "private_only" in _lines(told)
    both = _told([_asked(), _answered(60, visibility="direct"), _answered(90, "Je vous ai écrit en privé.")])
    assert "private_only" not in _lines(both)
    asked_in_private = _told([_asked(), _answered(60, visibility="direct")], _run(visibility="direct"))
    assert "private_only" not in _lines(asked_in_private)


def test_the_wrong_language() -> None:
    told = _told([_asked(), _answered(60, "So sorry, we will send you a new one on Monday.")])
    assert (
        _lines(told)["wrong_language"]["params"] | {"asked": "French", "answered": "English"}
        == _lines(told)["wrong_language"]["params"]
    )


def test_boilerplate_and_broken_promises() -> None:
    empty = _told([_asked(), _answered(60, "Merci de votre patience."), _said(100, Mood.UNIMPRESSED)])
    assert _lines(empty)["empty"]["params"]["sentence"] == "Merci de votre patience."
    promise = _answered(60, "Je regarde avec l'entrepôt et je reviens vers vous.")
    assert "broken_promise" in _lines(_told([_asked(), promise, _said(400, Mood.NUDGE)]))
    kept = _told([_asked(), promise, _answered(300), _said(350, Mood.THANKED)])
    assert "broken_promise" not in _lines(kept)
    assert "broken_promise" not in _lines(_told([_asked(), promise], now=200))


@pytest.mark.parametrize(
    ("storyline", "found", "code"),
    [
        ("troll", [_answered(30, "Our chairs are oak.")], "fed_troll"),
        ("troll", [], "left_troll"),
        ("troll", [Fact(at=30, kind=facts.BLOCKED, run=1)], "dealt_with_troll"),
        ("spam", [_answered(30, "No thank you.")], "answered_spam"),
        ("spam", [], "left_spam"),
        ("spam", [Fact(at=30, kind=facts.REPORTED, run=1)], "dealt_with_spam"),
    ],
)
def test_trolls_and_spam(storyline: str, found: list[Fact], code: str) -> None:
    told = _told([_asked(), *found], _run(storyline=storyline))
    assert code in _lines(told)
    assert told["score"] is None, "a troll needs no answer and is no reason for a score"


def test_feeding_a_troll_costs_points_where_there_was_work() -> None:
    work = [_asked(), _answered(60), _said(100, Mood.THANKED)]
    troll = [_asked(10, 2, "j"), _answered(40, "Our chairs are oak.", run=2)]
    told = _told([*work, *troll], _run(), _run(2, "troll", "j", language="en"))
    assert _points(told)["judgement"] == POINTS["judgement"] - 2


def test_a_stray_is_told_kindly_or_not_at_all() -> None:
    run = _run(storyline="stray")
    kind = _told([_asked(), _answered(60, "Bonjour ! Nous sommes la boutique de meubles, pas le restaurant.")], run)
    assert "redirected" in _lines(kind)
    assert "not_redirected" in _lines(_told([_asked()], run))


def test_silencing_somebody_who_needs_help_is_told() -> None:
    muted = Fact(at=50, kind=facts.MUTED, run=1)
    told = _told([_asked(), muted])
    assert {"silenced", "ignored"} <= _lines(told).keys()
    assert _points(told)["judgement"] == POINTS["judgement"] - 2


def test_a_favourite_is_an_answer_to_a_compliment() -> None:
    liked = Fact(at=50, kind=facts.FAVOURITED, run=1)
    told = _told([_asked(), liked], _run(storyline="praise"))
    assert "ignored" not in _lines(told)


def test_who_took_the_message_back_was_not_ignored() -> None:
    withdrawn = Fact(at=130, kind=facts.WITHDRAWN, run=1)
    told = _told([_asked(), withdrawn], _run(storyline="deleted"))
    assert "ignored" not in _lines(told)
    assert told["customers"] == []


def test_the_crisis_wants_one_public_statement() -> None:
    runs = [_run(number, "crisis", "c") for number in range(1, 4)]
    begun = Fact(at=0, kind=facts.CRISIS)
    asked = [_asked(number * 10.0, number) for number in range(1, 4)]
    silent = _lines(_told([begun, *asked], *runs))
    assert silent["crisis_no_statement"]["params"]["voices"] == 3
    statement = Fact(
        at=120, kind=facts.POSTED, note="public", text="Les doubles paiements seront remboursés ce soir, pardon à tous."
    )
    spoken = _lines(_told([begun, *asked, statement], *runs))
    assert spoken["crisis_statement"]["params"]["waited_seconds"] == 120
    assert spoken["crisis_answered"]["params"]["answered"] == 3


def test_an_empty_round_has_nothing_to_tell() -> None:
    told = _told([])
    assert (told["score"], told["sections"], told["customers"]) == (None, [], [])


def test_every_rule_that_argues_has_its_why() -> None:
    codes = {
        rule.code
        for language in LANGUAGES
        for rule in _lexicon(language).rules
        if rule.trait in (Trait.ARGUE, Trait.REFUSE)
    }
    assert codes | {"shouts"} == WHY.keys()


def test_the_parts_are_worth_a_hundred_and_all_sentences_are_short() -> None:
    assert sum(POINTS.values()) == 100
    assert POINTS.keys() == PARTS.keys()
    assert SECTIONS.keys() >= {"repaired", "ignored", "waits", "argued"}
    assert max(len(text) for text in LINES.values()) <= 130
