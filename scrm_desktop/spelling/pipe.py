"""One ``hunspell`` process for one dictionary, asked word by word in the ispell protocol."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_MOST = 6


class Pipe:
    """Blocks while it asks: only for a thread that may wait. Any OSError means that the program is gone."""

    def __init__(self, command: Sequence[str], dictionary: Path) -> None:
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        self._process = subprocess.Popen(
            [*command, "-a", "-i", "utf-8", "-d", str(dictionary)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            creationflags=flags,
        )
        self._line()  # its name and version

    def ask(self, word: str) -> tuple[str, ...] | None:
        """None where the word is right, otherwise what it may have been, best first."""
        assert self._process.stdin is not None
        # The caret keeps a word from being taken for a command; French dictionaries have the straight apostrophe.
        self._process.stdin.write(f"^{word.replace('’', chr(39))}\n")
        self._process.stdin.flush()
        faults: list[str] = []
        while line := self._line():
            if line[0] in "&#":
                faults.append(line)
        if not faults:
            return None
        offered = faults[0].partition(": ")[2] if len(faults) == 1 else ""
        return tuple(one.strip() for one in offered.split(", ") if one.strip())[:_MOST]

    def close(self) -> None:
        """End the process; also wakes a thread that waits for it."""
        self._process.kill()
        self._process.wait()

    def release(self) -> None:
        """Close both ends, once nobody asks any more."""
        self.close()
        for end in (self._process.stdin, self._process.stdout):
            try:
                if end is not None:
                    end.close()
            except OSError:  # what was still to be written to the ended process
                continue

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise BrokenPipeError("hunspell has ended")
        return line.rstrip("\r\n")
