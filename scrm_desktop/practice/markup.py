"""Plain text to the HTML that Mastodon serves, and the way it counts characters."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

HANDLE = re.compile(
    r"(?<![\w/.@])@([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)(?:@([A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?))?"
)
URL = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]»]")
HASHTAG = re.compile(r"(?<![\w/&])#(\w*[^\W\d]\w*)")
TOKEN = re.compile(f"(?P<url>{URL.pattern})|(?P<handle>{HANDLE.pattern})|(?P<tag>{HASHTAG.pattern})")
URL_LENGTH = 23

Resolve = Callable[[str, str], "tuple[str, str] | None"]
"""(username, domain) to (username, address of the profile), or None where nobody has that name."""


def count(text: str, warning: str = "") -> int:
    """Length as Mastodon counts it: a URL is 23, a remote mention only its username."""
    shortened = URL.sub("x" * URL_LENGTH, text)
    shortened = HANDLE.sub(lambda found: "@" + found[1], shortened)
    return len(shortened) + len(warning)


def handles(text: str) -> list[tuple[str, str]]:
    """All (username, domain) that a text names, in order; the domain is empty where it is left out."""
    without_urls = URL.sub(" ", text)
    return [(found[1], (found[2] or "").lower()) for found in HANDLE.finditer(without_urls)]


def hashtags(text: str) -> list[str]:
    """The hashtags of a text, without ``#``."""
    return [found[1] for found in HASHTAG.finditer(URL.sub(" ", text))]


def to_html(text: str, resolve: Resolve, base: str) -> str:
    """Paragraphs, line breaks, mentions as h-cards, links with their invisible parts."""
    if not text:
        return ""
    paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    return "".join(f"<p>{_inline(part, resolve, base)}</p>" for part in paragraphs)


def _inline(text: str, resolve: Resolve, base: str) -> str:
    out: list[str] = []
    at = 0
    for found in TOKEN.finditer(text):
        out.append(_escape(text[at : found.start()]))
        out.append(_token(found.group(0), resolve, base))
        at = found.end()
    out.append(_escape(text[at:]))
    return "".join(out)


def _escape(text: str) -> str:
    return html.escape(text, quote=True).replace("\n", "<br />")


def _token(token: str, resolve: Resolve, base: str) -> str:
    if token.startswith("@"):
        username, _, domain = token[1:].partition("@")
        known = resolve(username, domain.lower())
        if known is None:
            return _escape(token)
        return (
            f'<span class="h-card" translate="no"><a href="{_escape(known[1])}" class="u-url mention">'
            f"@<span>{_escape(known[0])}</span></a></span>"
        )
    if token.startswith("#"):
        tag = _escape(token[1:])
        return f'<a href="{base}/tags/{tag.lower()}" class="mention hashtag" rel="tag">#<span>{tag}</span></a>'
    return _link(token)


def _link(url: str) -> str:
    scheme, rest = url.split("://", 1)
    prefix = f"{scheme}://" + ("www." if rest.startswith("www.") else "")
    shown = url[len(prefix) :]
    seen, hidden = shown[:30], shown[30:]
    kind = "ellipsis" if hidden else ""
    return (
        f'<a href="{_escape(url)}" target="_blank" rel="nofollow noopener noreferrer" translate="no">'
        f'<span class="invisible">{prefix}</span><span class="{kind}">{_escape(seen)}</span>'
        f'<span class="invisible">{_escape(hidden)}</span></a>'
    )
