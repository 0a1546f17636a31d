"""Lets the customers live: a queue of what is due in story time, and what each makes of what they read."""

from __future__ import annotations

from collections.abc import Mapping

from scrm_desktop.practice import casting, crowd, facts
from scrm_desktop.practice.acting import Stage
from scrm_desktop.practice.cases import cases
from scrm_desktop.practice.clock import Clock
from scrm_desktop.practice.crowd import CRISIS, CRISIS_SECONDS
from scrm_desktop.practice.data import Cue, Mood, State, Storyline, Wants
from scrm_desktop.practice.debrief import debrief
from scrm_desktop.practice.judge import Verdict, judge
from scrm_desktop.practice.model import Due, Fact, Run, Status, Story
from scrm_desktop.practice.network import OWN_ID, Network
from scrm_desktop.practice.reaction import RANK, Event, Situation, events, what
from scrm_desktop.practice.seeded import between, rng

ROUND_SECONDS = 1500.0
REACTION_SECONDS = (20.0, 90.0)


class Director:
    """One round after the other over one network; deterministic for a seed and our acts at given story times."""

    def __init__(
        self, network: Network, clock: Clock, *, lines: Mapping[str, Storyline], cues: tuple[Cue, ...]
    ) -> None:
        self.network = network
        self.clock = clock
        self._lines = lines
        self._cues = cues
        self._stage = Stage(network, lines)

    @property
    def story(self) -> Story:
        """Where the round stands."""
        return self.network.world.story

    # -- time ---------------------------------------------------------------------------------------
    def catch_up(self) -> None:
        """Let everything happen that is due by now, in its order."""
        now = self.clock.now()
        while self.story.due and self.story.due[0].at <= now:
            due = self.story.due.pop(0)
            self.story.now = max(self.story.now, due.at)
            self._happen(due)
        self.story.now = max(self.story.now, now)

    def next_due(self) -> float | None:
        """When something is due next, in story time."""
        return self.story.due[0].at if self.story.due else None

    def schedule(self, at: float, what: str, args: dict[str, str], run: Run | None = None) -> None:
        """Let something happen later; a run's own is dropped when the run has moved on by then."""
        due = Due(at=at, seq=self.story.next_seq, what=what, args=args)
        if run is not None:
            due.run, due.epoch = run.id, run.epoch
        self.story.next_seq += 1
        place = next((i for i, other in enumerate(self.story.due) if (other.at, other.seq) > (due.at, due.seq)), None)
        self.story.due.insert(len(self.story.due) if place is None else place, due)
        self.network.changed = True

    # -- rounds -------------------------------------------------------------------------------------
    def open_round(self) -> None:
        """Put a round's cues into the queue, each a little earlier or later than written."""
        story = self.story
        story.started_at = story.now
        story.crisis_at = -1.0
        for place, cue in enumerate(self._cues):
            at = story.now + cue.at + between(0, cue.jitter, story.seed, "cue", story.round, place)
            args = {"storyline": cue.storyline, "language": cue.language}
            self.schedule(at, cue.what, {**args, "count": str(cue.count), "purpose": f"cue{place}"})

    def new_round(self) -> None:
        """The next seed with the same people; what was going on is over."""
        story = self.story
        for run in story.runs:
            run.over = True
        story.runs.clear()
        story.due.clear()
        story.facts.clear()
        story.seed += 1
        story.round += 1
        self.open_round()

    def start_crisis(self) -> bool:
        """Let thirty people write within minutes; false where they do already."""
        story = self.story
        if story.crisis_at >= 0 and story.now - story.crisis_at < CRISIS_SECONDS:
            return False
        story.crisis_at = story.now
        story.due = [due for due in story.due if due.what != "crisis"]
        self._note(facts.CRISIS)
        for place, after in enumerate(crowd.crisis_times(story)):
            args = {"storyline": CRISIS, "language": "", "count": "1", "purpose": f"crisis{place}"}
            self.schedule(story.now + after, "start", args)
        return True

    # -- what happens -------------------------------------------------------------------------------
    def _happen(self, due: Due) -> None:
        run = self.run(due.run)
        if due.run and (run is None or run.epoch != due.epoch):
            return
        if due.what == "start":
            self._start(due)
        elif due.what == "enter" and run is not None:
            self.enter(run, due.args["state"])
        elif due.what == "chorus" and run is not None:
            self._stage.join_in(run, self._state(run), int(due.args["place"]))
        elif due.what == "boosts" and run is not None:
            passed_on = self._stage.passed_on(run, int(due.args["count"]))
            if passed_on:
                self._note(facts.BOOSTED, run=run, note=str(passed_on))
        elif due.what == "crisis":
            self.start_crisis()
        elif due.what == "wave":
            for after, args in crowd.wave(self.story, due):
                self.schedule(self.story.now + after, "applause", args)
        elif due.what == "applause":
            crowd.applaud(self.network, due)

    def _start(self, due: Due) -> None:
        line = self._lines[due.args["storyline"]]
        if (
            line.id == CRISIS
            and self._was_told()
            and rng(self.story.seed, "calmed", due.args["purpose"]).random() < 0.6
        ):
            return
        for place in range(int(due.args["count"])):
            purpose = f"{due.args['purpose']}/{place}"
            language = due.args["language"] or rng(self.story.seed, "language", purpose).choice(("fr", "en"))
            run = casting.cast(self.story, self.network, line, language=language, purpose=purpose)
            if run is not None:
                self.enter(run, line.start)

    def enter(self, run: Run, name: str) -> None:
        """A run moves on to a state, and what follows from that is put into the queue."""
        state = self._lines[run.storyline].states[name]
        first = not run.state
        run.state, run.rank = name, 0
        run.epoch += 1
        run.met.append(name)
        status = self._stage.perform(run, state)
        if status is not None:
            self._note_said(run, state, status, first=first)
        elif state.delete:
            self._note(facts.WITHDRAWN, run=run)
        elif not first and state.mood is Mood.GONE:
            self._note(facts.SAID, run=run, note=str(state.mood))
        self._plan(run, state)

    def plan(self, run: Run) -> None:
        """Put what follows from a run's state into the queue."""
        self._plan(run, self._state(run))

    def _note_said(self, run: Run, state: State, status: Status, *, first: bool) -> None:
        if first:
            run.asked_at = self.story.now
            self._note(facts.ASKED, run=run, status=status.id, note=str(self._wants(run)), text=status.text)
        else:
            self._note(facts.SAID, run=run, status=status.id, note=str(state.mood), text=status.text)

    def _plan(self, run: Run, state: State) -> None:
        now, seed = self.story.now, self.story.seed
        if state.silence is not None:
            after = state.silence[0] * between(0.85, 1.2, seed, "silence", run.id, run.epoch)
            self.schedule(now + after, "enter", {"state": state.silence[1]}, run)
        if state.boosts:
            after = between(15, 60, seed, "boosts", run.id, run.epoch)
            self.schedule(now + after, "boosts", {"count": str(state.boosts)}, run)
        for place in range(2 if state.chorus else 0):
            after = between(20, 120, seed, "chorus", run.id, run.epoch, place)
            self.schedule(now + after, "chorus", {"place": str(place)}, run)
        if state.silence is None and not state.on:
            run.over = True

    # -- what we do ---------------------------------------------------------------------------------
    def answered(self, status: Status) -> None:
        """We wrote something: whoever it is for makes something of it."""
        run = self.run_of(status)
        verdict = judge(status.text)
        if run is None:
            self._note(facts.POSTED, status=status.id, note=status.visibility, text=status.text)
            self._calm_crisis(status, verdict)
            return
        self._note(facts.ANSWERED, run=run, status=status.id, note=status.visibility, text=status.text)
        run.answer = status.id
        self._let_react(run, self._events(run, status, verdict))

    def edited(self, status: Status) -> None:
        """We changed an answer: it is read again."""
        run = self.run_of(status)
        if run is None:
            return
        self._note(facts.EDITED, run=run, status=status.id, note=status.visibility, text=status.text)
        if run.answer == status.id:
            self._let_react(run, self._events(run, status, judge(status.text)))

    def deleted(self, status: Status) -> None:
        """We took an answer away."""
        run = self.run_of(status)
        if run is not None:
            self._note(facts.DELETED, run=run, status=status.id)
            run.answer = "" if run.answer == status.id else run.answer

    def acted(self, kind: str, person_id: str, status_id: str = "") -> None:
        """We muted, blocked, reported or favourited; who is muted or blocked falls silent."""
        runs = [run for run in self.story.runs if run.person == person_id]
        run = runs[-1] if runs else None
        self._note(kind, run=run, person=person_id, status=status_id)
        if run is not None and kind in (facts.MUTED, facts.BLOCKED):
            run.over = True
            run.epoch += 1

    # -- looking back -------------------------------------------------------------------------------
    def report(self) -> dict[str, object]:
        """Where the round stands, in seconds of story."""
        story = self.story
        since = story.now - story.started_at
        crisis = story.crisis_at >= 0 and story.now - story.crisis_at < CRISIS_SECONDS
        return {
            "story_seconds": round(story.now, 3),
            "round": story.round,
            "seed": story.seed,
            "round_seconds": round(since, 3),
            "round_length": ROUND_SECONDS,
            "over": since >= ROUND_SECONDS,
            "crisis": crisis,
        }

    def debrief(self) -> dict[str, object]:
        """What the round is worth looking back at."""
        names = {person.id: (person.name, person.acct) for person in self.network.world.people}
        return debrief(
            cases(self.story.facts, self.story.runs, self._lines), self.story.facts, now=self.story.now, names=names
        )

    # -- inner --------------------------------------------------------------------------------------
    def run(self, run_id: int) -> Run | None:
        """A run by its number."""
        return next((run for run in self.story.runs if run.id == run_id), None)

    def run_of(self, status: Status) -> Run | None:
        """Whose storyline an answer of ours belongs to: the thread's, or that of whoever it names."""
        parent = self.network.statuses.get(status.in_reply_to)
        while parent is not None and parent.author == OWN_ID:
            parent = self.network.statuses.get(parent.in_reply_to)
        addressed = [parent.author] if parent is not None else [item for item in status.mentions if item != OWN_ID]
        # The thread first: an answer to a bystander belongs to the one whose thread it is.
        runs = [run for run in self.story.runs if parent is not None and run.root == parent.root]
        runs = runs or [run for run in self.story.runs if run.person in addressed]
        return runs[-1] if runs else None

    def _events(self, run: Run, status: Status, verdict: Verdict) -> tuple[Event, ...]:
        in_public = status.visibility != "direct"
        asked_in_public = run.visibility != "direct"
        before = any(
            fact.run == run.id and fact.kind == facts.ANSWERED and fact.note != "direct" for fact in self.story.facts
        )
        situation = Situation(
            wants=self._wants(run),
            language=run.language,
            asked_in_public=asked_in_public,
            answered_in_public=in_public or before,
        )
        return events(verdict, situation)

    def _let_react(self, run: Run, found: tuple[Event, ...]) -> None:
        state = self._state(run)
        event = next((event for event in found if event in state.on), None)
        if run.over or event is None or RANK[event] < run.rank:
            return
        run.rank = RANK[event]
        run.epoch += 1
        delay = between(*REACTION_SECONDS, self.story.seed, "reaction", run.id, run.epoch)
        self.schedule(self.story.now + delay, "enter", {"state": state.on[event]}, run)

    def _was_told(self) -> bool:
        """Whether a public post of ours said, since the crisis began, what happens."""
        told = [fact for fact in self.story.facts if fact.kind == facts.POSTED and fact.at >= self.story.crisis_at >= 0]
        return any(what(judge(fact.text), Wants.FIX) in (Event.GOOD, Event.HOLD) for fact in told)

    def _calm_crisis(self, status: Status, verdict: Verdict) -> None:
        if status.visibility != "public" or self.story.crisis_at < 0:
            return
        for run in self.story.runs:
            if run.storyline == CRISIS and not run.over and not run.answer and run.state:
                run.answer = status.id
                self._let_react(run, self._events(run, status, verdict))

    def _state(self, run: Run) -> State:
        return self._lines[run.storyline].states[run.state]

    def _wants(self, run: Run) -> Wants:
        return self._lines[run.storyline].wants

    def _note(
        self, kind: str, *, run: Run | None = None, person: str = "", status: str = "", note: str = "", text: str = ""
    ) -> None:
        self.story.facts.append(
            Fact(
                at=self.story.now,
                kind=kind,
                run=run.id if run else 0,
                person=person or (run.person if run else ""),
                status=status,
                note=note,
                text=text,
            )
        )
        self.network.changed = True
