"""The customers' lives, told by a clock that the test moves: same seed and same acts, same story."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from scrm_desktop.practice import casting, codec, data
from scrm_desktop.practice.clock import ManualClock
from scrm_desktop.practice.director import Director
from scrm_desktop.practice.model import Run, Status, Story, World
from scrm_desktop.practice.network import Network
from scrm_desktop.practice.table import fit, make_director, write_history


@dataclass
class Play:
    """A world whose time the test moves."""

    network: Network
    director: Director
    clock: ManualClock
    seen: set[str] = field(default_factory=set[str])

    def to(self, at: float) -> list[Status]:
        """Go on to a time; the customers' new posts."""
        self.clock.at = at
        self.director.catch_up()
        return self.new()

    def new(self) -> list[Status]:
        own = self.network.own.id
        found = [item for item in self.network.world.statuses if item.id not in self.seen and item.author != own]
        self.seen.update(item.id for item in found)
        return found

    def answer(self, status: Status, text: str, visibility: str = "") -> Status:
        handle = self.network.people[status.author].acct
        made = self.network.post(
            self.network.own,
            f"@{handle} {text}",
            visibility=visibility or status.visibility,
            in_reply_to=status.id,
        )
        self.director.answered(made)
        return made

    def start(self, storyline: str, acct: str) -> tuple[Run, Status]:
        """Let one customer begin a storyline now."""
        run = casting.begin(self.director.story, data.storylines()[storyline], self.network.by_acct[acct])
        self.director.enter(run, data.storylines()[storyline].start)
        return run, self.new()[-1]


def _play(*, seed: int = 1, cues: bool = False, history: bool = False) -> Play:
    network = Network(World(story=Story(seed=seed)))
    for person in casting.people():
        network.add_person(person)
    clock = ManualClock()
    director = make_director(network, clock)
    play = Play(network, director, clock)
    if history:
        write_history(network, director)
    play.new()
    if cues:
        director.open_round()
    return play


FIXES = {
    "fr": "Pardon ! On vous renvoie une pièce neuve dès demain, à nos frais.",
    "en": "So sorry! We'll send you a new one tomorrow, free of charge.",
}
ARGUMENTS = {"fr": "Vous auriez dû vérifier avant de commander.", "en": "You should have checked before you ordered."}
EMPTY = {"fr": "Merci de votre patience.", "en": "We apologise for any inconvenience."}


def _script(seed: int) -> list[tuple[float, str, str, str]]:
    """A whole round with the same acts at the same times: (time, who, visibility, text)."""
    play = _play(seed=seed, cues=True, history=True)
    told: list[tuple[float, str, str, str]] = []
    for step in range(400):
        at = step * 5.0
        for status in play.to(at):
            person = play.network.people[status.author]
            told.append((at, person.acct, status.visibility, status.text))
            choice = (len(told) * 7) % 5
            if choice < 3:
                texts = (FIXES, ARGUMENTS, EMPTY)[choice]
                play.answer(status, texts[person.language])
    return told


@pytest.mark.parametrize("seed", [1, 2, 9])
def test_the_same_seed_and_acts_tell_the_same_story(seed: int) -> None:
    first = _script(seed)
    assert len(first) > 120
    assert first == _script(seed)


def test_another_seed_tells_another_story() -> None:
    assert _script(1) != _script(2)


def test_the_first_half_minute_is_not_silent() -> None:
    for seed in range(1, 12):
        play = _play(seed=seed, cues=True)
        assert 2 <= len(play.to(30.0)) <= 3


@pytest.mark.parametrize("seed", range(1, 9))
def test_thirty_write_within_minutes_of_a_crisis(seed: int) -> None:
    play = _play(seed=seed, cues=True)
    play.to(700.0)
    assert play.director.start_crisis()
    assert not play.director.start_crisis()
    play.to(700.0 + 215.0)
    voices = {run.person for run in play.director.story.runs if run.storyline == "crisis"}
    assert len(voices) == 30
    spoken = {run.language for run in play.director.story.runs if run.storyline == "crisis"}
    assert spoken == {"en", "fr"}


