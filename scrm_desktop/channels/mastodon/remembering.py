"""The same words come again and again: a person is described anew with each of their messages."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Generic, TypeVar

from scrm_desktop.channels.safe_json import Json

T = TypeVar("T")

#: Bytes that are worth remembering: a hostile server must not fill the memory.
SHORT = 4000


class Remembered(Generic[T]):
    """A reading of (JSON, our domain) that is done once for the same words; ``most`` of them are kept.

    The words are kept as bytes, in which only the same kinds are the same: to Python 1, 1.0 and True are equal.
    """

    def __init__(self, read: Callable[[Json, str], T], most: int) -> None:
        self._read, self._most = read, most
        self._known: dict[tuple[bytes, str], T] = {}

    def __call__(self, value: Json, domain: str) -> T:
        """What ``read`` makes of it."""
        key = (marshal.dumps(value, 2), domain)
        try:
            return self._known[key]
        except KeyError:
            pass
        found = self._read(value, domain)
        if len(key[0]) <= SHORT:
            if len(self._known) >= self._most:
                self._known.clear()
            self._known[key] = found
        return found
