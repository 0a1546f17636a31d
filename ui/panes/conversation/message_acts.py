"""What a person can do with one message; every deed goes to the engine as a command."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, OutboxState, ReportPerson
from scrm_desktop.domain.triage import RemoveNote
from scrm_desktop.domain.views import ConversationRow, ThreadItem
from ui.bridge import Bridge
from ui.text import display_name, isolate
from ui.theme import Theme


class MessageActs(QObject):
    """``back_wanted`` carries the row of a message that shall be written anew, ``later_wanted`` one for another time.

    ``released`` carries a row that shall leave now, or never."""

    back_wanted = Signal(int)
    later_wanted = Signal(int)
    released = Signal(int)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._widget = parent
        self.row: ConversationRow | None = None

    @property
    def able(self) -> Capabilities:
        """What the account's server allows."""
        return self._bridge.desk.capabilities(self.row.account_id) if self.row else Capabilities()

    def deed(self, deed: Deed, target: str, value: str = "") -> None:
        """Queue a deed on a message or a person; ``value``: the emoji."""
        if self.row is not None and target:
            command = DoDeed(deed=deed, target=target, value=value)
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.act(self.row.account_id, self.row.id, command)))

    def save(self, item: ThreadItem, url: str) -> None:
        """Save a customer's file where the person says."""
        if self.row is not None:
            from ui.panes.conversation.saving import save_file

            save_file(self._widget, self._bridge, self.row.account_id, item, url)

    def delete(self, item: ThreadItem) -> None:
        """Delete a message of ours, after a question."""
        said = self.tr("Delete this message for everybody? The network can't bring it back.")
        self._confirm(said, self.tr("Delete"), lambda: self.deed(Deed.DELETE, item.remote_id))

    def mute(self, item: ThreadItem) -> None:
        """Hide a person from our account, after a question."""
        said = self.tr("Mute {name}? You won't be told of what they write any more, and they are not told.")
        self._confirm_person(item, said, self.tr("Mute"), Deed.MUTE)

    def block(self, item: ThreadItem) -> None:
        """Shut a person out, after a question."""
        said = self.tr("Block {name}? They can't follow or write to you any more, and they can find out.")
        self._confirm_person(item, said, self.tr("Block"), Deed.BLOCK)

    def _confirm_person(self, item: ThreadItem, said: str, button: str, deed: Deed) -> None:
        author = item.author
        if author is not None:
            name = isolate(f"{display_name(author.display_name, author.handle)} (@{author.handle})")
            self._confirm(said.format(name=name), button, lambda: self.deed(deed, author.remote_id))

    def _confirm(self, said: str, button: str, then: Callable[[], None]) -> None:
        box = QMessageBox(self._widget)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(said)
        go = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(then)
        box.open()

    def edit(self, item: ThreadItem) -> None:
        """Change a message of ours in a window of its own."""
        row = self.row
        if row is None:
            return

        from ui.panes.conversation.edit_dialog import EditDialog

        def save(text: str, warning: str) -> None:
            command = EditMessage(remote_id=item.remote_id, text=text, content_warning=warning, language=item.language)
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.act(row.account_id, row.id, command)))

        def count(text: str, warning: str) -> int:
            return self._bridge.desk.count(row.account_id, text, warning)

        dialog = EditDialog(item, count, self.able.max_characters, self._theme, self._widget)
        dialog.saved.connect(save)
        dialog.open()

    def report(self, item: ThreadItem) -> None:
        """Tell the moderators of a message."""
        row, author = self.row, item.author
        if row is None or author is None:
            return

        from ui.panes.conversation.report_dialog import ReportDialog

        def send(comment: str, category: str, forward: bool) -> None:
            command = ReportPerson(
                profile_id=author.remote_id,
                message_ids=(item.remote_id,),
                comment=comment,
                category=category,
                forward=forward,
            )
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.act(row.account_id, row.id, command)))

        dialog = ReportDialog(display_name(author.display_name, author.handle), author.handle, self._widget)
        dialog.sent.connect(send)
        dialog.open()

    def remove_note(self, item: ThreadItem) -> None:
        """Take an internal note away."""
        if self.row is not None and item.note_id is not None:
            action = RemoveNote(conversation=self.row.id, note_id=item.note_id)
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.triage(action)))

    # -- what hangs in the outbox -------------------------------------------------------------------
    def retry(self, item: ThreadItem) -> None:
        """Try a failed one again, or look again for an unconfirmed one."""
        if item.outbox_id is not None:
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.retry(item.outbox_id)))
            self.released.emit(item.outbox_id)

    def send_again(self, item: ThreadItem) -> None:
        """The person has looked: it is not there."""
        number = item.outbox_id
        if number is not None:
            said = self.tr("Send it again? If it did arrive after all, it will stand there twice.")
            self._confirm(said, self.tr("Send again"), lambda: self._again(number))

    def _again(self, outbox_id: int) -> None:
        self._bridge.spawn(self._bridge.ask(self._bridge.desk.send_again(outbox_id)))

    def take_back(self, item: ThreadItem) -> None:
        """Take it out of the outbox, and its words back into the composer."""
        if item.outbox_id is not None:
            self.back_wanted.emit(item.outbox_id)

    def put_off(self, item: ThreadItem) -> None:
        """Let it leave at another time."""
        if item.outbox_id is not None:
            self.later_wanted.emit(item.outbox_id)

    def discard(self, item: ThreadItem) -> None:
        """It shall never leave; what nobody has sent yet is asked about first, since its words go with it."""
        number = item.outbox_id
        if number is None:
            return
        if item.state is OutboxState.UNCONFIRMED:
            self._discard(number)
            return
        said = self.tr("Discard this reply? It is not sent, and its words are gone.")
        self._confirm(said, self.tr("Discard"), lambda: self._discard(number))

    def _discard(self, outbox_id: int) -> None:
        self._bridge.spawn(self._bridge.ask(self._bridge.desk.cancel(outbox_id)))
        self.released.emit(outbox_id)
