"""IMAP's answers as Python lists: atoms, quoted strings, literals and parentheses; what is broken ends early."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Value = str | bytes | None | list["Value"]
"""An atom is text, a string or literal is bytes, NIL is None."""
Chunk = bytes | tuple[bytes, bytes] | None
"""As imaplib hands it over: a line, or a line with the literal behind it."""
DEEPEST = 60
_TOKEN = re.compile(rb'\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|((?:[^\s()"\[]|\[[^\]]*\])+)|(.))', re.DOTALL)
_LITERAL = re.compile(rb"\{(\d+)\+?\}$")


def parse(chunks: Iterable[Chunk]) -> list[Value]:
    """All values of these chunks, in one flat list with lists inside."""
    root: list[Value] = []
    stack = [root]
    for chunk in chunks:
        if isinstance(chunk, tuple):
            _read(_LITERAL.sub(b"", chunk[0]), stack)
            stack[-1].append(bytes(chunk[1]))
        elif chunk:
            _read(chunk, stack)
    return root


def _read(line: bytes, stack: list[list[Value]]) -> None:
    for match in _TOKEN.finditer(line):
        opened, closed, quoted, atom, _ = match.groups()
        if opened is not None:
            inner: list[Value] = []
            stack[-1].append(inner)
            stack.append(inner if len(stack) < DEEPEST else stack[-1])
        elif closed is not None:
            if len(stack) > 1:
                stack.pop()
        elif quoted is not None:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", quoted))
        elif atom is not None:
            stack[-1].append(None if atom.upper() == b"NIL" else atom.decode("utf-8", "replace"))


def fetched(chunks: Sequence[Chunk]) -> list[dict[str, Value]]:
    """The messages of a FETCH answer: data items by their names in upper case (``BODY[HEADER]``, ``UID``)."""
    return [pairs(value) for value in parse(chunks) if isinstance(value, list)]


def pairs(values: list[Value]) -> dict[str, Value]:
    """``name value name value`` as a mapping."""
    return {str(values[at]).upper(): values[at + 1] for at in range(0, len(values) - 1, 2)}


def text(value: Value) -> str:
    """A string or an atom as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""


def number(value: Value) -> int:
    """A number; 0 where there is none."""
    said = text(value)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 20 else 0
