"""The customers and storylines, as they stand in the TOML files beside this module; wrong data is refused at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, cast

LANGUAGES = ("en", "fr")

Texts = Mapping[str, tuple[str, ...]]
"""Variants of one text for each language."""


class DataError(ValueError):
    """A TOML file of the practice network says something that can't be."""


class Wants(StrEnum):
    """What a customer hopes for, and so what counts as a good answer."""

    FIX = "fix"
    INFO = "info"
    THANKS = "thanks"
    REDIRECT = "redirect"
    NOTHING = "nothing"


class Mood(StrEnum):
    """What a customer's message is, for the debrief."""

    ASK = "ask"
    DETAIL = "detail"
    NUDGE = "nudge"
    SHAME = "shame"
    HURT = "hurt"
    UNIMPRESSED = "unimpressed"
    THANKED = "thanked"
    QUIET = "quiet"
    TROLLING = "trolling"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who may write to us; ``role`` is empty, or keeps them for the storyline that asks for it."""

    username: str
    domain: str
    name: str
    language: str
    bio: str
    followers: int
    following: int
    posts: int
    joined: str
    role: str = ""
    bot: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def acct(self) -> str:
        """The complete handle."""
        return f"{self.username}@{self.domain}"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A step of a storyline: what the customer does on entering it, and what leads on from there.

    ``silence`` is (seconds of story, next state); ``on`` maps an event of
    :class:`scrm_desktop.practice.reaction.Event` to the next state.
    """

    name: str
    mood: Mood
    say: Texts = field(default_factory=dict[str, tuple[str, ...]])
    edit: Texts = field(default_factory=dict[str, tuple[str, ...]])
    chorus: Texts = field(default_factory=dict[str, tuple[str, ...]])
    warning: Texts = field(default_factory=dict[str, tuple[str, ...]])
    poll: Texts = field(default_factory=dict[str, tuple[str, ...]])
    photo: str = ""
    alt: Texts = field(default_factory=dict[str, tuple[str, ...]])
    visibility: str = ""
    fresh: bool = False
    delete: bool = False
    favourite: bool = False
    boost: bool = False
    follow: bool = False
    boosts: int = 0
    silence: tuple[float, str] | None = None
    on: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """A small drama; ``params`` are the words that fill ``{braces}``, drawn once for each run."""

    id: str
    title: Mapping[str, str]
    wants: Wants
    start: str
    states: Mapping[str, State]
    languages: tuple[str, ...] = LANGUAGES
    role: str = ""
    public: bool = True
    params: Mapping[str, Texts] = field(default_factory=dict[str, Texts])


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A thread that was there before the first start; ``lines`` are (who, text, hours later)."""

    customer: str
    hours_ago: float
    lines: tuple[tuple[str, str, float], ...]
    visibility: str = "public"
    favourite: bool = False
    goes_on: str = ""
    state: str = ""
    params: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something that a round brings at about ``at`` seconds: a storyline, a wave or the crisis."""

    at: float
    jitter: float
    what: str
    storyline: str = ""
    language: str = ""
    count: int = 1


def _read(place: Traversable) -> dict[str, Any]:
    return tomllib.loads(place.read_text(encoding="utf-8"))


def _home() -> Traversable:
    return files("scrm_desktop.practice")


@lru_cache(maxsize=1)
def customers() -> tuple[Customer, ...]:
    """Everybody, in the file's order."""
    rows = cast("list[dict[str, Any]]", _read(_home() / "customers.toml")["customer"])
    return tuple(_customer(row) for row in rows)


@lru_cache(maxsize=1)
def own_posts() -> tuple[tuple[float, str, str], ...]:
    """What our account had published before the first start: (hours ago, language, text)."""
    rows = cast("list[dict[str, Any]]", _read(_home() / "history.toml").get("own", []))
    return tuple((float(row["hours_ago"]), str(row["language"]), str(row["text"])) for row in rows)


