"""What PySide6 explains is the same whether its modules were put off or not, and nothing of them is compiled before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.processes import ROOT

_PUT_OFF = "from ui import late_signatures, qt; qt.load(); import sys\n"
_LEFT = "[name for name in late_signatures._LATE if type(sys.modules[name]) is late_signatures._Late]"
_WRONG = (
    "from PySide6.QtCore import QObject, QPoint, Signal\n"
    "calls = lambda: QPoint('a'), lambda: QObject(1, 2), lambda: QObject().setObjectName(3), lambda: QObject(x=1)\n"
    "for wrong in calls:\n"
    "    try: wrong()\n"
    "    except (TypeError, AttributeError) as error: print(type(error).__name__, error)\n"
    "print(QPoint.setX.__doc__)\n"
    "from PySide6.support.signature import get_signature\n"
    "print(get_signature(QPoint.setX))\n"
)


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_they_wait_until_somebody_looks() -> None:
    assert said(_PUT_OFF + f"import ui.main_window; print(len({_LEFT}))").strip() == "6"


@pytest.mark.parametrize("first", ["", "late_signatures.load_all()\n"])
def test_a_wrong_call_is_explained_as_ever(first: str) -> None:
    expected = said("import PySide6\n" + _WRONG)
    assert "Supported signatures" in expected
    assert said(_PUT_OFF + first + _WRONG) == expected


def test_all_of_them_can_be_loaded_at_a_quiet_moment() -> None:
    assert said(_PUT_OFF + f"late_signatures.load_all(); print({_LEFT})").strip() == "[]"
