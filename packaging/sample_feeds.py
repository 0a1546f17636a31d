"""Fetch the feeds that the feedparser source distribution is tested with (BSD licence).

They are test data: 2,242 feeds, well-formed and broken, in all dialects and encodings. The distribution is fetched as a
package, checked against its hash, and only its feeds are unpacked, into .cache/feeds.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

NAME = "feedparser==6.0.14"
SHA256 = "088679b0c4b543ee211a820dd544698c76a402122eae7473c04a43425f283d06"
CACHE = Path(__file__).parent.parent / ".cache" / "feeds"


def fetch() -> Path:
    """The folder of the feeds, fetched once; concurrent callers end with the same folder."""
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
    """Only the feeds, each in its folder; nothing else of the archive is written."""
    into.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar:
            parts = Path(member.name).parts
            source = tar.extractfile(member) if member.isfile() and parts[-1].endswith(".xml") else None
            if source is not None and parts[1] == "tests" and ".." not in parts:
                target = into.joinpath(*parts[2:])
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read())


if __name__ == "__main__":
    print(fetch())
