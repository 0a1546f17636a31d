"""HTML of strangers to plain text, in time that grows with its length and nothing else.

The scanner is our own because the standard one needs quadratic time for some malformed input (a thousand
unclosed comments are enough), and because nothing here needs a tree: every tag is either a line break,
a link, or nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import regex

from scrm_desktop.channels.safe_json import scrub

MAX_INPUT = 200_000
MAX_TEXT = 20_000
MAX_WORD = 2_000
MAX_LINES = 400
MAX_MARKS = 8
"""Combining marks on one character; more is an attack on the painter, not a language."""

_BREAKS = {
    **dict.fromkeys(("br", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "hr"), 1),
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), 2),
}
_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "object"})
_NAME = re.compile(r"/?\s*([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""(?<![\w-])(href|class|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_BLANK = re.compile(r"[ \t\r\n\f]+")
_MARKS = regex.compile(rf"(\p{{M}}{{{MAX_MARKS}}})\p{{M}}++")
#: Letters below the combining marks: a text of those that can all be printed needs no tidying.
_WESTERN = re.compile("[ -\u02ff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf]*")
_LONG_WORD = re.compile(rf"(\S{{{MAX_WORD}}})\S+")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it stands: its name, whether it closes, and what is between its angles."""

    name: str
    closing: bool
    inside: str


def tokens(source: str) -> Iterator[Tag | str]:
    """Tags and stretches of text; each character is looked at a fixed number of times."""
    at, end = 0, len(source)
    while at < end:
        start = source.find("<", at)
        if start < 0:
            yield source[at:]
            return
        if start > at:
            yield source[at:start]
        comment = source.startswith("<!--", start)
        stop = source.find("-->" if comment else ">", start + (4 if comment else 1))
        if stop < 0:
            if not comment:
                yield source[start:]
            return
        inside = source[start + 1 : stop]
        name = None if comment else _NAME.match(inside)
        if name:
            yield Tag(name[1].lower(), inside.startswith("/"), inside[:4096])
        elif not comment and not inside.startswith(("!", "?", "/")):
            yield source[start : stop + 1]
        at = stop + (3 if comment else 1)


@dataclass(slots=True)
class Reducer:
    """Takes tokens and gathers lines; ``mentions`` maps the address of a profile to its handle."""

    mentions: Mapping[str, str]
    parts: list[str] = field(default_factory=list[str])
    length: int = 0
    breaks: int = 0
    hidden: str = ""
    link: str | None = None
    link_class: str = ""
    link_text: list[str] = field(default_factory=list[str])

    def take(self, token: Tag | str) -> bool:
        """Add one token; false when the text is long enough."""
        if isinstance(token, str):
            if not self.hidden:
                self.text(_BLANK.sub(" ", html.unescape(token)))
        elif self.hidden:
            if token.closing and token.name == self.hidden:
                self.hidden = ""
        elif token.name in _HIDDEN and not token.closing:
            self.hidden = token.name
        else:
            self.tag(token)
        return self.length <= MAX_TEXT

    def tag(self, token: Tag) -> None:
        """A line break, a link, a picture's description, or nothing."""
        if token.name == "a":
            self.end_link()
            if not token.closing:
                found = attributes(token.inside)
                self.link, self.link_class = found.get("href", ""), found.get("class", "")
        elif token.name == "img":
            self.text(attributes(token.inside).get("alt", ""))
        elif token.name in _BREAKS:
            self.end_link()
            self.breaks = max(self.breaks, _BREAKS[token.name]) if self.parts else 0
            if token.name == "br" and self.parts:
                self.write("\n")
                self.breaks = 0
            if token.name == "li" and not token.closing:
                self.text("• ")

    def text(self, text: str) -> None:
        """Text of a link is kept back until its end, other text is written."""
        if self.link is not None:
            self.link_text.append(text)
        else:
            self.write(text)

    def write(self, text: str) -> None:
        """Put text down, after the breaks that stand before it."""
        if self.breaks and text.strip():
            self.parts.append("\n" * self.breaks)
            self.breaks = 0
        if self.breaks and not text.strip(" "):
            return
        self.parts.append(text)
        self.length += len(text)

    def end_link(self) -> None:
        """A link ends: write what a person must see of it."""
        if self.link is None:
            return
        href, text = self.link, "".join(self.link_text).strip()
        self.link, self.link_text = None, []
        self.write(link_as_text(href, text, self.link_class, self.mentions))

    def result(self) -> str:
        """The text so far, tidied and cut."""
        self.end_link()
        return tidy("".join(self.parts))


def attributes(inside: str) -> dict[str, str]:
    """The few attributes that matter, unescaped; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def link_as_text(href: str, text: str, kind: str, mentions: Mapping[str, str]) -> str:
    """A mention as its handle, a hashtag as itself, anything else with its whole target in sight."""
    if text.startswith("@") and "hashtag" not in kind:
        handle = mentions.get(href)
        return f"@{handle}" if handle else text
    if text.startswith("#") and ("hashtag" in kind or "tag" in kind or "mention" in kind):
        return text
    if not is_web(href):
        return text
    shown = text.removesuffix("…")
    if not shown or href in (shown, f"https://{shown}", f"http://{shown}") or (shown != text and shown in href):
        return href
    return f"{text} ({href})"


def is_web(href: str) -> bool:
    """Whether an address is one that a person may be shown as a link."""
    try:
        return urlsplit(href).scheme.lower() in ("http", "https", "mailto")
    except ValueError:
        return False


def tidy(text: str) -> str:
    """Control characters out, floods of marks and endless words cut, at most 400 lines and 20,000 characters."""
    if text.isprintable() and len(text) <= MAX_WORD and (text.isascii() or _WESTERN.fullmatch(text)):
        return text.strip()  # what most names and many messages are
    text = _CONTROL.sub("", scrub(text.replace("\r\n", "\n").replace("\r", "\n")))
    text = _LONG_WORD.sub(r"\1…", _MARKS.sub(r"\1", text))
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip(" \t")
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
        if len(lines) > MAX_LINES:
            lines[MAX_LINES:] = ["…"]
            break
    tidied = "\n".join(lines).strip("\n")
    return tidied if len(tidied) <= MAX_TEXT else tidied[:MAX_TEXT] + "…"


def one_paragraph(source: str) -> str | None:
    """The plain text of one ``<p>`` without any tag in it, which is what most messages are; ``None`` for others.

    The same as :func:`to_plain` makes of it, without its scanner.
    """
    if not source.startswith("<p>") or not source.endswith("</p>") or source.count("<") != 2:
        return None
    text = html.unescape(source[3:-4]) if len(source) <= MAX_TEXT else ""
    if len(text) <= MAX_WORD and text.isascii() and text.isprintable() and "  " not in text:
        return text.strip() if text else None
    return tidy(_BLANK.sub(" ", text))


def to_plain(source: str, mentions: Mapping[str, str] | None = None) -> str:
    """Reduce HTML to plain text; what is cut ends with an ellipsis."""
    if not source:
        return ""
    reducer = Reducer(mentions or {})
    for token in tokens(source[:MAX_INPUT]):
        if not reducer.take(token):
            break
    return reducer.result()
