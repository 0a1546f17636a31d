"""Starts the engine in its thread, while the window's thread loads Qt and builds widgets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui import first_look

if TYPE_CHECKING:
    from scrm_desktop.instance.control import ControlServer
    from scrm_desktop.practice.launch import PracticeProcess
    from scrm_desktop.service import Service
    from scrm_desktop.sync.engine import EngineThread


class Engine:
    """The service of one profile in its thread; only :meth:`stop` blocks. ``look`` is what the last run left."""

    def __init__(self, profile: Path, actor: str) -> None:
        self._profile, self._actor = profile, actor
        self._thread: EngineThread[Service] | None = None
        self._practice: PracticeProcess | None = None
        self._control: ControlServer | None = None
        self.ready: Future[Service] = Future()
        self.look = first_look.load(profile, me=actor)

    def start(self) -> None:
        """Begin to load; where a first look is there to be shown before, the window does it once that is painted."""
        if self.look is None:
            self.load()

    def load(self) -> None:
        """Load in the background; the service comes through ``ready``, or the error that prevented it."""
        threading.Thread(target=self._start, name="engine start", daemon=True).start()

    def _start(self) -> None:
        # Here, in a thread of its own: it loads asyncio, which the first look does without.
        from scrm_desktop.sync.engine import EngineThread

        self._thread = EngineThread(self._make)
        try:
            self.ready.set_result(self._thread.start())
        except BaseException as error:  # noqa: BLE001  # whatever it is, the window's thread is waiting to hear of it
            self.ready.set_exception(error)

    async def _make(self) -> Service:
        # Imported here, in the engine's thread: the window's critical path holds no HTTP and no database.
        from scrm_desktop.config import profile_id
        from scrm_desktop.credentials import Credentials
        from scrm_desktop.service import Service

        credentials = Credentials(profile_id=profile_id(self._profile))
        return await Service.open(self._profile, actor=self._actor, credentials=credentials)

    def call(self, coro: Coroutine[Any, Any, Any]) -> Future[Any]:
        """Run a coroutine on the engine's loop."""
        assert self._thread is not None, "it is called once it is ready"
        return self._thread.call(coro)

    async def practise(self) -> None:
        """Start the practice network and adopt its account; to be run on the engine's loop."""
        from scrm_desktop.practice.launch import PracticeProcess

        if self._practice is not None and self._practice.running:
            return
        self._practice = PracticeProcess()
        found = await self._practice.start(state=self._profile / "practice-world.json")
        await self.ready.result().adopt_practice(found.url, found.token)

    async def answer_others(self, raise_window: Callable[[], None]) -> None:
        """Let a second start and the command line talk to this program; to be run on the engine's loop."""
        import asyncio

        from scrm_desktop.cli.remote import handlers
        from scrm_desktop.instance.control import ControlServer

        async def raised(_request: dict[str, object]) -> dict[str, object]:
            raise_window()
            return {"raised": True}

        answers = {**handlers(self.ready.result()), "raise": raised}
        self._control = ControlServer(self._profile, answers, asyncio.get_running_loop())
        self._control.start()

    async def leave(self) -> None:
        """Stop answering others and end the practice network; to be run on the engine's loop."""
        if self._control is not None:
            self._control.close()
        if self._practice is not None:
            await self._practice.stop()

    @property
    def works(self) -> bool:
        """Whether the service came up."""
        return self.ready.done() and self.ready.exception() is None

    def stop(self) -> None:
        """Close the service and end the thread."""
        if self._thread is not None:
            self._thread.stop()
