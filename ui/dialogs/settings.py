"""Who sits here, in which language, in which colours; and the accounts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import text
from ui.dialogs.login_pages import words
from ui.health_words import view_title
from ui.models.house import House
from ui.preferences import Preferences
from ui.theme import Scheme, Theme


class SettingsDialog(QDialog):
    """Colours change at once; name and language with the next start. ``account_asked`` carries an id."""

    account_asked = Signal(int)
    add_asked = Signal()
    notifications_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, house: House, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._theme, self._house, self._preferences = theme, house, preferences
        settings = preferences.settings
        self.name = QLineEdit(settings.name)
        self.name.setPlaceholderText(text.colleague(settings.actor))
        self.colours = self._combo(
            settings.theme, (("", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        )
        self.language = self._combo(
            settings.language, (("", self.tr("As the system")), ("en", "English"), ("fr", "Français"))
        )
        self.descriptions = QCheckBox(self.tr("Ask for a description before a picture leaves without any"))
        self.descriptions.setChecked(settings.ask_descriptions)
        self._build()
        self.colours.currentIndexChanged.connect(self._colours_changed)
        self.finished.connect(self._keep)
        self.resize(440, self.sizeHint().height())

    def _combo(self, chosen: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox()
        for value, words_ in choices:
            combo.addItem(words_, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        return combo

    def _build(self) -> None:
        form = QFormLayout()
        rows = (
            (self.tr("Your name"), self.name),
            (self.tr("Colours"), self.colours),
            (self.tr("Language"), self.language),
        )
        for words_, field in rows:
            field.setAccessibleName(words_)
            form.addRow(words_, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.descriptions)
        column.addWidget(words(self.tr("Name and language change with the next start."), muted=True))
        ringing = QPushButton(self.tr("Notifications, tray and start…"))
        ringing.clicked.connect(self.notifications_asked.emit)
        column.addWidget(ringing, 0, Qt.AlignmentFlag.AlignLeft)
        heading = QLabel(self.tr("Accounts"))
        heading.setFont(self._theme.font(13, 600))
        column.addWidget(heading)
        for view in self._house.accounts:
            column.addLayout(self._account(view.account.id, view.account.handle, view_title(view)))
        add = QPushButton(self.tr("Connect an account…"))
        add.clicked.connect(self.add_asked.emit)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _account(self, account_id: int, handle: str, state: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(words(f"@{text.one_line(handle)} · {state}"), 1)
        details = QPushButton(self.tr("Details"))
        details.clicked.connect(lambda: self.account_asked.emit(account_id))
        line.addWidget(details)
        return line

    def _colours_changed(self) -> None:
        chosen = self.colours.currentData()
        self._theme.set_scheme(Scheme(chosen) if chosen else Scheme.SYSTEM)

    def _keep(self) -> None:
        changed = replace(
            self._preferences.settings,
            name=self.name.text().strip(),
            theme=self.colours.currentData(),
            language=self.language.currentData(),
            ask_descriptions=self.descriptions.isChecked(),
        )
        if changed != self._preferences.settings:
            self._preferences.keep(changed)
