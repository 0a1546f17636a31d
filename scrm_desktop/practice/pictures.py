"""Pictures without a drawing library: PNGs made of pixels, for avatars and custom emoji."""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import lru_cache

from scrm_desktop.practice.emoji import COLOURS, EMOJI

Colour = tuple[int, int, int]
Rows = list[list[Colour]]

# Five columns by seven rows for each letter, a row as the five low bits.
LETTERS: dict[str, tuple[int, ...]] = {
    "A": (14, 17, 17, 31, 17, 17, 17),
    "B": (30, 17, 17, 30, 17, 17, 30),
    "C": (14, 17, 16, 16, 16, 17, 14),
    "D": (30, 17, 17, 17, 17, 17, 30),
    "E": (31, 16, 16, 30, 16, 16, 31),
    "F": (31, 16, 16, 30, 16, 16, 16),
    "G": (14, 17, 16, 23, 17, 17, 14),
    "H": (17, 17, 17, 31, 17, 17, 17),
    "I": (14, 4, 4, 4, 4, 4, 14),
    "J": (7, 2, 2, 2, 2, 18, 12),
    "K": (17, 18, 20, 24, 20, 18, 17),
    "L": (16, 16, 16, 16, 16, 16, 31),
    "M": (17, 27, 21, 21, 17, 17, 17),
    "N": (17, 25, 21, 19, 17, 17, 17),
    "O": (14, 17, 17, 17, 17, 17, 14),
    "P": (30, 17, 17, 30, 16, 16, 16),
    "Q": (14, 17, 17, 17, 21, 18, 13),
    "R": (30, 17, 17, 30, 20, 18, 17),
    "S": (15, 16, 16, 14, 1, 1, 30),
    "T": (31, 4, 4, 4, 4, 4, 4),
    "U": (17, 17, 17, 17, 17, 17, 14),
    "V": (17, 17, 17, 17, 17, 10, 4),
    "W": (17, 17, 17, 21, 21, 27, 17),
    "X": (17, 17, 10, 4, 10, 17, 17),
    "Y": (17, 17, 10, 4, 4, 4, 4),
    "Z": (31, 1, 2, 4, 8, 16, 31),
}
SIZE = 120
ZOOM = 6
TONES: tuple[Colour, ...] = (
    (193, 82, 58),
    (46, 125, 90),
    (122, 88, 170),
    (184, 134, 40),
    (62, 104, 150),
    (146, 62, 98),
    (90, 110, 60),
    (70, 90, 110),
)


@lru_cache(maxsize=256)
def avatar(initials: str, key: str) -> bytes:
    """White initials (at most two) on a colour that belongs to ``key``; a PNG."""
    ground = TONES[hashlib.sha256(key.encode()).digest()[0] % len(TONES)]
    rows: Rows = [[ground] * SIZE for _ in range(SIZE)]
    glyphs = [LETTERS[letter] for letter in initials[:2] if letter in LETTERS]
    left = (SIZE - (len(glyphs) * 6 - 1) * ZOOM) // 2
    for place, glyph in enumerate(glyphs):
        _draw(rows, glyph, left + place * 6 * ZOOM, (SIZE - 7 * ZOOM) // 2)
    return png(rows)


@lru_cache(maxsize=32)
def emoji(code: str) -> bytes:
    """A custom emoji, four times its size in letters; a PNG."""
    white = (255, 255, 255)
    rows = [[COLOURS.get(letter, white) for letter in line for _ in range(4)] for line in EMOJI[code]]
    return png([row for row in rows for _ in range(4)])


def png(rows: Rows) -> bytes:
    """A PNG of rows of red, green and blue."""
    raw = b"".join(b"\0" + bytes(part for colour in row for part in colour) for row in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(raw, 9)) + _chunk(b"IEND", b"")


def _draw(rows: Rows, glyph: tuple[int, ...], left: int, top: int) -> None:
    for y, bits in enumerate(glyph):
        for x in range(5):
            if bits >> (4 - x) & 1:
                for line in rows[top + y * ZOOM : top + (y + 1) * ZOOM]:
                    line[left + x * ZOOM : left + (x + 1) * ZOOM] = [(255, 255, 255)] * ZOOM


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    width, height = struct.unpack(">II", data[16:24])
    return width, height
