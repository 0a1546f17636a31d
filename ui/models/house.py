"""What several panes need to know of the house: accounts and their health, channels, labels, counts, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import AccountView, ConversationRow, Coverage, Label, SidebarCounts
from ui.bridge import Bridge

if TYPE_CHECKING:
    import asyncio


class House(QObject):
    """Kept fresh from the bridge's changes; ``changed`` after each answer. One question at a time is on its way."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._channels: dict[str, ChannelInfo] | None = None
        self.accounts: tuple[AccountView, ...] = ()
        self.labels: tuple[Label, ...] = ()
        self.coverage: tuple[Coverage, ...] = ()
        self.counts = SidebarCounts()
        self.people: set[str] = set()
        self.ready = False
        self._task: asyncio.Task[None] | None = None
        self._again = False
        bridge.changed.connect(self._desk_changed)

    def channel(self, name: str) -> ChannelInfo | None:
        """A network as data."""
        if self._channels is None:
            self._channels = {info.name: info for info in self._bridge.desk.channels()}
        return self._channels.get(name)

    def badge(self, channel: str) -> tuple[str, str]:
        """Letter and colour of a network; an unknown one (its plug-in is gone) is a grey question mark."""
        info = self.channel(channel)
        return (info.badge, info.colour) if info else ("?", "#667085")

    def account(self, account_id: int) -> AccountView | None:
        """One account of ours."""
        return next((view for view in self.accounts if view.account.id == account_id), None)

    def meet(self, rows: list[ConversationRow]) -> None:
        """Remember the people whom conversations are assigned to, so that they can be picked again."""
        self.people |= {row.assignee for row in rows if row.assignee}

    def refresh(self) -> None:
        """Ask for everything again."""
        if self._task is not None:
            self._again = True
            return
        self._task = self._bridge.spawn(self._refresh())

    async def _refresh(self) -> None:
        desk, ask_all = self._bridge.desk, self._bridge.ask_all
        try:
            self._again = True
            while self._again:
                self._again = False
                self.accounts, self.labels, self.counts, self.coverage = await ask_all(
                    desk.accounts(), desk.labels(), desk.counts(), desk.coverage()
                )
                self.ready = True
                self.changed.emit()
        finally:
            self._task = None

    def _desk_changed(self, changes: Changes) -> None:
        if changes.conversations or changes.accounts or changes.labels or changes.coverage or changes.outbox:
            self.refresh()
