"""The engine as one object: it owns the store, the logins, the accounts' work, and answers the desk's questions."""

from scrm_desktop.service.headless import SyncReport
from scrm_desktop.service.service import Service

__all__ = ["Service", "SyncReport"]
