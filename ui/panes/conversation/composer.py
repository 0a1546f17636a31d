"""Writes answers and notes: whom they go to, what they may hold, and that one click sends one message."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrm_desktop.domain.accounts import ChannelInfo
from scrm_desktop.domain.views import ConversationRow, Draft, Mode, ReplyTarget, ThreadItem
from ui.bridge import Bridge
from ui.handles import called
from ui.panes.conversation.answering import Answering
from ui.panes.conversation.composer_files import ComposerFiles
from ui.panes.conversation.composer_form import MODES, ComposerForm
from ui.panes.conversation.composer_words import ComposerWords
from ui.panes.conversation.drafts import DraftKeeper, DraftKey, key_of
from ui.panes.conversation.leaving import Leaving
from ui.panes.conversation.modes import natural_mode, usable_modes
from ui.panes.conversation.signing import Signing
from ui.panes.conversation.target import whole_text
from ui.preferences import Preferences
from ui.text import number
from ui.theme import Theme

if TYPE_CHECKING:
    from scrm_desktop.domain.canned import Canned
    from ui.panes.conversation.composer_tools import ComposerTools


class Composer(QWidget):
    """``sent`` comes once something is durably queued or noted; ``undoable`` carries a note's inverse action.

    ``manage`` asks for the window of canned responses; ``written``: somebody changed the text, by whatever means.
    """

    sent = Signal()
    undoable = Signal(object)
    manage = Signal()
    written = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._words = ComposerWords(self)
        self.form = ComposerForm(theme, self._words, self)
        self.drafts = DraftKeeper(bridge, self)
        self.answering = Answering(bridge, theme, self.form, lambda: self.holds_anything, self)
        self.target = self.answering.target
        self.files = ComposerFiles(bridge, self.form, self)
        self.signing = Signing(bridge, self.form, self)
        self.preferences = Preferences()
        self._tools: ComposerTools | None = None
        self._row: ConversationRow | None = None
        self._token = ""
        self._turn = 0
        self._filling, self._restored = False, True
        self.leaving = Leaving(self, bridge)
        self.submission = self.leaving.submission
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        self._connect()
        self.setEnabled(False)

    def _connect(self) -> None:
        form = self.form
        form.mode_chosen.connect(self.set_mode)
        form.field.textChanged.connect(self._edited)
        form.warning.textChanged.connect(self._edited)
        form.files.changed.connect(self._edited)
        form.attach.clicked.connect(self.choose_files)
        form.warn.toggled.connect(self._toggle_warning)
        form.split.clicked.connect(lambda: self.tools.split())  # noqa: PLW0108  # the tools are made when first used
        form.emoji.clicked.connect(self.pick_emoji)
        form.again.clicked.connect(self.pick_sent)
        self.signing.changed.connect(self._update)
        form.replies.clicked.connect(lambda: self.tools.completer.begin("/"))
        form.send.clicked.connect(self.submit)
        self.submission.undoable.connect(self.undoable)
        self.leaving.sent.connect(self.sent)
        self.leaving.moved.connect(self._update)
        self.answering.changed.connect(self._update)
        self.answering.dropped.connect(self._edited)
        self.answering.warned.connect(self._warned)
        self._theme.changed.connect(form.draw)

    # -- where we are ------------------------------------------------------------------------------
    @property
    def mode(self) -> Mode:
        """What is being written."""
        return self.form.mode

    @property
    def row(self) -> ConversationRow | None:
        """The conversation that is answered."""
        return self._row

    @property
    def natural_mode(self) -> Mode:
        """How one answers here."""
        row = self._row
        return natural_mode(self._bridge.desk.capabilities(row.account_id), row.kind) if row else Mode.PUBLIC

    @property
    def key(self) -> DraftKey | None:
        """The place of what is written now."""
        return (self._row.id, self.mode, self._row.account_id) if self._row is not None else None

    @property
    def tools(self) -> ComposerTools:
        """What helps to write; loaded when it is first needed, which is never at the start."""
        if self._tools is None:
            from ui.panes.conversation.composer_tools import ComposerTools

            self._tools = ComposerTools(self, self._bridge, self._theme)
            self._tools.manage.connect(self.manage)
        return self._tools

    def place(self) -> tuple[int, str, object]:
        """Conversation, the customer's language, and a mark that changes when another text is shown."""
        found = self.target.found
        return self._row.id if self._row else 0, found.language if found else "", (self.key, self._turn)

    def _info(self, row: ConversationRow | None) -> ChannelInfo | None:
        """The network of a conversation, as data."""
        return next((one for one in self._bridge.desk.channels() if row is not None and one.name == row.channel), None)

    def set_conversation(self, row: ConversationRow | None, handle: str) -> None:
        """Another conversation (or fresh facts about this one); ``handle`` is that of our account."""
        info = self._info(row)
        self.form.account.brief = short = called(info, handle.partition("@")[0])
        self.form.account.setText(self.tr("as {account}").format(account=short) if handle else "")
        self.form.account.whole = called(info, handle)
        if row is not None and self._row is not None and row.id == self._row.id:
            self._row = row
            return
        self._leave()
        self._row = row
        self.files.account = row.account_id if row is not None else None
        self.signing.at(self.files.account)
        self.answering.at(row.id if row is not None else None)
        self.setEnabled(row is not None)
        if row is not None:
            self._offer_modes(row)
            self._enter(self.natural_mode, look_around=True)
        else:
            self._fill(None)

    def _offer_modes(self, row: ConversationRow) -> None:
        able = self.form.able = self._bridge.desk.capabilities(row.account_id)
        usable = usable_modes(able, row.kind)
        for place, mode in enumerate(MODES):
            self.form.tabs.setTabEnabled(place, usable[mode])
            why = "" if usable[mode] else self._words.why_not(mode, row.kind, able)
            self.form.tabs.setTabToolTip(place, why)

    def set_mode(self, mode: Mode) -> None:
        """Another mode, unless it can't be used here; a reply is private where there are no public ones."""
        if mode is Mode.PUBLIC and self._row is not None and not self.form.tabs.isTabEnabled(MODES.index(mode)):
            mode = natural_mode(self._bridge.desk.capabilities(self._row.account_id), self._row.kind)
        if self._row is None or mode is self.mode or not self.form.tabs.isTabEnabled(MODES.index(mode)):
            return
        self.come_back(mode)

    def come_back(self, mode: Mode) -> None:
        """Show what is stored for this mode."""
        self._leave()
        self._enter(mode)

    def answer(self, item: ThreadItem) -> None:
        """Answer this message instead of the last one."""
        self.answering.remote_id = item.remote_id
        if self.mode is Mode.NOTE:
            self.set_mode(self.natural_mode)
        self.answering.choose(item.remote_id, item)
        self._edited()
        self.form.field.setFocus()

    def _leave(self) -> None:
        """Nothing typed may be lost by going elsewhere."""
        self.drafts.left(None if self._restored else self.draft())
        self.leaving.forget()
        self._turn += 1

    def _enter(self, mode: Mode, *, look_around: bool = False) -> None:
        self._turn += 1
        self._restored = False
        self.form.set_mode(mode)
        self.form.show_error("")
        self._fill(None)
        self.answering.show()
        self.answering.look()
        self._bridge.spawn(self._restore(self._turn, look_around))

    async def _restore(self, turn: int, look_around: bool) -> None:
        key = self.key
        if key is None:
            return
        try:
            draft = await self.drafts.load(key)
        finally:
            self._restored = self._restored or turn == self._turn
        if turn != self._turn:
            return
        typed = self.holds_anything
        if draft is not None:
            self._fill(draft)
        if typed:
            # Typed before the draft came back: not kept until now, so that the draft was not overwritten.
            self._edited()
        elif draft is None and look_around:
            await self._find_elsewhere(key, turn)

    async def _find_elsewhere(self, key: DraftKey, turn: int) -> None:
        """What was begun here in another mode is shown, not forgotten behind a tab."""
        others = tuple((key[0], mode, key[2]) for mode in MODES if mode is not key[1])
        found = await self.drafts.first_with_text(others)
        if turn == self._turn and found is not None and not self.holds_anything:
            self.set_mode(found[1])

    def _fill(self, draft: Draft | None) -> None:
        typed = self.form.field.toPlainText() if draft is not None else ""
        self._filling = True
        if draft is None:
            self.signing.again()
        self._token = (draft.token if draft else "") or os.urandom(16).hex()
        text = draft.text if draft else ""
        # Somebody typed faster than the draft came back: both are kept.
        self.form.field.setPlainText(f"{text}\n{typed}" if text and typed else text or typed)
        self.form.field.moveCursor(self.form.field.textCursor().MoveOperation.End)
        self.form.warning.setText(draft.content_warning if draft else "")
        self.form.show_warning(bool(draft and draft.content_warning))
        self.form.files.set_media(draft.media if draft else ())
        if draft is not None and draft.answers and draft.answers != self.answering.remote_id:
            self.answering.choose(draft.answers)
        self._filling = False
        self._update()

    def _warned(self, words: str) -> None:
        """What is answered has a content warning: the answer begins with the same."""
        if not self.form.warning.text():
            self._filling = True
            self.form.warning.setText(words)
            self.form.show_warning(True)
            self._filling = False

    # -- what is written ---------------------------------------------------------------------------
    @property
    def holds_anything(self) -> bool:
        """Whether something is written or attached."""
        return bool(self.form.field.toPlainText().strip()) or bool(self.form.files.media())

    def draft(self) -> Draft | None:
        """What is written, as it would be kept."""
        if self._row is None:
            return None
        note = self.mode is Mode.NOTE
        warned = self.form.warn.isChecked() and not note
        return Draft(
            conversation_id=self._row.id,
            mode=self.mode,
            account_id=self._row.account_id,
            text=self.form.field.toPlainText(),
            content_warning=self.form.warning.text() if warned else "",
            media=() if note else self.form.files.media(),
            answers=None if note else self.answering.remote_id,
            token=self._token,
        )

    def _edited(self) -> None:
        draft = self.draft()
        if self._tools is None and not self._filling and self.holds_anything:
            self.tools.completer.look()
        if not self._filling and self._restored and draft is not None:
            self.drafts.keep(draft)
            self.written.emit()
            self.form.show_error("")
        self._update()

    def add_text(self, text: str) -> None:
        """Put words back that were taken out of the outbox, behind what is there."""
        was = self.form.field.toPlainText().rstrip()
        self.form.field.setPlainText(f"{was}\n\n{text}" if was else text)
        self.form.field.moveCursor(self.form.field.textCursor().MoveOperation.End)
        self.form.field.setFocus()

    def _toggle_warning(self, on: bool) -> None:
        self.form.show_warning(on)
        self.form.draw()
        if on and not self._filling:
            self.form.warning.setFocus()
        self._edited()

    def pick_emoji(self) -> None:
        """Open the emoji."""
        if self._row is not None:
            self.tools.pick_emoji()

    def pick_sent(self) -> None:
        """Open what was sent to this person before."""
        if self._row is not None:
            self.tools.pick_sent()

    def choose_files(self) -> None:
        """Ask for files, where an answer can have some."""
        self.files.choose()

    # -- whether it can go -------------------------------------------------------------------------
    def _update(self) -> None:
        """Recipient, counter and button follow what is written."""
        form, row = self.form, self._row
        found = self.target.found if self.mode is not Mode.NOTE else None
        form.recipient.setText(self._words.recipient(self.mode, found, self._info(row)) if row is not None else "")
        over = False
        text = ""
        if row is not None and self.mode is not Mode.NOTE:
            used = self._used(row, found)
            limit = self._bridge.desk.capabilities(row.account_id).max_characters
            over = used > limit
            text = f"{number(used)} / {number(limit)}"
        form.show_count(text)
        t = self._theme.tokens
        form.counter.setStyleSheet(f"color: {(t.red if over else t.muted).name()};")
        form.counter.setAccessibleName(self.tr("{count} characters").format(count=text))
        form.send.setEnabled(self.can_send() and not over)
        form.later.setEnabled(form.send.isEnabled())
        form.split.setVisible(over and self.can_send())

    def _used(self, row: ConversationRow, target: ReplyTarget | None) -> int:
        text = whole_text(target.prefix if target else "", self.signing.signed(self.form.field.toPlainText()))
        warning = self.form.warning.text() if self.form.warn.isChecked() else ""
        return self._bridge.desk.count(row.account_id, text, warning)

    def can_send(self) -> bool:
        """Whether there is something to send, and somebody to send it to."""
        if self._row is None or self.submission.busy or not self.holds_anything:
            return False
        if self.mode is Mode.NOTE:
            return True
        found = self.target.found
        return found is not None and not found.unavailable

    def send_canned(self, canned: Canned, then: Callable[[], None]) -> None:
        """Send one, and go on once it is durably queued; where it is not sent, nothing follows."""
        self.leaving.send_canned(canned, then)

    def submit(self) -> None:
        """Send what is written, once: while one is on its way a second click does nothing."""
        self.leaving.submit()

    def gone(self, draft: Draft) -> None:
        """It is durably on its way: the next text begins empty."""
        if key_of(draft) == self.key:
            self.answering.at(draft.conversation_id)
            self._fill(None)
            self.answering.show()
            self.answering.look()
            self.form.show_error("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.form.retranslate()
            if self._row is not None:
                self._offer_modes(self._row)
            self.answering.show()
            self._update()
