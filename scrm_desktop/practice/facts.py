"""The words for what happened in a round: every :class:`~scrm_desktop.practice.model.Fact` has one of these kinds."""

from __future__ import annotations

from typing import Final

ASKED: Final = "asked"
"""A customer wrote first; ``note`` is what they want (a word of :class:`~scrm_desktop.practice.reaction.Wants`)."""
SAID: Final = "said"
"""A customer wrote again; ``note`` is the mood of it (a word of :class:`~scrm_desktop.practice.data.Mood`)."""
ANSWERED: Final = "answered"
"""We answered in this run; ``text`` is what, ``note`` its visibility."""
BOOSTED: Final = "boosted"
"""Others passed on what a customer wrote; ``note`` is how many."""
MUTED: Final = "muted"
BLOCKED: Final = "blocked"
REPORTED: Final = "reported"
FAVOURITED: Final = "favourited"
"""We favourited what a customer wrote."""
DELETED: Final = "deleted"
"""We deleted an answer of ours."""
EDITED: Final = "edited"
"""We edited an answer of ours."""
WITHDRAWN: Final = "withdrawn"
"""A customer took back what they had written."""
CRISIS: Final = "crisis"
"""A crisis began."""
POSTED: Final = "posted"
"""We wrote something that answers nobody; ``note`` is its visibility."""
