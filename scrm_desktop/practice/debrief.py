"""What a round is worth looking back at: computed from its cases, pure; no timer that happened to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from scrm_desktop.practice import facts as kinds
from scrm_desktop.practice.cases import Answer, Case
from scrm_desktop.practice.data import Wants, storylines
from scrm_desktop.practice.debrief_texts import LINES, PARTS, SECTIONS, WHY
from scrm_desktop.practice.judge import Trait
from scrm_desktop.practice.model import Fact
from scrm_desktop.practice.reaction import Event

QUICK_SECONDS = 180.0
SLOW_SECONDS = 900.0
POINTS = {"answered": 30, "speed": 20, "repaired": 25, "tone": 15, "judgement": 10}
LANGUAGE_NAMES = {"en": "English", "fr": "French"}

Names = Mapping[str, tuple[str, str]]
"""Person id to (name, handle)."""
Line = dict[str, object]


def debrief(cases: Sequence[Case], facts: Sequence[Fact], *, now: float, names: Names) -> dict[str, object]:
    """The debrief as JSON: a score with its parts, and sections of lines (code, params, template, text)."""
    told = _Teller(cases, facts, now, names)
    sections = [{"code": code, "title": title, "lines": list(told.lines(code))} for code, title in SECTIONS.items()]
    parts = told.parts()
    return {
        "score": sum(part.points for part in parts) if parts else None,
        "most": sum(POINTS.values()),
        "parts": [part.as_json() for part in parts],
        "sections": [section for section in sections if section["lines"]],
        "customers": told.customers(),
        "story_seconds": round(now, 1),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the score, with the sentence that explains it."""

    code: str
    points: int
    params: Mapping[str, object]

    def as_json(self) -> Line:
        """Code, points, and the explanation."""
        text = PARTS[self.code]
        return {
            "code": self.code,
            "points": self.points,
            "most": POINTS[self.code],
            "params": dict(self.params),
            "template": text,
            "text": text.format_map(self.params),
        }