@pytest.mark.parametrize("acct", ["camille@piaille.example", "jonas_o@north.example"])
def test_a_fix_in_public_is_thanked_and_favourited(acct: str) -> None:
    play = _play()
    run, question = play.start("lost_parcel", acct)
    play.to(60.0)
    ours = play.answer(question, FIXES[run.language])
    assert play.to(60.0 + 19.0) == [], "nobody answers within seconds"
    thanks = play.to(60.0 + 91.0)
    assert [status.author for status in thanks] == [run.person]
    assert thanks[0].in_reply_to == ours.id
    assert run.person in ours.favourited_by
    assert run.over


@pytest.mark.parametrize("acct", ["camille@piaille.example", "jonas_o@north.example"])
def test_silence_is_nudged_then_shamed_in_public_and_passed_on(acct: str) -> None:
    play = _play()
    run, question = play.start("lost_parcel", acct)
    told = play.to(1000.0)
    assert run.met[:4] == ["open", "nudge", "angry", "shame"]
    shame = next(status for status in told if status.author == run.person and not status.in_reply_to)
    assert shame.visibility == "public"
    assert shame.extra_boosts > 20
    assert any(status.author != run.person for status in told), "others join in"
    play.to(2000.0)
    assert run.met[-1] == "walks_away"
    assert run.over
    assert question.id in play.network.statuses


@pytest.mark.parametrize("acct", ["camille@piaille.example", "jonas_o@north.example"])
def test_an_argument_makes_it_worse_and_a_fix_wins_back(acct: str) -> None:
    play = _play()
    run, question = play.start("lost_parcel", acct)
    play.answer(question, ARGUMENTS[run.language])
    hurt = play.to(95.0)[0]
    assert run.state == "hurt"
    play.answer(hurt, ARGUMENTS[run.language])
    play.to(200.0)
    assert run.state == "furious"
    last = play.network.statuses[run.last]
    play.answer(last, FIXES[run.language])
    play.to(300.0)
    assert run.state == "mollified"


def test_a_question_is_answered_with_what_was_asked_for() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "jonas_o@north.example")
    play.answer(question, "Oh no! What is your order number?")
    details = play.to(95.0)[0]
    assert run.params["order"] in details.text


def test_boilerplate_impresses_nobody() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "jonas_o@north.example")
    play.answer(question, EMPTY["en"])
    play.to(95.0)
    assert run.state == "unimpressed"


def test_a_public_question_answered_in_private_is_told_so_in_public() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "jonas_o@north.example")
    play.answer(question, FIXES["en"], "direct")
    said = play.to(95.0)[0]
    assert run.state == "told_private"
    assert said.visibility == "public"
    assert play.network.statuses[said.in_reply_to].visibility == "public"
    play.answer(said, FIXES["en"])
    play.to(200.0)
    assert run.state == "thanked"


def test_the_wrong_language_is_said_so() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "camille@piaille.example")
    play.answer(question, FIXES["en"])
    play.to(95.0)
    assert run.state == "language"


def test_an_invitation_to_write_in_private_is_followed() -> None:
    play = _play()
    run, question = play.start("damaged", "jonas_o@north.example")
    play.answer(question, "Sorry Jonas! Please send us a direct message with your address.")
    said = play.to(95.0)[0]
    assert (run.state, said.visibility) == ("in_private", "direct")
    play.answer(said, FIXES["en"])
    play.to(200.0)
    assert run.state == "thanked"


def test_of_two_answers_in_a_row_the_stronger_counts() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "jonas_o@north.example")
    play.answer(question, FIXES["en"])
    play.answer(question, "Noted.")
    play.to(95.0)
    assert run.state == "thanked"


def test_a_promise_that_is_not_kept_is_remembered() -> None:
    play = _play()
    run, question = play.start("lost_parcel", "jonas_o@north.example")
    play.answer(question, "Let me check with the warehouse and get back to you.")
    play.to(500.0)
    assert run.met[:3] == ["open", "waits", "promised"]


