"""Whatever the standard decorator promises holds for the late one: each is tried on both."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any

import pytest

from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Two numbers, a name that does not count, and something of each one's own."""

    x: int
    y: int = 2
    name: str = field(default="", compare=False, repr=False)
    tags: list[str] = field(default_factory=list[str])

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The same, by the standard library."""

    x: int
    y: int = 2
    name: str = dataclasses.field(default="", compare=False, repr=False)
    tags: list[str] = dataclasses.field(default_factory=list[str])


@dataclass(slots=True)
class Counter:
    """One that may change, filled by position."""

    value: int = 0
    step: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """Equal to nothing but itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Empty:
    """No field at all."""


def test_it_is_filled_as_the_standard_one() -> None:
    made = Point(x=1, name="a")
    assert (made.x, made.y, made.name, made.tags, made.sum) == (1, 2, "a", [], 3)
    assert made.tags is not Point(x=1).tags
    assert repr(made) == repr(Standard(x=1, name="a")).replace("Standard", "Point")
    assert repr(Empty()) == "Empty()"
    assert Counter(5, step=2).value == 5


@pytest.mark.parametrize("values", [{}, {"x": 1, "z": 2}])
def test_wrong_arguments_are_told_as_the_standard_one_tells_them(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as ours:
        Point(**values)
    with pytest.raises(TypeError) as standard:
        Standard(**values)
    assert str(ours.value) == str(standard.value).replace("Standard", "Point")


def test_two_are_equal_by_what_counts() -> None:
    assert Point(x=1, name="a") == Point(x=1, name="b")
    assert Point(x=1) != Point(x=2)
    assert Point(x=1) != Standard(x=1)
    assert Counter() == Counter(0)
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert Token("a") != Token("a")
    assert len({Token("a"), Token("a")}) == 2


def test_only_what_can_not_change_has_a_hash() -> None:
    @dataclass(frozen=True, slots=True)
    class Pair:
        left: int
        right: int

    assert hash(Pair(1, 2)) == hash(Pair(1, 2))
    assert {Pair(1, 2): "found"}[Pair(1, 2)] == "found"
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counter())


def test_a_frozen_one_can_not_be_changed() -> None:
    made: Any = Point(x=1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        made.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del made.x
    counter = Counter()
    counter.value = 7
    assert counter == Counter(7)


def test_the_standard_librarys_helpers_know_it() -> None:
    made = Point(x=1, name="a", tags=["t"])
    assert [one.name for one in fields(made)] == ["x", "y", "name", "tags"]
    assert replace(made, x=4) == Point(x=4, tags=["t"])
    assert asdict(made) == {"x": 1, "y": 2, "name": "a", "tags": ["t"]}
    assert dataclasses.is_dataclass(Point)


def test_it_is_copied_and_pickled() -> None:
    for made in (Point(x=1, tags=["t"]), Counter(3), Empty()):
        assert copy.copy(made) == made
        assert copy.deepcopy(made) == made
        assert pickle.loads(pickle.dumps(made)) == made


def test_a_match_statement_takes_it_apart() -> None:
    match Counter(3, 4):
        case Counter(value, step):
            assert (value, step) == (3, 4)


def test_nothing_is_compiled_before_it_is_used() -> None:
    code = (
        "import builtins\n"
        "from scrm_desktop.late_dataclass import dataclass\n"
        "def refuse(*_): raise AssertionError('compiled too early')\n"
        "own, builtins.exec = builtins.exec, refuse\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class One:\n"
        "    name: str\n"
        "builtins.exec = own\n"
        "print(One('a') == One('a'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "True", done.stderr
