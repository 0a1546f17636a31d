"""Fault 15: counted as the server counts, to the character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrm_desktop.channels.mastodon.counting import check_media, count, prefix
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

LIMITS = Capabilities(mime_types=("image/png", "video/mp4"), image_size_limit=1000, video_size_limit=5000)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("hello", 5),
        ("a\nb", 3),
        ("a\r\nb", 3),
        ("👨‍👩‍👧‍👦", 1),
        ("e\u0301", 1),
        ("🇫🇷🇬🇧", 2),
        ("https://example.com/" + "x" * 400, 23),
        ("see https://example.com/a, https://example.org.", 4 + 23 + 2 + 23 + 1),
        ("(https://example.com/a_(b))", 25),
        ("http://example.com:8080/path?q=1#x", 23),
        ("https://例え.テスト/パス", 23),
        ("example.com", 11),
        ("http://localhost/x", 18),
        ("@bob@example.com hi", 7),
        ("@bob hi", 7),
        ("@bob@example.com", 4),
        ("mail me@example.com", 19),
        ("https://example.com/@bob@far.example", 23),
        ("@a.b-c@far.example!", 7),
    ],
)
def test_length(text: str, length: int) -> None:
    assert count(text, "", LIMITS) == length


def test_the_content_warning_counts_and_its_addresses_stand_as_they_are() -> None:
    assert count("hello", "https://example.com/123456", LIMITS) == 5 + 26


def test_the_servers_own_length_of_an_address() -> None:
    assert count("https://example.com/", "", Capabilities(url_length=30)) == 30


@settings(deadline=None)
@given(st.text(alphabet="ht:/ps.@ab(é)?#\n", max_size=400))
def test_any_text_has_a_length(text: str) -> None:
    assert 0 <= count(text, "", LIMITS) <= len(text) + 23 * text.count("://")


@pytest.mark.parametrize(
    ("author", "mentions", "expected"),
    [
        ("camille@piaille.fr", (), "@camille@piaille.fr "),
        ("camille@piaille.fr", ("me@house.example", "amy@house.example"), "@camille@piaille.fr @amy "),
        ("camille@piaille.fr", ("Camille@Piaille.fr", "amy@house.example"), "@camille@piaille.fr @amy "),
        ("me@house.example", ("bob@x.example",), "@bob@x.example "),
        ("me@house.example", (), ""),
    ],
)
def test_whom_a_reply_names(author: str, mentions: tuple[str, ...], expected: str) -> None:
    assert prefix("me@house.example", author, mentions) == expected


def picture(**more: str) -> MediaFile:
    return MediaFile(**{"path": "/p", "mime": "image/png", "name": "a.png", **more})


@pytest.mark.parametrize(
    ("media", "sizes", "says"),
    [
        ((picture(),), (1000,), ""),
        ((picture(),) * 4, (1,) * 4, ""),
        ((picture(),) * 5, (1,) * 5, "At most 4 files"),
        ((picture(),), (1001,), "too large"),
        ((picture(),), (0,), "is empty"),
        ((picture(mime="image/bmp"),), (1,), "does not take"),
        ((picture(mime="video/mp4"),), (5000,), ""),
        ((picture(mime="video/mp4"), picture()), (1, 1), "stand alone"),
        ((picture(description="x" * 1501),), (1,), "description"),
    ],
)
def test_files_that_can_not_go_out_together(media: tuple[MediaFile, ...], sizes: tuple[int, ...], says: str) -> None:
    reason = check_media(media, sizes, LIMITS)
    assert says in reason
    assert bool(reason) == bool(says)
