"""What our channel may expect of snac2: checked here, so that a new version that differs is noticed."""

from __future__ import annotations

import pytest

from support.processes import until
from support.snac import Snac

pytestmark = pytest.mark.servers


def test_a_mention_becomes_a_notification_and_keys_are_ignored(snac: Snac) -> None:
    with snac.client(snac.token("alice")) as alice, snac.client(snac.token("bob")) as bob:
        assert alice.get("/api/v1/accounts/verify_credentials").json()["username"] == "alice"
        said = bob.post("/api/v1/statuses", data={"status": "@alice where is my parcel?", "visibility": "public"})
        assert said.status_code == 200, said.text

        def told() -> bool:
            notes = alice.get("/api/v1/notifications").json()
            return any(note["type"] == "mention" for note in notes)

        until(told, 30, why="the mention is delivered")
        for _ in range(2):
            alice.post("/api/v1/statuses", data={"status": "twice"}, headers={"Idempotency-Key": "same"})
        me = alice.get("/api/v1/accounts/verify_credentials").json()["id"]
        own = alice.get(f"/api/v1/accounts/{me}/statuses").json()
        assert sum("twice" in status["content"] for status in own) == 2
