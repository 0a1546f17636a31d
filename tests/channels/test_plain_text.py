"""Faults 78, 79, 83, 84: whatever HTML comes in, bounded plain text goes out."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.channels import plain_text
from scrm_desktop.channels.plain_text import MAX_TEXT, Tag, one_paragraph, tidy, to_plain, tokens

MENTION = (
    '<p><span class="h-card" translate="no"><a href="http://localhost:3000/@x" class="u-url mention">'
    "@<span>x</span></a></span> beep I&#39;m a jeep</p>"
)
LONG_LINK = (
    '<a href="https://example.com/foo/bar?x=1" rel="nofollow"><span class="invisible">https://</span>'
    '<span class="ellipsis">example.com/foo</span><span class="invisible">/bar?x=1</span></a>'
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a<br />b</p><p>c</p>", "a\nb\n\nc"),
        ("<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("plain &amp; simple &lt;b&gt;", "plain & simple <b>"),
        (MENTION, "@x beep I'm a jeep"),
        (f"see {LONG_LINK} now", "see https://example.com/foo/bar?x=1 now"),
        ('<a href="https://evil.example">https://bank.example</a>', "https://bank.example (https://evil.example)"),
        ('<a href="https://x.example/a">here</a>', "here (https://x.example/a)"),
        ('<a href="javascript:alert(1)">click</a>', "click"),
        ('<a href="file:///etc/passwd">click</a>', "click"),
        ('<a class="mention hashtag" rel="tag" href="https://m/tags/oak">#<span>oak</span></a>', "#oak"),
        ("<ul><li>one</li><li>two</li></ul>", "• one\n• two"),
        ("<script>alert(1)</script>a<style>b</style>c<iframe>d</iframe>e", "ace"),
        ('<img src="/etc/passwd" onerror="x" alt=":blob:">', ":blob:"),
        ("1 < 2 and 3 > 2, i <3 u", "1 < 2 and 3 > 2, i <3 u"),
        ("<!-- a > b -->c<!-- never ends", "c"),
        ("<p></p><p> q </p><br><br><br><br>r", "q\n\nr"),
        ("a\x00b\u0007c", "a\ufffdbc"),
        ("a\ud800b", "a\ufffdb"),
        ("", ""),
        ("<", "<"),
        ("<a href='https://q.example'>q.example", "https://q.example"),
        ('<a href="https://[bad">x</a>', "x"),
    ],
)
def test_reduction(source: str, text: str) -> None:
    assert to_plain(source) == text


def test_a_mention_of_somebody_elsewhere_keeps_the_host() -> None:
    assert to_plain(MENTION, {"http://localhost:3000/@x": "x@far.example"}) == "@x@far.example beep I'm a jeep"


NASTY = {
    "nested divs": "<div>" * 20_000 + "deep" + "</div>" * 20_000,
    "nested tables": "<table><tr><td>" * 20 + "x",
    "one word": "a" * 1_000_000,
    "lines": "x<br>" * 100_000,
    "open comments": "<!--" * 100_000,
    "open tags": "<a " * 100_000,
    "open quotes": '<a href="' * 100_000,
    "angles": "<" * 200_000 + ">",
    "marks": "a" + "\u0301" * 200_000,
    "families": "👨‍👩‍👧‍👦" * 20_000,
    "overrides": "\u202e" * 200_000,
    "links": "<a href=https://x.example>" * 20_000,
    "entities": "&amp" * 100_000,
    "attributes": "<a " + "href " * 50_000 + ">",
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_input_is_bounded(name: str) -> None:
    text = to_plain(NASTY[name])
    assert len(text) <= MAX_TEXT + 1
    assert text.count("\n") <= plain_text.MAX_LINES
    assert all(len(word) <= plain_text.MAX_WORD + 1 for word in text.split())


@pytest.mark.parametrize("name", NASTY)
def test_the_work_grows_with_the_length_and_no_faster(name: str) -> None:
    """Counted, not timed: every search of the scanner together looks at each character a few times at most."""
    source = CountingText(NASTY[name][: plain_text.MAX_INPUT])
    found = sum(1 for _ in tokens(source))
    assert found <= len(source) + 1
    assert source.looked_at["find"] <= 3 * len(source) + 10
    assert source.looked_at["slice"] <= 4 * len(source) + 10


class CountingText(str):
    """A text that counts how many characters are looked at."""

    __slots__ = ("looked_at",)

    def __new__(cls, value: str) -> CountingText:
        made = super().__new__(cls, value)
        made.looked_at = Counter()
        return made

    def find(self, sub: str, start: int = 0) -> int:  # type: ignore[override]
        at = super().find(sub, start)
        self.looked_at["find"] += (len(self) if at < 0 else at) - start + 1
        return at

    def __getitem__(self, key: slice) -> str:  # type: ignore[override]
        part = super().__getitem__(key)
        self.looked_at["slice"] += len(part)
        return part


def test_a_cut_text_ends_with_an_ellipsis() -> None:
    assert to_plain("word " * 10_000).endswith("…")


def test_tags_are_what_they_say() -> None:
    assert list(tokens("a<b>c</b>")) == ["a", Tag("b", False, "b"), "c", Tag("b", True, "/b")]


@given(st.text(alphabet=st.sampled_from("<>/\"'=&;ab p-!\n#@"), max_size=200))
def test_any_soup_becomes_text(source: str) -> None:
    text = to_plain(source)
    assert "\x00" not in text
    assert "\n\n\n" not in text
    assert text == text.strip("\n")


@given(st.text(max_size=300))
def test_any_text_is_fit_for_the_store(source: str) -> None:
    to_plain(source).encode("utf-8")


PARAGRAPHS = ["Hello", " a  b ", "a&amp;b &lt;p&gt; &nbsp;x", "a > b", "tab\tand\nline", "\x00\x07", "é\u0301" * 3]
ODD = ["&#x202e;x", "a\u2028b", "  ", "", "\ud800", "&amp;" * 5000, "word " * 5000, "x" * 3000, "<", "</p><p>", "<br>"]


@pytest.mark.parametrize("inside", PARAGRAPHS + ODD)
def test_one_paragraph_reads_as_any_other_html(inside: str) -> None:
    source = f"<p>{inside}</p>"
    assert one_paragraph(source) in (None, to_plain(source))


def test_most_messages_are_one_paragraph() -> None:
    assert one_paragraph("<p>Hello &amp; goodbye</p>") == "Hello & goodbye"
    assert one_paragraph("<p>Hello</p><p>there</p>") is None
    assert one_paragraph("Hello") is None


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x20FF), max_size=20))
def test_text_that_takes_the_short_way_reads_as_on_the_long_one(text: str) -> None:
    # A line break can't be printed, so that with one every character is looked at.
    assert tidy(f"x\n{text}\nx") == f"x\n{tidy(text)}\nx"