def test_a_troll_lives_on_answers_and_falls_silent_when_muted() -> None:
    play = _play()
    run, provocation = play.start("troll", "realtalk99@loudmouth.example")
    play.answer(provocation, "Our chairs are made of oak, in Lyon.")
    again = play.to(95.0)[0]
    assert run.state == "fed"
    play.answer(again, "You are an idiot.")
    play.to(200.0)
    assert run.state == "feast"
    play.director.acted("muted", run.person)
    assert play.to(3000.0) == []


def test_a_rash_message_is_taken_back() -> None:
    play = _play()
    run, question = play.start("deleted", "jonas_o@north.example")
    play.to(200.0)
    assert question.id not in play.network.statuses
    assert run.over


def test_an_edit_changes_what_was_said_and_nothing_else() -> None:
    play = _play()
    run, question = play.start("edited", "jonas_o@north.example")
    before = question.text
    play.to(90.0)
    assert question.versions[0].text == before
    assert run.params["right"] in question.text
    assert question.edited_at is not None


def test_one_public_statement_calms_a_crisis() -> None:
    play = _play(seed=3)
    play.director.start_crisis()
    play.to(120.0)
    waiting = [run for run in play.director.story.runs if run.storyline == "crisis"]
    statement = play.network.post(
        play.network.own,
        "We charged many of you twice this morning. The page is fixed, every double charge will be refunded tonight.",
    )
    play.director.answered(statement)
    play.to(120.0 + 95.0)
    english = [run for run in waiting if run.language == "en"]
    assert english
    assert all(run.state == "thanked" for run in english)
    assert len([run for run in play.director.story.runs if run.storyline == "crisis"]) < 30


def test_an_answer_to_a_bystander_belongs_to_the_thread() -> None:
    play = _play()
    run, _ = play.start("lost_parcel", "camille@piaille.example")
    told = play.to(1000.0)
    bystander = next(status for status in told if status.author != run.person)
    made = play.network.post(play.network.own, "…", in_reply_to=bystander.id)
    assert play.director.run_of(made) is run


@pytest.mark.parametrize("seed", [1, 5])
def test_nobody_says_the_same_sentence_twice_in_a_row(seed: int) -> None:
    by_state: dict[str, list[str]] = {}
    play = _play(seed=seed)
    for place, customer in enumerate(item for item in data.customers() if not item.role and item.language == "en"):
        play.clock.at = place * 5.0
        run, _ = play.start("in_stock", customer.acct)
        by_state.setdefault("open", []).append(run.params["_said"])
    said = by_state["open"]
    assert all(before != after for before, after in pairwise(said))


def test_the_next_round_has_the_same_people_and_another_seed() -> None:
    play = _play(cues=True, history=True)
    play.to(400.0)
    people = [person.id for person in play.network.world.people]
    posts = len(play.network.world.statuses)
    play.director.new_round()
    assert play.director.report()["round"] == 2
    assert [person.id for person in play.network.world.people] == people
    assert len(play.network.world.statuses) == posts
    assert len(play.to(430.0)) >= 2


def test_a_world_of_other_storylines_is_made_to_fit() -> None:
    play = _play(cues=True, history=True)
    play.to(300.0)
    story = play.network.world.story
    story.runs[0].storyline = "no_longer_there"
    story.runs[1].state = "no_longer_there"
    story.runs[2].params.clear()
    gone = {story.runs[0].id, story.runs[1].id}
    fit(play.network)
    assert not gone & {run.id for run in story.runs}
    assert len(play.to(2000.0)) > 50


def test_a_world_kept_and_loaded_goes_on_as_if_nothing_had_been() -> None:
    kept, whole = _play(cues=True, history=True), _play(cues=True, history=True)
    kept.to(300.0)
    whole.to(300.0)
    world = codec.unpack(World, codec.pack(kept.network.world))
    network = Network(world)
    clock = ManualClock(300.0)
    loaded = Play(network, make_director(network, clock), clock)
    loaded.new()
    told = [(status.id, status.author, status.text) for status in loaded.to(900.0)]
    assert told == [(status.id, status.author, status.text) for status in whole.to(900.0)]
    assert len(told) > 20
