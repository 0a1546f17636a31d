"""Writes answers and notes: whom they go to, what they may hold, and that one click sends one message."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import AddNote
from scrm_desktop.domain.views import ConversationRow, Draft, Mode, ReplyTarget, ThreadItem
from scrm_desktop.errors import InputError, KnownError, ParentEdited, ParentGone
from ui import error_texts
from ui.bridge import Bridge
from ui.panes.conversation.composer_form import MODES, ComposerForm
from ui.panes.conversation.composer_words import ComposerWords
from ui.panes.conversation.drafts import DraftKeeper, DraftKey
from ui.panes.conversation.target import TargetWatch, whole_text
from ui.text import number, one_line
from ui.theme import Theme


class Composer(QWidget):
    """``sent`` comes once something is durably queued or noted; ``undoable`` carries a note's inverse action."""

    sent = Signal()
    undoable = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._words = ComposerWords(self)
        self.form = ComposerForm(theme, self._words, self)
        self.drafts = DraftKeeper(bridge, self)
        self.target = TargetWatch(bridge, self)
        self.paste_folder: Path | None = None
        self._row: ConversationRow | None = None
        self._token = ""
        self._turn = 0
        self._filling = False
        self._sending = False
        self._restored = True
        self._answers: ThreadItem | None = None
        self._answers_id: str | None = None
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
        form.field.files.connect(self._add_files)
        form.field.image.connect(self._add_image)
        form.attach.clicked.connect(self.choose_files)
        form.warn.toggled.connect(self._toggle_warning)
        form.send.clicked.connect(self.submit)
        form.banner.closed.connect(self._close_banner)
        self.target.changed.connect(self._target_changed)
        self.target.edited.connect(self._parent_edited)
        self._bridge.changed.connect(self._changed)
        self._theme.changed.connect(form.draw)

    # -- where we are ------------------------------------------------------------------------------
    @property
    def mode(self) -> Mode:
        """What is being written."""
        return self.form.mode

    @property
    def _key(self) -> DraftKey | None:
        return (self._row.id, self.mode, self._row.account_id) if self._row is not None else None

    def set_conversation(self, row: ConversationRow | None, handle: str) -> None:
        """Another conversation (or fresh facts about this one); ``handle`` is that of our account."""
        short = handle.partition("@")[0]
        self.form.account.setText(self.tr("as {account}").format(account="@" + short) if handle else "")
        self.form.account.whole = "@" + handle
        if row is not None and self._row is not None and row.id == self._row.id:
            self._row = row
            return
        self._leave()
        self._row = row
        self._answers, self._answers_id = None, None
        self.setEnabled(row is not None)
        if row is not None:
            self._offer_modes(row)
            self._enter(Mode.DIRECT if row.kind == "direct" else Mode.PUBLIC, look_around=True)
        else:
            self._fill(None)

    def _offer_modes(self, row: ConversationRow) -> None:
        direct = self._bridge.desk.capabilities(row.account_id).direct
        usable = {Mode.PUBLIC: row.kind != "direct", Mode.DIRECT: direct, Mode.NOTE: True}
        for place, mode in enumerate(MODES):
            self.form.tabs.setTabEnabled(place, usable[mode])
            why = "" if usable[mode] else self._words.why_not(mode, row.kind)
            self.form.tabs.setTabToolTip(place, why)

    def set_mode(self, mode: Mode) -> None:
        """Another mode, unless it can't be used here."""
        if self._row is None or mode is self.mode or not self.form.tabs.isTabEnabled(MODES.index(mode)):
            return
        self._leave()
        self._enter(mode)

    def answer(self, item: ThreadItem) -> None:
        """Answer this message instead of the last one."""
        self._answers, self._answers_id = item, item.remote_id
        if self.mode is Mode.NOTE:
            self.set_mode(Mode.DIRECT if self._row and self._row.kind == "direct" else Mode.PUBLIC)
        self._show_answered()
        self._look_up_target()
        self._edited()
        self.form.field.setFocus()

    def _leave(self) -> None:
        """Nothing typed may be lost by going elsewhere."""
        self.drafts.flush_soon()
        self._turn += 1

    def _enter(self, mode: Mode, *, look_around: bool = False) -> None:
        self._turn += 1
        self._restored = False
        self.form.set_mode(mode)
        self.form.show_error("")
        self._fill(None)
        self._show_answered()
        self._look_up_target()
        self._bridge.spawn(self._restore(self._turn, look_around))

    async def _restore(self, turn: int, look_around: bool) -> None:
        key = self._key
        if key is None:
            return
        try:
            draft = await self.drafts.load(key)
        finally:
            self._restored = self._restored or turn == self._turn
        if turn != self._turn:
            return
        typed = self._holds_anything()
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
        if turn == self._turn and found is not None and not self._holds_anything():
            self.set_mode(found[1])

    def _fill(self, draft: Draft | None) -> None:
        typed = self.form.field.toPlainText() if draft is not None else ""
        self._filling = True
        self._token = (draft.token if draft else "") or os.urandom(16).hex()
        text = draft.text if draft else ""
        # Somebody typed faster than the draft came back: both are kept.
        self.form.field.setPlainText(f"{text}\n{typed}" if text and typed else text or typed)
        self.form.field.moveCursor(self.form.field.textCursor().MoveOperation.End)
        self.form.warning.setText(draft.content_warning if draft else "")
        self.form.show_warning(bool(draft and draft.content_warning))
        self.form.files.set_media(draft.media if draft else ())
        if draft is not None and draft.answers and draft.answers != self._answers_id:
            self._answers, self._answers_id = None, draft.answers
            self._show_answered()
            self._look_up_target()
        self._filling = False
        self._update()

    # -- whom it goes to ---------------------------------------------------------------------------
    def _look_up_target(self) -> None:
        if self._row is not None:
            self.target.watch(self._row.id, self.mode, self._answers_id)
        self._update()

    def _target_changed(self) -> None:
        found = self.target.found
        empty = not self._holds_anything()
        if found is not None and found.content_warning and empty and not self.form.warning.text():
            self._filling = True
            self.form.warning.setText(found.content_warning)
            self.form.show_warning(True)
            self._filling = False
        if not self.form.banner.alarm:
            self._show_answered()
        self._update()

    def _parent_edited(self, before: str, now: str) -> None:
        if self._holds_anything() and self.mode is not Mode.NOTE:
            said = self.tr("The message you are answering was changed. It said: “{before}” It says now: “{now}”")
            text = said.format(before=one_line(before, limit=200), now=one_line(now, limit=200))
            self.form.banner.tell(text, self._theme, alarm=True)

    def _show_answered(self) -> None:
        if self._answers_id is None or self.mode is Mode.NOTE:
            self.form.banner.tell("", self._theme)
            return
        found = self.target.found
        text = self._answers.text if self._answers else found.seen_text if found else ""
        said = self.tr("Answering: “{text}”").format(text=one_line(text, limit=140))
        self.form.banner.tell(said, self._theme)

    def _close_banner(self) -> None:
        alarm = self.form.banner.alarm
        self.form.banner.tell("", self._theme)
        if not alarm:
            self._answers, self._answers_id = None, None
            self._look_up_target()
            self._edited()

    def _changed(self, changes: Changes) -> None:
        if self._row is not None and self._row.id in changes.conversations:
            self.target.refresh()

    # -- what is written ---------------------------------------------------------------------------
    def _holds_anything(self) -> bool:
        return bool(self.form.field.toPlainText().strip()) or bool(self.form.files.media())

    def _draft(self) -> Draft | None:
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
            answers=None if note else self._answers_id,
            token=self._token,
        )

    def _edited(self) -> None:
        draft = self._draft()
        if not self._filling and self._restored and draft is not None:
            self.drafts.keep(draft)
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

    def choose_files(self) -> None:
        """Ask for files; the dialog is opened, never waited for."""
        if self._row is None or self.mode is Mode.NOTE:
            return
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_files)
        dialog.open()

    def _add_files(self, paths: list[str]) -> None:
        if self._row is None:
            return
        able = self._bridge.desk.capabilities(self._row.account_id)
        room = able.max_attachments - len(self.form.files.media())
        from PySide6.QtCore import QMimeDatabase

        types = QMimeDatabase()
        good = [p for p in paths if not able.mime_types or types.mimeTypeForFile(p).name() in able.mime_types]
        if len(good) < len(paths):
            self.form.show_error(self.tr("This server does not take that kind of file."))
        elif len(good) > room:
            said = self.tr("This server takes at most {count} files with one message.")
            self.form.show_error(said.format(count=able.max_attachments))
        error = self.form.error.text()
        self.form.files.add(good[: max(0, room)])
        self.form.show_error(error)

    def _add_image(self, image: QImage) -> None:
        from ui.panes.conversation.paste import keep_image

        path = keep_image(image, self.paste_folder)
        if path is not None:
            self._add_files([str(path)])

    # -- whether it can go -------------------------------------------------------------------------
    def _update(self) -> None:
        """Recipient, counter and button follow what is written."""
        form, row = self.form, self._row
        found = self.target.found if self.mode is not Mode.NOTE else None
        form.recipient.setText(self._words.recipient(self.mode, found) if row is not None else "")
        over = False
        text = ""
        if row is not None and self.mode is not Mode.NOTE:
            used = self._used(row, found)
            limit = self._bridge.desk.capabilities(row.account_id).max_characters
            over = used > limit
            text = f"{number(used)} / {number(limit)}"
        form.counter.setText(text)
        t = self._theme.tokens
        form.counter.setStyleSheet(f"color: {(t.red if over else t.muted).name()};")
        form.counter.setAccessibleName(self.tr("{count} characters").format(count=text))
        form.send.setEnabled(self._can_send() and not over)

    def _used(self, row: ConversationRow, target: ReplyTarget | None) -> int:
        text = whole_text(target.prefix if target else "", self.form.field.toPlainText())
        warning = self.form.warning.text() if self.form.warn.isChecked() else ""
        return self._bridge.desk.count(row.account_id, text, warning)

    def _can_send(self) -> bool:
        if self._row is None or self._sending or not self._holds_anything():
            return False
        if self.mode is Mode.NOTE:
            return True
        found = self.target.found
        return found is not None and not found.unavailable

    def submit(self) -> None:
        """Send what is written, once: while one is on its way a second click does nothing."""
        draft = self._draft()
        if draft is None or not self.form.send.isEnabled() or self._sending:
            return
        self._sending = True
        self.form.field.setReadOnly(True)
        self._update()
        self._bridge.spawn(self._submit(draft, self.target.found))

    async def _submit(self, draft: Draft, target: ReplyTarget | None) -> None:
        try:
            await self.drafts.flush()
            await self._hand_over(draft, target)
        except KnownError as error:
            self._refused(draft, error)
        else:
            self._accepted(draft)
        finally:
            self._sending = False
            self.form.field.setReadOnly(False)
            self._update()

    async def _hand_over(self, draft: Draft, target: ReplyTarget | None) -> None:
        desk = self._bridge.desk
        if draft.mode is Mode.NOTE:
            action = AddNote(conversation=draft.conversation_id, text=draft.text.strip())
            self.undoable.emit(await self._bridge.ask(desk.triage(action)))
            empty = Draft(conversation_id=draft.conversation_id, mode=draft.mode, account_id=draft.account_id, text="")
            await self._bridge.ask(desk.save_draft(empty))
        elif target is None:
            raise InputError("It is not known yet whom this goes to.")
        else:
            await self._bridge.ask(desk.send(draft, target))

    def _accepted(self, draft: Draft) -> None:
        key = (draft.conversation_id, draft.mode, draft.account_id)
        self.drafts.forget(key)
        if key == self._key:
            self._answers, self._answers_id = None, None
            self._fill(None)
            self._show_answered()
            self._look_up_target()
            self.form.show_error("")
        self.sent.emit()

    def _refused(self, draft: Draft, error: KnownError) -> None:
        """The words stay, the reason stands under them."""
        if (draft.conversation_id, draft.mode, draft.account_id) != self._key:
            self._bridge.failed.emit(error)
            return
        self.form.show_error(f"{error_texts.title(error)}: {error_texts.message(error)}")
        if isinstance(error, ParentEdited | ParentGone):
            self.target.accept_as_it_is()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.form.retranslate()
            if self._row is not None:
                self._offer_modes(self._row)
            self._show_answered()
            self._update()
