"""Puts a storyline's state on the stage: the customer writes, edits, deletes, favourites, and others join in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from scrm_desktop.practice.casting import roles
from scrm_desktop.practice.data import State, Storyline, Texts
from scrm_desktop.practice.keep import photo
from scrm_desktop.practice.model import Person, Poll, Run, Status, Story
from scrm_desktop.practice.network import OWN_ID, Network
from scrm_desktop.practice.pictures import png_size
from scrm_desktop.practice.seeded import nth_of_bag, rng

MENTION = "@maisonverte"
SAID = "_said"


class Stage:
    """Everything that customers do in the network because a storyline says so."""

    def __init__(self, network: Network, lines: Mapping[str, Storyline]) -> None:
        self._network = network
        self._lines = lines

    @property
    def _story(self) -> Story:
        return self._network.world.story

    # -- one state ----------------------------------------------------------------------------------
    def perform(self, run: Run, state: State) -> Status | None:
        """Do what a state says; the post that was made, if any."""
        person = self._network.people[run.person]
        answer = self._network.statuses.get(run.answer)
        self._react(person, state, answer)
        last = self._network.statuses.get(run.last)
        if state.edit and last is not None:
            self._network.edit(last, self._text(run, state, "edit", state.edit), warning=last.warning)
        if state.delete and last is not None:
            self._network.delete(last)
        return self._say(run, state, person) if state.say else None

    def _react(self, person: Person, state: State, answer: Status | None) -> None:
        if answer is not None and state.favourite:
            self._network.favourite(person, answer)
        if answer is not None and state.boost and answer.visibility in ("public", "unlisted"):
            self._network.boost(person, answer)
        if state.follow:
            self._network.follow(person)

    def _say(self, run: Run, state: State, person: Person) -> Status:
        parent = None if state.fresh else self._parent(run, state)
        text = self._text(run, state, "say", state.say)
        status = self._network.post(
            person,
            text if MENTION in text else f"{MENTION} {text}",
            visibility=self._visibility(run, state, parent),
            in_reply_to=parent.id if parent else "",
            warning=self._text(run, state, "warning", state.warning) if state.warning else "",
            language=run.language,
            media=self._media(run, state),
            poll=self._poll(run, state),
        )
        run.last = status.id
        if not run.root or state.fresh:
            run.root = status.root
        return status

    def _parent(self, run: Run, state: State) -> Status | None:
        """What is answered: our last answer, else their own last words; in public never something private."""
        found = (self._network.statuses.get(item) for item in (run.answer, run.last, run.root))
        private = state.visibility == "public"
        return next((item for item in found if item and not (private and item.visibility == "direct")), None)

    def _visibility(self, run: Run, state: State, parent: Status | None) -> str:
        if state.visibility:
            return state.visibility
        if state.fresh:
            return "public"
        return parent.visibility if parent is not None else run.visibility

    def _media(self, run: Run, state: State) -> list[str]:
        if not state.photo:
            return []
        width, height = png_size(photo(state.photo))
        alt = self._text(run, state, "alt", state.alt) if state.alt else ""
        made = self._network.add_media(mime="image/png", description=alt, photo=state.photo, width=width, height=height)
        return [made.id]

    def _poll(self, run: Run, state: State) -> Poll | None:
        if not state.poll:
            return None
        options = list(state.poll[run.language])
        votes = [rng(self._story.seed, "votes", run.id, place).randrange(2, 40) for place in range(len(options))]
        return Poll(options=options, votes=votes, expires_at=self._network.now() + timedelta(days=1))

    def _text(self, run: Run, state: State, key: str, texts: Texts) -> str:
        variants = texts[run.language]
        if key == "edit":
            # The variant that belongs to what was said: variants of an edit stand in the order of those.
            place = int(run.params[SAID]) % len(variants)
        else:
            place = self._draw(len(variants), f"{run.storyline}/{state.name}/{key}/{run.language}")
        if key == "say":
            run.params[SAID] = str(place)
        return variants[place].format_map(run.params)

    def _draw(self, count: int, purpose: str) -> int:
        """The place of the next variant for a purpose; never the same twice in a row."""
        used = self._story.used.get(purpose, 0)
        self._story.used[purpose] = used + 1
        return nth_of_bag(range(count), used, self._story.seed, purpose)

    # -- the others ---------------------------------------------------------------------------------
    def bystander(self, run: Run, place: int) -> Person | None:
        """Somebody who has nothing to do with us at the moment and speaks the run's language."""
        busy = {other.person for other in self._story.runs if not other.over} | roles().keys()
        free = [
            person
            for person in self._network.world.people
            if person.id not in busy and person.id != OWN_ID and person.language == run.language
        ]
        return rng(self._story.seed, "bystander", run.id, run.epoch, place).choice(free) if free else None

    def join_in(self, run: Run, state: State, place: int) -> None:
        """A bystander adds a line to a customer's complaint."""
        person, last = self.bystander(run, place), self._network.statuses.get(run.last)
        if person is None or last is None or last.visibility == "direct":
            return
        handle = self._network.people[run.person].acct
        text = self._text(run, state, "chorus", state.chorus)
        self._network.post(person, f"@{handle} {MENTION} {text}", in_reply_to=last.id, language=run.language)

    def passed_on(self, run: Run, count: int) -> int:
        """People boost and favourite what a customer wrote; how many did."""
        last = self._network.statuses.get(run.last)
        if last is None or last.visibility not in ("public", "unlisted"):
            return 0
        last.extra_boosts += count
        last.extra_favourites += count * 2
        self._network.changed = True
        return count
