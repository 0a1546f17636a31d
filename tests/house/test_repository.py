"""What stands in the repository, and what must not."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Put together here, so that this file does not contain what it looks for.
FORBIDDEN = [
    "pypi" + r"\.org",
    "python" + r"hosted\.org",
    "index-" + "url=?['\" ]?http",
    "/opt/" + "pypi",
    "/ro" + "ot/",
    "/ho" + r"me/[a-z]+/",
    "/wo" + "rk/",
    r"\.\./sha" + "red",
    "deb" + r"ian\.org",
    "BEGIN [A-Z ]*PRIVATE" + " KEY",
]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_registry_host_no_personal_path_no_key(pattern: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix not in {".otf", ".ttf"}
        # The certificates that the tests' own servers show are made for that and guard nothing.
        and path.parent != ROOT / "tests" / "support" / "tls"
        and re.search(pattern.encode(), path.read_bytes())
    ]
    assert not found


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "LICENSE", "CONTRIBUTING.md", "docs/decisions.md", "docs/cli.md"]
)
def test_the_papers_are_there(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8")) > 400


def test_no_test_folder_is_a_package() -> None:
    assert not [path for path in tracked() if path.name == "__init__.py" and "tests" in path.relative_to(ROOT).parts]


def test_every_relative_link_of_the_papers_leads_somewhere() -> None:
    link = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
    papers = [path for path in tracked() if path.suffix == ".md"]
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in papers
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not broken


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    words = re.compile(r"pytest\.sk" + r"ip|mark\.sk" + r"ip|mark\.xf" + "ail|importor" + "skip")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix == ".py" and "tests" in path.parts and words.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_what_needs_a_real_server_is_marked_so() -> None:
    """Otherwise `make test` asks for a program that it does not install."""
    files = [path for path in tracked() if path.parent == ROOT / "tests" / "servers" and path.name.startswith("test_")]
    assert files
    marked = re.compile(r"^pytestmark = .*pytest\.mark\.servers", re.MULTILINE)
    assert not [path.name for path in files if not marked.search(path.read_text("utf-8"))]
