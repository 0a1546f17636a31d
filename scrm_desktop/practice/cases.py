"""One customer's story of a round, put together from the facts: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from scrm_desktop.practice import facts as kinds
from scrm_desktop.practice.data import Mood, Storyline, Wants
from scrm_desktop.practice.judge import Finding, Trait, Verdict, judge
from scrm_desktop.practice.model import Fact, Run
from scrm_desktop.practice.reaction import Event, what

FAIR_SECONDS = 120.0
"""A question younger than this at the end of a round is not yet one that was ignored."""
WAITING_MOODS = (Mood.DETAIL, Mood.NUDGE, Mood.SHAME, Mood.HURT, Mood.UNIMPRESSED)
ANGRY_MOODS = (Mood.NUDGE, Mood.SHAME, Mood.HURT, Mood.UNIMPRESSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of ours, judged for the one who reads it."""

    at: float
    status: str
    text: str
    public: bool
    verdict: Verdict
    event: Event
    statement: bool = False
    """Whether it was written to everybody, not to this customer."""

    def finding(self, *traits: Trait) -> Finding | None:
        """The first sentence that did one of these."""
        return next((found for trait in traits if (found := self.verdict.first(trait)) is not None), None)


@dataclass(slots=True, kw_only=True)
class Case:
    """What one customer wanted, what we did, and how it ended; times are seconds of story."""

    run: int
    person: str
    storyline: str
    wants: Wants
    language: str
    public: bool
    asked_at: float
    status: str
    answers: list[Answer] = field(default_factory=list[Answer])
    moods: list[tuple[float, Mood]] = field(default_factory=list[tuple[float, Mood]])
    waits: list[float] = field(default_factory=list[float])
    waiting_since: float | None = None
    boosts: int = 0
    deeds: list[str] = field(default_factory=list[str])
    deleted: int = 0
    withdrawn: bool = False

    @property
    def needs_answer(self) -> bool:
        """Whether leaving it alone would have been wrong."""
        return self.wants is not Wants.NOTHING

    @property
    def thanked(self) -> bool:
        """Whether it ended well."""
        return any(mood is Mood.THANKED for _, mood in self.moods)

    @property
    def lost(self) -> bool:
        """Whether they went away without help."""
        return bool(self.moods) and self.moods[-1][1] is Mood.GONE and not self.withdrawn

    @property
    def was_angry(self) -> bool:
        """Whether they had to insist, or were hurt, before it ended."""
        return any(mood in ANGRY_MOODS for _, mood in self.moods)

    @property
    def shamed(self) -> bool:
        """Whether they complained about us to everybody."""
        return any(mood is Mood.SHAME for _, mood in self.moods)

    @property
    def silenced(self) -> bool:
        """Whether we muted or blocked somebody who needed help."""
        return self.needs_answer and (kinds.MUTED in self.deeds or kinds.BLOCKED in self.deeds)

    def ignored(self, now: float) -> bool:
        """Whether nobody answered, though there was time for it."""
        waited = now - self.asked_at
        liked = self.wants is Wants.THANKS and kinds.FAVOURITED in self.deeds
        return self.needs_answer and not (self.answers or self.withdrawn or liked) and waited >= FAIR_SECONDS

    def repairing(self) -> Answer | None:
        """The answer that was thanked."""
        thanked_at = next((at for at, mood in self.moods if mood is Mood.THANKED), None)
        before = [answer for answer in self.answers if thanked_at is not None and answer.at <= thanked_at]
        good = [answer for answer in before if answer.event is Event.GOOD]
        found = good or before
        return found[-1] if found else None

    def only_private(self) -> Answer | None:
        """The private answer to a public question, where no public one stands beside it."""
        if not self.public or any(answer.public for answer in self.answers):
            return None
        return next((answer for answer in self.answers if not answer.public), None)

    def broken_promise(self, now: float) -> Answer | None:
        """The last word of ours where it promised to come back, and they had to ask again or waited long."""
        last = self.answers[-1] if self.answers else None
        if last is None or last.event is not Event.HOLD:
            return None
        asked_again = any(at > last.at and mood in ANGRY_MOODS for at, mood in self.moods)
        return last if asked_again or self.lost or now - last.at > 5 * FAIR_SECONDS else None

    def longest(self, now: float) -> float:
        """The longest they waited, the wait that still lasts included."""
        still = [now - self.waiting_since] if self.waiting_since is not None else []
        return max([*self.waits, *still], default=0.0)

    def median(self, now: float) -> float:
        """The middle one of their waits, the wait that still lasts included."""
        still = [now - self.waiting_since] if self.waiting_since is not None else []
        return median([*self.waits, *still]) if self.waits or still else 0.0


