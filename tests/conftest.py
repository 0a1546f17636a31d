"""What every test starts from."""

from __future__ import annotations

import os

# Before anything imports Qt: a test never opens a window on somebody's screen, and needs no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
