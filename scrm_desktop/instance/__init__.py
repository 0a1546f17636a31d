"""One running program a profile: the lock, and the endpoint through which a second one talks to the first."""

from scrm_desktop.instance.control import ControlServer, Handler, ProgramEnded, send_control
from scrm_desktop.instance.lock import ProfileLock
from scrm_desktop.instance.start import hold_or_raise

__all__ = ["ControlServer", "Handler", "ProfileLock", "ProgramEnded", "hold_or_raise", "send_control"]
