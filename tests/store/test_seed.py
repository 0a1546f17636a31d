"""The bulk seeder writes what the store itself would have worked out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery, Sort
from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.values import micros
from support.seed import Amount, seed


async def test_the_store_would_have_written_the_same(profile: Path) -> None:
    seed(profile, Amount(conversations=60, messages_each=3, open_every=5, customers=7, long_thread=30))

    def everything() -> list[tuple[object, ...]]:
        with closing(open_reader(profile)) as connection:
            rows = connection.execute("SELECT * FROM inbox ORDER BY 1").fetchall()
            rows += connection.execute("SELECT * FROM tallies WHERE number <> 0").fetchall()
            return rows + connection.execute("SELECT * FROM conversations ORDER BY id").fetchall()

    before = everything()
    store = Store.open(profile)
    try:
        ids = list(await store.reads.conversation_ids(InboxQuery(), me=""))
        await store._writer.run(lambda db: refresh(db, ids, micros(store._clock())))
        assert everything() == before
        counts = await store.reads.counts(me="")
        assert (counts.everything, counts.open, counts.needs_reply, counts.unread) == (60, 6, 6, 6)
        assert (await store.reads.thread(60)).total == 33
        waiting = await store.reads.conversation_ids(InboxQuery(needs_reply=True, sort=Sort.WAITING), me="")
        assert len(waiting) == 6
        assert len(await store.reads.conversation_ids(InboxQuery(text="parcel", status=Status.OPEN), me="")) > 0
    finally:
        store.close()
