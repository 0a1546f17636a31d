"""What a person chose for notifications comes back from the file, and nonsense in it costs only itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from scrm_desktop.domain.quiet import QuietSpan
from scrm_desktop.domain.ring_settings import RingSettings, dump, load


def test_what_is_chosen_comes_back() -> None:
    chosen = RingSettings(
        on=False,
        silent_accounts=frozenset({2, 9}),
        silent_priorities=frozenset({0, 1}),
        views=frozenset({"mine", "label:3"}),
        quiet_on=True,
        quiet=(QuietSpan(days=frozenset({5, 6}), start=0, end=0), QuietSpan()),
        zone="Europe/Paris",
        urgent_always=False,
        digest=15,
        preview=False,
        sound=False,
        in_front=False,
        paused_until=datetime(2026, 11, 26, 7, tzinfo=UTC),
    )
    assert load(dump(chosen)) == chosen
    assert load(dump(RingSettings())) == RingSettings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", "[" * 100_000])
def test_what_is_no_settings_is_the_defaults(text: str) -> None:
    assert load(text) == RingSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("on", "yes"),
        ("silent_accounts", 5),
        ("views", {"a": 1}),
        ("quiet", "night"),
        ("zone", 3),
        ("digest", 7),
        ("digest", True),
        ("paused_until", 1e300),
        ("paused_until", "tomorrow"),
    ],
)
def test_one_wrong_value_costs_only_itself(name: str, value: object) -> None:
    assert load(json.dumps({name: value, "preview": False})) == RingSettings(preview=False)


def test_wrong_spans_are_left_out() -> None:
    good = {"days": [0, "1", 9, True], "start": 60, "end": 120}
    text = json.dumps({"quiet": [good, {"start": 2000, "end": 0}, 3, {"days": [1]}]})
    assert load(text).quiet == (QuietSpan(days=frozenset({0}), start=60, end=120),)
