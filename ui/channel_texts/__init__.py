"""The channels' English sentences that reach the window, one module a channel: their templates, for the translators."""

from __future__ import annotations

from functools import cache


@cache
def templates() -> tuple[str, ...]:
    """The sentences with gaps of all channels."""
    from ui.channel_texts import bluesky, email, feeds, matrix, telegram, wordpress

    modules = (bluesky, email, feeds, matrix, telegram, wordpress)
    return tuple(one for module in modules for one in module.TEMPLATES)
