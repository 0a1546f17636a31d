"""The rate limit as Mastodon words it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrm_desktop.practice.api.limits import Limiter
from scrm_desktop.practice.api.request import ApiError
from support.practice_site import running


def test_every_answer_says_what_is_left_and_429_says_when_to_come_back() -> None:
    with running("--speed=0", "--rate=3") as site:
        left = [
            site.client.get("/api/v1/preferences").headers["x-ratelimit-remaining"],
            site.client.get("/api/v1/accounts/1").headers["x-ratelimit-remaining"],
            site.client.get("/api/v1/notifications").headers["x-ratelimit-remaining"],
        ]
        assert left == ["2", "1", "0"]
        refused = site.client.get("/api/v1/notifications")
        assert refused.status_code == 429
        assert refused.json() == {"error": "Too many requests"}
        assert 0 < int(refused.headers["retry-after"]) <= 301
        assert refused.headers["x-ratelimit-limit"] == "3"
        reset = datetime.fromisoformat(refused.headers["x-ratelimit-reset"])
        assert 0 < (reset - datetime.now(UTC)).total_seconds() <= 300


def test_a_new_window_starts_from_nothing() -> None:
    now = [1_000_000.0]
    limiter = Limiter(most=2, wall=lambda: now[0])
    limiter.take("a")
    limiter.take("a")
    with pytest.raises(ApiError):
        limiter.take("a")
    limiter.take("b")
    now[0] += 300
    assert limiter.take("a")["X-RateLimit-Remaining"] == "1"


def test_uploads_and_deletions_have_limits_of_their_own() -> None:
    limiter = Limiter(wall=lambda: 1_000_000.0)
    for _ in range(30):
        limiter.take("a", "deletes")
    with pytest.raises(ApiError):
        limiter.take("a", "deletes")
    limiter.take("a", "media")
