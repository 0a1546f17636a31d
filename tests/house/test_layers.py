"""The layers, as imports show them, and the core without any Qt."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CORE = """
import importlib, pkgutil, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync", "ui"}:
            raise ImportError(f"{name} may not be imported by the core")

sys.meta_path.insert(0, Blocked())
import scrm_desktop
names = [found.name for found in pkgutil.walk_packages(scrm_desktop.__path__, "scrm_desktop.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""


def test_the_import_contracts_hold() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert linter, "lint-imports is not installed beside this Python"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stdout


def test_the_whole_core_imports_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CORE], cwd=ROOT, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50
