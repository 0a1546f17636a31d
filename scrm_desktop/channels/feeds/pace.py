"""How often a feed may be asked: as seldom as its site wishes, within what people can wait for."""

from __future__ import annotations

import re
from collections.abc import Mapping

USUAL = 15 * 60.0
LONGEST = 6 * 3600.0
_MAX_AGE = re.compile(r"(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def seconds(headers: Mapping[str, str], ttl: int) -> float:
    """Until the next question: ``Cache-Control`` and the feed's own ``ttl`` (minutes), 15 minutes at least."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    age = float(found[1]) if found else 0.0
    return min(max(USUAL, age, ttl * 60.0), LONGEST)
