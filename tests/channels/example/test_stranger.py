"""A stranger's channel: the example is built, installed beside the program, found, and put under the contract."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "example-channel"


def run(arguments: list[str], *, cwd: Path, **more: str) -> str:
    """A Python of ours, without the network."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INDEX": "1", **more}
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=110, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the example's wheel was installed."""
    folder = tmp_path_factory.mktemp("stranger")
    run(["pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(EXAMPLE)], cwd=folder)
    (wheel,) = folder.glob("scrm_guestbook-*.whl")
    run(["pip", "install", "--no-deps", "--target", str(folder / "site"), str(wheel)], cwd=folder)
    return folder / "site"


def test_the_program_has_one_channel_more(installed: Path) -> None:
    code = "from scrm_desktop.channels.registry import channels; print(*channels())"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    names = done.stdout.split()
    assert "guestbook" in names
    assert "mastodon" in names


def test_it_keeps_the_contract_with_nothing_but_pytest_and_hypothesis(installed: Path) -> None:
    arguments = [
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        str(EXAMPLE / "pyproject.toml"),
        str(EXAMPLE / "tests"),
    ]
    said = run(arguments, cwd=installed.parent, PYTHONPATH=str(installed), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    passed = re.search(r"^(\d+) passed in", said, re.MULTILINE)
    assert passed, said
    assert int(passed[1]) > 40


def test_a_stranger_can_copy_it_in_an_afternoon() -> None:
    code = list((EXAMPLE / "scrm_guestbook").glob("*.py"))
    assert sum(path.read_text(encoding="utf-8").count("\n") for path in code) < 320
