"""The words that a person has added: a text file in the profile, one word a line."""

from __future__ import annotations

from pathlib import Path

from scrm_desktop.paths import write_private

FILE = "my-words.txt"
_LARGEST = 1024 * 1024


class PersonalWords:
    """Without a profile they last as long as the program."""

    def __init__(self, profile: Path | None) -> None:
        self._file = profile / FILE if profile else None
        self._words = self._read()

    def __contains__(self, word: str) -> bool:
        return word in self._words or word.lower() in self._words

    def add(self, word: str) -> None:
        """One more word is right from now on; :meth:`save` keeps it."""
        self._words.add(word)

    def save(self) -> None:
        """Write them all. Raises ProfileUnwritable."""
        if self._file is not None:
            write_private(self._file, "".join(f"{one}\n" for one in sorted(self._words)).encode())

    def _read(self) -> set[str]:
        if self._file is None:
            return set()
        try:
            with self._file.open("rb") as opened:
                text = opened.read(_LARGEST).decode("utf-8", "replace")
        except OSError:
            return set()
        return {line.strip() for line in text.splitlines() if line.strip()}
