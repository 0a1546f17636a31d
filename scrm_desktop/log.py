"""The log: one file in the profile, one line a record, and never a secret.

Secrets are kept out twice: every secret that passes through the keyring is made known by
:func:`hide` and replaced wherever it turns up, and whatever looks like one is replaced by its shape.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from scrm_desktop.errors import KnownError, ProfileUnwritable
from scrm_desktop.late_pattern import late_pattern

if TYPE_CHECKING:
    import asyncio

FILE = "scrm-desktop.log"
MAX_BYTES = 2_000_000
OLD_FILES = 3
BUG = "This is a fault of the program, not of yours. It is written in the log."
HIDDEN = "[hidden]"

_log = logging.getLogger(__name__)
_NOWHERE = logging.NullHandler()
_secrets: set[str] = set()
_secrets_lock = threading.Lock()
_SHORTEST_SECRET = 6

_NAMES = (
    r"access_token|refresh_token|id_token|token|client_secret|secret|password|passwd|authorization|api_key|"
    r"code_verifier|cookie|set-cookie"
)
#: Compiled by the first record, not by the start of a program that has nothing to log; ``re`` keeps them.
_SHAPES = (
    # what follows an authorization scheme
    (r"(?i)\b(bearer|basic)(\s+)[A-Za-z0-9._~+/=-]{6,}", rf"\1\2{HIDDEN}"),
    # a named value in quotes, as JSON and Python write it
    (rf"""(?i)(["']?\b(?:{_NAMES})["']?\s*[:=]\s*)(["'])(?:\\.|(?!\2).)*\2""", rf"\1\2{HIDDEN}\2"),
    # a named value without quotes, as forms and headers write it
    (rf"""(?i)(\b(?:{_NAMES})\s*[:=]\s*)(?!\[hidden\]|bearer |basic )[^\s&,;'"<>)\]}}]+""", rf"\1{HIDDEN}"),
    # short names that mean a secret only inside an address
    (r"""(?i)([?&](?:code|state|key|sig|signature)=)[^\s&'"<>]+""", rf"\1{HIDDEN}"),
    # user and password in an address
    (r"(?i)\b([a-z][a-z0-9+.-]*://)[^\s/@]+@", rf"\1{HIDDEN}@"),
    # anything that is long, has no space and mixes letters and digits
    (r"(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{28,}", HIDDEN),
)
_BREAKS = late_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TAMED = ("httpx", "httpcore", "sqlalchemy", "keyring", "asyncio", "uvicorn", "h11", "multipart", "qasync")


def hide(secret: str) -> None:
    """From now on replace this text in every record."""
    if len(secret) >= _SHORTEST_SECRET:
        with _secrets_lock:
            _secrets.add(secret)


def redact(text: str) -> str:
    """The text without known secrets and without whatever looks like one."""
    with _secrets_lock:
        known = sorted(_secrets, key=len, reverse=True)
    for secret in known:
        text = text.replace(secret, HIDDEN)
    for shape, instead in _SHAPES:
        text = re.sub(shape, instead, text)
    return text


def one_line(text: str) -> str:
    """The text with every control character spelled out, so that nobody can forge a record."""
    return _BREAKS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


class LineFormatter(logging.Formatter):
    """One record, its traceback included, on one line, redacted; times are UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def format(self, record: logging.LogRecord) -> str:
        return one_line(redact(super().format(record)))


class PrivateFile(logging.FileHandler):
    """A file that only its owner can read, from its first byte; a full one makes way, and some of these are kept.

    Not ``logging.handlers``, which imports sockets, queues and pickles: each start would wait for them.
    """

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace")

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._is_full_with(record):
                self._begin_anew()
        except OSError:
            self.handleError(record)
        else:
            super().emit(record)

    def _is_full_with(self, record: logging.LogRecord) -> bool:
        written = os.fstat(self.stream.fileno()).st_size if self.stream is not None else 0
        return bool(written) and written + len(self.format(record).encode("utf-8", "backslashreplace")) >= MAX_BYTES

    def _begin_anew(self) -> None:
        full = Path(self.baseFilename)
        stream, self.stream = self.stream, None
        if stream is not None:
            stream.close()
        for number in range(OLD_FILES, 1, -1):
            older = full.with_name(f"{full.name}.{number - 1}")
            if older.exists():
                older.replace(full.with_name(f"{full.name}.{number}"))
        # The record that found it full opens the new one.
        full.replace(full.with_name(f"{full.name}.1"))

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk must not fill the terminal as well: the record is lost, the program goes on."""


def start_log(profile: Path, *, level: int = logging.INFO) -> None:
    """Write the log into the profile and catch what nobody caught; a second call replaces the first.

    Raises ProfileUnwritable.
    """
    stop_log()
    try:
        handler = PrivateFile(profile / FILE, encoding="utf-8")
    except OSError as error:
        raise ProfileUnwritable(error.strerror or type(error).__name__, path=str(profile / FILE)) from error
    handler.setFormatter(LineFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for name in _TAMED:
        # httpx tells full addresses at INFO, SQLAlchemy tells parameters.
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)


def stop_log() -> None:
    """Close the file; records go nowhere afterwards."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, PrivateFile)]:
        root.removeHandler(handler)
        handler.close()


def catch_everything() -> None:
    """Last resort: what nobody caught in a thread or at the top is logged, and told in one calm sentence."""
    # Without a handler Python would print records, tracebacks and all, on standard error unredacted.
    logging.getLogger().addHandler(_NOWHERE)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


def catch_in(loop: asyncio.AbstractEventLoop) -> None:
    """The same for a loop's forgotten tasks and callbacks."""
    loop.set_exception_handler(_uncaught_in_loop)


def report(error: BaseException, where: str) -> str:
    """Log an error that nobody expected; returns the sentence for the person."""
    _log.error("Uncaught in %s", where, exc_info=error)
    return error.message if isinstance(error, KnownError) else BUG


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    words = report(error.with_traceback(trace), "main")
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n{redact(f'{kind.__name__}: {error}')}\n")


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
        report(args.exc_value, args.thread.name if args.thread else "a thread")


def _unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is not None:
        report(args.exc_value, args.err_msg or "a clean-up")


def _uncaught_in_loop(loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
    error = context.get("exception")
    message = str(context.get("message", "a callback"))
    if isinstance(error, BaseException):
        report(error, message)
    else:
        _log.error("%s", message)
