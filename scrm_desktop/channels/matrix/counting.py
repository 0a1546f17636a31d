"""Length as Matrix counts it: bytes of an event, of which the text is a part; and which files go.

An event may have 65,536 bytes as canonical JSON with all that servers put around a text (ids, hashes, signatures): we
leave 5,536 of them for that.
"""

from __future__ import annotations

import json

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

LONGEST = 60_000
LARGEST_FILE = 100 * 1024 * 1024


def count(text: str, content_warning: str) -> int:
    """Bytes of a text inside an event; a warning does not exist here, and would be part of the text."""
    whole = json.dumps(text + content_warning, ensure_ascii=False)
    return len(whole.encode("utf-8", "replace")) - 2


def check_media(media: tuple[MediaFile, ...], sizes: tuple[int, ...], limits: Capabilities) -> str:
    """Why these files can't go out together, in English; empty: they can."""
    if len(media) > limits.max_attachments:
        return "Matrix takes one file with a message. Send the others after it."
    for file, size in zip(media, sizes, strict=True):
        if size > limits.image_size_limit:
            allowed = limits.image_size_limit / 1048576
            return f"“{file.name}” is too large: {size / 1048576:.1f} MB, and {allowed:.0f} MB are allowed."
        if size == 0:
            return f"“{file.name}” is empty."
        if file.description:
            return "Matrix has no descriptions of pictures. Say it in the text instead."
    return ""
