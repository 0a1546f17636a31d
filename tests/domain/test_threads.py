"""Which conversation a message joins, without a database."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.domain.threads import CONTEXT_DEPTH, Arrival, Node, Plan, Threader


def customer(remote_id: str, parent: str | None = None, key: str = "") -> Arrival:
    return Arrival(remote_id=remote_id, parent=parent, own=False, member=True, key=key or f"post:{remote_id}")


def ours(remote_id: str, parent: str | None = None) -> Arrival:
    return Arrival(remote_id=remote_id, parent=parent, own=True, member=True, key=None)


def bystander(remote_id: str, parent: str | None = None) -> Arrival:
    return Arrival(remote_id=remote_id, parent=parent, own=False, member=False, key=None)


def plan(*arrivals: Arrival, stored: tuple[Node, ...] = (), keys: dict[str, int] | None = None) -> Plan:
    return Threader(stored, keys or {}).plan(arrivals)


def test_a_message_founds_a_conversation_and_its_answers_join_it() -> None:
    made = plan(customer("1"), ours("2", "1"), customer("3", "2", key="post:1"))
    assert made.assigned == {"1": -1, "2": -1, "3": -1}
    assert made.founded == {-1: "post:1"}
    assert made.aliases == {}


def test_a_post_of_ours_joins_nobody_together() -> None:
    made = plan(ours("p"), customer("1", "p"), customer("2", "p"))
    assert made.assigned == {"1": -1, "2": -2}
    assert made.links == {(-1, "p"), (-2, "p")}


def test_a_post_of_ours_that_comes_last_joins_nobody_together_either() -> None:
    made = plan(customer("1", "p"), customer("2", "p"), ours("p"))
    assert made.assigned == {"1": -1, "2": -2}
    assert made.links == {(-1, "p"), (-2, "p")}


def test_a_stored_parent_comes_before_the_key_and_the_key_is_remembered() -> None:
    made = plan(customer("2", "1", key="post:2"), stored=(Node("1", None, 7),))
    assert (made.assigned, made.aliases, made.founded) == ({"2": 7}, {"post:2": 7}, {})


def test_a_parent_found_later_joins_into_the_older_conversation() -> None:
    stored = (Node("2", "1", 5), Node("3", "1", 9))
    made = plan(customer("1"), stored=stored)
    assert (made.assigned, made.joined) == ({"1": 5}, {9: 5})
    assert made.aliases == {"post:1": 5}


def test_what_stands_between_two_messages_joins_them() -> None:
    made = plan(bystander("2", "1"), stored=(Node("1", None, 5), Node("3", "2", 9)))
    assert (made.joined, made.assigned, made.links) == ({9: 5}, {}, {(5, "2")})


def test_an_answer_of_ours_waits_for_its_conversation() -> None:
    made = plan(customer("1"), stored=(Node("2", "1", None, own=True),))
    assert made.assigned == {"1": -1, "2": -1}


def test_a_circle_ends_and_its_members_are_together() -> None:
    made = plan(customer("1", "3"), customer("2", "1"), customer("3", "2"), customer("self", "self"))
    assert len({made.assigned[one] for one in "123"}) == 1
    assert made.assigned["self"] != made.assigned["1"]


def test_context_is_cut_at_a_depth_that_can_be_shown() -> None:
    chain = [bystander(str(n), str(n - 1)) for n in range(500)]
    made = plan(*chain, customer("m", "499"))
    assert len(made.links) == CONTEXT_DEPTH
    assert (-1, "499") in made.links


@given(st.randoms(use_true_random=False))
def test_no_order_makes_a_difference(chance: random.Random) -> None:
    kinds = (customer, ours, bystander)
    ids = [str(number) for number in range(12)]
    arrivals = [chance.choice(kinds)(one, chance.choice([None, *ids])) for one in ids]
    shuffled = list(arrivals)
    chance.shuffle(shuffled)
    assert _groups(plan(*arrivals)) == _groups(plan(*shuffled))


def _groups(made: Plan) -> set[frozenset[str]]:
    """The messages that stand together, each group with what is shown above it."""
    found: dict[int, set[str]] = {}
    for remote_id, number in made.assigned.items():
        found.setdefault(number, set()).add(remote_id)
    for number, remote_id in made.links:
        found[number].add(f"above: {remote_id}")
    return {frozenset(group) for group in found.values()}


def test_pain_12_parts_that_people_split_stay_apart() -> None:
    stored = (Node("1", None, 7), Node("2", "1", 8))
    made = Threader(stored, {"post:1": 7}, {"2": 8}, [(7, 8)]).plan([customer("3", "2", key="post:1")])
    assert (made.assigned, made.joined) == ({"3": 8}, {})


def test_what_came_too_early_moves_to_the_part_it_answers_and_what_people_placed_stays() -> None:
    stored = (Node("1", None, 7), Node("4", "3", 7), Node("5", "3", 7), Node("2", None, 8))
    made = Threader(stored, {"post:1": 7}, {"2": 8, "5": 7}, [(8, 7)]).plan([customer("3", "2", key="post:1")])
    assert (made.assigned, made.joined) == ({"3": 8, "4": 8}, {})


def test_a_third_conversation_does_not_make_two_parts_one() -> None:
    stored = (Node("1", None, 7), Node("2", None, 8), Node("4", "3", 8))
    made = Threader(stored, {"post:9": 9}, {}, [(7, 8)]).plan([customer("3", "1", key="post:9")])
    assert made.joined == {9: 7}
    assert made.assigned == {"3": 7, "4": 7}
