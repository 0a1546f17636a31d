"""What is wrong with a query, in words for a person, and where."""

from __future__ import annotations

from collections.abc import Iterable

from scrm_desktop.late_dataclass import dataclass

UNKNOWN_FIELD = "There is no field “{name}:”. To look for the word itself, put it in quotation marks."
UNKNOWN_FIELD_CLOSE = "There is no field “{name}:”. Did you mean “{close}:”?"
UNKNOWN_VALUE = "“{field}:” does not know “{value}”. It takes: {choices}."
UNKNOWN_VALUE_CLOSE = "“{field}:” does not know “{value}”. Did you mean “{close}”?"
NO_VALUE = "“{field}:” needs a value right after the colon, for example {example}."
NOT_A_DURATION = "“{value}” is no length of time. “{field}:” takes 30m, 2h, 3d or 1w, for example {example}."
NOT_A_COUNT = "“{value}” is no number. “{field}:” takes a number, for example {example}."
NOT_A_DAY = "“{value}” is no day. “{field}:” takes a date, today or yesterday, for example {example}."
NO_COMPARING = "“{field}:” can't be compared with < or >."
TOO_DEEP = "The brackets are nested too deeply."
TOO_LONG = "The query is too long."
TOO_MANY = "The query has too many parts."
BRACKET = "This bracket closes nothing."
NOTHING_TO_NEGATE = "A minus sign needs something right behind it."
NOTHING_TO_CHOOSE = "“OR” needs something on both sides."
UNKNOWN_LABEL = "There is no label “{value}” (any more)."
UNKNOWN_ACCOUNT = "There is no account “{value}” (any more)."
UNKNOWN_CHANNEL = "There is no channel “{value}” here."

TEMPLATES: tuple[str, ...] = (
    UNKNOWN_FIELD, UNKNOWN_FIELD_CLOSE, UNKNOWN_VALUE, UNKNOWN_VALUE_CLOSE, NO_VALUE, NOT_A_DURATION, NOT_A_COUNT,
    NOT_A_DAY, NO_COMPARING, TOO_DEEP, TOO_LONG, TOO_MANY, BRACKET, NOTHING_TO_NEGATE, NOTHING_TO_CHOOSE,
    UNKNOWN_LABEL, UNKNOWN_ACCOUNT, UNKNOWN_CHANNEL,
)  # fmt: skip
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """From which character to which, and what; ``unfinished``: it may still become right as it is typed on."""

    start: int
    end: int
    template: str
    params: tuple[tuple[str, str], ...] = ()
    unfinished: bool = False

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.template.format(**dict(self.params))


def problem(start: int, end: int, template: str, *, unfinished: bool = False, **params: str) -> Problem:
    """A problem with the gaps of its sentence; what was typed is cut short in it."""
    kept = tuple((name, value if len(value) <= _SHORT or name == "choices" else f"{value[:_SHORT]}…")
                 for name, value in params.items())  # fmt: skip
    return Problem(start, end, template, kept, unfinished)


def closest(typed: str, names: Iterable[str]) -> str:
    """The name that was probably meant; empty where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(typed[:_SHORT].casefold(), list(names), n=1, cutoff=0.6)
    return found[0] if found else ""
