"""What the person chose for this window, kept in the profile's settings."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from scrm_desktop.config import Settings, load_settings, save_settings
from scrm_desktop.errors import KnownError
from ui.theme import Scheme

if TYPE_CHECKING:
    from scrm_desktop.domain.ring_settings import RingSettings

_log = logging.getLogger(__name__)
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percentages of the text's size, smallest first."""


class Preferences(QObject):
    """Read once, written at each change; without a profile (tests) it only remembers.

    ``changed`` carries the name of each setting that has another value now.
    """

    changed = Signal(str)

    def __init__(self, profile: Path | None = None) -> None:
        super().__init__()
        self._profile = profile
        self.settings = load_settings(profile) if profile else Settings()

    @property
    def profile(self) -> Path | None:
        """The folder of the profile."""
        return self._profile

    @property
    def scheme(self) -> Scheme:
        """Light, dark, high contrast or the system's."""
        known = ("light", "dark", "contrast")
        return Scheme(self.settings.theme) if self.settings.theme in known else Scheme.SYSTEM

    @property
    def zoom(self) -> int:
        """A percentage of :data:`ZOOMS`, the nearest to what is kept."""
        return min(ZOOMS, key=lambda one: abs(one - self.settings.zoom))

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

    @property
    def ringing(self) -> RingSettings:
        """What notifications are wanted."""
        # Here, since a start needs none of it.
        from scrm_desktop.domain.ring_settings import load

        return replace(load(self.settings.ringing), on=self.settings.notifications)

    @ringing.setter
    def ringing(self, chosen: RingSettings) -> None:
        from scrm_desktop.domain.ring_settings import dump

        self.keep(replace(self.settings, notifications=chosen.on, ringing=dump(chosen)))

    def set(self, name: str, value: object) -> None:
        """Keep one setting, and say so where it has changed."""
        chosen: dict[str, Any] = {name: value}
        self.keep(replace(self.settings, **chosen))

    def keep(self, settings: Settings) -> None:
        """Write them; a profile that can't be written costs the settings, not the work."""
        before, self.settings = self.settings, settings
        if self._profile is not None and before != settings:
            try:
                save_settings(self._profile, settings)
            except KnownError:
                _log.exception("the settings can't be written")
        for name in Settings.__dataclass_fields__:
            if getattr(before, name) != getattr(settings, name):
                self.changed.emit(name)
