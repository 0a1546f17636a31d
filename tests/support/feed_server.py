"""The site of :mod:`support.fake_feed` on a real port of loopback."""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

import httpx

from support.fake_feed import Site


class FeedServer:
    """A site in a thread of its own. ``packed``: answers are gzip. ``cut``: bytes after which an answer breaks off."""

    def __init__(self, site: Site | None = None, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.site = site or Site()
        self.packed = False
        self.cut: int | None = None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.reply(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing is told."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Its base address."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        """One answer, whole or cut."""
        request = httpx.Request("GET", f"{self.url}{handler.path}", headers=dict(handler.headers.items()))
        answer = self.site.answer(request)
        body = gzip.compress(answer.content) if self.packed else answer.content
        handler.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name not in ("content-length", "transfer-encoding"):
                handler.send_header(name, value)
        if self.packed:
            handler.send_header("content-encoding", "gzip")
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body if self.cut is None else body[: self.cut])

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
