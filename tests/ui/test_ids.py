"""Lists of ids compared and turned into each other."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from ui.models.ids import common_end, common_start, position, steps

LISTS = st.lists(st.integers(1, 60), unique=True, max_size=40)


def after(old: list[int], new: list[int]) -> list[int]:
    """The old list with the steps applied, as the model applies them."""
    found = steps(array("q", old), array("q", new))
    assert found is not None
    now = list(old)
    for step in found:
        if step.what == "remove":
            assert now.pop(step.row) == step.id
        elif step.what == "insert":
            now.insert(step.row, step.id)
        else:
            assert step.row > step.to
            now.insert(step.to, now.pop(step.row))
    return now


@given(LISTS, LISTS)
def test_the_steps_lead_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    assert after(old, new) == new


@given(LISTS, LISTS)
def test_common_ends(old: list[int], new: list[int]) -> None:
    one, two = array("q", old), array("q", new)
    start = common_start(one, two)
    end = common_end(one, two, start)
    assert old[:start] == new[:start]
    assert old[len(old) - end :] == new[len(new) - end :]
    assert start + end <= min(len(old), len(new))
    if start < min(len(old), len(new)):
        assert old[start] != new[start]


@given(LISTS, st.integers(1, 60))
def test_position(ids: list[int], wanted: int) -> None:
    assert position(array("q", ids), wanted) == (ids.index(wanted) if wanted in ids else -1)


def test_an_id_is_not_found_across_two_others() -> None:
    assert position(array("q", [0x0100000000000000, 0]), 1) == -1


def test_a_new_message_on_top_is_one_step() -> None:
    old = array("q", range(100_000))
    new = array("q", [77, *(one for one in range(100_000) if one != 77)])
    found = steps(old, new)
    assert found is not None
    assert [(step.what, step.row, step.to) for step in found] == [("move", 77, 0)]


def test_a_whole_other_list_starts_over() -> None:
    assert steps(array("q", range(1000)), array("q", range(5000, 6000))) is None
