"""What a command hands back: one document for scripts, the same in words for people, and an exit status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from scrm_desktop.errors import KnownError

DONE, FAILED, WRONG_USE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Result:
    """``document`` is what ``--json`` prints, ``lines`` what is printed otherwise.

    ``complaints`` go to standard error in either case.
    """

    document: object
    lines: tuple[str, ...] = ()
    status: int = DONE
    complaints: tuple[str, ...] = ()


class WrongUse(KnownError):
    """The command line makes no sense as it is: exit status 2."""

    title = "Wrong use"


class ToldByRunning(KnownError):
    """The running program that holds the profile refused; told as it told it."""

    def __init__(self, error: dict[str, object]) -> None:
        super().__init__(str(error.get("message", "")))
        self.document = error


def as_object(value: object) -> dict[str, object] | None:
    """A JSON object as such; ``None`` for any other value."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def error_document(error: KnownError) -> dict[str, object]:
    """``{"error": {...}}``, the same for every command."""
    if isinstance(error, ToldByRunning):
        return {"error": error.document}
    return {"error": {"code": error.code, "title": error.title, "message": error.message, "retryable": error.retryable}}


def error_words(error: KnownError) -> str:
    """Title and message in one line."""
    title = str(error.document.get("title", "")) if isinstance(error, ToldByRunning) else error.title
    return f"{title}: {error.message}" if error.message else title
