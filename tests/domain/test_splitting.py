"""A long text as a thread: at sentences, numbered, nothing lost, every part within the limit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.domain.splitting import split


def within(limit: int):
    return lambda part: len(part) <= limit


def test_it_is_cut_at_the_ends_of_sentences_and_numbered() -> None:
    text = "We are sorry. Your parcel was lost in Lyon! A new one leaves on Monday. It is free."
    assert split(text, within(50)) == (
        "We are sorry. Your parcel was lost in Lyon! (1/2)",
        "A new one leaves on Monday. It is free. (2/2)",
    )
    assert split("Short.", within(50)) == ("Short.",)


def test_a_long_sentence_is_cut_at_a_word_and_a_long_word_anywhere() -> None:
    parts = split("one two three four five six seven", within(20))
    assert parts == ("one two three (1/3)", "four five six (2/3)", "seven (3/3)")
    assert split("x" * 30, within(20)) == ("x" * 14 + " (1/3)", "x" * 14 + " (2/3)", "xx (3/3)")


def test_what_can_not_be_done_is_not_done() -> None:
    assert split("word " * 1000, within(20)) == ()
    assert split("word word", within(5)) == ()


@given(st.text(alphabet="ab .!?\n", min_size=1, max_size=300), st.integers(15, 80))
def test_nothing_is_lost_and_every_part_fits(text: str, limit: int) -> None:
    parts = split(text, within(limit))
    assert all(len(part) <= limit for part in parts)
    if len(parts) > 1:
        bare = "".join(part.rsplit(" (", 1)[0] for part in parts)
        assert "".join(bare.split()) == "".join(text.split())
