"""One secret in several entries: all or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.credentials.parts import Entries, split, units
from scrm_desktop.errors import KeyringLocked, KeyringMissing
from support.keyrings import ForgetfulRing, MemoryRing, WindowsRing

LONG = "é🥐x" * 3000


def test_a_short_secret_is_one_entry() -> None:
    ring = WindowsRing()
    Entries(ring, "p").put("mastodon:1@a.example", "tok")
    assert len(ring.entries) == 1
    assert Entries(ring, "p").get("mastodon:1@a.example") == "tok"


def test_a_long_secret_is_cut_to_the_limit_and_comes_back_whole() -> None:
    ring = WindowsRing()
    Entries(ring, "p").put("ref", LONG)
    assert Entries(ring, "p").get("ref") == LONG
    assert len(ring.entries) == 1 + -(-units(LONG) // 1280)


def test_a_long_secret_is_one_entry_where_nothing_limits_it() -> None:
    ring = MemoryRing()
    Entries(ring, "p").put("ref", LONG)
    assert len(ring.entries) == 1


@pytest.mark.parametrize("length", [1278, 1279, 1280, 1281, 2559, 2560, 2561])
def test_the_borders_of_the_limit(length: int) -> None:
    ring = WindowsRing()
    Entries(ring, "p").put("ref", "s" * length)
    assert Entries(ring, "p").get("ref") == "s" * length


def test_two_profiles_do_not_see_each_other() -> None:
    ring = MemoryRing()
    Entries(ring, "one").put("ref", "mine")
    assert Entries(ring, "two").get("ref") is None


def test_a_new_secret_replaces_every_part_of_the_old_one() -> None:
    ring = WindowsRing()
    entries = Entries(ring, "p")
    for secret in (LONG, LONG[:4000], "short", LONG):
        entries.put("ref", secret)
        assert entries.get("ref") == secret
    assert len(ring.entries) == 1 + -(-units(LONG) // 1280)
    entries.drop("ref")
    assert not ring.entries


@pytest.mark.parametrize("at", range(1, 10))
def test_a_failure_at_any_write_leaves_what_stood_before(at: int) -> None:
    ring = WindowsRing()
    entries = Entries(ring, "p")
    entries.put("ref", "old" * 1000)
    before = dict(ring.entries)
    ring.fail_at = ring.writes + at
    with pytest.raises(KeyringMissing):
        entries.put("ref", "new" * 3000)
    assert entries.get("ref") == "old" * 1000
    assert ring.entries == before


def test_a_missing_part_means_no_secret() -> None:
    ring = WindowsRing()
    entries = Entries(ring, "p")
    entries.put("ref", LONG)
    del ring.entries["SCRM Desktop p ref a1", "ref"]
    assert entries.get("ref") is None


def test_a_garbled_part_means_no_secret() -> None:
    ring = WindowsRing()
    entries = Entries(ring, "p")
    entries.put("ref", LONG)
    ring.entries["SCRM Desktop p ref a1", "ref"] = "garbled"
    assert entries.get("ref") is None


@pytest.mark.parametrize("header", ["", "nonsense", "#c:1:00", "#a:x:00", "#a:99999:00", "#"])
def test_a_foreign_header_means_no_secret(header: str) -> None:
    ring = MemoryRing()
    ring.entries["SCRM Desktop p ref", "ref"] = header
    assert Entries(ring, "p").get("ref") is None


def test_what_a_crash_left_is_overwritten_and_cleared() -> None:
    ring = WindowsRing()
    entries = Entries(ring, "p")
    for number in range(9):
        ring.entries[f"SCRM Desktop p ref a{number}", "ref"] = "left behind"
    entries.put("ref", "s" * 2000)
    assert entries.get("ref") == "s" * 2000
    assert len(ring.entries) == 3


def test_a_keyring_that_does_not_keep_is_found_out() -> None:
    with pytest.raises(KeyringMissing, match="did not keep"):
        Entries(ForgetfulRing(), "p").put("ref", "secret")


def test_a_write_that_was_given_up_never_counts() -> None:
    ring = WindowsRing()
    with pytest.raises(KeyringLocked):
        Entries(ring, "p", lambda: True).put("ref", LONG)
    assert not ring.entries


@given(st.text(max_size=400), st.integers(2, 50))
def test_pieces_fit_and_join(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert "".join(pieces) == text
    assert all(units(piece) <= limit for piece in pieces)
