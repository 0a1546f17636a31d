"""Fetch the recordings of a real Mastodon that the Mastodon.py source distribution carries (MIT licence).

They are test data: 347 files recorded against Mastodon 4.7.3. The distribution is fetched as a package,
checked against its hash, and only its recordings are unpacked, into .cache/recordings.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

NAME = "Mastodon.py==2.3.3"
SHA256 = "a3cda3db86d65809957c978aef8ac7fb3dfc93abfeda3f1c6bdef4c79090ab7b"
CACHE = Path(__file__).parent.parent / ".cache" / "recordings"


def fetch() -> Path:
    """The folder of the recordings, fetched once; concurrent callers end with the same folder."""
    done = CACHE / SHA256[:16]
    if done.is_dir():
        return done
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        archive = download(Path(scratch))
        fresh = Path(scratch) / "fresh"
        unpack(archive, fresh)
        try:
            fresh.rename(done)
        except OSError:
            if not done.is_dir():
                raise
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


def unpack(archive: Path, into: Path) -> None:
    """Only the recordings, each under its own name; nothing else of the archive is written."""
    into.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar:
            path = Path(member.name)
            source = tar.extractfile(member) if member.isfile() and path.suffix == ".yaml" else None
            if source is not None and any("cassettes" in part for part in path.parts):
                folder = "".join(part for part in path.parts if "cassettes" in part)
                (into / folder).mkdir(exist_ok=True)
                (into / folder / path.name).write_bytes(source.read())


if __name__ == "__main__":
    print(fetch())