def duration(seconds: float) -> str:
    """Seconds in words: ``45 s``, ``4 min``, ``1 h 05``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s" if rest and minutes < 10 else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02d}"


def line(code: str, **params: object) -> Line:
    """One sentence with its code and what fills it."""
    template = LINES[code]
    return {"code": code, "params": params, "template": template, "text": template.format_map(params)}


class _Teller:
    """Reads the cases section by section."""

    def __init__(self, cases: Sequence[Case], facts: Sequence[Fact], now: float, names: Names) -> None:
        self._cases = cases
        self._facts = facts
        self._now = now
        self._names = names

    def lines(self, section: str) -> Iterator[Line]:
        """The lines of one section."""
        sections = {
            "repaired": self._repaired,
            "ignored": self._ignored,
            "waits": self._waits,
            "argued": self._argued,
            "empty": self._empty,
            "private": self._private,
            "judgement": self._judgement,
            "crisis": self._crisis,
        }
        return sections[section]()

    # -- sections -----------------------------------------------------------------------------------
    def _repaired(self) -> Iterator[Line]:
        for case in self._cases:
            answer = case.repairing() if case.thanked else None
            if answer is None or case.wants is Wants.REDIRECT:
                continue
            if case.wants is Wants.THANKS:
                yield line("pleased", **self._who(case, answer))
            else:
                thanked_at = next(at for at, mood in case.moods if mood == "thanked")
                code = "won_back" if case.was_angry else "repaired"
                waited = self._waited(thanked_at - case.asked_at)
                yield line(code, **self._who(case, answer), **waited, sentence=_sentence(answer, Trait.FIX, Trait.INFO))

    def _ignored(self) -> Iterator[Line]:
        for case in sorted(self._cases, key=lambda item: -item.longest(self._now)):
            if case.wants is Wants.REDIRECT:
                continue
            if case.ignored(self._now):
                code = "ignored_and_shamed" if case.shamed else "ignored_and_lost" if case.lost else "ignored"
                yield line(code, **self._who(case), **self._waited(self._ignored_for(case)), boosts=case.boosts)
            elif case.lost and case.needs_answer and case.answers:
                yield line("lost", **self._who(case))

    def _waits(self) -> Iterator[Line]:
        first = self._first_waits()
        if not first:
            return
        yield line("waits_median", **self._waited(median(first)))
        waiting = [case for case in self._cases if case.needs_answer and not case.withdrawn]
        longest = max(waiting, key=lambda case: case.longest(self._now))
        yield line("waits_longest", **self._who(longest), **self._waited(longest.longest(self._now)))

    def _argued(self) -> Iterator[Line]:
        for case in self._work():
            for answer in case.answers:
                found = answer.finding(Trait.ARGUE, Trait.REFUSE)
                if answer.event is Event.ARGUE and found is not None:
                    yield line(
                        "argued",
                        **self._who(case, answer),
                        sentence=found.sentence,
                        why=WHY[found.code],
                        rule=found.code,
                    )
            if case.boosts and any(answer.event is Event.ARGUE for answer in case.answers):
                yield line("argued_spread", **self._who(case), boosts=case.boosts)

    def _empty(self) -> Iterator[Line]:
        for case in self._work():
            for answer in case.answers:
                if answer.event is Event.EMPTY:
                    yield line(
                        "empty", **self._who(case, answer), sentence=_sentence(answer, Trait.EMPTY, Trait.APOLOGY)
                    )
                if _wrong_language(case, answer):
                    asked, spoken = LANGUAGE_NAMES[case.language], LANGUAGE_NAMES[answer.verdict.language]
                    yield line("wrong_language", **self._who(case, answer), asked=asked, answered=spoken)
            promise = case.broken_promise(self._now)
            if promise is not None:
                yield line("broken_promise", **self._who(case, promise), sentence=_sentence(promise, Trait.HOLD))
            if case.deleted:
                yield line("took_back", **self._who(case))

    def _private(self) -> Iterator[Line]:
        for case in self._work():
            answer = case.only_private()
            if answer is not None:
                yield line("private_only", **self._who(case, answer))

    def _judgement(self) -> Iterator[Line]:
        for case in self._cases:
            if case.wants is Wants.NOTHING:
                yield self._of_troll(case)
            elif case.silenced:
                yield line("silenced", **self._who(case))
            elif case.wants is Wants.REDIRECT and (case.answers or case.ignored(self._now)):
                kind = any(answer.event is not Event.ARGUE for answer in case.answers)
                yield line("redirected" if kind else "not_redirected", **self._who(case))

    def _of_troll(self, case: Case) -> Line:
        spam = case.storyline == "spam"
        dealt_with = any(deed in (kinds.MUTED, kinds.BLOCKED, kinds.REPORTED) for deed in case.deeds)
        if case.answers:
            return line("answered_spam" if spam else "fed_troll", **self._who(case), times=len(case.answers))
        if dealt_with:
            return line("dealt_with_spam" if spam else "dealt_with_troll", **self._who(case))
        return line("left_spam" if spam else "left_troll", **self._who(case))

    def _crisis(self) -> Iterator[Line]:
        began = next((fact.at for fact in self._facts if fact.kind == kinds.CRISIS), None)
        voices = [case for case in self._cases if case.storyline == "crisis"]
        if began is None or not voices:
            return
        helped = [
            answer
            for case in voices
            for answer in case.answers
            if answer.statement and answer.event in (Event.GOOD, Event.HOLD)
        ]
        if helped:
            yield line("crisis_statement", **self._waited(min(answer.at for answer in helped) - began))
        else:
            yield line("crisis_no_statement", voices=len(voices))
        answered = sum(bool(case.answers) for case in voices)
        yield line("crisis_answered", answered=answered, voices=len(voices))

    # -- figures ------------------------------------------------------------------------------------
    def customers(self) -> list[Line]:
        """How long each customer waited: the median and the longest of their waits."""
        return [
            line(
                "waits_customer",
                **self._who(case),
                median=duration(case.median(self._now)),
                longest=duration(case.longest(self._now)),
                median_seconds=round(case.median(self._now)),
                longest_seconds=round(case.longest(self._now)),
            )
            for case in self._work()
            if not case.withdrawn
        ]

    def parts(self) -> list[Part]:
        """The score's parts; none while nobody needed an answer for long enough."""
        judged = [case for case in self._work() if case.answers or case.ignored(self._now)]
        if not judged:
            return []
        answered = [case for case in judged if case.answers]
        problems = [case for case in judged if case.wants in (Wants.FIX, Wants.INFO)]
        repaired = [case for case in problems if case.thanked and case.answers]
        return [
            _share("answered", len(answered), len(judged)),
            self._speed(),
            _share("repaired", len(repaired), len(problems)),
            _fine("tone", sum(answer.event is Event.ARGUE for case in judged for answer in case.answers), 5),
            _fine("judgement", self._slips(), 2),
        ]

    def _speed(self) -> Part:
        first = self._first_waits()
        if not first:
            return Part(code="speed", points=0, params=self._waited(SLOW_SECONDS))
        middle = median(first)
        share = min(max((SLOW_SECONDS - middle) / (SLOW_SECONDS - QUICK_SECONDS), 0.0), 1.0)
        return Part(code="speed", points=round(POINTS["speed"] * share), params=self._waited(middle))

    def _slips(self) -> int:
        work = self._work()
        fed = sum(len(case.answers) for case in self._cases if case.wants is Wants.NOTHING)
        private = sum(case.only_private() is not None for case in work)
        language = sum(_wrong_language(case, answer) for case in work for answer in case.answers)
        promises = sum(case.broken_promise(self._now) is not None for case in work)
        silenced = sum(case.silenced for case in work)
        return fed + private + language + promises + silenced

    def _first_waits(self) -> list[float]:
        return [case.answers[0].at - case.asked_at for case in self._work() if case.answers]

    # -- inner --------------------------------------------------------------------------------------
    def _work(self) -> list[Case]:
        return [case for case in self._cases if case.needs_answer]

    def _ignored_for(self, case: Case) -> float:
        end = case.moods[-1][0] if case.lost else self._now
        return end - case.asked_at

    def _who(self, case: Case, answer: Answer | None = None) -> dict[str, object]:
        name, handle = self._names.get(case.person, (case.person, ""))
        title = storylines()[case.storyline].title
        who: dict[str, object] = {"name": name, "handle": handle, "title": title["en"], "title_fr": title["fr"]}
        return {**who, "status": answer.status if answer is not None else case.status}

    def _waited(self, seconds: float) -> dict[str, object]:
        return {"waited": duration(seconds), "waited_seconds": round(seconds)}


def _sentence(answer: Answer, *traits: Trait) -> str:
    found = answer.finding(*traits)
    return found.sentence if found is not None else answer.text


def _wrong_language(case: Case, answer: Answer) -> bool:
    return bool(answer.verdict.language) and answer.verdict.language != case.language and not answer.statement


def _share(code: str, count: int, total: int) -> Part:
    points = round(POINTS[code] * count / total) if total else POINTS[code]
    return Part(code=code, points=points, params={"count": count, "total": total})


def _fine(code: str, count: int, each: int) -> Part:
    return Part(code=code, points=max(0, POINTS[code] - each * count), params={"count": count})
