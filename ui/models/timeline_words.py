"""The words of a line at which another conversation goes on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.timeline import TimelineSource
from scrm_desktop.domain.triage import Status
from ui.models.thread_rows import ThreadRow
from ui.models.thread_words import ThreadWords


class TimelineWords(ThreadWords):
    """Those of a thread, and the network, kind and status of each conversation."""

    def __init__(self, channels: Mapping[str, ChannelInfo], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channels = channels

    def badge(self, source: TimelineSource) -> tuple[str, str]:
        """The letter and colour of its network."""
        info = self._channels.get(source.channel)
        return (info.badge, info.colour) if info is not None else ("?", "#777777")

    def change(self, source: TimelineSource) -> str:
        """Network, kind and status of the conversation that goes on here."""
        info = self._channels.get(source.channel)
        kind = self.tr("direct messages") if source.kind == "direct" else self.tr("public")
        status = {
            Status.OPEN: self.tr("open"),
            Status.PENDING: self.tr("waiting for the customer"),
            Status.SNOOZED: self.tr("snoozed"),
            Status.DONE: self.tr("done"),
        }[source.status]
        return " · ".join((info.title if info is not None else source.channel, kind, status))

    def spoken(self, row: ThreadRow) -> str:
        if row.change is None:
            return super().spoken(row)
        return self.tr("Conversation: {about}. Enter opens it.").format(about=self.change(row.change))
