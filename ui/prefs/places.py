"""The settings that are no fields: the accounts, and where everything is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import text
from ui.dialogs.login_pages import words
from ui.health_words import view_title
from ui.models.house import House


class AccountsList(QWidget):
    """Each account with how it fares; ``account_asked`` carries an id."""

    account_asked = Signal(int)
    add_asked = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for view in house.accounts:
            column.addLayout(self._account(view.account.id, view.account.handle, view_title(view)))
        add = QPushButton(self.tr("Connect an account…"))
        add.setAutoDefault(False)
        add.clicked.connect(self.add_asked.emit)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _account(self, account_id: int, handle: str, state: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(words(f"@{text.one_line(handle)} · {state}"), 1)
        details = QPushButton(self.tr("Details"))
        details.setAccessibleName(self.tr("Details of {account}").format(account=f"@{text.one_line(handle)}"))
        details.setAutoDefault(False)
        details.clicked.connect(lambda: self.account_asked.emit(account_id))
        line.addWidget(details)
        return line


class FolderLine(QWidget):
    """The profile's folder, and what lies in it."""

    def __init__(self, profile: Path | None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        told = self.tr(
            "Messages, notes, drafts and settings are kept in one folder on this computer and nowhere else. "
            "Logins are kept in the system's keyring."
        )
        column.addWidget(words(told))
        if profile is None:
            return
        column.addWidget(words(str(profile), muted=True))
        show = QPushButton(self.tr("Show the folder"))
        show.setAutoDefault(False)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(profile))))
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
