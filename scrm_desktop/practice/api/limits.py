"""How many requests a token may make, the way Mastodon limits and says so: fixed windows, ISO reset times."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from scrm_desktop.practice.api.request import ApiError


@dataclass(frozen=True, slots=True)
class Rule:
    """At most ``most`` requests in a window of ``seconds``."""

    name: str
    most: int
    seconds: int


REQUESTS = Rule("requests", 300, 300)
MEDIA = Rule("media", 30, 1800)
DELETES = Rule("deletes", 30, 1800)


class Limiter:
    """Counts requests per token and rule; ``most`` replaces the general limit of 300."""

    def __init__(self, *, most: int = REQUESTS.most, wall: Callable[[], float] = time.time) -> None:
        self._rules = {"": Rule("requests", most, REQUESTS.seconds), "media": MEDIA, "deletes": DELETES}
        self._wall = wall
        self._used: dict[tuple[str, str], tuple[int, int]] = {}

    def take(self, token: str, name: str = "") -> dict[str, str]:
        """Count one request; the headers that tell of it, or 429."""
        rule = self._rules[name]
        now = self._wall()
        window = int(now // rule.seconds)
        seen, used = self._used.get((token, rule.name), (window, 0))
        used = used + 1 if seen == window else 1
        self._used[(token, rule.name)] = (window, used)
        headers = _headers(rule, used, (window + 1) * rule.seconds)
        if used > rule.most:
            headers["Retry-After"] = str(max(1, int((window + 1) * rule.seconds - now) + 1))
            raise ApiError(429, "Too many requests", headers=headers)
        return headers


def _headers(rule: Rule, used: int, reset: float) -> dict[str, str]:
    at = datetime.fromtimestamp(reset, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    left = str(max(0, rule.most - used))
    return {"X-RateLimit-Limit": str(rule.most), "X-RateLimit-Remaining": left, "X-RateLimit-Reset": at}
