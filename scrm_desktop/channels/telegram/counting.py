"""Length as Telegram counts it, and which files it takes.

The limit of 4,096 is in characters after formatting was taken out (we send none): a message of 4,096 emoji, twice as
many UTF-16 code units, is accepted, and one more is refused. Only the offsets of entities are in code units.
"""

from __future__ import annotations

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

LONGEST = 4096
LONGEST_CAPTION = 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_FILE = 50 * 1024 * 1024


def count(text: str, content_warning: str) -> int:
    """Length of a message; a warning does not exist here, and would be part of the text."""
    return len(text.replace("\r\n", "\n")) + len(content_warning)


def check_media(media: tuple[MediaFile, ...], sizes: tuple[int, ...], limits: Capabilities) -> str:
    """Why these files can't go out together, in English; empty: they can."""
    if len(media) > limits.max_attachments:
        return "Telegram takes one file with a message. Send the others after it."
    for file, size in zip(media, sizes, strict=True):
        if size > limits.image_size_limit:
            allowed = limits.image_size_limit / 1048576
            return f"“{file.name}” is too large: {size / 1048576:.1f} MB, and {allowed:.0f} MB are allowed."
        if size == 0:
            return f"“{file.name}” is empty."
        if file.description:
            return "Telegram has no descriptions of pictures. Say it in the text instead."
    return ""
