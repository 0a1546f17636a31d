"""The customers and storylines as data: enough of them, whole, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from scrm_desktop.practice import casting, data, keep
from scrm_desktop.practice.data import DataError, Mood, State, Storyline, Wants
from scrm_desktop.practice.markup import count, handles
from scrm_desktop.practice.reaction import Event

LINES = tuple(data.storylines().values())
NEEDED = {
    "lost_parcel",
    "damaged",
    "invoice",
    "in_stock",
    "praise",
    "idea",
    "troll",
    "spam",
    "stray",
    "returning",
    "crisis",
    "content_warning",
    "poll",
    "edited",
    "deleted",
    "emoji",
}


def _texts(line: Storyline) -> Iterator[tuple[State, str, str, tuple[str, ...]]]:
    for state in line.states.values():
        for key in ("say", "edit", "chorus", "warning", "poll", "alt"):
            for language, variants in getattr(state, key).items():
                yield state, key, language, variants


def test_there_are_enough_of_everything() -> None:
    assert len(data.customers()) >= 40
    assert len(data.storylines()) >= 12
    assert data.storylines().keys() >= NEEDED
    spoken = [customer.language for customer in data.customers()]
    assert min(spoken.count("en"), spoken.count("fr")) >= 20


def test_no_two_customers_share_a_handle_and_all_domains_are_invented() -> None:
    handles_of_all = [customer.acct for customer in data.customers()]
    assert len(set(handles_of_all)) == len(handles_of_all)
    assert all(customer.domain.endswith(".example") for customer in data.customers())
    assert len({customer.domain for customer in data.customers()}) >= 10
    assert len({person.id for person in casting.people()}) == len(data.customers()) + 1


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_a_storyline_is_whole(line: Storyline) -> None:
    start = line.states[line.start]
    assert set(line.title) == {"en", "fr"}
    assert line.states.keys() >= {*start.on.values()}
    for state in line.states.values():
        assert set(state.on) <= set(Event), state.name
        assert state.silence is None or state.silence[1] in line.states
        for language in line.languages:
            least = 2 if state.name == line.start else 1
            assert not state.say or len(state.say[language]) >= least, (state.name, language)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_texts_differ_between_languages_fit_and_fill(line: Storyline) -> None:
    for state, key, language, variants in _texts(line):
        assert len(set(variants)) == len(variants), (state.name, key)
        words = {"order": "48190", "name": "Camille", **_longest(line, language)}
        for variant in variants:
            filled = variant.format_map(words)
            assert "{" not in filled
            assert count(f"@maisonverte {filled}") <= (50 if key == "poll" else 480)
    for state in line.states.values():
        if state.say:
            assert not set(state.say["en"]) & set(state.say["fr"]), state.name


def _longest(line: Storyline, language: str) -> dict[str, str]:
    return {name: max(words, key=len) for name, words in line.params[language].items()}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_every_storyline_comes_to_an_end_in_silence(line: Storyline) -> None:
    state, seen = line.states[line.start], set[str]()
    while state.silence is not None:
        assert state.name not in seen, "silence goes round in circles"
        seen.add(state.name)
        state = line.states[state.silence[1]]
    assert state.mood in (Mood.GONE, Mood.QUIET)


@pytest.mark.parametrize("line", [line for line in LINES if line.wants is Wants.FIX], ids=lambda line: line.id)
def test_a_problem_can_be_repaired_and_made_worse(line: Storyline) -> None:
    start = line.states[line.start]
    assert line.states[start.on["good"]].mood is Mood.THANKED
    assert line.states[start.on["argue"]].mood is Mood.HURT
    assert any(state.mood is Mood.SHAME for state in line.states.values())


def test_edits_belong_to_what_was_said() -> None:
    for line in LINES:
        for state in line.states.values():
            for language, variants in state.edit.items():
                said = line.states[line.start].say[language]
                assert len(variants) == len(said)
                for before, after in zip(said, variants, strict=True):
                    assert before.split()[:3] == after.split()[:3]


def test_pictures_and_people_that_are_named_exist() -> None:
    for line in LINES:
        for state in line.states.values():
            if state.photo:
                assert keep.photo(state.photo).startswith(b"\x89PNG")
                assert state.alt
    known = {customer.acct for customer in data.customers()}
    for thread in data.past():
        assert thread.customer in known
        for who, text, _ in thread.lines:
            named = {f"{user}@{domain}" if domain else user for user, domain in handles(text)}
            assert named == ({thread.customer} if who == "us" else {"maisonverte"}), text


def test_the_first_start_shows_what_a_beginner_needs() -> None:
    recent = [thread for thread in data.past() if thread.hours_ago <= 48]
    assert 8 <= len(recent) <= 10
    assert sum(any(who == "us" for who, *_ in thread.lines) for thread in recent) >= 4
    roles = {customer.acct: customer.role for customer in data.customers()}
    back = {acct for acct, role in roles.items() if role == "returning"}
    assert {thread.customer for thread in data.past() if thread.hours_ago > 24 * 180} == back


def test_a_round_begins_at_once_and_brings_every_storyline() -> None:
    cues = data.cues()
    assert 2 <= sum(cue.what == "start" and cue.at + cue.jitter <= 30 for cue in cues) <= 4
    assert {cue.storyline for cue in cues if cue.storyline} | {"crisis"} == data.storylines().keys()
    starts = sorted(cue.at for cue in cues)
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    assert max(gap for gap, at in zip(gaps, starts, strict=False) if at < 800) <= 75


def test_a_state_without_a_language_is_refused() -> None:
    with pytest.raises(DataError, match="lacks fr"):
        data._state("open", {"mood": "ask", "say": {"en": ["hello"]}}, ("en", "fr"))


def test_braces_are_only_for_known_words() -> None:
    for line in LINES:
        for state, key, language, variants in _texts(line):
            used = {name for variant in variants for name in re.findall(r"{(\w+)}", variant)}
            assert used <= {"order", "name", *line.params[language]}, (state.name, key)
