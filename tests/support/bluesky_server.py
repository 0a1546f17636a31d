"""The whole Bluesky network on loopback: PLC directory, PDS and AppView of npm's @atproto/dev-env.

It needs PostgreSQL and Redis (packaging/server-packages.sh); Node and the packages are fetched into .cache/servers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from support import node
from support.processes import Process, clean_environment, until
from support.smtp_hop import free_port

PACKAGE = "@atproto/dev-env@0.6.7"
OWNER = "nobody"


class Bluesky:
    """Running while it is entered; people are made by ``person`` and talk to it over plain XRPC."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="bluesky-"))
        self._folder.chmod(0o755)
        self._started: list[Process] = []
        self.http = httpx.Client(trust_env=False, timeout=30)

    def __enter__(self) -> Bluesky:
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _start(self) -> None:
        postgres, redis = self._postgres(), self._redis()
        installed = node.packages("atproto-dev-env-0.6.7", PACKAGE, scripts=True)
        here = Path(__file__)
        ports = [free_port() for _ in range(6)]
        argv = [str(node.node() / "bin" / "node"), "--require", str(here.with_name("bluesky_loopback.cjs"))]
        argv += [str(here.with_name("bluesky_network.mjs")), *map(str, ports)]
        environment = node.environment(
            BLUESKY_FOLDER=str(installed),
            DB_POSTGRES_URL=f"postgresql://pg@127.0.0.1:{postgres}/postgres",
            REDIS_HOST=f"127.0.0.1:{redis}",
            LOG_ENABLED="false",
        )
        network = self._run(argv, "network.log", environment)
        ready = network.wait_for(r"^READY (\S+)", 180)
        self.chat = f"{ready[1]}#bsky_chat"
        self.url = f"http://localhost:{ports[1]}"
        self.http.base_url = httpx.URL(self.url)

    def _run(self, argv: list[str], log: str, environment: dict[str, str]) -> Process:
        made = Process(argv, output=self._folder / log, env=environment)
        self._started.append(made)
        return made

    def _postgres(self) -> int:
        """A database of its own, which does not run as root."""
        binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
        data, port = self._folder / "pg", free_port()
        data.mkdir()
        as_owner: list[str] = []
        if os.geteuid() == 0:
            shutil.chown(data, OWNER)
            as_owner = ["setpriv", f"--reuid={OWNER}", "--clear-groups"]
        make = [*as_owner, str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", "pg", "--no-sync"]
        subprocess.run(make, check=True, capture_output=True, timeout=120, cwd=self._folder)
        settings = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
        settings |= {"fsync": "off", "synchronous_commit": "off", "max_connections": "200"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        started = self._run(
            [*as_owner, str(binaries / "postgres"), "-D", str(data), *options], "postgres.log", clean_environment()
        )
        started.wait_for("ready to accept connections", 60)
        return port

    def _redis(self) -> int:
        port = free_port()
        argv = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
        started = self._run([*argv, "--dir", str(self._folder)], "redis.log", clean_environment())
        started.wait_for("Ready to accept connections", 30)
        return port

    def close(self) -> None:
        """End everything, the network first."""
        self.http.close()
        for one in reversed(self._started):
            one.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def person(self, name: str) -> Person:
        """A new account."""
        return Person(self, name)


class Person:
    """Somebody with an account there."""

    def __init__(self, network: Bluesky, name: str) -> None:
        self._network, self.handle = network, f"{name}.test"
        body = {"handle": self.handle, "email": f"{name}@mail.test", "password": f"password-{name}"}
        made = self._ask("POST", "com.atproto.server.createAccount", json=body)
        self.did, self._token = made["did"], made["accessJwt"]
        self.call(
            "com.atproto.repo.putRecord",
            repo=self.did,
            collection="app.bsky.actor.profile",
            rkey="self",
            record={"displayName": name.title()},
        )

    def _ask(self, method: str, name: str, **how: Any) -> dict[str, Any]:
        token = getattr(self, "_token", "")
        headers = {"authorization": f"Bearer {token}"} if token else {}
        headers |= how.pop("headers", {})
        answer = self._network.http.request(method, f"/xrpc/{name}", headers=headers, **how)
        assert answer.status_code == 200, f"{name}: {answer.status_code} {answer.text}"
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found

    def call(self, method: str, /, *, headers: dict[str, str] | None = None, **body: Any) -> dict[str, Any]:
        """A procedure."""
        return self._ask("POST", method, json=body, headers=headers or {})

    def ask(self, method: str, /, **params: Any) -> dict[str, Any]:
        """A query."""
        return self._ask("GET", method, params=params)

    def app_password(self, *, privileged: bool) -> str:
        """One for the program under test."""
        made = self.call("com.atproto.server.createAppPassword", name=f"scrm {uuid4()}", privileged=privileged)
        return str(made["password"])

    def post(self, text: str, *, to: dict[str, Any] | None = None, mention: Person | None = None) -> dict[str, Any]:
        """A post; ``to``: what it answers (as it came from here)."""
        record: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": text, "createdAt": _now()}
        if mention is not None:
            record["text"] = f"@{mention.handle} {text}"
            feature = {"$type": "app.bsky.richtext.facet#mention", "did": mention.did}
            index = {"byteStart": 0, "byteEnd": len(mention.handle) + 1}
            record["facets"] = [{"index": index, "features": [feature]}]
        if to is not None:
            parent = {"uri": to["uri"], "cid": to["cid"]}
            record["reply"] = {"root": to.get("root", parent), "parent": parent}
        made = self.call("com.atproto.repo.createRecord", repo=self.did, collection="app.bsky.feed.post", record=record)
        return made | ({"root": record["reply"]["root"]} if to else {})

    def delete(self, made: dict[str, Any]) -> None:
        """Delete a post."""
        _, _, repo, collection, key = made["uri"].split("/")
        self.call("com.atproto.repo.deleteRecord", repo=repo, collection=collection, rkey=key)

    def records(self, collection: str = "app.bsky.feed.post") -> list[dict[str, Any]]:
        """What this account's own server keeps."""
        found = self.ask("com.atproto.repo.listRecords", repo=self.did, collection=collection, limit=100)
        return list(found["records"])

    def waits_for(self, uri: str) -> None:
        """Until the AppView shows a post."""
        until(lambda: bool(self.ask("app.bsky.feed.getPosts", uris=[uri])["posts"]), 30, why=uri)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
