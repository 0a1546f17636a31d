"""What a query leans on: names that must be there, the clock, spam."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.query import Names, depends_on_time, mentions_spam, parse, unknown_names

NAMES = Names(labels=("VIP",), accounts=(("support@brand.example", "Brand Support"),), channels=("mastodon",))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("label:vip,none account:support,@support@brand.example channel:Mastodon", []),
        ('account:"brand support" from:nobody text:nothing', []),
        ("label:gone", ["There is no label “gone” (any more)."]),
        ("-(label:gone OR is:open) label:gone", ["There is no label “gone” (any more)."]),
        ("account:x channel:y", ["There is no account “x” (any more).", "There is no channel “y” here."]),
    ],
)
def test_a_name_that_nobody_bears_is_told(typed: str, told: list[str]) -> None:
    assert [one.message for one in unknown_names(parse(typed).node, NAMES)] == told


@pytest.mark.parametrize("typed", ["waiting:>2h", "a OR -last:<1d", "first:<1w", "on:today", "on:2026-11-01..today"])
def test_what_changes_by_the_clock(typed: str) -> None:
    assert depends_on_time(parse(typed).node)


def test_what_only_news_can_change() -> None:
    assert not depends_on_time(parse("is:open label:vip on:2026-11-01 after:2026-10-01 messages:>3").node)
    assert mentions_spam(parse("a OR -is:open,spam").node)
    assert not mentions_spam(parse("spam label:spam").node)
