"""docs/cli.md shows what the commands print: the same fields, of the same kinds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from support.commands import Commands
from support.fake_mastodon import TOKEN, FakeMastodon

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```json ([a-z ]+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLES: dict[str, Any] = {name: json.loads(text) for name, text in BLOCK.findall(PAGE)}


def shape(value: Any) -> Any:
    """The fields, in order; a list is known by its first element."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value[:1]]
    return None


@pytest.fixture
def printed(commands: Commands, fake: FakeMastodon) -> dict[str, Any]:
    """What every command prints in one round."""
    said: dict[str, Any] = {}
    commands("account", "add", "mastodon", "--server", fake.url, given=TOKEN)
    said["account list"] = commands("account", "list").json
    picture = {"id": "7", "type": "image", "url": "https://a.example/1.png", "preview_url": None, "description": "torn"}
    fake.mention("Where is my parcel?", who=fake.person("camille", "Camille"))["media_attachments"] = [picture]
    said["sync"] = commands("sync").json
    said["inbox"] = commands("inbox").json
    said["show"] = commands("show", "1").json
    said["reply"] = commands("reply", "1", given="It leaves today.").json
    said["outbox"] = commands("outbox", "--all").json
    said["coverage"] = commands("coverage").json
    said["status"] = commands("status", "1", "done").json
    said["note"] = commands("note", "1", given="Call her.").json
    responses = commands.profile.parent / "responses.csv"
    responses.write_text("name,text,category,language,shortcut\nOpening hours,Open,Info,en,hours\n", encoding="utf-8")
    said["canned import"] = commands("canned", "import", str(responses)).json
    said["canned list"] = commands("canned", "list").json
    said["canned export"] = commands("canned", "export", str(responses)).json
    said["doctor"] = commands("doctor").json
    said["error"] = commands("show", "77", expect=1).json
    said["account remove"] = commands("account", "remove", "1").json
    return said


def test_the_page_shows_what_is_printed(printed: dict[str, Any]) -> None:
    assert set(EXAMPLES) == set(printed)
    for name, example in EXAMPLES.items():
        assert shape(printed[name]) == shape(example), name


@pytest.mark.parametrize("name", ["account list", "canned list", "inbox", "show"])
def test_every_field_is_explained(name: str) -> None:
    section = PAGE.split(f"```json {name}\n", 1)[1].split("\n## ", 1)[0].split("| field |", 1)[1]
    example = EXAMPLES[name]
    first = example["messages"][0] if name == "show" else example[0]
    assert set(first) <= set(re.findall(r"`([a-z_]+)`", section))


def test_every_command_has_a_section() -> None:
    from scrm_desktop.cli.main import COMMANDS

    headings = set(re.findall(r"^## ([a-z ]+)$", PAGE, re.MULTILINE))
    assert {"account add", "account list", "account remove"} <= headings
    assert {"canned list", "canned import", "canned export"} <= headings
    assert set(COMMANDS) - {"account", "canned"} <= headings


def test_every_error_code_exists() -> None:
    from scrm_desktop import errors

    table = PAGE.split("| `code` |", 1)[1]
    codes = set(re.findall(r"`([A-Z][A-Za-z]+)`", table)) - {"WrongUse", "ProgramEnded"}
    assert codes
    assert all(hasattr(errors, code) for code in codes)
