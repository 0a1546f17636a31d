"""What may follow in a query: fields, then their values; pure, so that each keystroke is answered at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.query.fields import DAYS, FIELDS, SPECIALS, Field, Kind, find_field, shown
from scrm_desktop.domain.query.printer import print_value
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.late_pattern import late_pattern
from ui import text
from ui.query_words import choice_title, field_title, language, value_title

MOST = 12
_TOKEN = late_pattern(r"(?:^|[\s(])-?([^\s()\":]*)$")
_VALUE = late_pattern(r"(?:^|[\s(])-?([^\W\d_][\w'’-]*):((?:\"[^\"]*(?:\"|$)|[^\s()\"])*)$")
_LENGTHS = {"en": (">30m", ">1h", ">2h", ">4h", ">1d", ">3d", ">1w", "<1h", "<1d", "<1w"),
            "fr": (">30m", ">1h", ">2h", ">4h", ">1j", ">3j", ">1sem", "<1h", "<1j", "<1sem")}  # fmt: skip
_COUNTS = (">1", ">5", ">10", ">100", ">1000", ">10000")
_LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "fi", "nb", "cs", "el", "tr", "ru", "uk",
              "ar", "ja", "zh", "ko")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names to choose from, as they are typed."""

    labels: Sequence[str] = ()
    accounts: Sequence[str] = ()
    channels: Sequence[str] = ()
    colleagues: Sequence[str] = ()
    customers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``insert`` takes the place of what was typed from ``start`` on; ``text`` is shown, ``hint`` beside it."""

    start: int
    insert: str
    text: str
    hint: str = ""


def suggest(typed: str, cursor: int, words: Vocabulary, *, asked: bool = False) -> list[Suggestion]:
    """What may follow at the cursor; with ``asked`` also where nothing was begun."""
    before = typed[:cursor]
    value = _VALUE.search(before)
    field = find_field(value[1]) if value else None
    if value and field:
        return _values(field, value[2], value.start(2), words)
    token = _TOKEN.search(before)
    if value or token is None or (not token[1] and not asked):
        return []
    return _fields(token[1], token.start(1))


def _fields(typed: str, start: int) -> list[Suggestion]:
    wanted = fold(typed)
    found: list[tuple[bool, Suggestion]] = []
    for field in FIELDS:
        names = (shown(field, language()), *field.english, *field.french)
        by_name = any(fold(name).startswith(wanted) for name in names)
        if by_name or fold(field_title(field)).startswith(wanted):
            name = f"{names[0]}:"
            found.append((not by_name, Suggestion(start, name, name, field_title(field))))
    # Those whose name begins so come before those that are only called so in words.
    return [one for _, one in sorted(found, key=lambda pair: pair[0])][: len(FIELDS) if not typed else MOST]


def _values(field: Field, typed: str, start: int, words: Vocabulary) -> list[Suggestion]:
    begun = _last_item(typed)
    start += len(typed) - len(begun)
    wanted = fold(begun.strip('"'))
    found = [
        Suggestion(start, insert, shown_as, hint)
        for insert, shown_as, hint in _candidates(field, words)
        if fold(insert.strip('"')) != wanted
        and any(part.startswith(wanted) for part in _beginnings(insert, shown_as, hint))
    ]
    return found[:MOST]


def _beginnings(*texts: str) -> Iterable[str]:
    for one in texts:
        folded = fold(one.strip('"'))
        yield folded
        yield from (word.lstrip("(@<>=") for word in folded.split())


def _last_item(typed: str) -> str:
    """The value after the last comma that stands in no quotation marks."""
    inside, begin = False, 0
    for place, char in enumerate(typed):
        inside ^= char == '"'
        if char == "," and not inside:
            begin = place + 1
    return typed[begin:]


def _candidates(field: Field, words: Vocabulary) -> Iterable[tuple[str, str, str]]:
    if field.kind is Kind.CHOICE:
        for choice in field.choices:
            yield shown(choice, language()), shown(choice, language()), choice_title(field, choice.name)
        return
    for special in field.specials:
        typed = shown(SPECIALS[special], language())
        yield typed, typed, value_title(field, special)
    yield from ((one, one, "") for one in _amounts(field))
    for name in _names(field, words):
        yield print_value(field, name, language()), text.one_line(name, limit=60), ""
    if field.name == "lang":
        for code in _LANGUAGES:
            yield code, code, QLocale(code).nativeLanguageName()


def _amounts(field: Field) -> Sequence[str]:
    if field.kind is Kind.DURATION:
        return _LENGTHS[language()]
    if field.kind is Kind.COUNT:
        return _COUNTS
    if field.kind is Kind.DAY:
        return [shown(one, language()) for one in DAYS]
    return ()


def _names(field: Field, words: Vocabulary) -> Sequence[str]:
    return {
        "label": words.labels,
        "account": words.accounts,
        "channel": words.channels,
        "assignee": words.colleagues,
        "from": words.customers,
    }.get(field.name, ())
