"""The lists that are asked for most come sorted out of an index: a million rows are never sorted for a screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scrm_desktop.domain.query import Asking
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.store import Store
from scrm_desktop.store.files import cache_path, work_path
from scrm_desktop.store.reading import lists
from support.factories import NOW


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    Store.open(tmp_path / "profile").close()
    with closing(sqlite3.connect(work_path(tmp_path / "profile"))) as opened:
        opened.execute("ATTACH ? AS cache", (str(cache_path(tmp_path / "profile")),))
        yield opened


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize(
    "query",
    [InboxQuery(), InboxQuery(status=Status.OPEN), InboxQuery(needs_reply=True)],
    ids=["everything", "open", "needs reply"],
)
def test_no_list_is_sorted_by_hand(connection: sqlite3.Connection, query: InboxQuery, sort: Sort) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    lists.conversation_ids(connection, replace(query, sort=sort), Asking(NOW, "me"))
    connection.set_trace_callback(None)
    (statement,) = [one for one in asked if "json_group_array" in one]
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
