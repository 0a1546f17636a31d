"""A round with every command, on a scripted network."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from typing import Any

import pytest

from support.commands import Commands
from support.fake_mastodon import TOKEN, FakeMastodon
from support.keyrings import MemoryRing


def connected(commands: Commands, fake: FakeMastodon) -> dict[str, Any]:
    made: dict[str, Any] = commands("account", "add", "mastodon", "--server", fake.url, given=f"{TOKEN}\n").json
    return made


def asked(commands: Commands, fake: FakeMastodon, text: str = "Where is my parcel?") -> dict[str, Any]:
    fake.mention(text, who=fake.person("camille", "Camille"))
    commands("sync")
    return next(row for row in commands("inbox").json if text[:5] in row["text"])


def test_an_account_is_added_listed_and_removed(commands: Commands, fake: FakeMastodon, ring: MemoryRing) -> None:
    assert commands("account", "list").json == []
    made = connected(commands, fake)
    assert made["server"] == fake.url
    assert made["handle"].startswith("bakery")
    assert commands("account", "list").json == [made]
    assert TOKEN in "".join(ring.entries.values())
    assert commands("account", "remove", str(made["id"])).json == {"removed": made["id"]}
    assert not ring.entries
    assert commands("account", "list").json == []


def test_a_question_is_read_answered_and_closed(commands: Commands, fake: FakeMastodon) -> None:
    account = connected(commands, fake)
    row = asked(commands, fake)
    assert row["account"] == account["id"]
    assert (row["channel"], row["kind"], row["status"]) == ("mastodon", "public", "open")
    assert row["person"] == "Camille"
    assert row["unread"] == 1
    assert datetime.fromisoformat(row["waiting_since"]).tzinfo == UTC

    answer = commands("reply", str(row["id"]), given="It leaves today.").json
    assert answer["state"] == "sent"
    (post,) = fake.posts()
    assert "It leaves today." in post["content"]
    shown = commands("show", str(row["id"])).json
    assert shown["id"] == row["id"]
    assert [one["direction"] for one in shown["messages"]] == ["in", "out"]
    assert shown["messages"][1]["state"] == "sent"
    assert commands("outbox").json == []
    assert [one["state"] for one in commands("outbox", "--all").json] == ["sent"]

    closed = {"id": row["id"], "status": "done", "snoozed_until": None}
    assert commands("status", str(row["id"]), "done").json == closed
    assert commands("inbox").json == []
    assert [one["id"] for one in commands("inbox", "--status", "done").json] == [row["id"]]
    assert [one["id"] for one in commands("inbox", "--status", "all").json] == [row["id"]]
    commands("status", str(row["id"]), "open")
    assert len(commands("inbox").json) == 1


def test_a_conversation_is_snoozed_in_words_and_listed_by_its_status(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    number = str(asked(commands, fake)["id"])
    said = commands("status", number, "snoozed", "--until", "demain 9h").json
    until = datetime.fromisoformat(said["snoozed_until"])
    assert until > datetime.now(UTC)
    assert f"{until.astimezone():%H:%M}" == "09:00"
    assert commands("inbox").json == []
    (listed,) = commands("inbox", "--status", "snoozed").json
    assert (listed["status"], listed["snoozed_until"], listed["outcome"]) == ("snoozed", said["snoozed_until"], None)
    assert commands("status", number, "snoozed", "--until", "soonish", expect=1).json["error"]["code"] == "InputError"
    assert commands("status", number, "done", "--until", "monday", expect=2).json["error"]["code"] == "WrongUse"
    commands("status", number, "pending")
    assert [one["id"] for one in commands("inbox", "--status", "pending").json] == [int(number)]
    commands("status", number, "done")
    assert commands("inbox", "--status", "done").json[0]["outcome"] == "no_action"
    assert commands("inbox", "--status", "spam").json == []


def test_a_second_sync_brings_nothing_twice(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    again = commands("sync").json
    assert again["new"] == 0
    assert len(commands("show", str(row["id"])).json["messages"]) == 1


def test_a_direct_reply_stays_private(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    assert commands("reply", str(row["id"]), "--direct", "--wait", "20", given="Privately.").json["state"] == "sent"
    (post,) = fake.posts()
    assert post["visibility"] == "direct"


def test_a_note_stays_in_the_house(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    assert commands("note", str(row["id"]), given="Call her.").json["note"] == "Call her."
    assert len(commands("show", str(row["id"])).json["messages"]) == 1
    assert not fake.posts()


def test_offline_an_answer_is_kept_and_leaves_later(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    fake.script("POST", r"/api/v1/statuses", lambda request: (503, {}, b"{}"), times=1)
    waiting = commands("reply", str(row["id"]), given="It leaves today.").json
    assert waiting["state"] in {"queued", "unconfirmed"}
    assert waiting["error"]["message"]
    (kept,) = commands("outbox").json
    assert kept["id"] == waiting["outbox_id"]
    assert "It leaves today." in kept["text"]


def test_a_refused_answer_is_a_failure_in_words(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    fake.script("POST", r"/api/v1/statuses", lambda request: (403, {}, b'{"error": "You are blocked"}'))
    said = commands("reply", str(row["id"]), given="It leaves today.", expect=1)
    assert said.json["state"] == "failed"
    assert "You are blocked" in said.err


def test_a_server_that_refuses_the_token(commands: Commands, fake: FakeMastodon, ring: MemoryRing) -> None:
    said = commands("account", "add", "mastodon", "--server", fake.url, given="a-wrong-token-canary-9c1e", expect=1)
    assert said.json["error"]["code"] == "SignInNeeded"
    assert said.err
    assert "canary" not in said.out + said.err
    assert not ring.entries


def test_one_account_that_fails_does_not_stop_the_other(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    with FakeMastodon() as other:
        connected(commands, other)
    fake.mention("Hello?", who=fake.person("camille"))
    said = commands("sync", expect=1)
    by_error = {bool(one["error"]): one for one in said.json["accounts"]}
    assert by_error[True]["error"]["message"]
    assert by_error[False]["new"] == 1
    assert "127.0.0.1" in said.err or "localhost" in said.err


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (("show", "77"), ""),
        (("status", "77", "done"), ""),
        (("note", "77"), "x"),
        (("reply", "77"), "x"),
        (("account", "remove", "77"), ""),
        (("account", "add", "gopher", "--server", "https://a.example"), "token"),
    ],
)
def test_what_is_not_there_fails_in_words(commands: Commands, words: tuple[str, ...], given: str) -> None:
    said = commands(*words, given=given, expect=1)
    assert said.json["error"]["code"] == "InputError"
    assert said.json["error"]["message"]
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("given", ["", "  \n", b"\xff\xfe", "two words"])
def test_a_token_that_is_none_is_wrong_use(commands: Commands, given: str | bytes) -> None:
    said = commands("account", "add", "mastodon", "--server", "https://a.example", given=given, expect=2)
    assert said.json["error"]["code"] == "WrongUse"


@pytest.mark.parametrize("words", [(), ("--set", "server=https://a.example")])
def test_what_a_login_needs_is_asked_for(commands: Commands, words: tuple[str, ...]) -> None:
    said = commands("account", "add", "mastodon", *words, given="token", expect=2)
    assert "--server" in said.json["error"]["message"]


def test_an_empty_answer_is_wrong_use(commands: Commands, fake: FakeMastodon) -> None:
    commands("reply", "1", given=" \n", expect=2)


def test_the_words_for_people(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake, "Is it \x1b[31mred\x1b[0m?")
    for words in (("inbox",), ("show", str(row["id"])), ("account", "list"), ("outbox",), ("coverage",), ("sync",)):
        said = commands(*words, as_json=False)
        assert said.out
        assert not said.err
        assert "\x1b" not in said.out
    assert "The answer is sent" in commands("reply", str(row["id"]), given="Yes.", as_json=False).out


def test_what_lies_in_the_profile_is_private_and_knows_no_token(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    asked(commands, fake)
    files = [path for path in commands.profile.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"work.sqlite", "cache.sqlite", "lock", "scrm-desktop.log"}
    assert not [path.name for path in files if TOKEN.encode() in path.read_bytes()]
    assert not [path.name for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert stat.S_IMODE(commands.profile.stat().st_mode) == 0o700


def test_a_lost_cache_is_made_anew_and_told_when_it_was_damaged(commands: Commands, fake: FakeMastodon) -> None:
    connected(commands, fake)
    row = asked(commands, fake)
    cache = commands.profile / "cache.sqlite"
    for file in commands.profile.glob("cache.sqlite*"):
        file.unlink()
    assert commands("inbox").json == []
    assert commands("sync").json["new"] == 1
    assert [one["id"] for one in commands("inbox").json] == [row["id"]]
    cache.write_bytes(b"no database")
    said = commands("sync")
    assert "damaged" in said.err
    assert [one["id"] for one in commands("inbox").json] == [row["id"]]
