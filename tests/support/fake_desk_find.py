"""Finding for the desk in memory: by the same scoring as the store, over all its rows."""

from __future__ import annotations

from collections.abc import Iterable

from scrm_desktop.domain.finding import Found, PersonHit
from scrm_desktop.domain.fuzzy import score
from scrm_desktop.domain.views import ConversationRow


def found_among(rows: Iterable[ConversationRow], typed: str, limit: int) -> Found:
    """The people by their names, the conversations by names and last texts."""
    every = sorted(rows, key=lambda row: row.last_at, reverse=True)
    people = [
        PersonHit(
            profile_id=row.profile_id,
            name=row.person,
            handle=row.handle,
            channel=row.channel,
            conversation_id=row.id,
            score=score(typed, f"{row.person} {row.handle}"),
            contact_id=row.id,
        )
        for row in every
    ]
    hits = sorted((hit for hit in people if hit.score), key=lambda hit: -hit.score)
    said = [row for row in every if score(typed, f"{row.person} {row.last_text}")]
    return Found(people=tuple(hits[:limit]), conversations=tuple(said[:limit]))
