"""The small pure parts: markup, clock, chance, codec, pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scrm_desktop.practice import codec, markup, pictures
from scrm_desktop.practice.api.files import initials
from scrm_desktop.practice.api.media import dimensions, sniff
from scrm_desktop.practice.clock import StoryClock
from scrm_desktop.practice.debrief import duration
from scrm_desktop.practice.emoji import EMOJI, shortcodes
from scrm_desktop.practice.model import Run, Story, World
from scrm_desktop.practice.seeded import between, nth_of_bag


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("hello", 5),
        ("@maisonverte hi", 15),
        ("@camille@piaille.example hi", 11),
        ("https://example.org/" + "x" * 300, 23),
        ("see https://example.org.", 4 + 23 + 1),
        ("mail me@example.org", 19),
    ],
)
def test_counting(text: str, length: int) -> None:
    assert markup.count(text) == length


def test_handles_are_found_where_they_stand() -> None:
    text = "@a, (@b@c.example) me@example.org https://x.example/@no @d."
    assert markup.handles(text) == [("a", ""), ("b", "c.example"), ("d", "")]


def test_an_unknown_handle_stays_text() -> None:
    assert markup.to_html("@who & @what", lambda name, domain: None, "http://x") == "<p>@who &amp; @what</p>"


def test_the_clock_changes_its_speed_without_a_jump() -> None:
    wall = [100.0]
    clock = StoryClock(start=50.0, speed=2.0, tick=lambda: wall[0])
    wall[0] += 10
    assert clock.now() == 70.0
    clock.set_speed(0)
    wall[0] += 1000
    assert clock.now() == 70.0
    assert clock.wall_seconds_until(80.0) is None
    clock.set_speed(5)
    assert clock.wall_seconds_until(80.0) == 2.0
    assert clock.wall_seconds_until(60.0) == 0.0
    for wrong in (-1.0, 1e9, float("nan")):
        with pytest.raises(ValueError, match="speed"):
            clock.set_speed(wrong)


def test_chance_repeats_and_never_the_same_twice_in_a_row() -> None:
    assert between(0, 1, 7, "a") == between(0, 1, 7, "a") != between(0, 1, 8, "a")
    drawn = [nth_of_bag("abc", number, 1, "x") for number in range(30)]
    assert all(before != after for before, after in pairwise(drawn))
    assert set(drawn) == set("abc")


def test_a_world_comes_back_as_it_was() -> None:
    world = World(story=Story(runs=[Run(id=1, storyline="x", person="2", language="en", params={"a": "b"})]))
    assert codec.unpack(World, codec.pack(world)) == world


@pytest.mark.parametrize("value", [None, 3, {"version": "1"}, {"people": [1]}, {"story": {"runs": "no"}}, {"x": 1}])
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"expected|has no"):
        codec.unpack(World, value)


def test_pictures_are_pictures() -> None:
    avatar = pictures.avatar("CL", "1")
    assert sniff(avatar) == "image/png"
    assert dimensions(avatar, "image/png") == (120, 120)
    assert avatar != pictures.avatar("JO", "1")
    for code in EMOJI:
        assert dimensions(pictures.emoji(code), "image/png") == (32, 32)


@pytest.mark.parametrize(
    ("name", "letters"), [("Élodie Fontaine", "EF"), ("PROMO KINGS", "PK"), ("Zoë", "Z"), ("李 雷", ""), ("", "")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_shortcodes_stand_alone() -> None:
    assert shortcodes(":blobplant: and :blobplant: at 12:30:45 :parcel:") == ["blobplant", "parcel"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (85, "1 min 25 s"), (900, "15 min"), (3900, "1 h 05")],
)
def test_durations_are_read_easily(seconds: float, text: str) -> None:
    assert duration(seconds) == text
