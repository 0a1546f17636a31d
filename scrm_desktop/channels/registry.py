"""Which channels there are: ours and those of other packages, found by the entry-point group."""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from scrm_desktop.channels.base import Channel
from scrm_desktop.errors import BugError

GROUP = "scrm_desktop.channels"
_log = logging.getLogger(__name__)


def channels() -> dict[str, Channel]:
    """Every channel by its name; BugError where there is none, because then the installation is broken."""
    return dict(_found())


@cache
def _found() -> dict[str, Channel]:
    found = {point.name: channel for point in entry_points(group=GROUP) if (channel := _load(point)) is not None}
    if not found:
        raise BugError(f"No channel is registered under {GROUP}: is the package installed?")
    return dict(sorted(found.items()))


def _load(point: EntryPoint) -> Channel | None:
    """One channel; a broken one of another package must not cost the others."""
    try:
        return cast(Channel, point.load())
    except (ImportError, AttributeError) as error:
        _log.error("The channel %s can't be loaded: %s", point.name, error)
        return None
