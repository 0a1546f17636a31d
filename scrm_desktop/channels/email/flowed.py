"""Lines that a program broke for width only (RFC 3676): joined when read, made when written."""

from __future__ import annotations

import re

WIDTH = 72
_QUOTE = re.compile(r">*")


def joined(text: str, *, delete_space: bool = False) -> str:
    """Paragraphs as one line each; quotes keep their marks, the signature's dashes stay a line."""
    lines: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(_QUOTE.match(line)[0])  # type: ignore[index]  # it matches everything
        content = line[depth:].removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if open_depth == depth and content != "-- ":
            lines[-1] += content
        else:
            lines.append((">" * depth + " " if depth else "") + content)
        if flows and delete_space:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if flows else -1
    return "\n".join(line.rstrip() if line != "-- " else line for line in lines)


def broken(text: str) -> str:
    """Text for the wire: lines of at most 72 characters where there is a space, ending in one; stuffed."""
    return "\n".join(part for line in text.split("\n") for part in _broken_line(line))


def _broken_line(line: str) -> list[str]:
    if line.rstrip() == "--":
        return ["-- "]
    line = line.rstrip()
    parts: list[str] = []
    while len(line) > WIDTH:
        at = line.rfind(" ", 1, WIDTH)
        if at < 0:
            at = line.find(" ", WIDTH)
        if at < 0:
            break
        parts.append(_stuffed(line[: at + 1]))
        line = line[at + 1 :]
    return [*parts, _stuffed(line)]


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith((" ", ">", "From ")) else line
