"""What a channel keeps for an account and the person may change, made from the channel's data."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import Account, ChannelInfo
from ui import error_texts
from ui.bridge import Bridge
from ui.dialogs.login_pages import edit_for, label_of, typed_in, words


class AccountOptions(QWidget):
    """The fields of ``info.options`` with what is chosen; :meth:`keep` stores what was changed."""

    def __init__(self, info: ChannelInfo, account: Account) -> None:
        super().__init__()
        self._account = account
        self._edits: dict[str, QLineEdit | QPlainTextEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field in info.options:
            edit = edit_for(field)
            known = account.option(field.name)
            if isinstance(edit, QLineEdit):
                edit.setText(known)
            else:
                edit.setPlainText(known)
            self._edits[field.name] = edit
            form.addRow(label_of(field), edit)
            if field.help:
                form.addRow(words(error_texts.sentence(field.help), muted=True))
        column.addLayout(form)

    def keep(self, bridge: Bridge) -> None:
        """Store what reads differently now; nothing where nothing was changed."""
        chosen = {name: typed_in(edit) for name, edit in self._edits.items()}
        changed = {name: value for name, value in chosen.items() if value != self._account.option(name)}
        if changed:
            bridge.spawn(bridge.ask(bridge.desk.set_account_options(self._account.id, changed)))
