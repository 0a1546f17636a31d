"""Makes hostile text fit to be laid out: plain, bounded in length, in marks and in direction tricks.

Qt needs seconds for 200,000 combining marks or a word of a megabyte, so nothing of that kind may reach
it. What is shown is text that can be copied; nothing in it is markup.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from PySide6.QtCore import QUrl

from scrm_desktop.domain.views import ThreadItem
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.late_pattern import late_pattern
from ui.text import one_line

FOLDED_CHARS = 2_500
FOLDED_LINES = 40
OPEN_CHARS = 20_000
OPEN_LINES = 600
_DENSE_CHARS = 8_000
_MARKS = 6
_MAX_LINKS = 100

_DROPPED = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufeff]")
_ISOLATES = late_pattern("[\u2066-\u2069]")
_SURROGATES = late_pattern("[\ud800-\udfff]")
_BREAKS = late_pattern("\r\n|[\r\x85\u2028\u2029]")
_LINK = late_pattern(r"(?:https?://|mailto:)[^\s<>\"\u2028]{1,2000}", re.IGNORECASE)
#: Where no such letter stands, no marks are counted: most texts take this short way.
_MAYBE_MARKS = late_pattern(
    "[\u0300-\u036f\u0483-\u1fff\u20d0-\u20ff\u2de0-\u2dff\u302a-\u309a\ua66f-\uabff\ufb1e\ufe00-\ufe2f\U000101fd-\U0001e94a]"
)
_TRAILING = ".,;:!?…'\"»”’"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in shown text; ``start`` and ``length`` in UTF-16 units, as Qt counts."""

    start: int
    length: int
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Text ready to be laid out; ``cut``: there is more of it."""

    text: str
    cut: bool
    links: tuple[Link, ...] = ()


def split_subject(item: ThreadItem) -> tuple[str, str]:
    """The subject as one harmless line, where the text begins with it, and the text without it."""
    first, _, rest = item.text.partition("\n")
    if not item.subject or first.strip() != item.subject.strip():
        return "", item.text
    return one_line(item.subject, limit=300), rest.lstrip("\n")


def clean(text: str) -> str:
    """Drop what is invisible or turns the reading direction, and cap piles of marks."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = _BREAKS.sub("\n", _SURROGATES.sub("\ufffd", text))
    text = _DROPPED.sub("", text)
    if len(_ISOLATES.findall(text)) > 40:
        text = _ISOLATES.sub("", text)
    return _cap_marks(text) if _MAYBE_MARKS.search(text) else text


def _cap_marks(text: str) -> str:
    """At most a handful of combining marks on one letter: real scripts need no more."""
    kept: list[str] = []
    marks = 0
    for char in text:
        is_mark = char > "\u02ff" and (unicodedata.combining(char) != 0 or unicodedata.category(char) in {"Me", "Mn"})
        marks = marks + 1 if is_mark else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


@lru_cache(maxsize=512)
def shown(text: str, *, whole: bool = False) -> Shown:
    """What of a text is laid out at once; ``whole`` after the person asked for more."""
    limit, lines = (OPEN_CHARS, OPEN_LINES) if whole else (FOLDED_CHARS, FOLDED_LINES)
    # Room for what is dropped, and still a bound on the work for a text of megabytes.
    part = clean(text[: limit * 2])
    if limit > _DENSE_CHARS and _dense(part):
        limit = _DENSE_CHARS
    cut = len(text) > limit * 2 or len(part) > limit
    part = part[:limit]
    split = part.split("\n", lines)
    if len(split) > lines:
        part, cut = "\n".join(split[:lines]), True
    part = part.rstrip("\n")
    return _with_links(part + "…" if cut else part, cut)


def _dense(text: str) -> bool:
    """Emoji and joiners cost the text engine far more than letters do."""
    return sum(1 for char in text if char > "\u1fff") > len(text) // 3


def _with_links(text: str, cut: bool) -> Shown:
    parts: list[str] = []
    links: list[Link] = []
    done = 0
    place = 0
    for match in list(_LINK.finditer(text))[:_MAX_LINKS]:
        url = _trim(match.group())
        start, end = match.start(), match.start() + len(url)
        parts.append(text[done:start])
        place += utf16(text[done:start])
        seen = url + host_note(url)
        links.append(Link(place, utf16(seen), url))
        parts.append(seen)
        place += utf16(seen)
        done = end
    parts.append(text[done:])
    return Shown("".join(parts), cut, tuple(links))


def _trim(url: str) -> str:
    """A sentence's own punctuation is no part of the address."""
    url = url.rstrip(_TRAILING)
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(_TRAILING)
    return url


def utf16(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_utf16(text: str, start: int, end: int) -> str:
    """The part between two of Qt's positions."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[start * 2 : end * 2].decode("utf-16-le", "replace")


def ascii_host(url: str) -> str:
    """The host a link really leads to, in the letters that can't be faked."""
    parsed = QUrl(url)
    if parsed.scheme().lower() == "mailto":
        return parsed.path().rpartition("@")[2]
    return parsed.host(QUrl.ComponentFormattingOption.FullyEncoded)


def host_note(url: str) -> str:
    """For a host that is not plain ASCII: its real name, to be shown behind the link."""
    host = ascii_host(url)
    return f" [{host}]" if "xn--" in host else ""


def may_open(url: str) -> bool:
    """Only what a browser or a mail program opens, and only with a real host."""
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    scheme = parsed.scheme().lower()
    if scheme == "mailto":
        return "@" in parsed.path()
    return scheme in {"http", "https"} and bool(parsed.host())
