"""Length as Mastodon counts it: grapheme clusters, every address the same, remote mentions without their host."""

from __future__ import annotations

import regex

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

_GENERAL = r"[^\p{White_Space}<>()?]"
_ENDING = r"[^\p{White_Space}()?!*\"'「」<>;:=,.$%\[\]~&|@]"
_PARENS = rf"\((?:{_GENERAL}|\({_GENERAL}+\))+\)"
_URL = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@＠$#＃_./-])"
    r"(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://"
    r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]+|\p{L}{2,63})(?::\d{1,5})?"
    rf"(?:/(?:(?:{_GENERAL}|{_PARENS})*(?:{_ENDING}|{_PARENS}))?)?"
    r"(?:\?[^\s<>\"]*[\p{L}\p{N}_&=#/-])?",
    regex.IGNORECASE,
)
_MENTION = regex.compile(r"(?<![=/\w])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\w.-]*\w(?::\d+)?", regex.IGNORECASE)
_GRAPHEME = regex.compile(r"\X")
_TIMEOUT = 0.5


def count(text: str, content_warning: str, capabilities: Capabilities) -> int:
    """Length of a post with its content warning, in the server's own units."""
    placeholder = "x" * capabilities.url_length
    text = text.replace("\r\n", "\n")
    try:
        shortened = _MENTION.sub(r"@\1", _URL.sub(placeholder, text, timeout=_TIMEOUT), timeout=_TIMEOUT)
    except TimeoutError:  # nothing a person writes; the full length errs on the safe side
        shortened = text
    return graphemes(content_warning) + graphemes(shortened)


def graphemes(text: str) -> int:
    """How many characters a person sees."""
    return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in _GRAPHEME.finditer(text))


def check_media(media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
    """Why these files can't go out together, in English; empty: they can."""
    if len(media) > capabilities.max_attachments:
        return f"At most {capabilities.max_attachments} files fit into one message here."
    kinds = [file.mime.partition("/")[0] for file in media]
    if len(media) > 1 and any(kind in ("video", "audio") for kind in kinds):
        return "A film or a sound has to stand alone in its message."
    for file, size in zip(media, sizes, strict=True):
        reason = _check_one(file, size, capabilities)
        if reason:
            return reason
    return ""


def _check_one(file: MediaFile, size: int, capabilities: Capabilities) -> str:
    if capabilities.mime_types and file.mime not in capabilities.mime_types:
        return f"“{file.name}” is of a kind that this server does not take ({file.mime})."
    limit = capabilities.image_size_limit if file.mime.startswith("image/") else capabilities.video_size_limit
    if size > limit:
        return f"“{file.name}” is too large: {size / 1048576:.1f} MB, and {limit / 1048576:.0f} MB are allowed."
    if size == 0:
        return f"“{file.name}” is empty."
    if graphemes(file.description) > capabilities.description_limit:
        return f"The description of “{file.name}” is longer than {capabilities.description_limit} characters."
    return ""


def prefix(own_handle: str, author: str, mentions: tuple[str, ...]) -> str:
    """The mentions that a reply begins with: its author first, each person once, never ourselves.

    People on our own server are named without host, as the server itself writes them.
    """
    home = own_handle.partition("@")[2].lower()
    named: dict[str, str] = {}
    for handle in (author, *mentions):
        user, _, host = handle.lstrip("@").partition("@")
        if user and handle.lstrip("@").lower() != own_handle.lower():
            short = user if host.lower() in ("", home) else f"{user}@{host}"
            named.setdefault(short.lower(), short)
    return "".join(f"@{handle} " for handle in named.values())
