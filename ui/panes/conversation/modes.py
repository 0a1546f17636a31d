"""Which of the composer's modes an account and a conversation allow."""

from __future__ import annotations

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.views import Mode


def usable_modes(able: Capabilities, kind: str) -> dict[Mode, bool]:
    """By mode; a note can always be written."""
    return {
        Mode.PUBLIC: able.reply and able.public and kind != "direct",
        Mode.DIRECT: able.reply and able.direct,
        Mode.NOTE: True,
    }


def natural_mode(able: Capabilities, kind: str) -> Mode:
    """How one answers here: in public what was said in public; by a note where nothing can be answered."""
    if not able.reply:
        return Mode.NOTE
    return Mode.DIRECT if kind == "direct" or not able.public else Mode.PUBLIC
