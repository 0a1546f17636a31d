"""Length as Bluesky counts it, and which files it takes.

A post has two limits, 300 characters as people see them and 3,000 bytes. So that one number tells of both, ten bytes
count as a character where that is more.
"""

from __future__ import annotations

import regex

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

LONGEST = 300
BYTES_EACH = 10
LONGEST_DIRECT = 1000
MOST_IMAGES = 4
LARGEST = 2_000_000
KINDS = ("image/jpeg", "image/png", "image/webp", "image/gif")
_GRAPHEME = regex.compile(r"\X")

MANY = "At most 4 pictures fit into one post."
WRONG_KIND = "“{name}” is no picture that Bluesky takes: JPEG, PNG, WebP or GIF."
LARGE = "“{name}” is too large: {size} MB, and Bluesky takes pictures of up to 2 MB."
EMPTY = "“{name}” is empty."
LONG_DESCRIPTION = "The description of “{name}” is longer than {limit} characters."


def count(text: str) -> int:
    """The larger of the characters and a tenth of the bytes."""
    if text.isascii() and "\r" not in text:
        return len(text)
    graphemes = sum(1 for _ in _GRAPHEME.finditer(text))
    return max(graphemes, -(-len(text.encode("utf-8", "replace")) // BYTES_EACH))


def check_media(media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
    """Why these files can't go out together, in English; empty: they can."""
    if len(media) > min(MOST_IMAGES, capabilities.max_attachments):
        return MANY
    for file, size in zip(media, sizes, strict=True):
        if file.mime not in KINDS:
            return WRONG_KIND.format(name=file.name)
        if size > capabilities.image_size_limit:
            return LARGE.format(name=file.name, size=f"{size / 1_000_000:.1f}")
        if size == 0:
            return EMPTY.format(name=file.name)
        if count(file.description) > capabilities.description_limit:
            return LONG_DESCRIPTION.format(name=file.name, limit=capabilities.description_limit)
    return ""
