"""What is checked and read before there is a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.arguments import _plain, _thorough, parse, unusable_qt
from ui.preferences import Preferences
from ui.theme import Scheme

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("python", "qt", "refused"),
    [((3, 11), "6.12.0", True), ((3, 12), "6.12.0", False), ((3, 11), "6.11.3", False), ((3, 11), "6.12.1", False)],
)
def test_the_qt_that_crashes_is_refused(python: tuple[int, int], qt: str, refused: bool) -> None:
    assert bool(unusable_qt(qt, python)) is refused


def test_arguments() -> None:
    found = parse(
        ["--profile", "/x", "--practice", "--theme", "dark", "--language", "fr", "--screenshot", "a.png", "--hidden"]
    )
    assert found.hidden
    assert (found.profile, found.practice, found.theme, found.language) == (Path("/x"), True, "dark", "fr")


@pytest.mark.parametrize("argv", [[], ["--hidden"], ["--person", "Ana", "--profile", "/x"], ["--screenshot", "a.png"]])
def test_usual_arguments_are_read_as_argparse_reads_them(argv: list[str]) -> None:
    assert _plain(argv) == _thorough(argv)


@pytest.mark.parametrize("argv", [["--prof", "/x"], ["--profile=/x"]])
def test_unusual_arguments_are_read_as_well(argv: list[str]) -> None:
    assert parse(argv).profile == Path("/x")


def test_wrong_arguments_end_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["--colour", "mauve"])
    assert caught.value.code == 2
    assert "--colour" in capsys.readouterr().err


def test_the_windows_modules_import_no_network_and_no_database() -> None:
    code = (
        "import sys, ui.main_window, ui.program, ui.start\n"
        "print([m for m in ('httpx', 'sqlalchemy', 'starlette', 'keyring') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_qt_leaves_pythons_import_alone() -> None:
    code = (
        "import builtins; own = builtins.__import__\n"
        "from ui import qt; qt.load()\n"
        "import ui.main_window\n"
        "print(builtins.__import__ is own)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "True"


def test_a_start_waits_for_no_notifications_and_no_tray() -> None:
    code = (
        "import sys, ui.main_window, ui.program, ui.start\n"
        "late = ('jeepney', 'zoneinfo', 'ui.notifying', 'ui.tray', 'ui.background', 'ui.autostart')\n"
        "print([m for m in late if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_settings_that_make_no_sense_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "mauve", "window": "[1", "language": 5}')
    found = Preferences(tmp_path)
    assert found.scheme is Scheme.SYSTEM
    assert found.window == {}


def test_what_only_a_later_moment_needs_is_not_loaded_before_the_window() -> None:
    later = (
        "email", "hashlib", "html", "logging.handlers", "multiprocessing", "regex", "secrets", "sqlite3",
        "urllib.request", "uuid", "scrm_desktop.service", "scrm_desktop.instance.control", "scrm_desktop.credentials",
        "ui.dialogs.account_wizard", "ui.prefs.dialog", "ui.moving.palette",
    )  # fmt: skip
    code = (
        "import sys, ui.app, scrm_desktop.instance, scrm_desktop.log, scrm_desktop.paths\n"
        "import ui.start, ui.late_desk\n"
        f"print([m for m in {later!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
