"""Keeps unsent text safe: saved 400 ms after the last key, and before anything else happens to it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import KnownError
from ui.bridge import Bridge

if TYPE_CHECKING:
    import asyncio

DEBOUNCE_MS = 400

DraftKey = tuple[int, Mode, int]
"""Conversation, mode, account."""


def key_of(draft: Draft) -> DraftKey:
    """The place of a draft."""
    return draft.conversation_id, draft.mode, draft.account_id


class DraftKeeper(QObject):
    """One writer: what was typed later is never overwritten by what was typed before."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: dict[DraftKey, Draft] = {}
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush_soon)

    @cached_property
    def _busy(self) -> asyncio.Lock:
        import asyncio

        return asyncio.Lock()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not durable yet."""
        return bool(self._waiting) or self._busy.locked()

    def keep(self, draft: Draft) -> None:
        """Save this soon."""
        self._waiting[key_of(draft)] = draft
        self._timer.start()

    def forget(self, key: DraftKey) -> None:
        """It was sent: what waits to be saved of it is old."""
        self._waiting.pop(key, None)

    def flush_soon(self) -> None:
        """Save now, without waiting for it."""
        if self._waiting:
            self._bridge.spawn(self.flush())

    async def flush(self) -> None:
        """Save all that waits; durable when it returns."""
        self._timer.stop()
        async with self._busy:
            while self._waiting:
                key, draft = next(iter(self._waiting.items()))
                await self._bridge.ask(self._bridge.desk.save_draft(draft))
                if self._waiting.get(key) is draft:
                    del self._waiting[key]

    async def load(self, key: DraftKey) -> Draft | None:
        """What was written here; what is not saved yet counts."""
        if key in self._waiting:
            return self._waiting[key]
        await self._bridge.on_loop()
        async with self._busy:
            return await self._bridge.ask(self._bridge.desk.draft(*key))

    async def first_with_text(self, keys: tuple[DraftKey, ...]) -> DraftKey | None:
        """The first of these places that holds a draft."""
        for key in keys:
            try:
                draft = await self.load(key)
            except KnownError:
                continue
            if draft is not None and (draft.text.strip() or draft.media):
                return key
        return None
