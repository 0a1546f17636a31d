"""What the person chose for this window, kept in the profile's settings."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from scrm_desktop.config import Settings, load_settings, save_settings
from scrm_desktop.errors import KnownError
from ui.theme import Scheme

_log = logging.getLogger(__name__)


class Preferences:
    """Read once, written at each change; without a profile (tests) it only remembers."""

    def __init__(self, profile: Path | None = None) -> None:
        self._profile = profile
        self.settings = load_settings(profile) if profile else Settings()

    @property
    def scheme(self) -> Scheme:
        """Light, dark or the system's."""
        return Scheme(self.settings.theme) if self.settings.theme in ("light", "dark") else Scheme.SYSTEM

    @property
    def window(self) -> Mapping[str, str]:
        """Where the window and its columns stood."""
        try:
            kept: object = json.loads(self.settings.window or "{}")
        except ValueError:
            return {}
        known = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        return {name: str(value) for name, value in known.items()}

    @window.setter
    def window(self, kept: Mapping[str, str]) -> None:
        self.keep(replace(self.settings, window=json.dumps(dict(kept))))

    def keep(self, settings: Settings) -> None:
        """Write them; a profile that can't be written costs the settings, not the work."""
        self.settings = settings
        if self._profile is None:
            return
        try:
            save_settings(self._profile, settings)
        except KnownError:
            _log.exception("the settings can't be written")
