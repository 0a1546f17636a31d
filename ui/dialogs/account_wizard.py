"""Connect an account: choose the network, say who you are, sign in with the browser or a token."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.accounts import Account, ChannelInfo, LoginMethod
from scrm_desktop.errors import CredentialError, KnownError, Offline
from ui import error_texts, text
from ui.bridge import Bridge
from ui.dialogs.login_pages import FieldsPage, WaitingPage, words
from ui.dialogs.network_notes import NetworkNotes, scrolled
from ui.login_help import WindowLoginHelp
from ui.theme import Theme

_AROUND = 130
"""Heading, buttons and margins of the dialog, and what is left of the screen at most."""


class AccountWizard(QDialog):
    """``connected`` carries the Account. Closing it gives a login under way up."""

    connected = Signal(object)

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect an account"))
        self._bridge, self._theme = bridge, theme
        self._channels = bridge.desk.channels()
        self._info = self._channels[0]
        self._buttons: dict[str, QPushButton] = {}
        self._task: asyncio.Task[None] | None = None
        self._help = WindowLoginHelp(self)
        self._pages = QStackedWidget()
        self._fields: FieldsPage | None = None
        self._sheet: QScrollArea | None = None
        self._waiting = WaitingPage()
        self._heading = QLabel(self.windowTitle())
        self._error = words("")
        self._build()
        self._help.browser_opened.connect(self._browser_opened)
        self._help.code_wanted.connect(self._code_wanted)
        self._waiting.code_given.connect(self._help.give_code)
        self.finished.connect(self._give_up)
        if len(self._channels) == 1:
            self._choose(self._channels[0])
        self.resize(480, min(620, 210 + 90 * len(self._channels)))

    # -- how it looks -----------------------------------------------------------------------------
    def _build(self) -> None:
        self._heading.setFont(self._theme.font(15, 600))
        self._error.setStyleSheet(f"color: {self._theme.tokens.red.name()};")
        self._error.hide()
        self._other = QPushButton(self.tr("I have an access token"))
        self._other.setProperty("flat_link", True)
        self._other.clicked.connect(self._swap_way)
        self._others = QPushButton(self.tr("Another network"))
        self._others.setProperty("flat_link", True)
        self._others.clicked.connect(self._back_to_networks)
        self._keep_here = QPushButton(self.tr("Keep for this run only"))
        self._keep_here.clicked.connect(lambda: self._begin(keep=False))
        self._keep_here.hide()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._go = QPushButton(self.tr("Sign in"))
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._go.clicked.connect(lambda: self._begin(keep=True))
        for button in (self._others, self._other, self._keep_here, self._cancel):
            # Return in a field must never reach one of these.
            button.setAutoDefault(False)
        self._pages.addWidget(self._channel_page())
        self._pages.addWidget(self._waiting)
        feet = QHBoxLayout()
        feet.addWidget(self._others)
        feet.addWidget(self._other)
        feet.addStretch(1)
        for button in (self._keep_here, self._cancel, self._go):
            feet.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._pages, 1)
        column.addWidget(self._error)
        column.addLayout(feet)
        self._back_to_networks()

    def _back_to_networks(self) -> None:
        """Choose again, with the keyboard on the network that was chosen last."""
        for button in (self._go, self._other, self._others, self._error):
            button.hide()
        self._heading.setText(self.windowTitle())
        self._pages.setCurrentIndex(0)
        self._buttons[self._info.name].setFocus()

    def _channel_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(4)
        for info in self._channels:
            button = QPushButton(QIcon(str(info.icon)), info.title)
            button.clicked.connect(lambda _=False, info=info: self._choose(info))
            self._buttons[info.name] = button
            column.addWidget(button)
            column.addWidget(NetworkNotes(info))
        column.addStretch(1)
        return scrolled(page)

    def _choose(self, info: ChannelInfo) -> None:
        self._info = info
        self._ask(token=False)

    def _ask(self, *, token: bool) -> None:
        if self._sheet is not None:
            self._pages.removeWidget(self._sheet)
            self._sheet.deleteLater()
        self._fields = FieldsPage(self._info, token=token)
        self._fields.changed.connect(self._typed)
        self._sheet = scrolled(self._fields)
        self._pages.addWidget(self._sheet)
        self._back_to_fields()
        self._fields.focus()

    def _swap_way(self) -> None:
        assert self._fields is not None
        self._ask(token=not self._fields.wants_token)

    def _back_to_fields(self) -> None:
        assert self._fields is not None
        assert self._sheet is not None
        self._heading.setText(self.tr("Connect an account of {network}").format(network=self._info.title))
        self._pages.setCurrentWidget(self._sheet)
        by_browser = self.tr("Sign in with the browser")
        self._other.setText(by_browser if self._fields.wants_token else self.tr("I have an access token"))
        self._other.setVisible(self._fields.by_browser)
        self._others.setVisible(len(self._channels) > 1)
        self._go.setText(self.tr("Connect") if self._info.login.method is LoginMethod.OPEN else self.tr("Sign in"))
        self._go.show()
        self._typed()
        self._fit()

    def _fit(self) -> None:
        """Grow until all that is asked can be seen, as far as the screen goes; what is more scrolls."""
        if self._fields is None:
            return
        told = self._error.heightForWidth(self.width() - 44) + 12 if self._error.isVisibleTo(self) else 0
        wanted = self._fields.heightForWidth(self.width() - 56) + told + _AROUND
        highest = self.screen().availableGeometry().height() - _AROUND
        self.resize(self.width(), max(self.height(), min(wanted, highest)))

    def _typed(self) -> None:
        self._go.setEnabled(self._fields is not None and self._fields.complete)

    # -- signing in -------------------------------------------------------------------------------
    def _begin(self, *, keep: bool) -> None:
        if self._task is not None or self._fields is None:
            return
        self._error.hide()
        self._keep_here.hide()
        for button in (self._go, self._other, self._others):
            button.hide()
        self._waiting.wait(self.tr("Connecting…"))
        self._pages.setCurrentWidget(self._waiting)
        self._task = self._bridge.spawn(self._sign_in(self._fields, keep=keep))

    async def _sign_in(self, page: FieldsPage, *, keep: bool) -> None:
        desk, name = self._bridge.desk, self._info.name
        try:
            if page.wants_token:
                server = next(iter(page.answers.values()), "")
                login = desk.sign_in_with_token(name, server, page.token.text().strip(), keep=keep)
            else:
                login = desk.sign_in(name, page.answers, self._help, keep=keep)
            account = await self._bridge.ask(login)
        except KnownError as error:
            self._failed(error)
        else:
            self._done(account, page)
        finally:
            self._task = None

    def _done(self, account: Account, page: FieldsPage) -> None:
        page.forget()
        self.connected.emit(account)
        self.accept()

    def _failed(self, error: KnownError) -> None:
        self._back_to_fields()
        told = error_texts.message(error)
        if isinstance(error, Offline):
            told = self.tr("{host} can't be reached. Is the name right, and is there a network?")
            told = told.format(host=text.one_line(str(error.params.get("host", "")), limit=120))
        self._error.setText(f"{error_texts.title(error)}. {told}")
        self._error.show()
        self._fit()
        # Without a usable keyring the login can still live in memory; it is never written to a file.
        self._keep_here.setVisible(isinstance(error, CredentialError))
        if isinstance(error, CredentialError):
            self._others.hide()  # the line is long enough
            self._keep_here.setFocus()
        elif self._fields is not None:
            self._fields.focus()

    def _browser_opened(self, url: str, opened: bool) -> None:
        told = (
            self.tr("Your browser is open: sign in there and allow the access, then come back.")
            if opened
            else self.tr("No browser could be opened. Open this address yourself and sign in:")
        )
        self._waiting.wait(told, url)

    def _code_wanted(self, url: str) -> None:
        self._waiting.wait(self.tr("Open this address, sign in, and paste the code that is shown:"), url, code=True)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._fields is not None:
            self._fields.forget()
