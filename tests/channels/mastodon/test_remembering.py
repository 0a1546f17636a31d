from __future__ import annotations

from scrm_desktop.channels.mastodon.people import profile
from scrm_desktop.channels.mastodon.remembering import SHORT, Remembered
from scrm_desktop.channels.safe_json import Json


def test_the_same_words_are_read_once_and_others_anew() -> None:
    asked: list[Json] = []

    def read(value: Json, domain: str) -> str:
        asked.append(value)
        return f"{value} {domain}"

    remembered = Remembered(read, 4)
    assert [remembered(["a"], "x"), remembered(["a"], "x"), remembered(["a"], "y")] == ["['a'] x"] * 2 + ["['a'] y"]
    assert asked == [["a"], ["a"]]


def test_true_is_not_one() -> None:
    remembered = Remembered(lambda value, _: repr(value), 4)
    values: list[Json] = [1, True, 1.0, "1"]
    assert [remembered(value, "") for value in values] == ["1", "True", "1.0", "'1'"]


def test_what_is_long_or_much_does_not_stay_in_memory() -> None:
    asked: list[Json] = []

    def read(value: Json, _: str) -> None:
        asked.append(value)

    remembered = Remembered(read, 2)
    long = "x" * SHORT
    for value in (long, long, "a", "b", "c", "a"):
        remembered(value, "")
    assert asked == [long, long, "a", "b", "c", "a"]


def test_a_person_who_says_something_else_is_read_anew() -> None:
    told: dict[str, Json] = {"id": "1", "acct": "ada", "note": "<p>One</p>", "bot": 1}
    first = profile(told, "example.org")
    second = profile({**told, "note": "<p>Two</p>", "bot": True}, "example.org")
    assert first is not None
    assert second is not None
    assert (first.bio, first.bot) == ("One", False)
    assert (second.bio, second.bot) == ("Two", True)
    assert profile(dict(told), "example.org") is first
