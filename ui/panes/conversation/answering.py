"""Which message is answered, whom that reaches, and what the line above the text says of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import Mode, ThreadItem
from ui.bridge import Bridge
from ui.panes.conversation.composer_form import ComposerForm
from ui.panes.conversation.target import TargetWatch
from ui.text import one_line
from ui.theme import Theme


class Answering(QObject):
    """``changed``: the target is another or known better; ``dropped``: the person answers no message in particular.

    ``warned`` carries the content warning of what is answered, while nothing is written yet.
    """

    changed = Signal()
    dropped = Signal()
    warned = Signal(str)

    def __init__(
        self, bridge: Bridge, theme: Theme, form: ComposerForm, holds_anything: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._form = theme, form
        self._holds_anything = holds_anything
        self._conversation: int | None = None
        self._item: ThreadItem | None = None
        self.remote_id: str | None = None
        self.target = TargetWatch(bridge, self)
        self.target.changed.connect(self._target_changed)
        self.target.edited.connect(self._parent_edited)
        form.banner.closed.connect(self._close_banner)
        bridge.changed.connect(self._desk_changed)

    def at(self, conversation: int | None) -> None:
        """Another conversation, and no message of it in particular."""
        self._conversation = conversation
        self._item, self.remote_id = None, None

    def choose(self, remote_id: str | None, item: ThreadItem | None = None) -> None:
        """Answer this message (``None``: the customer's last one)."""
        self._item, self.remote_id = item, remote_id
        self.show()
        self.look()

    def show(self) -> None:
        """Say which message is answered, where it is one in particular."""
        if self.remote_id is None or self._form.mode is Mode.NOTE:
            self._form.banner.tell("", self._theme)
            return
        found = self.target.found
        text = self._item.text if self._item else found.seen_text if found else ""
        said = self.tr("Answering: “{text}”").format(text=one_line(text, limit=140))
        self._form.banner.tell(said, self._theme)

    def look(self) -> None:
        """Look up whom an answer reaches."""
        if self._conversation is not None:
            self.target.watch(self._conversation, self._form.mode, self.remote_id)
        self.changed.emit()

    def _target_changed(self) -> None:
        found = self.target.found
        if found is not None and found.content_warning and not self._holds_anything():
            self.warned.emit(found.content_warning)
        if not self._form.banner.alarm:
            self.show()
        self.changed.emit()

    def _parent_edited(self, before: str, now: str) -> None:
        if self._holds_anything() and self._form.mode is not Mode.NOTE:
            said = self.tr("The message you are answering was changed. It said: “{before}” It says now: “{now}”")
            text = said.format(before=one_line(before, limit=200), now=one_line(now, limit=200))
            self._form.banner.tell(text, self._theme, alarm=True)

    def _close_banner(self) -> None:
        alarm = self._form.banner.alarm
        self._form.banner.tell("", self._theme)
        if not alarm:
            self._item, self.remote_id = None, None
            self.look()
            self.dropped.emit()

    def _desk_changed(self, changes: Changes) -> None:
        if self._conversation in changes.conversations:
            self.target.refresh()
