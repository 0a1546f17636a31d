"""The widgets of the composer, and how they look in each mode; what they do is in composer.py."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.domain.views import Mode
from ui.panes.conversation.attachments import AttachmentList
from ui.panes.conversation.composer_field import ComposerField
from ui.panes.conversation.composer_look import ComposerBox, look_of
from ui.panes.conversation.composer_words import SEND_KEYS, ComposerWords
from ui.panes.conversation.elided import ElidedLabel
from ui.theme import Theme

MODES = (Mode.PUBLIC, Mode.DIRECT, Mode.NOTE)
_ICONS = {Mode.PUBLIC: "public", Mode.DIRECT: "lock", Mode.NOTE: "note"}


class ComposerForm(QWidget):
    """``mode_chosen`` carries the mode whose tab was chosen."""

    mode_chosen = Signal(object)

    def __init__(self, theme: Theme, words: ComposerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.mode, self.able = Mode.PUBLIC, Capabilities()
        self.tabs = QTabBar(self)
        self.account = ElidedLabel(self)
        self.recipient_icon = QLabel(self)
        self.recipient = ElidedLabel(self)
        self.banner = Banner(self)
        self.box = ComposerBox(theme, self)
        self.warning = QLineEdit(self.box)
        self.field = ComposerField(self.box)
        self.files = AttachmentList(theme, self.box)
        self.error = QLabel(self)
        self.replies = QPushButton(self)
        self.emoji, self.again = QToolButton(self), QToolButton(self)
        self.signature = QCheckBox(self.box)
        self.attach = QToolButton(self)
        self.warn = QToolButton(self)
        self.counter = QLabel(self)
        self.split = QPushButton(self)
        self.send = QPushButton(self)
        self.later = QToolButton(self)
        self._set_up()
        self._arrange()
        self.retranslate()
        self.draw()

    def _set_up(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for _ in MODES:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._chosen)
        self.account.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.warning.hide()
        self.warning.setMaxLength(500)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error.hide()
        self.warn.setCheckable(True)
        self.signature.hide()
        self.send.setAutoDefault(False)
        self.split.setProperty("flat_link", True)
        self.split.setAutoDefault(False)
        self.split.hide()
        self.replies.setAutoDefault(False)
        self.replies.setProperty("flat_link", True)
        self.counter.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def _chosen(self, place: int) -> None:
        self.mode_chosen.emit(MODES[place])

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.tabs)
        top.addWidget(self.account, 1)
        who = QHBoxLayout()
        who.setContentsMargins(2, 5, 0, 5)
        who.setSpacing(6)
        who.addWidget(self.recipient_icon)
        who.addWidget(self.recipient, 1)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(15, 12, 12, 9)
        inside.setSpacing(4)
        for widget in (self.warning, self.field, self.signature, self.files):
            inside.addWidget(widget)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(0, 5, 3, 0)
        foot.setSpacing(4)
        foot.addWidget(self.replies)
        foot.addWidget(self.emoji)
        foot.addWidget(self.attach)
        foot.addWidget(self.again)
        foot.addWidget(self.warn)
        foot.addStretch(1)
        foot.addWidget(self.counter)
        foot.addSpacing(8)
        self._both = QHBoxLayout()
        self._both.setSpacing(1)
        self._both.addWidget(self.send)
        self._both.addWidget(self.later)
        foot.addLayout(self._both)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 8, 15, 12)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(who)
        for part in (self.banner, self.box, self.error):
            column.addWidget(part)
        column.addWidget(self.split, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)

    def set_mode(self, mode: Mode) -> None:
        """Another tab: another colour, another verb, other tools."""
        self.mode = mode
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(MODES.index(mode))
        self.tabs.blockSignals(False)
        note = mode is Mode.NOTE
        self.attach.setVisible(not note and self.able.media)
        self.warn.setVisible(not note and self.able.content_warning)
        self.later.setVisible(not note)
        self.field.takes_files = not note and self.able.media
        self.retranslate()
        self.draw()

    def show_warning(self, on: bool) -> None:
        """Show or hide the field of the content warning."""
        on = on and self.able.content_warning
        self.warn.setChecked(on)
        self.warning.setVisible(on and self.mode is not Mode.NOTE)

    def show_error(self, text: str) -> None:
        """Tell in words what went wrong; the text stays where it is."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def show_count(self, text: str) -> None:
        """How much is written; a longer number takes its room from the words, not from the button."""
        wider = len(text) != len(self.counter.text())
        self.counter.setText(text)
        if wider:
            self.fit()

    def retranslate(self) -> None:
        """Words of the current language."""
        for place, mode in enumerate(MODES):
            self.tabs.setTabText(place, self._words.tab(mode))
        self.tabs.setAccessibleName(self.tr("What to write"))
        self.fit()
        # A screen reader would spell out the signs of the keys.
        self.send.setAccessibleName(self._words.verb(self.mode).removesuffix(SEND_KEYS).strip())
        self.field.setPlaceholderText(self._words.hint(self.mode))
        self.field.setAccessibleName(self._words.tab(self.mode))
        self.warning.setPlaceholderText(self.tr("Content warning: what people see before they open it"))
        self.warning.setAccessibleName(self.tr("Content warning"))
        self.split.setText(self.tr("Too long: send it as a thread…"))
        self.replies.setToolTip(self.tr("Insert a canned response: type / and a few letters"))
        self.replies.setAccessibleName(self.tr("Canned responses"))
        self.emoji.setToolTip(self.tr("Insert an emoji (Ctrl+.)"))
        self.emoji.setAccessibleName(self.tr("Insert an emoji"))
        self.again.setToolTip(self.tr("What was sent to this person before"))
        self.again.setAccessibleName(self.tr("What was sent to this person before"))
        self.attach.setToolTip(self.tr("Attach files (Ctrl+Shift+A)"))
        self.attach.setAccessibleName(self.tr("Attach files"))
        self.later.setToolTip(self.tr("Send later (Ctrl+Shift+L)"))
        self.later.setAccessibleName(self.tr("Send later"))
        self.warn.setToolTip(self.tr("Content warning"))
        self.warn.setAccessibleName(self.tr("Content warning"))
        self.files.refresh()

    def draw(self) -> None:
        """Colours of the current theme and mode."""
        t, look = self._theme.tokens, look_of(self.mode, self._theme)
        self.box.mode = self.mode
        self.box.update()
        self.tabs.setFont(self._theme.font(13, 500))
        tabs = (
            f"QTabBar::tab {{ border: none; border-bottom: 2px solid transparent; background: transparent;"
            f" padding: 2px 0 6px 0; margin-right: 16px; color: {t.muted.name()}; }}"
            f"QTabBar::tab:selected {{ color: {look.strong.name()}; border-bottom-color: {look.strong.name()}; }}"
            f"QTabBar::tab:disabled {{ color: {t.faint.name()}; }}"
        )
        self.tabs.setStyleSheet(self._theme.css(tabs))
        self.field.setFont(self._theme.font(13))
        self.warning.setStyleSheet(f"QLineEdit {{ background: {t.panel.name()}; }}")
        for label in (self.account, self.recipient, self.counter):
            label.setFont(self._theme.font(12))
        self.account.setStyleSheet(f"color: {t.muted.name()};")
        self.recipient.setFont(self._theme.font(12, 500))
        self.recipient.setStyleSheet(f"color: {look.strong.name()};")
        self.recipient_icon.setPixmap(self._theme.icon_pixmap(_ICONS[self.mode], self._theme.px(14), look.strong))
        self.error.setStyleSheet(f"color: {t.red.name()}; padding: 4px 2px 0 2px;")
        self.error.setFont(self._theme.font(12))
        self.banner.draw(self._theme)
        self._draw_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """In a narrow pane the verb on the button stays whole; the words beside it give way, then its keys.

        At last the replies' own button does, since a typed / opens them as well, and what was sent before.
        """
        verb = self._words.verb(self.mode)
        bare = verb.removesuffix(SEND_KEYS).rstrip()
        again = self.mode is not Mode.NOTE
        steps = ((self.tr("/ Replies"), verb, again), ("/", verb, again), ("/", bare, again), ("", bare, False))
        for replies, send, before in steps:
            self.replies.setVisible(bool(replies))
            self.again.setVisible(before)
            self.replies.setText(replies)
            self.send.setText(send)
            self.send.ensurePolished()
            self._both.invalidate()
            self._foot.invalidate()
            if self._foot.minimumSize().width() <= self.width() - 30:
                break

    def _draw_buttons(self) -> None:
        t, look = self._theme.tokens, look_of(self.mode, self._theme)
        self.replies.setFont(self._theme.font(12))
        self.replies.setStyleSheet(f"QPushButton {{ color: {t.muted.name()}; font-weight: 400; }}")
        self.signature.setFont(self._theme.font(12))
        self.signature.setStyleSheet(f"color: {t.muted.name()};")
        for button, icon in ((self.emoji, "emoji"), (self.again, "clock"), (self.attach, "attach")):
            button.setIcon(self._theme.icon(icon, t.muted))
        self.warn.setIcon(self._theme.icon("warning", look.strong if self.warn.isChecked() else t.muted))
        send = (
            f"QPushButton {{ background: {look.button.name()}; border-color: {look.button.name()};"
            f" color: {look.on_button.name()}; font-weight: 600; }}"
            f"QPushButton:focus {{ border: 2px solid {t.fg.name()}; padding: 4px 10px; }}"
            f"QPushButton:disabled {{ background: {t.theirs.name()}; border-color: {t.line.name()};"
            f" color: {t.faint.name()}; }}"
        )
        self.send.setStyleSheet(self._theme.css(send))
        later = send.replace("QPushButton", "QToolButton").replace("padding: 4px 10px;", "padding: 3px 2px;")
        self.later.setStyleSheet(self._theme.css(later))
        self.later.setIcon(self._theme.icon("down", look.on_button))
        self.later.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
        for button in (self.attach, self.warn):
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        self.field.set_zoom(self._theme.zoom)
        self.files.refresh()
        self.fit()


class Banner(QWidget):
    """A line above the text, with a way to put it away: which message is answered, or what changed meanwhile."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.alarm = False
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.close_button = QToolButton(self)
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 3, 4, 3)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, text: str, theme: Theme, *, alarm: bool = False) -> None:
        """Show a sentence (empty: show nothing)."""
        self.alarm = alarm and bool(text)
        self.label.setText(text)
        self.close_button.setAccessibleName(self.tr("Put away"))
        self.close_button.setToolTip(self.tr("Put away"))
        self.draw(theme)
        self.setVisible(bool(text))

    def draw(self, theme: Theme) -> None:
        """Colours of the current theme."""
        t = theme.tokens
        ground, line = (t.amber_soft, t.amber) if self.alarm else (t.bg, t.accent)
        self.setStyleSheet(
            f"Banner {{ background: {ground.name()}; border-left: 3px solid {line.name()}; border-radius: 5px; }}"
        )
        self.label.setFont(theme.font(12))
        self.label.setStyleSheet(f"color: {(t.fg if self.alarm else t.muted).name()}; background: transparent;")
        self.close_button.setIcon(theme.icon("close", t.muted))
