"""What a window does when it starts: it holds the profile, or it brings the window that does to the front."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from scrm_desktop.errors import ProfileInUse
from scrm_desktop.instance.lock import ProfileLock

#: Seconds to wait for a command that holds the profile for a moment (a sync by cron, for example).
PATIENCE = 30.0
_AGAIN = 0.1


def hold_or_raise(profile: Path, *, seconds: float = PATIENCE) -> ProfileLock | None:
    """The lock; ``None`` where another window holds it and came to the front. Blocks at most ``seconds``.

    Raises ProfileInUse where a program without a window keeps it for longer.
    """
    end = time.monotonic() + seconds
    pause = threading.Event()
    while True:
        try:
            return ProfileLock.take(profile)
        except ProfileInUse:
            if _raised(profile):
                return None
            if time.monotonic() > end:
                raise
        pause.wait(_AGAIN)


def _raised(profile: Path) -> bool:
    # Only where another program holds the profile: a first start needs none of it before its window.
    from scrm_desktop.instance.control import ProgramEnded, send_control

    try:
        answer = send_control(profile, {"command": "raise"}, seconds=5.0)
    except ProgramEnded:
        return False
    return answer is not None and answer.get("raised") is True
