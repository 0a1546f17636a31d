"""One running program a profile: the lock, and what a second start does.

The endpoint through which a second one talks to the first is in ``control``, which a start need not load.
"""

from scrm_desktop.instance.lock import ProfileLock
from scrm_desktop.instance.start import hold_or_raise

__all__ = ["ProfileLock", "hold_or_raise"]
