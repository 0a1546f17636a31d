"""snac2, a real ActivityPub server that speaks a part of Mastodon's API, started for one test.

It needs Debian's package ``snac2`` (packaging/server-packages.sh), refuses to run as root (root hands it to
``nobody`` through setpriv), and must be able to reach itself by its own host name, hence ``localhost``.
Nobody here wrote it: what it lacks or does in its own way is what our channel has to live with.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import httpx

from support.processes import Process, clean_environment, until

OOB = "urn:ietf:wg:oauth:2.0:oob"
NOBODY = "65534"


def _as_nobody(argv: list[str]) -> list[str]:
    if os.geteuid():
        return argv
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *argv]


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Snac:
    """A running server with the accounts it was asked for; a context manager."""

    def __init__(self, folder: Path, *users: str) -> None:
        self.binary = shutil.which("snac") or ""
        assert self.binary, "snac is not installed: run packaging/server-packages.sh"
        # Not below pytest's folder: each pytest that starts closes that to everybody but root, and the server, which
        # runs as nobody, then loses its users in mid-run and refuses good tokens.
        self.folder = Path(tempfile.mkdtemp(prefix="snac-"))
        self.log = folder / "snac.log"
        self.data = self.folder / "data"
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        if not os.geteuid():
            os.chown(self.folder, int(NOBODY), int(NOBODY))
        self._run("init", str(self.data), given=f"127.0.0.1\n{self.port}\nlocalhost:{self.port}\n\n\n")
        config = self.data / "server.json"
        config.write_text(config.read_text().replace('"protocol": "https"', '"protocol": "http"'))
        self.passwords = {user: self._add(user) for user in users}
        self.process = self._start()

    def _run(self, *arguments: str, given: str = "") -> str:
        argv = _as_nobody([self.binary, *arguments])
        done = subprocess.run(
            argv, input=given, env=self._env(), capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout + done.stderr

    def _env(self) -> dict[str, str]:
        return clean_environment(HOME=str(self.folder))

    def _add(self, user: str) -> str:
        said = self._run("adduser", str(self.data), user, given=f"{user.title()}\n\n")
        match = re.search(r"User password is (\S+)", said)
        assert match, said
        return match[1]

    def _start(self) -> Process:
        argv = _as_nobody([self.binary, "httpd", str(self.data)])
        process = Process(argv, output=self.log, env=self._env())
        until(self._answers, why=f"snac answers; it said:\n{process.text}")
        return process

    def _answers(self) -> bool:
        with self.client("") as client:
            try:
                return client.get("/api/v1/instance").is_success
            except httpx.TransportError:
                return False

    def client(self, token: str) -> httpx.Client:
        """A plain client of its API (it resets kept connections after each answer)."""
        limits = httpx.Limits(max_keepalive_connections=0)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, limits=limits, trust_env=False, timeout=20)

    def token(self, user: str) -> str:
        """An access token by its own OAuth form, as a person would get it with a pasted code."""
        with self.client("") as client:
            app = {"client_name": "test", "redirect_uris": OOB, "scopes": "read write"}
            made = client.post("/api/v1/apps", data=app).json()
            form = {"login": user, "passwd": self.passwords[user], "redir": OOB, "cid": made["client_id"], "state": ""}
            said = client.post("/oauth/x-snac-login", data=form).text
            code = said.partition("&state")[0].strip()
            grant = {"grant_type": "authorization_code", "code": code, "redirect_uri": OOB}
            keys = {name: made[name] for name in ("client_id", "client_secret")}
            answer = client.post("/oauth/token", data={**grant, **keys}).json()
            token: str = answer["access_token"]
            return token

    def restart(self) -> None:
        """Stop and start it on the same data and port."""
        self.process.stop()
        self.process = self._start()

    def __enter__(self) -> Snac:
        return self

    def __exit__(self, *exc: object) -> None:
        self.process.stop()
        shutil.rmtree(self.folder)
