"""One account: how it fares in words, what is stored, what its server can do, and how to leave it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.accounts import Health
from scrm_desktop.domain.views import AccountView, Coverage
from ui import error_texts, text
from ui.bridge import Bridge
from ui.dialogs.account_options import AccountOptions
from ui.dialogs.login_pages import words
from ui.dialogs.network_notes import scrolled
from ui.handles import called
from ui.health_words import asleep, view_message, view_title, view_tone
from ui.models.house import House
from ui.theme import Theme

_WIDTH = 500
_FEET = 110
"""Height of the buttons and of what is around the page."""
MOST_STREAMS = 6
"""Of so many an account's details tell; the command line tells of all."""


class AccountDetails(QDialog):
    """Follows the house while it is open; closes when the account is gone.

    ``practice_asked``: the practice network, to which this account belongs, shall run.
    """

    practice_asked = Signal()

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme, house: House, account_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._theme, self._house, self._id = bridge, theme, house, account_id
        self._days = QSpinBox()
        self._signed = ""
        self._forget = QCheckBox(self.tr("Also forget the stored messages"))
        self._sure, self._page = QWidget(), QWidget()
        self._name, self._state = QLabel(), words("")
        self._start = QPushButton(self.tr("Start the practice network"))
        self._start.clicked.connect(self._practise)
        self._stored, self._server = words("", muted=True), words("", muted=True)
        self._signature = QPlainTextEdit()
        self._signature.setFixedHeight(54)
        self._signature.setTabChangesFocus(True)
        self._signature.setAccessibleName(self.tr("Signature"))
        self._signature.setPlaceholderText(self.tr("What every answer of this account ends with (optional)"))
        self._signature.setEnabled(False)
        self._options = self._make_options()
        self._build()
        self._reading = bridge.spawn(self._read_signature())
        self.finished.connect(self._keep_signature)
        house.changed.connect(self._tell)
        self._tell()
        self._fit()

    def _fit(self) -> None:
        """As high as what it tells, as far as the screen goes; what is more scrolls."""
        told = self._page.heightForWidth(_WIDTH - 44) + _FEET
        self.resize(_WIDTH, min(told, self.screen().availableGeometry().height() - _FEET))

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 20, 22, 18)
        whole.setSpacing(12)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._name.setFont(self._theme.font(15, 600))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._name)
        column.addWidget(self._state)
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card(self.tr("Stored"), self._stored, self._history()))
        column.addWidget(self._card(self.tr("Server"), self._server))
        column.addWidget(self._card(self.tr("Signature"), self._signature))
        if self._options is not None:
            column.addWidget(self._card(self.tr("Options"), self._options))
        column.addStretch(1)
        whole.addWidget(scrolled(self._page), 1)
        whole.addWidget(self._sure)
        whole.addLayout(self._feet())
        self._build_sure()

    def _make_options(self) -> AccountOptions | None:
        view = self._house.account(self._id)
        infos = {info.name: info for info in self._bridge.desk.channels()}
        info = infos.get(view.account.channel) if view is not None else None
        return AccountOptions(info, view.account) if info is not None and info.options and view is not None else None

    async def _read_signature(self) -> None:
        kept = (await self._bridge.ask(self._bridge.desk.signatures())).get(self._id, "")
        self._signature.setPlainText(kept)
        self._signature.setEnabled(True)
        self._signed = kept

    def _keep_signature(self) -> None:
        self._reading.cancel()
        if self._options is not None and self._house.account(self._id) is not None:
            self._options.keep(self._bridge)
        now = self._signature.toPlainText().strip()
        if self._signature.isEnabled() and now != self._signed:
            self._bridge.spawn(self._bridge.ask(self._bridge.desk.save_signature(self._id, now)))

    def _card(self, title: str, *inside: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        heading = QLabel(title.upper())
        heading.setProperty("heading", True)
        heading.setFont(self._theme.font(11, 600))
        column.addWidget(heading)
        for widget in inside:
            column.addWidget(widget)
        return card

    def _history(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        self._days.setRange(1, 3650)
        self._days.setValue(90)
        self._days.setSuffix(self.tr(" days"))
        self._days.setAccessibleName(self.tr("How many days of history"))
        load = QPushButton(self.tr("Load history"))
        load.clicked.connect(self._load)
        line.addWidget(QLabel(self.tr("Go back")))
        line.addWidget(self._days)
        line.addStretch(1)
        line.addWidget(load)
        return box

    def _feet(self) -> QHBoxLayout:
        line = QHBoxLayout()
        remove = QPushButton(self.tr("Remove account…"))
        remove.setProperty("danger", True)
        remove.clicked.connect(self._sure.show)
        check = QPushButton(self.tr("Check now"))
        check.clicked.connect(lambda: self._bridge.spawn(self._bridge.ask(self._bridge.desk.check_now(self._id))))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line.addWidget(remove)
        line.addStretch(1)
        line.addWidget(check)
        line.addWidget(close)
        return line

    def _build_sure(self) -> None:
        column = QVBoxLayout(self._sure)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr(
            "The login is given back to the server and forgotten here. Your notes, labels and drafts stay; what waits "
            "in the outbox of this account will not be sent."
        )
        column.addWidget(words(told))
        line = QHBoxLayout()
        line.addWidget(self._forget)
        line.addStretch(1)
        yes = QPushButton(self.tr("Remove"))
        yes.setProperty("danger", True)
        yes.clicked.connect(lambda: self._bridge.spawn(self._remove()))
        line.addWidget(yes)
        column.addLayout(line)
        self._sure.hide()

    # -- what stands there ------------------------------------------------------------------------
    def _tell(self) -> None:
        view = self._house.account(self._id)
        if view is None:
            if self._house.ready:
                self.accept()
            return
        handle = called(self._house.channel(view.account.channel), view.account.handle)
        self.setWindowTitle(handle)
        self._name.setText(handle)
        self._state.setText(self._state_words(view))
        self._state.setStyleSheet(f"color: {self._theme.tokens.tone(view_tone(view))[0].name()};")
        self._start.setVisible(asleep(view))
        self._start.setEnabled(self._start.isEnabled() or not asleep(view))
        mine = [one for one in self._house.coverage if one.account_id == self._id]
        told = [self._coverage_words(one) for one in mine[:MOST_STREAMS]]
        if len(mine) > MOST_STREAMS:
            told.append(self.tr("and %n more", "", len(mine) - MOST_STREAMS))
        self._stored.setText("\n".join(told) or self.tr("Nothing is stored yet."))
        self._server.setText(self._server_words())

    def _state_words(self, view: AccountView) -> str:
        health = view.health
        title = view_title(view)
        parts = [title[:1].upper() + title[1:], view_message(view)]
        if health.checked_at:
            parts.append(self.tr("Last checked {when}.").format(when=text.ago(health.checked_at, datetime.now(UTC))))
        if health.streaming and health.health is Health.OK:
            parts.append(self.tr("News arrive at once."))
        return " ".join(part if part.endswith((".", "…")) else f"{part}." for part in parts if part)

    def _coverage_words(self, one: Coverage) -> str:
        if one.complete_since is None:
            return self.tr("{stream}: nothing yet").format(stream=stream_name(one.stream))
        found = self.tr("{stream}: complete since {date}").format(
            stream=stream_name(one.stream), date=text.date(one.complete_since)
        )
        if one.finished:
            found += ", " + self.tr("the network has nothing older")
        for start, end in one.gaps:
            found += "\n" + self.tr("    gap from {start} to {end}").format(
                start=text.full_when(start), end=text.full_when(end)
            )
        return found + (f"\n    {error_texts.sentence(one.note)}" if one.note else "")

    def _server_words(self) -> str:
        known = self._bridge.desk.capabilities(self._id)
        software = f"{known.software} {known.version}".strip() or self.tr("Unknown software")
        lines = [text.one_line(software)]
        if known.reply:
            lines.append(self.tr("%n characters for each message", "", known.max_characters))
        return "\n".join([*lines, *(f"– {error_texts.sentence(one)}" for one in known.missing)])

    # -- what can be done -------------------------------------------------------------------------
    def _practise(self) -> None:
        # Once is enough: it takes some seconds to be there.
        self._start.setEnabled(False)
        self.practice_asked.emit()

    def _load(self) -> None:
        self._bridge.spawn(self._backfill(self._days.value()))

    async def _backfill(self, days: int) -> None:
        await self._bridge.ask(self._bridge.desk.backfill(self._id, days))
        self._state.setText(self.tr("History is being loaded in the background, newest first."))

    async def _remove(self) -> None:
        forget = self._forget.isChecked()
        await self._bridge.ask(self._bridge.desk.remove_account(self._id, forget_history=forget))
        self.accept()


def stream_name(stream: str) -> str:
    """A stream's name for people; a network's own that nobody translated stays as it is."""
    return error_texts.sentence(stream.replace("_", " ").capitalize())
