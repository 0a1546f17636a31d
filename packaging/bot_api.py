"""Fetch the Bot API's schema that the aiogram source distribution carries (MIT licence).

It is test data: every type, method and limit of Bot API 10.3 as one JSON document. The distribution is fetched as a
package, checked against its hash, and only the schema is unpacked, into .cache/bot_api. aiogram itself is never
installed or imported.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

NAME = "aiogram==3.31.0"
SHA256 = "f2c5064fe52d88898c86af62261c405440a014216e45dd99b2c6555a5602ce30"
CACHE = Path(__file__).parent.parent / ".cache" / "bot_api"
SCHEMA = ".butcher/schema/schema.json"


def fetch() -> Path:
    """The schema's file, fetched once; concurrent callers end with the same file."""
    done = CACHE / f"schema-{SHA256[:16]}.json"
    if done.is_file():
        return done
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        fresh = Path(scratch) / "fresh.json"
        fresh.write_bytes(unpack(download(Path(scratch))))
        fresh.replace(done)
    return done


def download(folder: Path) -> Path:
    """The source distribution, through pip, so that whatever index this machine uses is used."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--no-binary", ":all:", "--dest", str(folder), NAME], check=True)
    (archive,) = folder.glob("*.tar.gz")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{archive.name} is not the file that was expected: {found}")
    return archive


def unpack(archive: Path) -> bytes:
    """The schema alone; nothing else of the archive is read."""
    with tarfile.open(archive) as tar:
        for member in tar:
            source = tar.extractfile(member) if member.isfile() and member.name.endswith(SCHEMA) else None
            if source is not None:
                return source.read()
    raise SystemExit(f"{archive.name} has no {SCHEMA}")


if __name__ == "__main__":
    print(fetch())
