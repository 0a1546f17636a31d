"""Loads PySide6 before anything else does, and takes back the import hook that comes with it."""

from __future__ import annotations

import builtins


def load() -> str:
    """PySide6's version.

    It replaces ``__import__`` to offer its ``__feature__`` switches, and from then on reads the source of every module
    that anybody imports, to look for its own name. Nothing here uses those switches, and reading hundreds of files is a
    tenth of a start: Python gets its own import back.
    """
    own = builtins.__import__
    try:
        from PySide6 import __version__
    finally:
        builtins.__import__ = own
    return __version__
