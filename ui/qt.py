"""Loads PySide6 before anything else does, without what a window does not need of it."""

from __future__ import annotations

from ui import late_signatures


def load() -> str:
    """PySide6's version.

    It replaces ``__import__`` to offer its ``__feature__`` switches, and from then on reads the source of every module
    that anybody imports, to look for its own name. Nothing here uses those switches, and reading hundreds of files is a
    tenth of a start: Python gets its own import back.
    """
    with late_signatures.put_off():
        from PySide6 import __version__
    return __version__
