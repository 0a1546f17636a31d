"""The customer beside the thread: who they are, how much was said, and what came before."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.domain.views import ContactCard, ConversationRow, EarlierConversation
from ui.bridge import Bridge
from ui.handles import called
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.customer.cards import Card, LineButton
from ui.text import clean, display_name, number, one_line, short_date, short_when
from ui.theme import Theme

_FIELDS = 8
_EARLIER = 20
_BIO = 600


class CustomerPane(QScrollArea):
    """``open_conversation`` carries the id of an earlier conversation that was chosen.

    ``same_person_asked`` carries the proposal that shall be looked at (``None``: find somebody), ``refused`` the one
    that is somebody else.

    An ``early`` one stays empty until :meth:`complete`.
    """

    open_conversation = Signal(int)
    same_person_asked = Signal(object)
    part_asked = Signal()
    refused = Signal(object)
    timeline_asked = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None, *, early: bool = False) -> None:
        super().__init__(parent)
        self._early = early
        self._bridge = bridge
        self._theme = theme
        self._row: ConversationRow | None = None
        self._card: ContactCard | None = None
        self._turn = 0
        self._stale = False
        self._channels: dict[str, ChannelInfo] = {info.name: info for info in bridge.desk.channels()}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Customer"))
        bridge.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def card(self) -> ContactCard | None:
        """What is known of the customer who is shown."""
        return self._card

    @property
    def row(self) -> ConversationRow | None:
        """The conversation whose customer is shown."""
        return self._row

    def complete(self) -> None:
        """Draw what waits."""
        self._early = False
        if self._stale:
            self._draw()

    def show_conversation(self, row: ConversationRow | None) -> None:
        """Show the customer of a conversation; ``None``: of none."""
        same = row is not None and self._row is not None and row.id == self._row.id
        before, self._row = self._row, row
        if same and row is not None and before is not None and row.profile_id != before.profile_id:
            # A merge may have made somebody else the customer of the same conversation.
            same = False
        if not same:
            self._card = None
            self._draw()
            self._read()

    def _read(self) -> None:
        self._turn += 1
        if self._row is not None:
            self._bridge.spawn(self._load(self._row.id, self._turn))

    async def _load(self, number: int, turn: int) -> None:
        card = await self._bridge.ask(self._bridge.desk.contact_card(number))
        if turn == self._turn and card != self._card:
            self._card = card
            self._draw()

    def _changed(self, changes: Changes) -> None:
        row = self._row
        if row is not None and (row.id in changes.conversations or row.profile_id in changes.profiles):
            self._read()

    # -- drawing -----------------------------------------------------------------------------------
    def _draw(self) -> None:
        """Build the cards anew: they are few, and everything in them may have changed.

        While nobody can see them they wait: much changes before a window is shown.
        """
        self._draw_ground()
        self._stale = self._early or not self.isVisible()
        if self._stale:
            return
        page = QWidget(self)
        page.setObjectName("customer")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        if self._row is None:
            column.addWidget(self._nothing(page), 1)
        else:
            for card in self._cards(self._row, page):
                column.addWidget(card)
            column.addStretch(1)
        self.setWidget(page)

    def _draw_ground(self) -> None:
        t = self._theme.tokens
        look = (
            f"CustomerPane, #customer {{ background: {t.bg.name()}; }}"
            f"CustomerPane {{ border: 1px solid {t.bg.name()}; }}"
            f"CustomerPane:focus {{ border: 1px solid {t.accent.name()}; }}"
        )
        if look != self.styleSheet():
            self.setStyleSheet(look)

    def _nothing(self, page: QWidget) -> QLabel:
        label = QLabel(self.tr("The customer of the conversation you choose is shown here."), page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFont(self._theme.font(13))
        label.setStyleSheet(f"color: {self._theme.tokens.muted.name()};")
        return label

    def _cards(self, row: ConversationRow, page: QWidget) -> list[Card]:
        card = self._card
        if card is None:
            return [self._who(row, None, (), page)]
        profile = card.profiles[0][1] if card.profiles else None
        made = [self._who(row, profile, card.profiles, page)]
        self._persons(card, made[0])
        if profile is not None:
            made += [self._about(profile, page)] if _has_facts(profile) else []
        made.append(self._with_us(card, page))
        made[-1].column.addSpacing(5)
        made[-1].column.addWidget(self._timeline_button(made[-1]))
        if card.earlier:
            made.append(self._history(card.earlier, page))
        return made

    def _who(
        self,
        row: ConversationRow,
        profile: RemoteProfile | None,
        profiles: tuple[tuple[str, RemoteProfile], ...],
        page: QWidget,
    ) -> Card:
        card = Card(self._theme, "", page)
        person = (profile.display_name if profile else "") or row.person
        head = QHBoxLayout()
        head.setSpacing(11)
        face = QLabel(card)
        face.setTextFormat(Qt.TextFormat.PlainText)
        face.setPixmap(self._theme.avatar(row.person or row.handle, self._theme.px(46)))
        head.addWidget(face)
        head.addLayout(
            self._name(display_name(person, row.handle), called(self._channels.get(row.channel), row.handle), card), 1
        )
        card.column.addLayout(head)
        if profile is not None and profile.bio.strip():
            card.column.addSpacing(3)
            card.add_text(clean(profile.bio, limit=_BIO), muted=False)
        for channel, found in profiles:
            card.column.addWidget(self._profile_line(channel, found, card, several=len(profiles) > 1))
        return card

    def _persons(self, card: ContactCard, box: Card) -> None:
        """Who else this may be, and the ways to join and to part."""
        from ui.panes.customer.persons import person_buttons, proposal_box

        if not card.keys:
            return
        box.column.addSpacing(4)
        for one in card.proposals[:1]:
            info = self._channels.get(one.channel)
            badge = (info.badge, info.colour) if info else ("?", self._theme.tokens.muted.name())
            compare, refuse = partial(self.same_person_asked.emit, one), partial(self.refused.emit, one)
            box.column.addWidget(proposal_box(self._theme, one, badge, compare, refuse, box))
        join = partial(self.same_person_asked.emit, None)
        box.column.addLayout(person_buttons(len(card.keys) > 1, join, self.part_asked.emit, box))

    def _name(self, name: str, handle: str, card: Card) -> QVBoxLayout:
        t = self._theme.tokens
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for text, font, colour in (
            (name, self._theme.font(14, 600), t.fg),
            (handle, self._theme.font(13), t.muted),
        ):
            label = ElidedLabel(card)
            label.setText(text)
            label.setFont(font)
            label.setStyleSheet(f"color: {colour.name()};")
            lines.addWidget(label)
        return lines

    def _profile_line(self, channel: str, profile: RemoteProfile, card: Card, *, several: bool) -> LineButton:
        info = self._channels.get(channel)
        badge = (info.badge, info.colour) if info else ("?", self._theme.tokens.muted.name())
        title = info.title if info else channel
        said = self.tr("Profile on {network}").format(network=title)
        handle = called(info, profile.handle)
        shown = handle if several else said
        line = LineButton(self._theme, shown, "↗" if profile.url else "", badge, card)
        line.setAccessibleName(f"{said}: {handle}")
        if profile.url:
            line.clicked.connect(lambda: self._ask_to_open(profile.url))
        return line

    def _ask_to_open(self, url: str) -> None:
        from ui.panes.conversation.links import ask_to_open

        ask_to_open(self, url)

    def _about(self, profile: RemoteProfile, page: QWidget) -> Card:
        card = Card(self._theme, self.tr("Profile"), page)
        for name, value in (
            (self.tr("Followers"), profile.followers),
            (self.tr("Following"), profile.following),
            (self.tr("Posts"), profile.posts),
        ):
            if value is not None:
                card.add_pair(name, number(value))
        if profile.created_at is not None:
            card.add_pair(self.tr("Joined"), short_date(profile.created_at))
        if profile.bot:
            card.add_pair(self.tr("Kind"), self.tr("automated account"))
        for title, said in profile.fields[:_FIELDS]:
            card.add_pair(one_line(title, limit=24), one_line(said, limit=200))
        return card

    def _with_us(self, found: ContactCard, page: QWidget) -> Card:
        card = Card(self._theme, self.tr("With us"), page)
        if found.first_seen is not None:
            card.add_pair(self.tr("First seen"), short_date(found.first_seen))
        card.add_pair(self.tr("Wrote to us"), number(found.messages_in))
        card.add_pair(self.tr("We wrote"), number(found.messages_out))
        card.add_pair(self.tr("Favourites of ours"), number(found.favourites))
        card.add_pair(self.tr("Boosts of ours"), number(found.boosts))
        card.add_pair(self.tr("Follows us"), self.tr("yes") if found.follows_us else self.tr("no"))
        return card

    def _timeline_button(self, card: Card) -> QPushButton:
        button = QPushButton(self.tr("Whole timeline"), card)
        button.setToolTip(self.tr("Everything with this customer on one scroll, over every channel"))
        button.clicked.connect(self.timeline_asked)
        return button

    def _history(self, earlier: tuple[EarlierConversation, ...], page: QWidget) -> Card:
        card = Card(self._theme, self.tr("History"), page)
        card.column.setSpacing(1)
        now = datetime.now(UTC)
        for past in earlier[:_EARLIER]:
            info = self._channels.get(past.channel)
            badge = (info.badge, info.colour) if info else ("", "")
            kind = self.tr("direct") if past.kind == "direct" else self.tr("public")
            text = one_line(past.text, limit=90) or kind
            line = LineButton(self._theme, text, short_when(past.at, now), badge, card)
            line.setToolTip(kind)
            line.clicked.connect(lambda _=False, number=past.id: self.open_conversation.emit(number))
            card.column.addWidget(line)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._draw()


def _has_facts(profile: RemoteProfile) -> bool:
    counts = (profile.followers, profile.following, profile.posts, profile.created_at)
    return any(value is not None for value in counts) or profile.bot or bool(profile.fields)
