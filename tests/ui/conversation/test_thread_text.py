"""Hostile text becomes plain, bounded text."""

from __future__ import annotations

import pytest

from ui.delegates.thread_text import (
    FOLDED_CHARS,
    OPEN_CHARS,
    ascii_host,
    clean,
    cut_utf16,
    may_open,
    shown,
    utf16,
)


def test_a_letter_keeps_a_handful_of_marks() -> None:
    assert len(clean("a" + "\u0301" * 200_000)) <= 8
    assert clean("e\u0301te\u0301") == "e\u0301te\u0301"


@pytest.mark.parametrize("trick", ["\u202e", "\u202d", "\x00", "\x1b", "\ufeff", "\ud800"])
def test_what_turns_or_breaks_text_is_dropped(trick: str) -> None:
    assert trick not in clean(f"invoice{trick}fdp.exe")


def test_a_long_text_is_cut_and_the_rest_can_be_asked_for() -> None:
    text = "word " * 50_000
    assert shown(text).cut
    assert len(shown(text).text) <= FOLDED_CHARS + 1
    assert FOLDED_CHARS < len(shown(text, whole=True).text) <= OPEN_CHARS + 1
    assert not shown("short").cut


def test_many_lines_are_cut() -> None:
    assert shown("line\n" * 100_000).text.count("\n") < 100


def test_links_are_found_without_the_sentence_around_them() -> None:
    found = shown("See (https://example.org/a_(b)), or mailto:me@example.org. Not javascript:alert(1) file:///etc")
    assert [link.url for link in found.links] == ["https://example.org/a_(b)", "mailto:me@example.org"]


def test_a_link_counts_as_qt_does() -> None:
    found = shown("🌿🌿 https://example.org")
    link = found.links[0]
    assert (link.start, link.length) == (5, 19)
    assert cut_utf16(found.text, link.start, link.start + link.length) == "https://example.org"


def test_a_look_alike_host_shows_its_real_name() -> None:
    assert "[xn--80ak6aa92e.com]" in shown("https://аррӏе.com/login").text
    assert ascii_host("https://аррӏе.com/") == "xn--80ak6aa92e.com"


@pytest.mark.parametrize("url", ["https://example.org/x", "http://127.0.0.1:80/", "mailto:a@b.example"])
def test_web_and_mail_can_be_opened(url: str) -> None:
    assert may_open(url)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "ms-msdt:/id", "data:text/html,x", "\\\\host\\share", "https://"],
)
def test_nothing_else_can(url: str) -> None:
    assert not may_open(url)


def test_utf16_counts_pairs_twice() -> None:
    assert utf16("a🌿") == 3
