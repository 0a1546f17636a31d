"""A reply that leaves later: the time is chosen here, moved here, and offered here outside the sending hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtWidgets import QMessageBox, QWidget

from scrm_desktop.domain.views import Mode
from ui import text
from ui.bridge import Bridge
from ui.panes.conversation.composer_words import SEND_KEYS
from ui.theme import Theme

if TYPE_CHECKING:
    from scrm_desktop.domain.sending_hours import SendingHours
    from ui.dialogs.picker import Choice
    from ui.dialogs.send_later import SendLaterPicker
    from ui.panes.conversation.composer import Composer

Go = Callable[[datetime | None], None]


class SendLater(QObject):
    """``moved`` carries an outbox row that has another time now: there is nothing to undo about it any more."""

    moved = Signal(int)

    def __init__(self, bridge: Bridge, theme: Theme, composer: Composer, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._composer, self._widget = bridge, theme, composer, parent
        composer.leaving.gate = self.ask_hours
        composer.leaving.ask_time = self.ask_time
        composer.form.later.clicked.connect(self.pick)

    @property
    def hours(self) -> SendingHours:
        """When this house answers."""
        # Here, since a start needs none of it.
        from scrm_desktop.domain.sending_hours import load

        return load(self._composer.preferences.settings.sending_hours)

    def opening(self) -> datetime | None:
        """When answers leave again; ``None`` where they leave now."""
        if not self._composer.preferences.settings.sending_hours:
            return None
        return self.hours.next_opening(datetime.now(UTC))

    def pick(self) -> None:
        """Ask when what is written shall leave."""
        composer = self._composer
        if not composer.leaving.ready or composer.mode is Mode.NOTE:
            return
        mark = composer.place()[2]

        def chosen(at: datetime) -> None:
            if composer.place()[2] == mark:
                composer.leaving.submit(at)

        self.ask_time(composer.form.later, chosen)

    def ask_time(self, beside: QWidget, then: Callable[[datetime], None]) -> None:
        """Ask above a button for a time, and go on with it."""
        picker = self._picker(beside, then)
        picker.open_at(beside.mapToGlobal(QPoint(beside.width() - picker.width(), -picker.height() - 4)))

    def move(self, outbox_id: int) -> None:
        """Ask for another time for a reply that waits."""
        picker = self._picker(self._widget, lambda at: self._bridge.spawn(self._move(outbox_id, at)))
        pane = self._widget
        place = pane.mapFromGlobal(QCursor.pos())
        if not pane.rect().contains(place):
            place = QPoint((pane.width() - picker.width()) // 2, pane.height() // 3)
        picker.open_at(pane.mapToGlobal(place))

    def _picker(self, beside: QWidget, then: Callable[[datetime], object]) -> SendLaterPicker:
        from ui.dialogs.send_later import SendLaterPicker

        picker = SendLaterPicker(beside.window(), self._theme, opening=self.opening())

        def picked(choice: Choice) -> None:
            if isinstance(choice.value, datetime):
                then(choice.value)

        picker.picked.connect(picked)
        return picker

    async def _move(self, outbox_id: int, at: datetime) -> None:
        await self._bridge.ask(self._bridge.desk.reschedule(outbox_id, at))
        self.moved.emit(outbox_id)

    # -- outside the sending hours -----------------------------------------------------------------
    def ask_hours(self, go: Go) -> None:
        """Go on at once within the sending hours; outside of them the person says whether now or then."""
        opening = self.opening()
        if opening is None:
            go(None)
            return
        mark = self._composer.place()[2]
        when = text.coming(opening, datetime.now(UTC))
        box = QMessageBox(self._composer.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Outside your sending hours"))
        box.setText(self.tr("You answer again {when}. Send this then, or now all the same?").format(when=when))
        then = box.addButton(
            self.tr("Send at {time}").format(time=text.clock(opening)), QMessageBox.ButtonRole.AcceptRole
        )
        now = box.addButton(f"{self.tr('Send now')} {SEND_KEYS}", QMessageBox.ButtonRole.ActionRole)
        now.setAccessibleName(self.tr("Send now"))
        # The keys that send, pressed once more, mean it.
        now.setShortcut(QKeySequence("Ctrl+Return"))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(then)

        def chosen(at: datetime | None) -> Callable[[], None]:
            def act() -> None:
                if self._composer.place()[2] == mark:
                    go(at)

            return act

        then.clicked.connect(chosen(opening))
        now.clicked.connect(chosen(None))
        box.rejected.connect(self._composer.leaving.give_up)
        box.open()
