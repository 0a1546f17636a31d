"""Finds somebody who is the same person as a customer, and shows both before they are joined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.finding import PersonHit
from scrm_desktop.domain.views import ContactCard, ConversationRow, Proposal
from ui.bridge import Bridge
from ui.dialogs.profile_side import ProfileSide, plain_line
from ui.i18n import QT_TRANSLATE_NOOP
from ui.likeness_words import reasons
from ui.moving.entries import PEOPLE, Entry
from ui.moving.palette_list import ENTRY, HEAD, LINE, PaletteDelegate, PaletteModel
from ui.text import display_name, isolate, one_line
from ui.theme import Theme

_LIKELY = QT_TRANSLATE_NOOP("Palette", "Perhaps the same person")
_FOUND, _LINES, _SIDE = 8, 3, 290
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 4, Qt.Key.Key_PageUp: -4}


class SamePersonDialog(QDialog):
    """``joined`` carries the card of whoever is the same person. Return goes to the button first, then it joins."""

    joined = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        bridge: Bridge,
        theme: Theme,
        row: ConversationRow,
        card: ContactCard,
        proposal: Proposal | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Same person as…"))
        self._bridge, self._theme, self._card = bridge, theme, card
        self._turn = self._chosen_turn = 0
        self.other: ContactCard | None = None
        channels: dict[str, ChannelInfo] = {info.name: info for info in bridge.desk.channels()}
        self.field, self.model, self.list = QLineEdit(), PaletteModel(), QListView()
        self.hint = QLabel()
        self.left = ProfileSide(theme, channels, self.tr("This customer"), "")
        self.right = ProfileSide(
            theme, channels, self.tr("The same person?"), self.tr("Choose somebody in the list above.")
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(self.tr("They are the same person"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self.left.show_card(card, row)
        self._propose(proposal)

    def _build(self) -> None:
        words = self.tr("Find a person by name or handle…")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self._theme))
        self.list.itemDelegate().setParent(self.list)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        t = self._theme.tokens
        self.list.setStyleSheet(
            f"QListView {{ background: {t.panel.name()}; border: 1px solid {t.line.name()}; border-radius: 8px; }}"
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setFixedHeight(self._theme.px(_LINES * LINE + HEAD) + 4)
        self.list.clicked.connect(self._clicked)
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        self.hint.hide()
        self.go.setProperty("primary", True)
        self.go.setEnabled(False)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._join)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.list)
        sides = QHBoxLayout()
        for side in (self.left, self.right):
            # What is chosen next may have more to say: nothing below moves by it.
            side.setMinimumHeight(self._theme.px(_SIDE))
        sides.setSpacing(12)
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        column.addLayout(sides, 1)
        column.addWidget(plain_line(self._theme, self._promise(), self))
        column.addWidget(self.hint)
        column.addWidget(self.buttons)
        self.resize(self._theme.px(660), self._theme.px(640))

    def _promise(self) -> str:
        return self.tr(
            "They become one customer with one timeline and one history. No network is told, and they can be"
            " told apart again."
        )

    # -- who is listed -----------------------------------------------------------------------------
    def _propose(self, first: Proposal | None = None) -> None:
        """Before anything is typed: who may be it."""
        listed = [self._proposed(one) for one in self._card.proposals]
        self._show(_LIKELY, listed)
        if first is not None:
            ids = [line.id if isinstance(line, Entry) else "" for line in self.model.lines]
            self._go(ids.index(_id(first.conversation_id)) if _id(first.conversation_id) in ids else 0)

    def _proposed(self, one: Proposal) -> Entry:
        name = display_name(one.profile.display_name, one.profile.handle)
        handle = f"@{one_line(one.profile.handle, limit=80)}"
        return self._entry(name, f"{isolate(handle)} · {reasons(one.reasons)}", one.conversation_id)

    def _hit(self, hit: PersonHit) -> Entry:
        return self._entry(
            display_name(hit.name, hit.handle), isolate(f"@{one_line(hit.handle, limit=120)}"), hit.conversation_id
        )

    def _entry(self, name: str, detail: str, conversation_id: int) -> Entry:
        run = partial(self._choose, conversation_id)
        return Entry(id=_id(conversation_id), group=PEOPLE, text=isolate(name), detail=detail, face=name, run=run)

    def _typed(self) -> None:
        self._turn += 1
        typed = self.field.text().strip()
        if typed:
            self._bridge.spawn(self._search(typed, self._turn))
        else:
            self._propose()

    async def _search(self, typed: str, turn: int) -> None:
        found = await self._bridge.ask(self._bridge.desk.find(typed, _FOUND))
        if turn == self._turn:
            others = [self._hit(hit) for hit in found.people if hit.contact_id != self._card.contact_id]
            self._show(PEOPLE, others)
            self._hint("" if others else self.tr("Nothing found."))

    def _show(self, group: str, listed: Sequence[Entry]) -> None:
        self.model.show([(group, list(listed))] if listed else [])
        self._go(self.model.step(0, 1))

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))
        line = self.list.currentIndex().data(ENTRY)
        if isinstance(line, Entry):
            line.run()
        else:
            self._nobody()

    def _clicked(self, index: QModelIndex) -> None:
        self._go(index.row())

    # -- who is chosen -----------------------------------------------------------------------------
    def _nobody(self) -> None:
        self._chosen_turn += 1
        self.other = None
        self.right.show_card(None)
        self.go.setEnabled(False)

    def _choose(self, conversation_id: int) -> None:
        self._nobody()
        self._hint("")
        self._bridge.spawn(self._load(conversation_id, self._chosen_turn))

    def _hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    async def _load(self, conversation_id: int, turn: int) -> None:
        desk = self._bridge.desk
        rows = await self._bridge.ask(desk.conversation_rows((conversation_id,)))
        card = await self._bridge.ask(desk.contact_card(conversation_id))
        if turn == self._chosen_turn:
            self.other = card
            self.right.show_card(card, rows.get(conversation_id))
            self.go.setEnabled(bool(card.keys) and card.contact_id != self._card.contact_id)

    def _join(self) -> None:
        if self.other is not None:
            self.joined.emit(self.other)
            self.accept()

    def done(self, result: int) -> None:
        self._turn += 1
        self._chosen_turn += 1
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                row = self.list.currentIndex().row()
                for _ in range(abs(_STEPS[key])):
                    row = self.model.step(row, 1 if _STEPS[key] > 0 else -1)
                self._go(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Both are looked at before anything is joined: the second stroke is the one that does it.
                if self.go.isEnabled():
                    self.go.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


def _id(conversation_id: int) -> str:
    return f"person-of:{conversation_id}"
