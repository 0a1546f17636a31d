"""The program without a window, against a Mastodon-compatible server that nobody here wrote, and a real keyring."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from support.cli import Cli
from support.processes import until
from support.proxy import FaultProxy
from support.snac import Snac

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]


def plain(status: dict[str, Any]) -> str:
    """A status' text without its tags."""
    return re.sub(r"<[^>]+>", "", str(status["content"])).strip()


def own(client: httpx.Client) -> list[dict[str, Any]]:
    """What an account has written."""
    me = client.get("/api/v1/accounts/verify_credentials").json()["id"]
    found: list[dict[str, Any]] = client.get(f"/api/v1/accounts/{me}/statuses").json()
    return found


def asked(cli: Cli, snac: Snac, text: str) -> dict[str, Any]:
    """Bob writes to Alice; her inbox's line for it, as soon as the server has delivered it."""
    with snac.client(snac.token("bob")) as bob:
        bob.post("/api/v1/statuses", data={"status": f"@alice {text}", "visibility": "public"}).raise_for_status()
    found: list[dict[str, Any]] = []

    def there() -> bool:
        cli("sync")
        found[:] = [row for row in cli("inbox").json if text in row["text"]]
        return bool(found)

    until(there, 60, why=f"{text!r} is in the inbox")
    return found[0]


def test_from_sign_in_to_answer_and_back(cli: Cli, snac: Snac) -> None:
    token = snac.token("alice")
    cli("account", "add", "mastodon", "--server", snac.url, given=token)
    (account,) = cli("account", "list").json
    assert account["handle"].split("@")[0] == "alice"
    row = asked(cli, snac, "where is my parcel?")
    assert row["kind"] == "public"
    assert row["status"] == "open"
    assert row["unread"] >= 1
    assert row["waiting_since"]
    shown = cli("show", str(row["id"])).json
    assert [message["direction"] for message in shown["messages"]] == ["in"]
    assert "where is my parcel?" in shown["messages"][0]["text"]

    sent = cli("reply", str(row["id"]), "--wait", "30", given="It leaves today.").json
    assert sent["state"] == "sent"
    with snac.client(token) as alice:
        (answer,) = [status for status in own(alice) if "It leaves today." in plain(status)]
    assert answer["in_reply_to_id"] == shown["messages"][0]["remote_id"]
    cli("sync")
    shown = cli("show", str(row["id"])).json
    assert [message["direction"] for message in shown["messages"]] == ["in", "out"], "the echo is no second message"
    assert shown["messages"][1]["state"] == "sent"
    (after,) = [one for one in cli("inbox", "--status", "all").json if one["id"] == row["id"]]
    assert after["waiting_since"] is None
    assert cli("outbox").json == []


@pytest.mark.parametrize("kind", ["drop_after", "status_after", "truncate", "drop_before"])
def test_exactly_once_although_it_ignores_keys(cli: Cli, snac: Snac, kind: str) -> None:
    with FaultProxy(snac.url) as px:
        url = px.url.replace("127.0.0.1", "localhost")
        cli("account", "add", "mastodon", "--server", url, given=snac.token("alice"))
        row = asked(cli, snac, "is it in stock?")
        px.fault(kind, method="POST", path=r"/api/v1/statuses$", status=504)
        cli("reply", str(row["id"]), "--wait", "5", given="Yes, four are left.", expect=None)
        px.wait_for(lambda line: line.fault == kind)

        def settled() -> bool:
            cli("sync", seconds=180)
            return cli("outbox").json == []

        until(settled, 200, why=f"the answer is confirmed; the outbox: {cli('outbox').out}")
    with snac.client(snac.token("alice")) as alice:
        assert sum("four are left" in plain(status) for status in own(alice)) == 1


def test_what_is_missing_is_said(cli: Cli, snac: Snac) -> None:
    cli("account", "add", "mastodon", "--server", snac.url, given=snac.token("alice"))
    cli("sync")
    said = cli("doctor", expect=None)
    assert re.search(r"(?i)stream", said.out), said.out
    assert re.search(r"(?i)idempot|twice|key", said.out), said.out


def test_a_wrong_token_and_a_server_that_is_gone_are_told_in_words(cli: Cli, snac: Snac) -> None:
    refused = cli("account", "add", "mastodon", "--server", snac.url, given="not-a-token", expect=1)
    assert refused.err.strip()
    assert "Traceback" not in refused.err
    assert "not-a-token" not in refused.out + refused.err
    cli("account", "add", "mastodon", "--server", snac.url, given=snac.token("alice"))
    snac.process.stop()
    failed = cli("sync", expect=1)
    assert "Traceback" not in failed.err
    assert failed.err.strip()
    assert cli("inbox").json == []


def test_the_token_is_nowhere_in_the_profile(cli: Cli, snac: Snac) -> None:
    token = snac.token("alice")
    cli("account", "add", "mastodon", "--server", snac.url, given=token)
    cli("sync")
    files = [file for file in cli.profile.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if token.encode() in file.read_bytes()]
    assert not [file for file in files if file.stat().st_mode & 0o077]
