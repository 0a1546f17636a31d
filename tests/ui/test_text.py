"""What strangers write, made safe, and times in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import text

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@given(st.text(max_size=400))
def test_clean_text_has_no_controls_and_no_overrides(raw: str) -> None:
    found = text.clean(raw)
    assert not set(found) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0000\u0007\u001b")
    found.encode("utf-8")


def test_marks_are_cut_and_letters_kept() -> None:
    assert text.clean("e" + "\u0301" * 500 + "x") == "e" + "\u0301" * 4 + "x"
    assert text.clean("Maëlle Łódź नमस्ते 👩‍👩‍👧") == "Maëlle Łódź नमस्ते 👩‍👩‍👧"


def test_a_name_stays_in_its_isolate() -> None:
    assert text.isolate("abc\u202ecba") == "\u2068abccba\u2069"


def test_one_line_is_one_short_line() -> None:
    assert text.one_line("a\n\n b\tc" + "x" * 10_000, limit=20) == "a b c" + "x" * 15


@pytest.mark.parametrize("person", ["", "   ", "\u200b\u2060", "\u3164", "…"])
def test_a_name_that_shows_nothing_gives_way_to_the_handle(person: str) -> None:
    assert text.display_name(person, "camille@piaille.fr") == "@camille@piaille.fr"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=5), "1 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=5, minutes=50), "5 h"),
        (timedelta(hours=47), "47 h"),
        (timedelta(days=9), "9 d"),
    ],
)
def test_spans(length: timedelta, words: str) -> None:
    assert text.span(length) == words


def test_times_in_a_list_grow_coarser() -> None:
    noon = NOW.astimezone().replace(hour=12).astimezone(UTC)
    assert text.short_when(noon, noon) == text.clock(noon)
    assert text.short_when(noon - timedelta(days=1), noon) == "Yesterday"
    assert text.short_when(noon - timedelta(days=3), noon) == "Thu"
    assert "Aug" in text.short_when(noon - timedelta(days=100), noon)
    assert "2024" in text.short_when(noon - timedelta(days=800), noon)
    assert text.day(noon, noon) == "Today"


def test_whoever_gave_no_name_is_me() -> None:
    assert text.colleague("me") == "Me"
    assert text.colleague("Nadia\u202e\n") == "Nadia"
