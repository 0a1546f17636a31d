"""A label put on 50,000 conversations, against one SQL update of the same rows (goal: below 3 times).

Ours finds out which of them do not wear it, stores it, tells each thread of it in the log, keeps the list, the counts
and the way back; the bare update writes one column of the list's rows. Both are committed by the same writer.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scrm_desktop.domain.triage import SetLabel
from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.store import Store
from scrm_desktop.store.sql import execute
from scrm_desktop.store.values import id_list
from support.ratio import Comparison, Costs, timed
from support.seed import Amount, seed

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
CONVERSATIONS, TURNS = 50_000, 12
_BARE = "UPDATE inbox SET labels = ? WHERE conversation_id IN (SELECT value FROM json_each(?))"


async def test_bulk_label(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    seed(profile, Amount(conversations=CONVERSATIONS))
    store = Store.open(profile)
    label, _ = await store.desk.add_label("parcel", "amber")
    ids = tuple(await store.reads.conversation_ids(InboxQuery(), me=""))
    action = SetLabel(conversations=ids, label_id=label.id, on=True)
    writer, listed = store.desk._writer, id_list(ids)
    told = Comparison("a label on 50,000 / one SQL update", 3.0)
    for turn in range(TURNS + 2):
        warm = turn < 2
        await timed(Costs() if warm else told.ours, lambda: store.desk.triage(action, actor="me"))
        off = SetLabel(conversations=ids, label_id=label.id, on=False)
        await store.desk.triage(off, actor="me")
        await timed(Costs() if warm else told.bare, lambda: writer.run(lambda db: execute(db, _BARE, "1", listed)))
        await writer.run(lambda db: execute(db, _BARE, "", listed))
    store.close()
    told.report()
