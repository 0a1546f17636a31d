"""One running practice network: the socket, the story's heart, the end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import secrets
import signal
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from scrm_desktop.practice.api.app import make_app
from scrm_desktop.practice.api.entities import Entities
from scrm_desktop.practice.api.hub import Hub
from scrm_desktop.practice.api.limits import Limiter
from scrm_desktop.practice.api.server import ALL_SCOPES, Server, Token
from scrm_desktop.practice.heart import Heart
from scrm_desktop.practice.keep import Keeper, MediaRoom
from scrm_desktop.practice.model import World
from scrm_desktop.practice.table import set_up

HOST = "127.0.0.1"
GRACE_SECONDS = 2

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says."""

    port: int = 0
    seed: int = 1
    speed: float = 1.0
    state: Path | None = None
    rate: int = 300
    quiet: bool = False


def run(options: Options) -> int:
    """Serve until asked to end; the exit status."""
    logging.basicConfig(level=logging.WARNING if options.quiet else logging.INFO, stream=sys.stderr)
    try:
        listening = _listen(options.port)
    except OSError as error:
        log.error("port %s on %s can't be used: %s", options.port, HOST, error.strerror)
        return 1
    with listening:
        asyncio.run(_serve(options, listening))
    return 0


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HOST, port))
    return listening


def build(options: Options, base: str) -> tuple[Server, Heart, str]:
    """Everything but the socket; the last is the token that was minted for the account."""
    network, director, clock = set_up(options.state, seed=options.seed, speed=options.speed)
    entities = Entities(network, base)
    hub = Hub(entities)
    network.listeners.append(hub.tell)
    heart = Heart(director, clock)

    def snapshot() -> World | None:
        changed, network.changed = network.changed, False
        return network.world if changed else None

    keeper = Keeper(options.state, snapshot)
    heart.keeper = keeper
    server = Server(
        base=base,
        network=network,
        entities=entities,
        director=director,
        heart=heart,
        hub=hub,
        limiter=Limiter(most=options.rate),
        keeper=keeper,
        room=MediaRoom(options.state),
    )
    secret = secrets.token_urlsafe(32)
    server.tokens[secret] = Token(scopes=ALL_SCOPES, application="SCRM Desktop", made_at=int(time.time()))
    return server, heart, secret


async def _serve(options: Options, listening: socket.socket) -> None:
    server, heart, secret = build(options, f"http://{HOST}:{listening.getsockname()[1]}")
    own = server.network.own
    hello = {"url": server.base, "token": secret, "account": {"id": own.id, "acct": own.acct}}

    def say_hello() -> None:
        sys.stdout.write(json.dumps(hello) + "\n")
        sys.stdout.flush()

    config = uvicorn.Config(
        make_app(server),
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=75,
    )
    web = _Web(config, say_hello)

    def stop() -> None:
        server.hub.close()
        web.should_exit = True

    _end_on_signal(stop)
    _end_with_parent(asyncio.get_running_loop(), stop)
    beating = asyncio.create_task(heart.beat())
    try:
        await web.serve(sockets=[listening])
    finally:
        beating.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await beating
        server.director.catch_up()
        await server.keeper.flush()


class _Web(uvicorn.Server):
    """Uvicorn that says when it answers and leaves the signals to us."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._say_started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._say_started()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def _end_on_signal(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()

    def later(number: int, frame: object) -> None:
        # Windows: the handler runs in the main thread between two steps of the loop.
        loop.call_soon_threadsafe(stop)

    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop)
        except NotImplementedError:
            signal.signal(number, later)


def _end_with_parent(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    """Stop when standard input ends: whoever started us is gone. A null device or a terminal is no parent."""
    if sys.stdin is None or sys.stdin.closed:
        return
    handle = sys.stdin.fileno()
    if stat.S_ISCHR(os.fstat(handle).st_mode):
        return

    def wait() -> None:
        # os.read, not sys.stdin: a thread that holds its lock would hinder the interpreter's end.
        with contextlib.suppress(OSError):
            while os.read(handle, 1024):
                pass
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(stop)

    threading.Thread(target=wait, name="parent", daemon=True).start()
