"""Checks words in a thread of its own and tells when it knows; no caller ever waits."""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from scrm_desktop.spelling import dictionaries as system
from scrm_desktop.spelling.personal import PersonalWords
from scrm_desktop.spelling.pipe import Pipe

_log = logging.getLogger(__name__)
_WAITING = 8
_REMEMBERED = 20_000
Verdict = tuple[str, ...] | None
"""None: right. Otherwise what it may have been."""
_Job = tuple[str, tuple[str, ...], Callable[[], None]]


class Checker:
    """Made with the dictionaries of :func:`dictionaries.find`; ``close`` ends its thread and processes."""

    def __init__(self, command: Sequence[str], dictionaries: Mapping[str, Path], own: PersonalWords) -> None:
        self._command = command
        self._dictionaries = dict(dictionaries)
        self.own = own
        self._known: dict[tuple[str, str], Verdict] = {}
        self._pipes: dict[str, Pipe] = {}
        self._jobs: queue.Queue[_Job | None] = queue.Queue(_WAITING)
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def languages(self) -> frozenset[str]:
        """The languages that can be checked; fewer once a program has failed."""
        return frozenset(self._dictionaries)

    def verdicts(self, language: str, words: Iterable[str]) -> dict[str, Verdict]:
        """What is known already; a word of the person's own is right."""
        found: dict[str, Verdict] = {}
        for word in words:
            if word in self.own:
                found[word] = None
            elif (language, word) in self._known:
                found[word] = self._known[language, word]
        return found

    def ask(self, language: str, words: Iterable[str], then: Callable[[], None]) -> bool:
        """Find out about them; ``then`` is called in the checker's thread. False where too much waits already."""
        if self._ended.is_set() or language not in self._dictionaries:
            return False
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="spelling", daemon=True)
            self._thread.start()
        try:
            self._jobs.put_nowait((language, tuple(words), then))
        except queue.Full:
            return False
        return True

    def close(self) -> None:
        """End at once; what waits is dropped."""
        self._ended.set()
        for pipe in list(self._pipes.values()):
            pipe.close()
        if self._thread is not None:
            while self._thread.is_alive():
                with contextlib.suppress(queue.Full):
                    self._jobs.put_nowait(None)
                self._thread.join(0.05)
        for pipe in self._pipes.values():
            pipe.release()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._ended.is_set():
            language, words, then = job
            try:
                self._learn(language, words)
            except OSError as error:
                if not self._ended.is_set():
                    _log.warning("spelling (%s) is off: %s", language, type(error).__name__)
                self._dictionaries.pop(language, None)
            then()

    def _learn(self, language: str, words: Sequence[str]) -> None:
        if language not in self._dictionaries:
            return
        if language not in self._pipes:
            self._pipes[language] = Pipe(self._command, self._dictionaries[language])
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        for word in words:
            if self._ended.is_set():
                return
            if (language, word) not in self._known:
                self._known[language, word] = self._pipes[language].ask(word)


def system_checker(profile: Path | None) -> Checker:
    """With what this computer has, which may be nothing. Reads the disk: not for the window's thread."""
    program = system.program()
    found = system.find(system.folders()) if program else {}
    return Checker([program or "hunspell"], found, PersonalWords(profile))
