"""Who listens to a stream, and what they are told."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from scrm_desktop.practice.api.entities import Entities
from scrm_desktop.practice.model import Notice, Status

MAX_WAITING = 2_000


@dataclass(eq=False, slots=True)
class Listening:
    """One open stream; ``None`` in the queue ends it."""

    stream: str
    secret: str = field(repr=False)
    queue: asyncio.Queue[tuple[str, str] | None] = field(
        default_factory=lambda: asyncio.Queue[tuple[str, str] | None](MAX_WAITING)
    )


class Hub:
    """Tells open streams what happens in the network."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._open: set[Listening] = set()

    def join(self, stream: str, secret: str) -> Listening:
        """Start to listen."""
        listening = Listening(stream, secret)
        self._open.add(listening)
        return listening

    def leave(self, listening: Listening) -> None:
        """Stop to listen."""
        self._open.discard(listening)

    def close(self, secret: str | None = None) -> None:
        """End all streams, or those of a token that was revoked."""
        for listening in list(self._open):
            if secret is None or listening.secret == secret:
                self._end(listening)

    def tell(self, kind: str, status: Status | None, notice: Notice | None) -> None:
        """The network's listener."""
        if not self._open:
            return
        payload = self._payload(kind, status, notice)
        if payload is None:
            return
        for listening in list(self._open):
            if _wants(listening.stream, kind):
                self._put(listening, kind, payload)
        if status is not None and status.visibility == "direct" and kind in ("update", "notification"):
            self._tell_direct(status)

    def _payload(self, kind: str, status: Status | None, notice: Notice | None) -> str | None:
        if kind == "notification":
            return json.dumps(self._entities.notice(notice)) if notice else None
        if status is None:
            return None
        return status.id if kind == "delete" else json.dumps(self._entities.status(status))

    def _tell_direct(self, status: Status) -> None:
        payload = json.dumps(self._entities.conversation(status))
        for listening in list(self._open):
            if listening.stream == "direct":
                self._put(listening, "conversation", payload)

    def _put(self, listening: Listening, kind: str, payload: str) -> None:
        try:
            listening.queue.put_nowait((kind, payload))
        except asyncio.QueueFull:
            # A listener that reads nothing any more is let go; it catches up by polling.
            self._end(listening)

    def _end(self, listening: Listening) -> None:
        self._open.discard(listening)
        if listening.queue.full():
            listening.queue.get_nowait()
        listening.queue.put_nowait(None)


def _wants(stream: str, kind: str) -> bool:
    if stream == "direct":
        return False
    return stream == "user" or kind == "notification"
