"""One secret in as many keyring entries as the system's limit asks for: all of them or none.

The header entry is written last and names the generation of its parts; there are two generations
that take turns, so whatever a crash leaves behind is overwritten by a later write and never read.
An entry that fits is kept in the header itself. Every function here blocks.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from scrm_desktop.credentials.backend import Ring, describe, limit_of, told_as_ours
from scrm_desktop.errors import KeyringLocked, KeyringMissing

_INLINE = "="
_PARTED = "#"
_MOST_PARTS = 1000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Header:
    generation: str
    count: int
    digest: str

    @classmethod
    def parse(cls, text: str | None) -> _Header | None:
        """The header of a secret in parts; ``None`` for any other text."""
        if not text or not text.startswith(_PARTED):
            return None
        generation, _, rest = text[1:].partition(":")
        count, _, digest = rest.partition(":")
        if generation not in {"a", "b"} or not count.isdecimal() or int(count) > _MOST_PARTS:
            return None
        return cls(generation, int(count), digest)

    def text(self) -> str:
        return f"{_PARTED}{self.generation}:{self.count}:{self.digest}"


class Entries:
    """The keyring entries of one profile; ``stopped`` is asked before the step that makes a write count."""

    def __init__(self, backend: Ring, profile_id: str, stopped: Callable[[], bool] = lambda: False) -> None:
        self._backend = backend
        self._prefix = f"SCRM Desktop {profile_id}"
        self._limit = limit_of(backend)
        self._stopped = stopped

    @property
    def backend_name(self) -> str:
        """What keeps the entries."""
        return describe(self._backend)

    def put(self, ref: str, secret: str) -> None:
        """Write the secret and read it back at once; on any failure what stood before still stands."""
        with told_as_ours():
            before = self._get(ref)
            old = _Header.parse(before)
            header = self._write_parts(ref, secret, old)
            try:
                self._commit(ref, header)
                if self._read(ref) != secret:
                    raise KeyringMissing("It did not keep what was written.")
                self._still_wanted()
            except BaseException:
                self._put_back(ref, before, header)
                raise
            if old is not None:
                self._drop_parts(ref, old.generation)

    def get(self, ref: str) -> str | None:
        """The secret; ``None`` where there is none or not all of it."""
        with told_as_ours():
            return self._read(ref)

    def drop(self, ref: str) -> None:
        """Remove the header, and then every part of either generation."""
        with told_as_ours():
            if self._get(ref) is not None:
                self._backend.delete_password(self._service(ref), ref)
            for generation in ("a", "b"):
                self._drop_parts(ref, generation)

    def _write_parts(self, ref: str, secret: str, old: _Header | None) -> str:
        if self._limit is None or units(secret) < self._limit:
            return _INLINE + secret
        generation = "b" if old is not None and old.generation == "a" else "a"
        pieces = split(secret, self._limit)
        try:
            for number, piece in enumerate(pieces):
                self._set(ref, piece, f"{generation}{number}")
            self._drop_parts(ref, generation, start=len(pieces))
        except BaseException:
            self._tidy(ref, generation)
            raise
        return _Header(generation, len(pieces), _digest(secret)).text()

    def _commit(self, ref: str, header: str) -> None:
        self._still_wanted()
        self._set(ref, header)

    def _still_wanted(self) -> None:
        if self._stopped():
            raise KeyringLocked("It answered too late.")

    def _read(self, ref: str) -> str | None:
        text = self._get(ref)
        if text is None:
            return None
        if text.startswith(_INLINE):
            return text[1:]
        header = _Header.parse(text)
        if header is None:
            return None
        pieces = [self._get(ref, f"{header.generation}{number}") for number in range(header.count)]
        whole = "".join(piece for piece in pieces if piece is not None)
        return whole if None not in pieces and _digest(whole) == header.digest else None

    def _put_back(self, ref: str, before: str | None, header: str) -> None:
        """Best effort, since the keyring has just failed: the error that is on its way matters more."""
        try:
            if self._get(ref) == before:
                pass
            elif before is not None:
                self._set(ref, before)
            else:
                self._backend.delete_password(self._service(ref), ref)
        except Exception:  # noqa: BLE001  # see above
            _log.warning("The keyring could not be put back as it was")
        written = _Header.parse(header)
        if written is not None:
            self._tidy(ref, written.generation)

    def _tidy(self, ref: str, generation: str) -> None:
        try:
            self._drop_parts(ref, generation)
        except Exception:  # noqa: BLE001  # leftovers are overwritten by the next write
            _log.warning("Parts of an unfinished entry stay in the keyring until the next write")

    def _drop_parts(self, ref: str, generation: str, *, start: int = 0) -> None:
        end = start
        while end < _MOST_PARTS and self._get(ref, f"{generation}{end}") is not None:
            end += 1
        # From the last one down: whatever a crash leaves still begins where the next clean-up looks.
        for number in reversed(range(start, end)):
            self._backend.delete_password(self._service(ref, f"{generation}{number}"), ref)

    def _service(self, ref: str, part: str = "") -> str:
        # A service of its own for each part: Windows moves entries about that share one.
        return f"{self._prefix} {ref} {part}".rstrip()

    def _get(self, ref: str, part: str = "") -> str | None:
        return self._backend.get_password(self._service(ref, part), ref)

    def _set(self, ref: str, text: str, part: str = "") -> None:
        self._backend.set_password(self._service(ref, part), ref, text)


def units(text: str) -> int:
    """The length in UTF-16 units, which is what Windows counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def split(text: str, limit: int) -> list[str]:
    """Pieces of at most ``limit`` UTF-16 units; no character is torn apart."""
    pieces: list[str] = []
    start = length = 0
    for at, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if length + width > limit:
            pieces.append(text[start:at])
            start, length = at, 0
        length += width
    return [*pieces, text[start:]]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()[:16]