def cases(facts: Sequence[Fact], runs: Sequence[Run], lines: Mapping[str, Storyline]) -> list[Case]:
    """A case for each customer who wrote, in the order in which they did."""
    made: dict[int, Case] = {}
    known = {run.id: run for run in runs}
    for fact in sorted(facts, key=lambda item: item.at):
        if fact.kind == kinds.ASKED and fact.run in known:
            made[fact.run] = _case(fact, known[fact.run], lines)
        elif fact.run in made:
            _add(made[fact.run], fact)
        elif fact.kind == kinds.POSTED and fact.note == "public":
            _add_statement(made.values(), fact)
    return list(made.values())


def _case(fact: Fact, run: Run, lines: Mapping[str, Storyline]) -> Case:
    return Case(
        run=run.id,
        person=fact.person,
        storyline=run.storyline,
        wants=lines[run.storyline].wants,
        language=run.language,
        public=run.visibility != "direct",
        asked_at=fact.at,
        status=fact.status,
        waiting_since=fact.at if lines[run.storyline].wants is not Wants.NOTHING else None,
    )


def _add(case: Case, fact: Fact) -> None:
    if fact.kind == kinds.ANSWERED:
        _answered(case, fact)
    elif fact.kind == kinds.SAID:
        _said(case, fact)
    elif fact.kind == kinds.BOOSTED:
        case.boosts += int(fact.note)
    elif fact.kind in (kinds.MUTED, kinds.BLOCKED, kinds.REPORTED, kinds.FAVOURITED):
        case.deeds.append(fact.kind)
        _stop_waiting(case, fact)
    elif fact.kind == kinds.DELETED:
        case.deleted += 1
    elif fact.kind == kinds.WITHDRAWN:
        case.withdrawn = True
        case.waiting_since = None


def _stop_waiting(case: Case, fact: Fact) -> None:
    """A favourite is an answer to a compliment; nobody waits for one whom we muted."""
    if fact.kind != kinds.FAVOURITED or case.wants is Wants.THANKS:
        case.waiting_since = None


def _answered(case: Case, fact: Fact, *, statement: bool = False) -> None:
    verdict = judge(fact.text)
    answer = Answer(
        at=fact.at,
        status=fact.status,
        text=fact.text,
        public=fact.note != "direct",
        verdict=verdict,
        event=what(verdict, case.wants),
        statement=statement,
    )
    case.answers.append(answer)
    if case.waiting_since is not None:
        case.waits.append(fact.at - case.waiting_since)
        case.waiting_since = None


def _said(case: Case, fact: Fact) -> None:
    mood = Mood(fact.note)
    case.moods.append((fact.at, mood))
    if mood in WAITING_MOODS and case.waiting_since is None and case.needs_answer:
        case.waiting_since = fact.at
    elif mood not in WAITING_MOODS:
        if case.waiting_since is not None:
            case.waits.append(fact.at - case.waiting_since)
        case.waiting_since = None


def _add_statement(every: Iterable[Case], fact: Fact) -> None:
    for case in every:
        if case.storyline == "crisis" and not case.answers:
            _answered(case, fact, statement=True)
