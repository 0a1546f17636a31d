"""The core's English errors in the person's language: the template is translated first and filled in afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from scrm_desktop.errors import KnownError
from ui.channel_texts import templates
from ui.core_texts import SENTENCES


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""


def _all_kinds(kind: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _all_kinds(below)


@cache
def _kinds() -> Mapping[str, type[KnownError]]:
    return {kind.__name__: kind for kind in _all_kinds()}


def title(error: KnownError) -> str:
    """The heading of an error."""
    return QCoreApplication.translate("Errors", error.title)


def message(error: KnownError) -> str:
    """What happened and what to do, in words."""
    return _fill(type(error).template, error.params)


def title_of(code: str, english: str = "") -> str:
    """The heading of an error of which only the stored code is left."""
    kind = _kinds().get(code)
    return QCoreApplication.translate("Errors", kind.title) if kind else english


def message_of(code: str, english: str) -> str:
    """The stored English message of an error, translated by reading the parameters back out of it."""
    kind = _kinds().get(code)
    found = _pattern(kind.template).fullmatch(english.strip()) if kind else None
    return _fill(kind.template, found.groupdict()) if kind and found else sentence(english)


def sentence(english: str) -> str:
    """A sentence of the core, translated by its pattern; one that nobody knows stays as it is."""
    if not english:
        return ""
    whole = QCoreApplication.translate("Core", english)
    if whole != english:
        return whole
    for template in (*SENTENCES, *templates()):
        found = _pattern(template).fullmatch(english) if "{" in template else None
        if found:
            return QCoreApplication.translate("Core", template).format_map(_Blank(found.groupdict()))
    return english


def _fill(template: str, params: Mapping[str, object]) -> str:
    filled = {name: sentence(value) if isinstance(value, str) else value for name, value in params.items()}
    return QCoreApplication.translate("Errors", template).format_map(_Blank(filled)).strip()


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template.strip())
    return re.compile(
        "".join(f"(?P<{part}>.*)" if index % 2 else re.escape(part) for index, part in enumerate(parts)), re.DOTALL
    )
