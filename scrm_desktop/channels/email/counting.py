"""What fits into a mail: no limit of letters that anybody reaches, but one of size."""

from __future__ import annotations

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import MediaFile

LONGEST = 100_000
MOST_FILES = 20
USUAL_SIZE = 20 * 1024 * 1024
"""Bytes of a mail that nearly every server takes."""


def room_for_files(server_limit: int) -> int:
    """Bytes of files that fit: on their way they grow by a third, and the text wants its part."""
    limit = server_limit if 0 < server_limit < 200 * 1024 * 1024 else USUAL_SIZE * 4 // 3
    return max(0, limit * 73 // 100 - 256 * 1024)


def check_media(media: tuple[MediaFile, ...], sizes: tuple[int, ...], capabilities: Capabilities) -> str:
    """Why these files can't go out together, in English; empty: they can."""
    if len(media) > capabilities.max_attachments:
        return f"At most {capabilities.max_attachments} files fit into one message here."
    limit = max(capabilities.image_size_limit, capabilities.video_size_limit)
    for file, size in zip(media, sizes, strict=True):
        allowed = capabilities.image_size_limit if file.mime.startswith("image/") else capabilities.video_size_limit
        if size > allowed:
            return f"“{file.name}” is too large: {size / 1048576:.1f} MB, and {allowed / 1048576:.0f} MB are allowed."
        if size == 0:
            return f"“{file.name}” is empty."
    if sum(sizes) > limit:
        together = sum(sizes) / 1048576
        return f"These files are too large together: {together:.1f} MB, and {limit / 1048576:.0f} MB are allowed."
    return ""
