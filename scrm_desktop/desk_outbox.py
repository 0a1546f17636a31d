"""What a screen may ask about what waits to be sent: a part of :class:`scrm_desktop.desk.Desk`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scrm_desktop.domain.views import Draft


class OutboxDesk(Protocol):
    """Replies that leave later, and those that come back."""

    async def reschedule(self, outbox_id: int, at: datetime) -> None:
        """Let an answer that waits leave then (UTC); InputError for a time that has passed or one that is on its way.

        Whoever says so has seen what the customer wrote until now.
        """
        ...

    async def take_back(self, outbox_id: int) -> Draft:
        """Take an answer back that has not left; what was written is the draft of its place again when this returns.

        It stands in front of what was begun there since, with its warning and copies of its files; nothing is lost
        whenever the program ends. InputError for one that is on its way, or sent.
        """
        ...
