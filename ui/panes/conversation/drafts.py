"""Keeps unsent text safe: saved 400 ms after the last key, and before anything else happens to it."""

from __future__ import annotations

from dataclasses import replace
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


async def _ended(*tasks: asyncio.Task[None]) -> None:
    # A window's first look is painted before asyncio is loaded.
    import asyncio

    await asyncio.wait(set(tasks))


def _current() -> asyncio.Task[object] | None:
    import asyncio

    return asyncio.current_task()


class DraftKeeper(QObject):
    """One writer: what was typed later is never overwritten by what was typed before."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: dict[DraftKey, Draft] = {}
        self._joining: dict[DraftKey, asyncio.Task[None]] = {}
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush_soon)

    @cached_property
    def _busy(self) -> asyncio.Lock:
        import asyncio

        return asyncio.Lock()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not durable yet."""
        return bool(self._waiting or self._joining) or self._busy.locked()

    def keep(self, draft: Draft) -> None:
        """Save this soon."""
        self._waiting[key_of(draft)] = draft
        self._timer.start()

    def left(self, early: Draft | None) -> None:
        """Its writer goes elsewhere: save now. ``early`` was typed before the stored draft had come back."""
        if early is not None and (early.text.strip() or early.media):
            key = key_of(early)
            self._joining[key] = self._bridge.spawn(self._join(early, self._joining.get(key)))
        self.flush_soon()

    async def _join(self, early: Draft, before: asyncio.Task[None] | None) -> None:
        """What was typed stands behind what was stored, as if it had come back in time."""
        key = key_of(early)
        try:
            if before is not None:
                await _ended(before)
            stored = await self._stored(key)
            if stored is not None:
                text = "\n".join(part for part in (stored.text, early.text) if part)
                early = replace(stored, text=text, media=(*stored.media, *early.media))
            self.keep(early)
        finally:
            if self._joining.get(key) is _current():
                del self._joining[key]

    def forget(self, key: DraftKey) -> None:
        """It was sent: what waits to be saved of it is old."""
        self._waiting.pop(key, None)

    def flush_soon(self) -> None:
        """Save now, without waiting for it."""
        if self._waiting:
            self._bridge.spawn(self.flush())

    async def flush(self) -> None:
        """Save all that waits; durable when it returns."""
        if self._joining:
            await _ended(*self._joining.values())
        self._timer.stop()
        async with self._busy:
            while self._waiting:
                key, draft = next(iter(self._waiting.items()))
                await self._bridge.ask(self._bridge.desk.save_draft(draft))
                if self._waiting.get(key) is draft:
                    del self._waiting[key]

    async def load(self, key: DraftKey) -> Draft | None:
        """What was written here; what is not saved yet counts."""
        while key in self._joining:
            await _ended(self._joining[key])
        return await self._stored(key)

    async def _stored(self, key: DraftKey) -> Draft | None:
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
