"""Where the data files of the window are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_resources", _HERE.parent / "resources")
_PAPERS = (_HERE / "_docs", _HERE.parent / "docs")


def resource(*parts: str) -> Path:
    """The path of a data file; it may not exist, and whoever asks copes with that."""
    return _first(_PLACES).joinpath(*parts)


def papers() -> Path:
    """The folder of what is written for the person: the guide, the query language, the licences."""
    return _first(_PAPERS)


def _first(places: tuple[Path, ...]) -> Path:
    return next((place for place in places if place.is_dir()), places[-1])
