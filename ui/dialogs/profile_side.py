"""One of two people who are looked at side by side: who they are, and what we have with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.views import ContactCard, ConversationRow
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.customer.cards import Card, plain
from ui.text import clean, display_name, number, one_line, short_date, short_when
from ui.theme import Theme

_BIO, _MOST_PROFILES = 160, 4


class ProfileSide(QFrame):
    """A card under a heading; empty until somebody is shown."""

    def __init__(self, theme: Theme, channels: Mapping[str, ChannelInfo], heading: str, empty: str) -> None:
        super().__init__()
        self._theme, self._channels, self._heading, self._empty = theme, channels, heading, empty
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: Card | None = None
        self.setAccessibleName(heading)
        self.show_card(None)

    def show_card(self, card: ContactCard | None, row: ConversationRow | None = None) -> None:
        """This person with what was said last in their conversation, or nobody."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = made = Card(self._theme, self._heading, self)
        if card is None or not card.profiles:
            made.add_text(self._empty)
        else:
            self._fill(made, card)
            self._said(made, row)
        made.column.addStretch(1)
        self._column.addWidget(made)

    def _fill(self, made: Card, card: ContactCard) -> None:
        profile = card.profiles[0][1]
        head = QHBoxLayout()
        head.setSpacing(11)
        face = QLabel(made)
        face.setPixmap(self._theme.avatar(profile.display_name or profile.handle, self._theme.px(40)))
        head.addWidget(face)
        head.addWidget(self._name(profile, made), 1)
        made.column.addLayout(head)
        for channel, found in card.profiles[:_MOST_PROFILES]:
            made.column.addWidget(self._handle(channel, found, made))
        self._facts(made, card, profile)
        if profile.bio.strip():
            made.column.addSpacing(3)
            made.add_text(one_line(clean(profile.bio), limit=_BIO), muted=False)

    def _name(self, profile: RemoteProfile, made: Card) -> QWidget:
        label = ElidedLabel(made)
        label.setText(display_name(profile.display_name, profile.handle))
        label.setFont(self._theme.font(14, 600))
        label.setStyleSheet(f"color: {self._theme.tokens.fg.name()};")
        return label

    def _handle(self, channel: str, profile: RemoteProfile, made: Card) -> QWidget:
        info = self._channels.get(channel)
        label = ElidedLabel(made)
        label.setText(f"@{one_line(profile.handle, limit=120)} · {info.title if info else channel}")
        label.setFont(self._theme.font(13))
        label.setStyleSheet(f"color: {self._theme.tokens.muted.name()};")
        return label

    def _facts(self, made: Card, card: ContactCard, profile: RemoteProfile) -> None:
        if profile.followers is not None:
            made.add_pair(self.tr("Followers"), number(profile.followers))
        if card.first_seen is not None:
            made.add_pair(self.tr("First seen"), short_date(card.first_seen))
        made.add_pair(self.tr("Wrote to us"), number(card.messages_in))
        made.add_pair(self.tr("We wrote"), number(card.messages_out))

    def _said(self, made: Card, row: ConversationRow | None) -> None:
        if row is not None and row.last_text:
            said = f"“{one_line(row.last_text, limit=120)}” · {short_when(row.last_at, datetime.now(UTC))}"
            made.column.addSpacing(3)
            made.column.addWidget(plain_line(self._theme, said, made))


def plain_line(theme: Theme, words: str, parent: QWidget) -> QLabel:
    """A small grey line that may break."""
    label = plain(words, theme.font(12), theme.tokens.muted.name(), parent)
    label.setWordWrap(True)
    return label
