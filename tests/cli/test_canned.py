"""Canned responses without a window: the window's own importer, with a trial run."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import Commands

GOOD = "name;text;language\nHours;We are open, {{first_name}}.;en\nHoraires;Nous sommes ouverts.;fr\n"
MIXED = 'name,text,language\nHours,"Open, again.",en\n,No name,en\nGap,{{no_such_thing}},en\nNew,Newer.,fr\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "responses.csv"
    made.write_text(GOOD, encoding="utf-8")
    return made


def names(commands: Commands) -> list[str]:
    return [one["name"] for one in commands("canned", "list").json]


def test_a_trial_run_writes_nothing(commands: Commands, file: Path) -> None:
    said = commands("canned", "import", str(file), "--dry-run").json
    assert (said["dry_run"], said["added"], said["written"]) == (True, 2, 0)
    assert names(commands) == []


def test_import_twice_is_import_once(commands: Commands, file: Path) -> None:
    assert commands("canned", "import", str(file)).json["written"] == 2
    again = commands("canned", "import", str(file)).json
    assert (again["written"], again["same"]) == (0, 2)
    assert names(commands) == ["Horaires", "Hours"]


def test_what_is_refused_is_told_with_its_line_and_the_rest_is_written(commands: Commands, file: Path) -> None:
    commands("canned", "import", str(file))
    file.write_text(MIXED, encoding="utf-8")
    tried = commands("canned", "import", str(file), "--dry-run", expect=1)
    done = commands("canned", "import", str(file), expect=1)
    for said in (tried, done):
        assert [(one["line"], one["fate"]) for one in said.json["lines"]] == [
            (2, "changed"),
            (3, "refused"),
            (4, "refused"),
            (5, "added"),
        ]
        assert "Line 3: (no name): A canned response needs a name." in said.err
        assert "no_such_thing" in said.err
    assert (tried.json["written"], done.json["written"]) == (0, 2)
    texts = {one["name"]: one["text"] for one in commands("canned", "list").json}
    assert texts["Hours"] == "Open, again."


def test_what_is_exported_can_be_imported(commands: Commands, file: Path, tmp_path: Path) -> None:
    commands("canned", "import", str(file))
    before = commands("canned", "list").json
    out = tmp_path / "out.csv"
    assert commands("canned", "export", str(out)).json == {"exported": 2, "file": str(out)}
    other = Commands(tmp_path / "other", commands._capsys, commands._patch)
    assert other("canned", "import", str(out)).json["written"] == 2
    after = other("canned", "list").json
    assert [{**one, "id": 0} for one in after] == [{**one, "id": 0} for one in before]


def test_a_file_that_is_not_there(commands: Commands, tmp_path: Path) -> None:
    said = commands("canned", "import", str(tmp_path / "none.csv"), expect=1).json
    assert said["error"]["code"] == "InputError"
    assert "none.csv can't be read" in said["error"]["message"]
    nowhere = commands("canned", "export", str(tmp_path / "no" / "x.csv"), expect=1).json
    assert nowhere["error"]["code"] == "InputError"


def test_people_read_it_in_words(commands: Commands, file: Path) -> None:
    said = commands("canned", "import", str(file), "--dry-run", as_json=False)
    assert said.out == "2 would be added, 0 would be changed, 0 as they are, 0 refused.\n"
    commands("canned", "import", str(file))
    assert "We are open, {{first_name}}." in commands("canned", "list", as_json=False).out
