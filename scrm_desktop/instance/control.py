"""A second start and the command line talk to the program that holds the profile: JSON in, JSON out.

The endpoint's address and a key that changes with every run stand in a file of the profile that only
its owner can read. Nothing here is ever unpickled. A request may carry a login; none is logged.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
import shutil
import tempfile
import threading
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scrm_desktop.errors import KnownError, ProfileUnwritable
from scrm_desktop.log import BUG
from scrm_desktop.paths import told, write_private

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

FILE = "control.json"
SOCKET = "control"
LARGEST = 4 * 1024 * 1024
#: A UNIX socket's path ends at 107 bytes on Linux and at 103 on macOS.
_LONGEST_PATH = 100

Json = dict[str, object]
Handler = Callable[[Json], Awaitable[Json]]
BUG_JSON: Json = {"error": {"code": "BugError", "title": "A fault of the program", "message": BUG, "retryable": False}}

_log = logging.getLogger(__name__)


class ProgramEnded(KnownError):
    """The running program ended before it answered: the request was done, or it was not."""

    title = "The running program ended"
    template = "It ended before it answered. {detail}"
    retryable = True


class ControlServer:
    """Answers requests ``{"command": name, ...}`` by the handler of that name, run on the given loop."""

    def __init__(self, profile: Path, handlers: Mapping[str, Handler], loop: asyncio.AbstractEventLoop) -> None:
        self._profile = profile
        self._handlers = dict(handlers)
        self._loop = loop
        self._key = secrets.token_hex(16)
        self._folder: Path | None = None
        self._listener: Listener | None = None
        self._running: set[Future[Json]] = set()
        self._answering: set[threading.Thread] = set()
        self._guard = threading.Lock()
        self._closed = threading.Event()

    def start(self) -> None:
        """Listen, in a thread of its own. Raises ProfileUnwritable."""
        # Here and below, not above: a window takes its lock before anything else, and only then listens.
        from multiprocessing.connection import Listener

        try:
            address = self._address()
            self._listener = Listener(address, family="AF_PIPE" if os.name == "nt" else "AF_UNIX")
        except OSError as error:
            self._remove_folder()
            raise ProfileUnwritable(told(error), path=str(self._profile)) from error
        endpoint = json.dumps({"address": address, "key": self._key, "pid": os.getpid()})
        write_private(self._profile / FILE, endpoint.encode())
        threading.Thread(target=self._accept, args=(self._listener,), name="control", daemon=True).start()

    async def drain(self, seconds: float) -> None:
        """Wait for the requests that are being answered, at most so long."""
        with self._guard:
            waiting = [asyncio.wrap_future(future) for future in self._running]
        if waiting:
            await asyncio.wait(waiting, timeout=seconds)

    def close(self) -> None:
        """Stop listening and give up what is being answered; from any thread."""
        if self._listener is None or self._closed.is_set():
            return
        self._closed.set()
        (self._profile / FILE).unlink(missing_ok=True)
        _knock(self._listener.address)
        self._listener.close()
        with self._guard:
            for future in tuple(self._running):
                future.cancel()
        for thread in tuple(self._answering):
            # What was decided is still told: the process may end right after this.
            thread.join(1.0)
        self._remove_folder()

    def _address(self) -> str:
        if os.name == "nt":
            return rf"\\.\pipe\scrm-desktop-{secrets.token_hex(16)}"
        path = self._profile / SOCKET
        if len(os.fsencode(path)) > _LONGEST_PATH:
            self._folder = Path(tempfile.mkdtemp(prefix="scrm-"))
            return str(self._folder / SOCKET)
        # Whoever holds the profile's lock comes here: a socket that stands is one that a crash left.
        path.unlink(missing_ok=True)
        return str(path)

    def _remove_folder(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _accept(self, listener: Listener) -> None:
        while not self._closed.is_set():
            try:
                connection = listener.accept()
            except (OSError, EOFError):
                if self._closed.is_set():
                    return
                continue
            if self._closed.is_set():
                connection.close()
                return
            threading.Thread(target=self._serve, args=(connection,), name="control-answer", daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        with connection:
            try:
                request = _parse(connection.recv_bytes(LARGEST))
                self._answering.add(threading.current_thread())
                connection.send_bytes(_dump(self._answer(request)))
            except (OSError, EOFError):
                # The other side went away; whatever it asked for is done or not by its own rules.
                pass
            finally:
                self._answering.discard(threading.current_thread())

    def _answer(self, request: Json | None) -> Json:
        if request is None or not secrets.compare_digest(str(request.pop("key", "")), self._key):
            return error_json(KnownError("The request was not understood."))
        name = str(request.get("command"))
        handler = self._handlers.get(name)
        if handler is None:
            return error_json(KnownError(f"The running program does not know the command {name!r}."))
        return self._run(handler, request)

    def _run(self, handler: Handler, request: Json) -> Json:
        async def call() -> Json:
            return await handler(request)

        with self._guard:
            # Under the guard: whoever drains must see what has begun.
            future = asyncio.run_coroutine_threadsafe(call(), self._loop)
            self._running.add(future)
        try:
            return future.result()
        except KnownError as error:
            return error_json(error)
        except CancelledError:
            return error_json(ProgramEnded())
        except BaseException as error:  # noqa: BLE001  # the border of the program: a bug is logged and told calmly
            _log.error("A control command failed", exc_info=error)
            return BUG_JSON
        finally:
            with self._guard:
                self._running.discard(future)


def send_control(profile: Path, request: Mapping[str, object], *, seconds: float = 30.0) -> Json | None:
    """Ask the program that holds this profile; ``None`` where none listens.

    Blocks for at most ``seconds`` and then raises KnownError; ProgramEnded where it ended meanwhile.
    """
    try:
        endpoint = _parse((profile / FILE).read_bytes())
        if endpoint is None:
            return None
        connection = _connect(endpoint.get("address"))
    except (OSError, ValueError):
        return None
    with connection:
        try:
            connection.send_bytes(_dump({**request, "key": endpoint.get("key")}))
            if not connection.poll(seconds):
                raise KnownError("The running program did not answer in time.")
            return _told(_parse(connection.recv_bytes(LARGEST)) or {})
        except (OSError, EOFError) as error:
            raise ProgramEnded from error


def _connect(address: object) -> Connection:
    from multiprocessing.connection import Client

    return Client(str(address))


def _told(answer: Json) -> Json:
    error = answer.get("error")
    if isinstance(error, dict) and cast(Json, error).get("code") == ProgramEnded.__name__:
        raise ProgramEnded
    return answer


def error_json(error: KnownError) -> Json:
    """A known error in the shape that commands print."""
    return {"error": {"code": error.code, "title": error.title, "message": error.message, "retryable": error.retryable}}


def _knock(address: object) -> None:
    """Wake the thread that waits in accept: closing a listener does not, everywhere."""
    try:
        _connect(address).close()
    except (OSError, ValueError):
        return


def _parse(data: bytes) -> Json | None:
    try:
        loaded: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return cast(Json, loaded) if isinstance(loaded, dict) else None


def _dump(value: Mapping[str, object]) -> bytes:
    return json.dumps(value).encode("ascii")
