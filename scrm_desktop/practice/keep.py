"""Keeps the world in a file between two starts: written whole, beside it first, readable by its owner only."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from scrm_desktop.practice.codec import pack, unpack
from scrm_desktop.practice.model import Media, World

WORLD_VERSION = 1


def load(path: Path | None) -> World | None:
    """The world as it was left, or ``None`` where there is none that can be used; a damaged one is set aside."""
    if path is None or not path.exists():
        return None
    try:
        world = unpack(World, json.loads(path.read_text(encoding="utf-8")))
        if world.version != WORLD_VERSION:
            raise ValueError(f"version {world.version}")
    except (ValueError, TypeError):
        path.replace(path.with_suffix(".damaged"))
        return None
    return world


def write(path: Path, data: bytes) -> None:
    """Put ``data`` where ``path`` is, at once or not at all; mode 0600."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


class Keeper:
    """Writes the world when it changed; without a path it keeps nothing."""

    def __init__(self, path: Path | None, snapshot: Callable[[], World | None]) -> None:
        self._path = path
        self._snapshot = snapshot
        self._lock = asyncio.Lock()

    async def flush(self) -> None:
        """Durable when it returns; ``snapshot`` gives ``None`` where nothing changed."""
        if self._path is None:
            return
        async with self._lock:
            world = self._snapshot()
            if world is not None:
                data = json.dumps(pack(world), ensure_ascii=False, separators=(",", ":")).encode()
                await asyncio.to_thread(write, self._path, data)


class MediaRoom:
    """The bytes of uploaded files, in a folder beside the world's file or only in memory."""

    def __init__(self, state: Path | None) -> None:
        self._folder = state.with_name(f"{state.name}.media") if state else None
        self._memory: dict[str, bytes] = {}

    async def put(self, media_id: str, data: bytes) -> None:
        """Keep a file."""
        if self._folder is None:
            self._memory[media_id] = data
            return
        self._folder.mkdir(mode=0o700, exist_ok=True)
        await asyncio.to_thread(write, self._folder / media_id, data)

    async def get(self, media: Media) -> bytes | None:
        """A file's bytes: one that was uploaded, or one of the shipped photos."""
        if media.photo:
            return await asyncio.to_thread(photo, media.photo)
        if self._folder is None:
            return self._memory.get(media.id)
        path = self._folder / media.id
        return await asyncio.to_thread(path.read_bytes) if path.exists() else None


def photo(name: str) -> bytes:
    """One of the pictures that customers send."""
    return (files("scrm_desktop.practice") / "photos" / f"{name}.png").read_bytes()
