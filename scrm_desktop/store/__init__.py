"""The only SQL in the program: what people wrote and decided, and what can be fetched again."""

from scrm_desktop.store.pages import Way
from scrm_desktop.store.store import Store

__all__ = ["Store", "Way"]
