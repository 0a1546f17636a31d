"""Every waiting time of the engine in one place; tests hand in small ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds, unless a name says otherwise.

    ``settle`` must be longer than a request may take (its deadline and a margin): only after it does
    "not there" mean that a message did not arrive. ``peek`` is an early look that can only say yes;
    ``looks`` are the later ones, counted from the end of ``settle``.
    """

    jitter: float = 0.1
    """Share of a polling interval by which each turn is moved, so that accounts don't march in step."""
    streaming_poll: float = 60.0
    """How seldom to poll while a stream is healthy; polling never stops."""

    stream_silence: float = 90.0
    stream_healthy_after: float = 60.0
    stream_floor: float = 8.0
    """The shortest wait between two connections of a stream that does not hold: below ten a minute."""
    stream_cap: float = 120.0
    stream_again: float = 6 * 3600.0
    """When to ask a server again that had no streaming."""

    offline_quick_cap: float = 8.0
    offline_long_after: float = 600.0
    offline_cap: float = 60.0
    trouble_cap: float = 300.0
    refused_stream: float = 900.0
    """How long a stream rests that the server refuses to this account, while the others go on."""
    rate_cap: float = 3600.0

    settle: float = 45.0
    peek: float = 3.0
    looks: tuple[float, ...] = (0.0, 8.0, 20.0)
    perform_limit: float = 900.0
    resend_limit: int = 5
    """After so many tries without an answer a person is asked."""
    repeat_limit: int = 20
    """The same for what may safely be repeated (an edit, a deletion): then it has failed."""
    stale_after: float = 24 * 3600.0
    late_after: float = 15 * 60.0
    """What was scheduled is not sent later than this after its time without a word."""
    close_grace: float = 3.0

    second_looks: tuple[float, ...] = (1.0, 4.0)
    """Pauses before a refused login is tried again; only when all of them are refused it counts."""
    fence_limit: int = 3
    """After so many tries that did not even come to sending a person is told why."""

    history_days: int = 14
    history_pause: float = 0.3
    """Between two pages of history: they must not use up what the server grants to the present."""
    page_limit: int = 2000
    same_cursor_limit: int = 3

    refresh_every: float = 120.0
    refresh_every_streaming: float = 3600.0
    refresh_requests: int = 10
    """Each time: a twelfth of what Mastodon grants (300 in five minutes) where every message is a request."""
    refresh_days: int = 14
    """Older messages are not read again: few are still edited or deleted then."""
    describe_every: float = 24 * 3600.0

    wake_tick: float = 5.0
    wake_jump: float = 30.0
    restart_cap: float = 300.0
