"""A start loads nothing that is only wanted when somebody asks for it."""

from __future__ import annotations

import subprocess
import sys

LATE = ("ui.moving.palette", "ui.moving.sources", "ui.moving.cheat_sheet", "ui.moving.anew", "ui.prefs",
        "ui.guide.window", "ui.guide.about_box",
        "scrm_desktop.domain.fuzzy", "PySide6.QtPrintSupport")  # fmt: skip


def test_palette_sheet_and_settings_are_loaded_late() -> None:
    code = f"import sys; import ui.main_window; print([one for one in {LATE!r} if one in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
