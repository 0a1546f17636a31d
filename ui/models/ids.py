"""Lists of conversation ids, compared at the speed of memcmp: a million of them in a millisecond or two."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from struct import pack

from scrm_desktop.late_dataclass import dataclass

_WIDTH = 8


def position(ids: array[int], wanted: int) -> int:
    """The row of an id, or -1."""
    data, needle = memoryview(ids).cast("B").tobytes(), pack("=q", wanted)
    found = data.find(needle)
    while found >= 0 and found % _WIDTH:
        found = data.find(needle, found + 1)
    return found // _WIDTH if found >= 0 else -1


def common_start(one: array[int], two: array[int]) -> int:
    """How many ids at the beginning are the same."""
    left, right = memoryview(one).cast("B"), memoryview(two).cast("B")
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low * _WIDTH : middle * _WIDTH] == right[low * _WIDTH : middle * _WIDTH]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: array[int], two: array[int], start: int) -> int:
    """How many ids at the end are the same, leaving the first ``start`` of both alone."""
    left, right = memoryview(one).cast("B"), memoryview(two).cast("B")
    low, high = 0, min(len(one), len(two)) - start
    while low < high:
        middle = (low + high + 1) // 2
        a, b = len(one) - middle, len(two) - middle
        count = (middle - low) * _WIDTH
        if left[a * _WIDTH : a * _WIDTH + count] == right[b * _WIDTH : b * _WIDTH + count]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a list: ``what`` is remove, insert or move; a move goes up, from ``row`` to ``to``."""

    what: str
    row: int
    id: int
    to: int = 0


def steps(old: array[int], new: array[int], *, limit: int = 400) -> list[Step] | None:
    """The single changes that turn ``old`` into ``new``; ``None``: too many, start over instead."""
    start = common_start(old, new)
    end = common_end(old, new, start)
    before, after = list(old[start : len(old) - end]), list(new[start : len(new) - end])
    if len(before) > limit or len(after) > limit:
        return None
    return list(_walk(before, after, start))


def _walk(before: list[int], after: list[int], offset: int) -> Iterator[Step]:
    wanted = set(after)
    for row in range(len(before) - 1, -1, -1):
        if before[row] not in wanted:
            yield Step("remove", offset + row, before.pop(row))
    for row, one in enumerate(after):
        if row < len(before) and before[row] == one:
            continue
        if one in before:
            found = before.index(one, row)
            before.insert(row, before.pop(found))
            yield Step("move", offset + found, one, offset + row)
        else:
            before.insert(row, one)
            yield Step("insert", offset + row, one)
