"""HTML mail as plain text: nothing is fetched, nothing hidden is shown, every link shows where it leads.

One pass over the source with a fixed amount of work for each character. What is quoted gets ``> `` in front, as in
plain mail, so that one place decides what is folded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import field
from urllib.parse import urlsplit

from scrm_desktop.late_dataclass import dataclass

MAX_INPUT = 400_000
MAX_TEXT = 60_000
LONGEST_LINK = 500
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,20})")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,20})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BLANK = re.compile(r"[\s\u00a0]+")
_SILENT = frozenset({"style", "script", "head", "title", "noscript", "template", "object", "svg", "iframe", "select"})
_VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr", "col", "area", "base", "source"})
_PARAGRAPH = frozenset({"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr"})
_LINE = frozenset({"div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "center", "address"})
_HIDING = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all|opacity\s?:\s?0(?![.\d])"
    r"|font-size\s?:\s?0(?![.\d])|max-height\s?:\s?0(?![.\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it stands."""

    name: str
    closing: bool
    inside: str

    def attributes(self) -> dict[str, str]:
        """Its attributes, unescaped; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.inside):
            value = next((one for one in match.groups()[1:] if one is not None), "")
            found.setdefault(match[1].lower(), html.unescape(value))
        return found


def tokens(source: str) -> Iterator[Tag | str]:
    """Tags and stretches of text, comments left out."""
    at, end = 0, len(source)
    while at < end:
        start = source.find("<", at)
        if start < 0:
            yield source[at:]
            return
        if start > at:
            yield source[at:start]
        if not source[start + 1 : start + 2].isalpha() and source[start + 1 : start + 2] not in ("/", "!", "?"):
            yield "<"
            at = start + 1
            continue
        comment = source.startswith("<!--", start)
        stop = source.find("-->" if comment else ">", start + (4 if comment else 1))
        if stop < 0:
            return
        inside = source[start + 1 : stop]
        name = None if comment else _NAME.match(inside)
        if name is not None:
            yield Tag(name[1].lower(), inside.startswith("/"), inside[:4096])
        at = stop + (3 if comment else 1)


@dataclass(slots=True)
class Writer:
    """Gathers lines; a break is written only when something comes behind it."""

    lines: list[str] = field(default_factory=list[str])
    line: list[str] = field(default_factory=list[str])
    depth: int = 0
    length: int = 0

    def text(self, text: str) -> None:
        """Add to the current line."""
        if text.strip() or self.line:
            self.line.append(text)
            self.length += len(text)

    def end_line(self, *, always: bool = False) -> None:
        """The line is over; an empty one counts only for ``<br>``."""
        content = _BLANK.sub(" ", "".join(self.line)).strip()
        self.line = []
        if content or always:
            self.lines.append("> " * min(self.depth, 5) + content)

    def blank(self) -> None:
        """An empty line before the next paragraph."""
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * min(self.depth, 5))


@dataclass(slots=True)
class Reducer:
    """Takes tokens one after another; ``hidden`` is the element that is being skipped, with its nesting."""

    out: Writer = field(default_factory=Writer)
    hidden: str = ""
    nested: int = 0
    pre: int = 0
    link: str | None = None
    link_text: list[str] = field(default_factory=list[str])

    def take(self, token: Tag | str) -> bool:
        """Add one token; false when the text is long enough."""
        if self.hidden:
            self._skip(token)
        elif isinstance(token, str):
            self._text(html.unescape(token))
        elif not token.closing and self._hides(token):
            self.hidden, self.nested = token.name, 1
        else:
            self._tag(token)
        return self.out.length <= MAX_TEXT

    def _skip(self, token: Tag | str) -> None:
        if isinstance(token, Tag) and token.name == self.hidden:
            self.nested += -1 if token.closing else 1
            if self.nested <= 0 or (token.closing and token.name in _SILENT):
                self.hidden = ""

    @staticmethod
    def _hides(tag: Tag) -> bool:
        if tag.name in _VOID or tag.inside.endswith("/"):
            return False
        if tag.name in _SILENT:
            return True
        if "style" not in tag.inside and "hidden" not in tag.inside:
            return False
        found = tag.attributes()
        return bool(_HIDING.search(found.get("style", ""))) or bool(re.search(r"\shidden(?=\s|$|=)", tag.inside))

    def _text(self, text: str) -> None:
        if self.pre:
            first, *rest = text.split("\n")
            self._write(first)
            for line in rest:
                self.out.end_line(always=True)
                self._write(line)
            return
        self._write(_BLANK.sub(" ", text))

    def _write(self, text: str) -> None:
        if self.link is not None:
            self.link_text.append(text)
        else:
            self.out.text(text)

    def _tag(self, tag: Tag) -> None:
        if tag.name == "a":
            self._end_link()
            if not tag.closing:
                self.link = tag.attributes().get("href", "").strip()
        elif tag.name == "img":
            alt = tag.attributes().get("alt", "").strip()
            self._write(f"[{alt}]" if alt else "")
        elif tag.name == "br":
            self._end_link(keep=True)
            self.out.end_line(always=True)
        elif tag.name == "blockquote":
            self._end_link()
            self.out.end_line()
            self.out.depth = max(0, self.out.depth + (-1 if tag.closing else 1))
        else:
            self._block(tag)

    def _block(self, tag: Tag) -> None:
        if tag.name in _PARAGRAPH:
            self._end_link()
            self.out.blank()
            self.pre = max(0, self.pre + (-1 if tag.closing else 1)) if tag.name == "pre" else self.pre
        elif tag.name in _LINE:
            self._end_link()
            self.out.end_line()
            if not tag.closing:
                self._opened(tag)
        elif tag.name in ("td", "th") and not tag.closing:
            self._write(" ")

    def _opened(self, tag: Tag) -> None:
        if tag.name == "li":
            self._write("• ")
        elif "signature" in tag.inside and re.search(r"gmail_signature|moz-signature", tag.inside):
            self.out.lines.append("-- ")

    def _end_link(self, *, keep: bool = False) -> None:
        """A link ends: write what a person must see of it; with ``keep`` it goes on in the next line."""
        if self.link is None:
            return
        href, text = self.link, "".join(self.link_text).strip()
        self.link_text = []
        if keep:
            self.out.text(text)
            return
        self.link = None
        self.out.text(link_as_text(href, text))

    def result(self) -> str:
        """The lines so far."""
        self._end_link()
        self.out.end_line()
        return "\n".join(self.out.lines).strip("\n")


def link_as_text(href: str, text: str) -> str:
    """A link with its whole target in sight, unless its text is that target."""
    if not is_web(href):
        return text
    href = "".join(href.split())[:LONGEST_LINK]
    plain = href.removeprefix("mailto:").partition("?")[0] if href.lower().startswith("mailto:") else href
    bare = text.rstrip("/")
    if not text or bare in (plain.rstrip("/"), plain.removeprefix("https://").rstrip("/")):
        return plain
    return f"{text} ({plain})"


def is_web(href: str) -> bool:
    """Whether an address is one that a person may be shown as a link."""
    try:
        return urlsplit(href).scheme.lower() in ("http", "https", "mailto")
    except ValueError:
        return False


def to_plain(source: str) -> str:
    """The text of an HTML mail; what is longer than the limits is cut."""
    reducer = Reducer()
    for token in tokens(source[:MAX_INPUT]):
        if not reducer.take(token):
            break
    return reducer.result()