@lru_cache(maxsize=1)
def past() -> tuple[Past, ...]:
    """The threads that were there before the first start."""
    rows = cast("list[dict[str, Any]]", _read(_home() / "history.toml")["thread"])
    return tuple(_past(row) for row in rows)


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """What a round brings."""
    rows = cast("list[dict[str, Any]]", _read(_home() / "round.toml")["cue"])
    return tuple(Cue(**row) for row in rows)


@lru_cache(maxsize=1)
def storylines() -> Mapping[str, Storyline]:
    """All storylines by their id; a storyline's own states stand above those of ``common.toml``."""
    folder = _home() / "storylines"
    shared = _read(folder / "common.toml")
    ladder = cast("dict[str, str]", shared["ladder"])
    common = _with_ladder(shared["states"], ladder)
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml") and item.name != "common.toml")
    made = [_storyline(_read(folder / name), common, ladder) for name in found]
    return {line.id: line for line in made}


def _customer(row: dict[str, Any]) -> Customer:
    pairs = tuple((str(name), str(value)) for name, value in row.pop("fields", {}).items())
    made = Customer(**cast("dict[str, Any]", {**row, "fields": pairs}))
    if made.language not in LANGUAGES:
        raise DataError(f"{made.acct} speaks {made.language}")
    return made


def _past(row: dict[str, Any]) -> Past:
    lines = tuple((str(line["who"]), str(line["text"]), float(line["after"])) for line in row.pop("lines"))
    return Past(lines=lines, **row)


def _with_ladder(states: dict[str, dict[str, Any]], ladder: dict[str, str]) -> dict[str, dict[str, Any]]:
    """States that say ``ladder = true`` get the common steps that they don't name themselves."""
    return {
        name: {
            **{key: value for key, value in state.items() if key != "ladder"},
            "on": {**(ladder if state.get("ladder") else {}), **state.get("on", {})},
        }
        for name, state in states.items()
    }


def _storyline(data: dict[str, Any], common: dict[str, dict[str, Any]], ladder: dict[str, str]) -> Storyline:
    own = _with_ladder(data["states"], ladder)
    languages = tuple(cast("list[str]", data.get("languages", list(LANGUAGES))))
    needed = _reachable(data["start"], own, common)
    states = {name: _state(name, own.get(name) or common[name], languages) for name in needed}
    unused = own.keys() - states.keys()
    if unused:
        raise DataError(f"{data['id']}: nothing leads to {', '.join(sorted(unused))}")
    params = {
        language: {name: tuple(words) for name, words in data.get("params", {}).get(language, {}).items()}
        for language in languages
    }
    return Storyline(
        id=data["id"],
        title=data["title"],
        wants=Wants(data["wants"]),
        start=data["start"],
        states=states,
        languages=languages,
        role=data.get("role", ""),
        public=data.get("public", True),
        params=params,
    )


def _reachable(start: str, own: dict[str, dict[str, Any]], common: dict[str, dict[str, Any]]) -> list[str]:
    seen: list[str] = []
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        state = own.get(name) or common.get(name)
        if state is None:
            raise DataError(f"there is no state {name}")
        seen.append(name)
        waiting.extend(_next(state))
    return seen


def _next(state: dict[str, Any]) -> Iterator[str]:
    yield from state.get("on", {}).values()
    if "silence" in state:
        yield state["silence"]["to"]


def _state(name: str, data: dict[str, Any], languages: tuple[str, ...]) -> State:
    row = dict(data)
    silence = row.pop("silence", None)
    texts = {key: _texts(name, key, row.pop(key), languages) for key in _TEXT_KEYS if key in row}
    return State(
        name=name,
        mood=Mood(row.pop("mood")),
        silence=(float(silence["after"]), str(silence["to"])) if silence else None,
        **cast("dict[str, Any]", texts),
        **row,
    )


_TEXT_KEYS = ("say", "edit", "chorus", "warning", "poll", "alt")


def _texts(name: str, key: str, value: dict[str, list[str]], languages: tuple[str, ...]) -> Texts:
    made = {language: tuple(value.get(language, ())) for language in languages}
    missing = [language for language, variants in made.items() if not variants]
    if missing:
        raise DataError(f"state {name}: {key} lacks {', '.join(missing)}")
    return made
