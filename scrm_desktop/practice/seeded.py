"""Chance that repeats: every draw is made of the seed and of what it is for, so that no draw disturbs another."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def rng(seed: int, *what: object) -> random.Random:
    """A generator for one purpose; the same seed and purpose always give the same numbers."""
    text = "\x1f".join(str(part) for part in (seed, *what))
    return random.Random(hashlib.sha256(text.encode()).digest())  # noqa: S311 - repeatable on purpose, guards nothing


def between(low: float, high: float, seed: int, *what: object) -> float:
    """A number between two others."""
    return rng(seed, *what).uniform(low, high)


def nth_of_bag(items: Sequence[T], count: int, seed: int, *what: object) -> T:
    """The ``count``-th draw from a shuffled bag that is gone through again and again: never the same twice in a row."""
    bag = list(items)
    rng(seed, *what).shuffle(bag)
    return bag[count % len(bag)]
