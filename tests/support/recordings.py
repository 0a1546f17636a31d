"""Recordings of a real Mastodon 4.7.3, replayed through httpx's mock transport."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

SERVER = "http://localhost:3000"
_FETCHER = Path(__file__).parents[2] / "packaging" / "recordings.py"


@dataclass(frozen=True)
class Exchange:
    """One recorded request and its answer."""

    cassette: str
    method: str
    url: str
    sent: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: str

    @property
    def path(self) -> str:
        return urlsplit(self.url).path.rstrip("/")

    @property
    def query(self) -> list[tuple[str, str]]:
        return sorted(parse_qsl(urlsplit(self.url).query))

    def json(self) -> Any:
        return json.loads(self.body)

    def response(self) -> httpx.Response:
        dropped = {"transfer-encoding", "content-length", "content-encoding", "connection"}
        headers = [(name, value) for name, value in self.headers if name.lower() not in dropped]
        return httpx.Response(self.status, headers=headers, content=self.body.encode())


@dataclass
class Recordings:
    """All exchanges of the package, in the order of their cassettes."""

    exchanges: list[Exchange]

    def find(self, method: str, path: str, *, cassette: str = "", status: int | None = None) -> list[Exchange]:
        """Those whose whole path matches the pattern (and whose cassette's name contains the text)."""
        pattern = re.compile(path)
        return [
            one
            for one in self.exchanges
            if one.method == method
            and pattern.fullmatch(one.path)
            and cassette in one.cassette
            and status in (None, one.status)
        ]

    def one(self, method: str, path: str, **more: Any) -> Exchange:
        """The first of them."""
        found = self.find(method, path, **more)
        assert found, f"no recording of {method} {path} {more}"
        return found[0]


@dataclass
class Replay:
    """A server made of exchanges: each request must be one that was answered for real, or one named here."""

    routes: dict[tuple[str, str], list[Callable[[httpx.Request], httpx.Response]]] = field(default_factory=dict)
    asked: list[httpx.Request] = field(default_factory=list)

    def add(self, method: str, path: str, *answers: Exchange | httpx.Response | Any) -> Replay:
        """Answers for a path, one after the other; the last one stays. A list or dict is JSON."""
        self.routes.setdefault((method, path), []).extend(_answer(one) for one in answers)
        return self

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answers = self.routes.get((request.method, request.url.raw_path.decode().split("?")[0]))
        if not answers:
            return httpx.Response(404, json={"error": "Record not found"})
        return (answers.pop(0) if len(answers) > 1 else answers[0])(request)

    def paths(self) -> list[str]:
        """What was asked, as ``METHOD path``."""
        return [f"{one.method} {one.url.raw_path.decode().split('?')[0]}" for one in self.asked]

    def params(self, index: int) -> dict[str, str]:
        """The query of one request."""
        return dict(self.asked[index].url.params)

    def form(self, index: int) -> list[tuple[str, str]]:
        """The form of one request."""
        return parse_qsl(self.asked[index].content.decode(), keep_blank_values=True)

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)


def _answer(said: Any) -> Callable[[httpx.Request], httpx.Response]:
    if callable(said):
        return said

    def answer(request: httpx.Request) -> httpx.Response:
        if isinstance(said, Exchange):
            return said.response()
        if isinstance(said, httpx.Response):
            return httpx.Response(said.status_code, headers=said.headers, content=said.content)
        return httpx.Response(200, json=said)

    return answer


def load() -> Recordings:
    """Fetch the package if need be, and read it; the YAML is turned into JSON lines once, which load fast."""
    spec = importlib.util.spec_from_file_location("packaging_recordings", _FETCHER)
    assert spec is not None and spec.loader is not None
    fetcher = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fetcher)
    folder: Path = fetcher.fetch()
    index = folder / "exchanges-2.jsonl"
    if not index.exists():
        fresh = folder / f"exchanges.{id(fetcher)}.tmp"
        fresh.write_text("".join(json.dumps(one) + "\n" for one in _from_yaml(folder)), encoding="utf-8")
        fresh.rename(index)
    with index.open(encoding="utf-8") as lines:
        return Recordings([_exchange(json.loads(line)) for line in lines])


def _exchange(entry: dict[str, Any]) -> Exchange:
    return Exchange(**{**entry, "headers": tuple((name, value) for name, value in entry["headers"])})


def _from_yaml(folder: Path) -> Iterator[dict[str, Any]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(folder.glob("*/*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), loader)
        for one in document.get("interactions") or []:
            request, response = one["request"], one["response"]
            body = response["body"].get("string", "")
            yield {
                "cassette": f"{path.parent.name}/{path.stem}",
                "method": request["method"],
                "url": request["uri"],
                "sent": _text(request["body"] or "")[:20_000],
                "status": response["status"]["code"],
                "headers": [(name, value) for name, values in response["headers"].items() for value in values],
                "body": _text(body),
            }


def _text(value: str | bytes) -> str:
    if isinstance(value, bytes) and value.startswith(b"\x1f\x8b"):
        value = gzip.decompress(value)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
