"""Synapse, the homeserver most in use, started for one test on loopback with SQLite.

It is installed from PyPI by pinned versions (packaging/synapse.txt) into an environment of its own in .cache/servers,
once. Nobody here wrote it.
"""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from support.processes import ROOT, Process, clean_environment, until
from support.snac import free_port

PINNED = ROOT / "packaging" / "synapse.txt"
PASSWORD = "correct horse battery"
_CONFIG = """
server_name: "localhost"
public_baseurl: "http://127.0.0.1:{port}/"
serve_server_wellknown: false
listeners:
  - {{bind_addresses: ["127.0.0.1"], port: {port}, resources: [{{names: [client]}}], tls: false, type: http}}
database: {{name: sqlite3, args: {{database: "{folder}/homeserver.db"}}}}
media_store_path: "{folder}/media"
pid_file: "{folder}/homeserver.pid"
signing_key_path: "{folder}/signing.key"
log_config: "{folder}/log.yaml"
report_stats: false
trusted_key_servers: []
enable_registration: true
enable_registration_without_verification: true
registration_shared_secret: "canary"
macaroon_secret_key: "canary"
form_secret: "canary"
refreshable_access_token_lifetime: 1h
rc_message: {{per_second: 1000, burst_count: 1000}}
rc_registration: {{per_second: 1000, burst_count: 1000}}
rc_login:
  address: {{per_second: 1000, burst_count: 1000}}
  account: {{per_second: 1000, burst_count: 1000}}
rc_invites:
  per_room: {{per_second: 1000, burst_count: 1000}}
  per_user: {{per_second: 1000, burst_count: 1000}}
rc_joins:
  local: {{per_second: 1000, burst_count: 1000}}
"""
_LOG = "version: 1\nroot: {level: WARNING, handlers: [out]}\nhandlers: {out: {class: logging.StreamHandler}}\n"


def installed() -> Path:
    """The interpreter of Synapse's environment, made once; concurrent callers wait for the first."""
    folder = ROOT / ".cache" / "servers" / f"synapse-{hashlib.sha256(PINNED.read_bytes()).hexdigest()[:12]}"
    python = folder / "bin" / "python"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            venv.create(folder, with_pip=True)
            pip = [
                str(python),
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "install",
                "--quiet",
                "--no-deps",
            ]
            subprocess.run([*pip, "-r", str(PINNED)], check=True, timeout=600, stdout=sys.stderr)
            (folder / "done").touch()
    return python


class Synapse:
    """A running homeserver; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "synapse", free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder.mkdir()
        (self.folder / "homeserver.yaml").write_text(_CONFIG.format(port=self.port, folder=self.folder))
        (self.folder / "log.yaml").write_text(_LOG)
        self._argv = [str(installed()), "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
        environment = clean_environment()
        environment.pop("PYTHONPATH")
        self._environment = environment
        subprocess.run([*self._argv, "--generate-keys"], check=True, env=environment, capture_output=True, timeout=120)
        self.start()

    def start(self) -> None:
        """Start it (again), with all that it held."""
        self.process = Process(self._argv, output=self.folder / "log.txt", env=self._environment)
        until(self._answers, 90, why="Synapse answers")

    def _answers(self) -> bool:
        assert self.process.status is None, self.process.text
        try:
            return httpx.get(f"{self.url}/_matrix/client/versions", trust_env=False, timeout=5).status_code == 200
        except httpx.HTTPError:
            return False

    def person(self, name: str) -> Person:
        """Somebody with an account and a program of their own."""
        return Person(self, name)

    def __enter__(self) -> Synapse:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stop()


class Person:
    """Makes requests as another program would."""

    def __init__(self, server: Synapse, name: str) -> None:
        self._client = httpx.Client(base_url=f"{server.url}/_matrix/client/v3/", trust_env=False, timeout=30)
        asked = {"username": name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
        told = self._client.post("register", json=asked).raise_for_status().json()
        self.id: str = told["user_id"]
        self._client.headers["authorization"] = f"Bearer {told['access_token']}"

    def post(self, path: str, **content: Any) -> Any:
        """A request that does something."""
        return self._client.post(path, json=content).raise_for_status().json()

    def put(self, path: str, content: dict[str, Any]) -> Any:
        """The same, with a key in its address."""
        return self._client.put(path, json=content).raise_for_status().json()

    def get(self, path: str, **params: str) -> Any:
        """A request that changes nothing."""
        return self._client.get(path, params=params).raise_for_status().json()

    def room(self, *invited: str, **more: Any) -> str:
        """A new room."""
        found: str = self.post("createRoom", invite=list(invited), **more)["room_id"]
        return found

    def event(self, room: str, kind: str, **content: Any) -> str:
        """Put something into a room; returns its id."""
        found: str = self.put(f"rooms/{room}/send/{kind}/{uuid4()}", content)["event_id"]
        return found

    def say(self, room: str, text: str, **more: Any) -> str:
        """Write."""
        return self.event(room, "m.room.message", msgtype="m.text", body=text, **more)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
