"""Where the data files of the window are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_resources", _HERE.parent / "resources")


def resource(*parts: str) -> Path:
    """The path of a data file; it may not exist, and whoever asks copes with that."""
    root = next((place for place in _PLACES if place.is_dir()), _PLACES[-1])
    return root.joinpath(*parts)
