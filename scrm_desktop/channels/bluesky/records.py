"""Addresses of records, and keys of our own for them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

POST, LIKE, REPOST = "app.bsky.feed.post", "app.bsky.feed.like", "app.bsky.feed.repost"
BLOCK, GATE = "app.bsky.graph.block", "app.bsky.feed.threadgate"
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_FROM = int(datetime(2023, 5, 1, tzinfo=UTC).timestamp()) * 1_000_000
_SPAN = 2 * 365 * 24 * 3600 * 1_000_000
_URI = re.compile(r"at://(did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,180})/([A-Za-z0-9.-]{3,100})/([A-Za-z0-9._~:-]{1,100})")


@dataclass(frozen=True, slots=True)
class Address:
    """``at://repo/collection/key``."""

    repo: str
    collection: str
    key: str

    def __str__(self) -> str:
        return f"at://{self.repo}/{self.collection}/{self.key}"

    @classmethod
    def read(cls, text: str) -> Address | None:
        """An address with a DID; ``None`` where it is none."""
        found = _URI.fullmatch(text)
        return cls(*found.groups()) if found else None


def key_for(purpose: str) -> str:
    """A record key (TID) that is the same for the same purpose, so that a repeated write meets itself.

    A TID is a time of 53 bits in microseconds and 10 bits more. The time lies in the past, as that of any record: the
    true one stands in ``createdAt``.
    """
    noise = hashlib.sha256(purpose.encode()).digest()
    micros = _FROM + int.from_bytes(noise[:10]) % _SPAN
    number = micros << 10 | (int.from_bytes(noise[10:12]) & 1023)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(13)))
