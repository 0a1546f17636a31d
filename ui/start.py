"""Puts Qt, the theme and the loop up, and runs the program on them."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from scrm_desktop.errors import KnownError
from scrm_desktop.log import BUG, report
from ui import error_texts, translations
from ui.arguments import Options
from ui.engine import Engine
from ui.preferences import Preferences
from ui.program import Program
from ui.theme import Scheme, Theme


def run(folder: Path, options: Options, engine: Engine, preferences: Preferences) -> int:
    """One run of the window on an engine that is starting; the exit status."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("SCRM Desktop")
    app.setDesktopFileName("scrm-desktop")
    # The last window closing must not end the loop under tasks that still save.
    app.setQuitOnLastWindowClosed(False)
    translations.install(app, options.language or preferences.settings.language)
    theme = Theme(app, Scheme(options.theme) if options.theme else preferences.scheme, preferences.zoom / 100)
    if preferences.settings.calm:
        theme.set_calm(True)
    try:
        program = Program(theme, engine, preferences, folder)
        program.show_first(hidden=options.hidden)
        # Here, since the first look needs no loop.
        from ui.loop import run_on

        running = program.run(
            practice=options.practice, picture=options.screenshot, person=options.person, hidden=options.hidden
        )
        status = run_on(app, running)
    except KnownError as error:
        sys.stderr.write(f"{error.title}. {error.message}\n")
        if options.screenshot is None:
            _show(app, error)
        status = 1
    except Exception as error:  # noqa: BLE001  # the last border: a bug that kept it from starting is told, too
        sys.stderr.write(f"{report(error, 'the start')}\n")
        if options.screenshot is None:
            _show(app, KnownError(BUG))
        status = 1
    return status


def _show(app: QApplication, error: KnownError) -> None:
    """What kept the program from starting, in a window, since nobody may see the terminal."""
    box = QMessageBox(QMessageBox.Icon.Critical, app.applicationName(), error_texts.title(error))
    box.setInformativeText(error_texts.message(error))
    box.finished.connect(app.quit)
    box.open()
    app.exec()
