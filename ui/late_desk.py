"""A desk for a window whose engine is still loading: the first look answers, everything else waits for the engine."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from functools import partial
from typing import Any

from scrm_desktop.desk import Desk
from scrm_desktop.domain.accounts import Capabilities, ChannelInfo
from scrm_desktop.domain.changes import Changes
from ui.bridge import Turn
from ui.first_look import FirstLook

_NOTHING = object()
_Listener = Callable[[Changes], None]


class LateDesk:
    """Has every method of a Desk; its coroutines run on the window's loop and pass on to the engine's."""

    def __init__(
        self, look: FirstLook, ready: Future[Any], call: Callable[[Coroutine[Any, Any, Any]], Future[Any]]
    ) -> None:
        self._look, self._ready, self._call = look, ready, call
        self._rows = {row.id: row for row in look.rows}
        self._listeners: dict[_Listener, Callable[[], None] | None] = {}

    def __getattr__(self, name: str) -> Callable[..., Coroutine[Any, Any, Any]]:
        if name.startswith("_") or not hasattr(Desk, name):
            raise AttributeError(name)
        return partial(self._ask, name)

    async def _ask(self, name: str, *args: Any, **more: Any) -> Any:
        if not self._ready.done():
            answer = self._known(name, args)
            if answer is not _NOTHING:
                return answer
        await Turn()
        import asyncio

        service = await asyncio.shield(asyncio.wrap_future(self._ready))
        return await asyncio.wrap_future(self._call(getattr(service, name)(*args, **more)))

    def _known(self, name: str, args: tuple[Any, ...]) -> Any:
        """The first look's answer, if it has one."""
        look = self._look
        if name in ("accounts", "labels", "saved_views", "counts", "coverage"):
            return getattr(look, name)
        if name == "conversation_ids" and args == (look.query,):
            return look.ids[:]
        if name == "conversation_rows":
            return {one: self._rows[one] for one in args[0] if one in self._rows}
        if name in ("thread", "contact_card") and args == (look.thread.conversation_id,):
            return look.thread if name == "thread" else look.card
        return _NOTHING

    # -- what a desk answers at once --------------------------------------------------------------
    @property
    def _engine(self) -> Desk | None:
        usable = self._ready.done() and not self._ready.cancelled() and self._ready.exception() is None
        return self._ready.result() if usable else None

    def channels(self) -> tuple[ChannelInfo, ...]:
        return self._engine.channels() if self._engine else self._look.channels

    def capabilities(self, account_id: int) -> Capabilities:
        if self._engine:
            return self._engine.capabilities(account_id)
        return dict(self._look.capabilities).get(account_id, Capabilities())

    def count(self, account_id: int, text: str, content_warning: str = "") -> int:
        # A guess for half a second; what is sent is counted by the engine.
        return self._engine.count(account_id, text, content_warning) if self._engine else len(text + content_warning)

    def me(self) -> str:
        return self._look.me

    def practice(self) -> str:
        return self._engine.practice() if self._engine else ""

    # -- what happens -----------------------------------------------------------------------------
    def subscribe(self, listener: _Listener) -> Callable[[], None]:
        engine = self._engine
        self._listeners[listener] = engine.subscribe(listener) if engine else None

        def stop() -> None:
            unsubscribe = self._listeners.pop(listener, None)
            if unsubscribe is not None:
                unsubscribe()

        return stop

    def arrived(self) -> None:
        """The engine is here: from now on it is heard, and everything shown so far is asked for again."""
        engine = self._engine
        if engine is None:
            return
        look = self._look
        accounts = frozenset(view.account.id for view in look.accounts)
        everything = Changes(
            conversations=frozenset(look.ids), accounts=accounts, labels=True, views=True, coverage=True
        )
        for listener in list(self._listeners):
            self._listeners[listener] = engine.subscribe(listener)
            listener(everything)
