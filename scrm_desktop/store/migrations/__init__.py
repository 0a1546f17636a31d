"""Numbered migrations of each database; a migration that was released is never changed again."""

from __future__ import annotations

from scrm_desktop.store.migrations import (
    cache_0001,
    cache_0002,
    cache_0003,
    cache_0005,
    work_0001,
    work_0002,
    work_0003,
    work_0004,
    work_0005,
    work_0006,
    work_0007,
    work_0008,
    work_0009,
    work_0010,
)

Steps = tuple[tuple[str, ...], ...]

WORK_STEPS: Steps = (
    work_0001.STATEMENTS,
    work_0002.STATEMENTS,
    work_0003.STATEMENTS,
    work_0004.STATEMENTS,
    work_0005.STATEMENTS,
    work_0006.STATEMENTS,
    work_0007.STATEMENTS,
    work_0008.STATEMENTS,
    work_0009.STATEMENTS,
    work_0010.STATEMENTS,
)
CACHE_STEPS: Steps = (cache_0001.STATEMENTS, cache_0002.STATEMENTS, cache_0003.STATEMENTS, cache_0005.STATEMENTS)
