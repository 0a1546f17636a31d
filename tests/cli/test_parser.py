"""The grammar of the command line, and exit status 2."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from scrm_desktop.cli.main import COMMANDS, run
from scrm_desktop.cli.parser import make_parser, number, seconds, server_url

WRONG = [
    [],
    ["nonsense"],
    ["account"],
    ["account", "add"],
    ["account", "add", "mastodon", "--server", "http://social.example"],
    ["account", "add", "mastodon", "--server", "ftp://social.example"],
    ["account", "add", "mastodon", "--server", "https://me:pw@social.example"],
    ["account", "add", "mastodon", "--server", "https://social.example/path"],
    ["account", "add", "mastodon", "--server", "https://"],
    ["account", "add", "mastodon", "--server", "https://a.example:port"],
    ["account", "remove"],
    ["account", "remove", "zero"],
    ["show"],
    ["show", "0"],
    ["show", "-1"],
    ["show", "1.5"],
    ["show", "९"],
    ["show", "9" * 30],
    ["inbox", "--status", "lost"],
    ["inbox", "--limit", "0"],
    ["inbox", "--lim", "3"],
    ["sync", "--since", "yesterday"],
    ["reply", "1", "--wait", "-1"],
    ["reply", "1", "--wait", "nan"],
    ["reply", "1", "--wait", "inf"],
    ["status", "1", "lost"],
    ["outbox", "extra"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_is_status_2_and_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    said = capsys.readouterr()
    assert not said.out
    assert "usage: scrm-sync" in said.err


def test_wrong_use_is_a_document_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["show", "zero", "--json"]
    monkeypatch.setattr("sys.argv", ["scrm-sync", *words])
    assert run(words) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "WrongUse"


@pytest.mark.parametrize("words", [["--help"], ["account", "add", "--help"], ["--version"]])
def test_help_is_no_failure(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["--profile", "p", "--json", "inbox"],
        ["inbox", "--profile", "p", "--json"],
        ["--json", "inbox", "--profile", "p"],
    ],
)
def test_common_options_may_stand_on_either_side(words: list[str]) -> None:
    options = make_parser().parse_args(words)
    assert options.profile == Path("p")
    assert options.json is True


def test_without_options() -> None:
    options = make_parser().parse_args(["inbox"])
    assert options.profile is None
    assert options.json is False
    assert (options.status, options.query, options.limit) == (None, None, 200)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("social.example", "https://social.example"),
        ("https://social.example/", "https://social.example"),
        ("https://social.example:8443", "https://social.example:8443"),
        ("http://localhost:8601", "http://localhost:8601"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://[::1]:1", "http://[::1]:1"),
    ],
)
def test_a_servers_address(typed: str, address: str) -> None:
    assert server_url(typed) == address


@pytest.mark.parametrize("typed", ["http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://10.0.0.1"])
def test_what_only_looks_like_loopback_gets_no_plain_http(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="https"):
        server_url(typed)


def test_numbers() -> None:
    assert number("7") == 7
    assert seconds("0.5") == 0.5


def test_every_command_has_a_module() -> None:
    choices = next(
        action.choices for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert set(choices) == set(COMMANDS)
