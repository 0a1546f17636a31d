"""The canned responses that a house may start from: offered, never put in unasked."""

from __future__ import annotations

import tomllib
from pathlib import Path

from scrm_desktop.domain.canned import Canned

LANGUAGES = ("en", "fr")


def starters(language: str) -> tuple[Canned, ...]:
    """Those of one language, or the English ones. Blocking."""
    code = language.partition("-")[0].lower()
    code = code if code in LANGUAGES else "en"
    data = tomllib.loads((Path(__file__).parent / f"replies_{code}.toml").read_text("utf-8"))
    return tuple(Canned(language=code, **entry) for entry in data["reply"])
