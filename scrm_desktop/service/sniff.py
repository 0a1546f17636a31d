"""What a file is, by its first bytes: only kinds on a list are believed, whatever a name or a server says."""

from __future__ import annotations

import mimetypes

_PICTURES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}


def picture_type(head: bytes) -> str:
    """The mime type of a picture that a window may show; empty for everything else."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return ""


def extension(mime: str) -> str:
    """The extension, with its dot, under which we keep a picture of this type."""
    return _PICTURES[mime]


def media_type(name: str, head: bytes) -> str:
    """The mime type under which a file is sent: by its bytes where it is a picture, else by its name."""
    return picture_type(head) or mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
