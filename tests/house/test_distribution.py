"""What is shipped: the wheel, the licences, and no clash with another package."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from importlib.metadata import distributions, entry_points
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        ".",
    ]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=110, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as opened:
        return opened.namelist()


def test_the_wheel_carries_every_source_and_data_file(wheel: list[str]) -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in tracked.stdout.split("\0") if name and (ROOT / name).exists()]
    code = {name for name in names if name.startswith(("scrm_desktop/", "ui/"))}
    data = {name.replace("resources/", "ui/_resources/", 1) for name in names if name.startswith("resources/")}
    assert code
    assert data
    assert code | data <= set(wheel)


@pytest.mark.parametrize("pattern", ["ui/_resources/icons/", "channels/mastodon/icon.svg", "practice/storylines/"])
def test_the_wheel_carries_what_is_no_code(wheel: list[str], pattern: str) -> None:
    assert any(pattern in name for name in wheel)


def test_the_wheel_carries_the_guide_with_its_pictures(wheel: list[str]) -> None:
    from ui.guide.pages import PAGES

    pages = {f"ui/_docs/{file}" for _, files in PAGES.values() for file in files.values()}
    pictures = {f"ui/_docs/guide/{path.parent.name}/{path.name}" for path in ROOT.glob("docs/guide/*/*.png")}
    assert len(pictures) > 40
    assert pages | pictures <= set(wheel)


def test_the_wheel_carries_nothing_else(wheel: list[str]) -> None:
    tops = {name.partition("/")[0] for name in wheel if ".dist-info/" not in name}
    assert tops == {"scrm_desktop", "ui"}


def test_no_other_distribution_ships_a_top_level_ui() -> None:
    others = [
        found.metadata["Name"]
        for found in distributions()
        if found.metadata["Name"] != "scrm-desktop"
        and any(file.parts[0] in {"ui", "ui.py", "scrm_desktop"} for file in found.files or [])
    ]
    assert not others


def test_the_channels_are_registered() -> None:
    assert "mastodon" in {point.name for point in entry_points(group="scrm_desktop.channels")}


def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", ROOT / "packaging" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_dependency_is_listed_with_a_licence_that_fits() -> None:
    module = licences()
    assert module.main(["--check"]) == 0, "run: python packaging/licences.py"
    with pytest.raises(ValueError, match="AGPL"):
        module.reason("AGPL-3.0-only AND MIT")


def test_what_is_written_down_about_conditional_packages_is_what_they_declare() -> None:
    module = licences()
    locked = set(module.locked())
    assert set(module.CONDITIONAL) <= locked
    for name, known in module.CONDITIONAL.items():
        assert module.declared(name) == known
