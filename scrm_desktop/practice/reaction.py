"""From what we wrote to what a customer makes of it: pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrm_desktop.practice.data import Wants
from scrm_desktop.practice.judge import Trait, Verdict


class Event(StrEnum):
    """What an answer is to the customer who reads it."""

    GOOD = "good"
    """It gives what they want: a fix, an information, thanks."""
    ARGUE = "argue"
    """It blames, contests, refuses or insults."""
    ASK = "ask"
    """It asks for what is needed to help."""
    PRIVATE = "private"
    """It asks them to write in private."""
    HOLD = "hold"
    """It promises to come back."""
    EMPTY = "empty"
    """Words without help."""
    OTHER = "other"
    """Anything else that is friendly enough."""
    PRIVATE_ONLY = "private_only"
    """A public complaint was answered in private, and nobody else can see it."""
    WRONG_LANGUAGE = "wrong_language"
    """It is not in the language they wrote in."""


RANK = {
    Event.ARGUE: 9,
    Event.WRONG_LANGUAGE: 8,
    Event.GOOD: 7,
    Event.PRIVATE_ONLY: 6,
    Event.PRIVATE: 5,
    Event.ASK: 4,
    Event.HOLD: 3,
    Event.EMPTY: 2,
    Event.OTHER: 1,
}
"""Which of two answers given in a row a customer reacts to."""

FALLBACK = {
    Event.WRONG_LANGUAGE: (),
    Event.PRIVATE_ONLY: (),
    Event.PRIVATE: (Event.ASK, Event.OTHER),
    Event.ASK: (Event.OTHER,),
    Event.HOLD: (Event.EMPTY, Event.OTHER),
    Event.EMPTY: (Event.OTHER,),
    Event.ARGUE: (Event.EMPTY, Event.OTHER),
    Event.GOOD: (Event.OTHER,),
    Event.OTHER: (Event.EMPTY,),
}
"""What else an answer may be taken for, where a state has nothing to say to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a customer knows when they read an answer."""

    wants: Wants
    language: str
    asked_in_public: bool
    answered_in_public: bool
    """Whether this answer, or one before it, can be read by everybody who read the question."""


def events(verdict: Verdict, situation: Situation) -> tuple[Event, ...]:
    """What the answer is, the most telling first; later ones are for states that ignore the earlier."""
    plain = what(verdict, situation.wants)
    found: list[Event] = []
    if verdict.language and verdict.language != situation.language and plain is not Event.ARGUE:
        found.append(Event.WRONG_LANGUAGE)
    if situation.asked_in_public and not situation.answered_in_public and plain is not Event.ARGUE:
        found.append(Event.PRIVATE_ONLY)
    return (*found, plain, *FALLBACK[plain])


def what(verdict: Verdict, wants: Wants) -> Event:
    """The kind of an answer, by what the customer hopes for."""
    if verdict.has(Trait.ARGUE):
        return Event.ARGUE
    if _good(verdict, wants):
        return Event.GOOD
    if wants is Wants.FIX and verdict.has(Trait.REFUSE):
        return Event.ARGUE
    if verdict.has(Trait.PRIVATE):
        return Event.PRIVATE
    if verdict.has(Trait.ASK):
        return Event.ASK
    if verdict.has(Trait.HOLD):
        return Event.HOLD
    only_sorry = wants is Wants.FIX and verdict.has(Trait.APOLOGY)
    return Event.EMPTY if verdict.has(Trait.EMPTY) or only_sorry else Event.OTHER


ENOUGH_WORDS = 8
"""From so many words on, an answer that is nothing else counts as one to a question or to a compliment."""

_NO_ANSWER = (Trait.ASK, Trait.PRIVATE, Trait.HOLD, Trait.EMPTY)


def _good(verdict: Verdict, wants: Wants) -> bool:
    if wants is Wants.FIX:
        return verdict.has(Trait.FIX)
    helps = verdict.has(Trait.INFO) or verdict.has(Trait.FIX)
    if wants is Wants.INFO:
        informs = verdict.has(Trait.INFO) and not _only_asks(verdict)
        return informs or verdict.has(Trait.FIX) or _says_something(verdict)
    if wants is Wants.THANKS:
        return verdict.has(Trait.THANKS) or helps or _says_something(verdict)
    return wants is Wants.REDIRECT


def _only_asks(verdict: Verdict) -> bool:
    """Whether the one fact in it stands in a question of ours."""
    facts = [found.sentence for found in verdict.findings if found.trait is Trait.INFO]
    asked = [found.sentence for found in verdict.findings if found.trait in (Trait.ASK, Trait.HOLD)]
    return bool(facts) and all(sentence in asked for sentence in facts)


def _says_something(verdict: Verdict) -> bool:
    return verdict.words >= ENOUGH_WORDS and not any(verdict.has(trait) for trait in _NO_ANSWER)
