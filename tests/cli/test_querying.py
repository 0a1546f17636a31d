"""``inbox --query``: the language of the window's search field, for scripts."""

from __future__ import annotations

import pytest

from support.commands import Commands
from support.fake_mastodon import TOKEN, FakeMastodon


@pytest.fixture
def filled(commands: Commands, fake: FakeMastodon) -> Commands:
    commands("account", "add", "mastodon", "--server", fake.url, given=f"{TOKEN}\n")
    fake.mention("Where is my parcel?", who=fake.person("camille", "Camille"))
    fake.mention("A refund, please", who=fake.person("jonas", "Jonas"))
    commands("sync")
    return commands


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("", {"Camille", "Jonas"}),
        ("is:open is:waiting", {"Camille", "Jonas"}),
        ("est:ouvert de:camille", {"Camille"}),
        ("parcel OR refund from:jonas", {"Camille", "Jonas"}),
        ("(parcel OR refund) -from:jonas", {"Camille"}),
        ("channel:mastodon is:done", set()),
    ],
)
def test_a_query_finds(filled: Commands, typed: str, people: set[str]) -> None:
    assert {one["person"] for one in filled("inbox", "--query", typed).json} == people


def test_with_a_query_all_states_are_asked(filled: Commands) -> None:
    (row,) = filled("inbox", "--query", "from:jonas").json
    filled("status", str(row["id"]), "done")
    assert [one["id"] for one in filled("inbox", "--query", "from:jonas").json] == [row["id"]]
    assert filled("inbox", "--query", "from:jonas", "--status", "open").json == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("is:open lable:vip", "At character 9 (lable:vip): There is no field “lable:”. Did you mean “label:”?"),
        ("waiting:soon", "“soon” is no length of time."),
        ("label:gone", "There is no label “gone” (any more)."),
    ],
)
def test_what_is_not_understood_ends_with_2(filled: Commands, typed: str, told: str) -> None:
    said = filled("inbox", "--query", typed, as_json=False, expect=2)
    assert told in said.err
    assert not said.out
