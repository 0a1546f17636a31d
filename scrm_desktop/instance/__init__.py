"""One running program a profile: the lock, and the endpoint through which a second one talks to the first."""

from scrm_desktop.instance.control import ControlServer, Handler, ProgramEnded, send_control
from scrm_desktop.instance.lock import ProfileLock

__all__ = ["ControlServer", "Handler", "ProfileLock", "ProgramEnded", "send_control"]
