"""Opens the window: ``scrm-desktop``, or ``python -m ui.app``."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ui import qt
from ui.arguments import Options, parse, unusable_qt


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit status: 0 fine, 1 it could not start, 2 wrong arguments."""
    if "--practice-server" in (sys.argv if argv is None else argv):
        # A frozen program starts its practice network through itself.
        from scrm_desktop.practice.__main__ import main as serve

        sys.exit(serve([one for one in sys.argv[1:] if one != "--practice-server"]))
    options = parse(sys.argv[1:] if argv is None else argv)
    problem = unusable_qt(qt.load())
    if problem:
        sys.exit(problem)
    sys.exit(_open(options.profile, options))


def _open(profile: Path | None, options: Options) -> int:
    from scrm_desktop.errors import KnownError, ProfileInUse
    from scrm_desktop.instance import hold_or_raise
    from scrm_desktop.log import catch_everything, start_log
    from scrm_desktop.paths import open_profile, private_umask

    private_umask()
    try:
        folder = open_profile(profile)
    except KnownError as error:
        return _tell(f"{error.title}. {error.message}")
    try:
        # A command of cron may hold the profile for a moment: the window comes when that is done.
        lock = hold_or_raise(folder)
        if lock is None:
            return 0
        with lock:
            start_log(folder)
            catch_everything()
            # The log stays open until the process ends: it must catch what ends it.
            return _run(folder, options)
    except ProfileInUse:
        return _tell("This profile is open in another program that does not answer.")
    except KnownError as error:
        return _tell(f"{error.title}. {error.message}")


def _tell(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return 1


def _run(folder: Path, options: Options) -> int:
    # Nearly all that a start makes stays: looking for garbage among it is a tenth of its time. The program begins to
    # look once its window and its engine are there.
    gc.disable()
    from ui.engine import Engine
    from ui.preferences import Preferences

    preferences = Preferences(folder)
    engine = Engine(folder, preferences.settings.actor)
    engine.start()
    os.environ["QT_API"] = "pyside6"
    if options.screenshot is not None:
        # A picture is drawn as on a sharp screen, whatever is there.
        os.environ.setdefault("QT_SCALE_FACTOR", "2")
    from ui.start import run

    return run(folder, options, engine, preferences)


if __name__ == "__main__":
    main()
