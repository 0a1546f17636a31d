"""People and conversations by a few letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scrm_desktop.store.connect import open_reader, open_writer
from scrm_desktop.store.reading.find import NAMES, find
from support.seed import Amount, seed


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    seed(tmp_path, Amount(conversations=3000, customers=1500))
    with closing(open_writer(tmp_path)) as writer:
        for number, name in ((7, "Élodie Zimmermann"), (900, "Camille Zola"), (1200, "عمر\u202e Zed")):
            writer.execute("UPDATE profiles SET display_name = ? WHERE id = ?", (name, number))
            writer.execute(
                "INSERT OR REPLACE INTO profile_fts (rowid, display_name, handle) SELECT id, display_name, handle"
                " FROM profiles WHERE id = ?",
                (number,),
            )
    connection = open_reader(tmp_path)
    yield connection
    connection.close()


@pytest.mark.parametrize("typed", ["elo", "Élodie", "zimm", "ELODIE ZIM", "zim elo"])
def test_a_person_by_the_beginnings_of_the_name(reader: sqlite3.Connection, typed: str) -> None:
    assert find(reader, typed, 8).people[0].name == "Élodie Zimmermann"


def test_a_rare_name_beside_a_frequent_one(reader: sqlite3.Connection) -> None:
    found = find(reader, "camille zola", 8)
    assert [hit.name for hit in found.people] == ["Camille Zola"]


def test_a_frequent_name_is_bounded(reader: sqlite3.Connection) -> None:
    found = find(reader, "user", 8)
    assert len(found.people) == 8
    assert NAMES < 1500


def test_letters_in_order_find_whoever_wrote_lately(reader: sqlite3.Connection) -> None:
    assert any(hit.name.startswith("Camille") for hit in find(reader, "cmlle", 8).people)


def test_conversations_by_what_was_said(reader: sqlite3.Connection) -> None:
    rows = find(reader, "remb", 8).conversations
    assert rows
    texts = [row.last_text for row in rows]
    assert all("remboursement" in text for text in texts), texts


def test_the_conversation_of_a_person_is_the_newest(reader: sqlite3.Connection) -> None:
    hit = find(reader, "zimmermann", 8).people[0]
    ((newest,),) = reader.execute(
        "SELECT conversation_id FROM inbox WHERE profile_id = ? ORDER BY last_at DESC LIMIT 1", (hit.profile_id,)
    )
    assert hit.conversation_id == newest


@pytest.mark.parametrize("typed", ["", "   ", '"', "*", "a OR b AND (", "\x00", "é" * 500, "%_'--", "\U0010ffff"])
def test_whatever_is_typed_it_never_fails(reader: sqlite3.Connection, typed: str) -> None:
    find(reader, typed, 8)


def test_nothing_is_sorted_that_grows_with_the_inbox(reader: sqlite3.Connection) -> None:
    asked: list[str] = []
    reader.set_trace_callback(asked.append)
    for typed in ("c", "camille 7", "remb"):
        find(reader, typed, 8)
    reader.set_trace_callback(None)
    over_lists = {one for one in asked if one.startswith("SELECT") and " inbox i" in one}
    assert over_lists
    for statement in over_lists:
        plan = [str(row[3]) for row in reader.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [step for step in plan if "ORDER BY" in step or step == "SCAN p"], (statement, plan)
