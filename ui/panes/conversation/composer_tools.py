"""What helps to write, made when something is first written: completion, marks, and what is asked before sending."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QMessageBox, QWidget

from scrm_desktop.domain.canned import Canned
from scrm_desktop.domain.placeholders import fill, unfilled
from scrm_desktop.domain.views import Mode
from ui.bridge import Bridge
from ui.panes.conversation.canned_source import CannedSource
from ui.panes.conversation.completer import Completer
from ui.panes.conversation.gap_marks import GapMarks
from ui.panes.conversation.people_source import PeopleSource
from ui.panes.conversation.target import whole_text
from ui.text import one_line
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.panes.conversation.composer import Composer


class ComposerTools(QObject):
    """``manage`` asks for the window in which canned responses are written."""

    manage = Signal()

    def __init__(self, composer: Composer, bridge: Bridge, theme: Theme) -> None:
        super().__init__(composer)
        self._composer, self._bridge, self._theme = composer, bridge, theme
        field = composer.form.field
        self.canned = CannedSource(bridge, field, composer.place, self)
        self.marks = GapMarks(field.document(), theme)
        self.people = PeopleSource(bridge, field, lambda: (composer.place()[0], composer.mode), self)
        self.completer = Completer(field, theme, {"/": self.canned, "@": self.people}, over=composer.form)
        self.people.loaded.connect(self.completer.look)
        self._recent: list[str] = []
        self.canned.loaded.connect(self.completer.look)
        self.canned.inserted.connect(self._inserted)
        self.completer.popup.managed.connect(self._manage)

    def _manage(self) -> None:
        self.completer.close()
        self.manage.emit()

    def _inserted(self, canned: Canned) -> None:
        if canned.media and self._composer.mode is not Mode.NOTE:
            self._composer.files.add_described(canned.media)

    # -- what was used before ----------------------------------------------------------------------
    def pick_emoji(self) -> None:
        """Open the emoji above their button."""
        self._bridge.spawn(self._pick_emoji())

    async def _pick_emoji(self) -> None:
        from ui.panes.conversation.emoji_picker import EmojiPicker, load_recent, save_recent

        pasted = self._composer.files.folder
        folder = pasted.parent if pasted is not None else None
        recent = await asyncio.to_thread(load_recent, folder) if folder is not None else self._recent
        french = QLocale().language() is QLocale.Language.French
        picker = EmojiPicker(self._composer.window(), self._theme, recent, french=french)

        def picked(sign: str) -> None:
            self._insert(sign)
            self._recent = [sign, *(one for one in recent if one != sign)]
            self._bridge.spawn(asyncio.to_thread(save_recent, folder, self._recent))

        picker.picked.connect(picked)
        picker.open_at(self._above(self._composer.form.emoji))

    def pick_sent(self) -> None:
        """Open the last texts to this person above their button."""
        self._bridge.spawn(self._pick_sent())

    async def _pick_sent(self) -> None:
        from ui.dialogs.picker import Choice, Picker

        number, _, mark = self._composer.place()
        texts = await self._bridge.ask(self._bridge.desk.sent_texts(number))
        if self._composer.place()[2] != mark:
            return
        choices = [Choice(text, one_line(text, limit=120)) for text in texts]
        picker = Picker(self._composer.window(), self._theme, self.tr("What was sent to this person before"), choices)
        picker.resize(460, 290)

        def picked(choice: Choice) -> None:
            self._insert(str(choice.value))

        picker.picked.connect(picked)
        picker.open_at(self._above(self._composer.form.again) - QPoint(0, picker.height()))

    def _above(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, -4))

    def _insert(self, words: str) -> None:
        field = self._composer.form.field
        field.insertPlainText(words)
        field.setFocus()

    # -- before it leaves --------------------------------------------------------------------------
    def check(self, go: Callable[[], None]) -> None:
        """Ask what is to be asked before this text leaves, then go on; nothing empty and nothing raw is sent."""
        field = self._composer.form.field
        if self._composer.mode is Mode.NOTE:
            go()
            return
        problem = self._composer.form.files.problem()
        if problem:
            self._composer.form.show_error(problem)
            return
        left = unfilled(field.toPlainText())
        if not left:
            self._ask_descriptions(go)
            return
        from ui.panes.conversation.ask_form import AskForm

        form = AskForm(
            self._composer.window(),
            self.tr("Something is still missing"),
            self.tr("These places of your text are still empty. The customer would see them as they are."),
            left,
            go=self.tr("Fill in and send"),
            demand=True,
        )

        def filled(answers: dict[str, str]) -> None:
            cursor = QTextCursor(field.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(fill(field.toPlainText(), answers, answers))
            self.check(go)

        form.answered.connect(filled)
        form.open()

    def append(self, canned: Canned, then: Callable[[], None] | None = None) -> None:
        """Put a canned response behind what is written, and go on."""
        cursor = self._composer.form.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.canned.insert(canned, cursor, then)

    def split(self) -> None:
        """Show how a text that is too long would read as a thread, and send it so if the person wants it."""
        self.check(self._show_split)

    def _show_split(self) -> None:
        from scrm_desktop.domain.splitting import split
        from ui.panes.conversation.split_dialog import SplitDialog

        composer, form, desk = self._composer, self._composer.form, self._bridge.desk
        row, target, mark = composer.row, composer.target.found, composer.place()[2]
        if row is None or target is None:
            return
        warning = form.warning.text() if form.warn.isChecked() else ""
        limit = desk.capabilities(row.account_id).max_characters

        def fits(part: str) -> bool:
            return desk.count(row.account_id, whole_text(target.prefix, part), warning) <= limit

        parts = split(composer.signing.signed(form.field.toPlainText()), fits)
        if not parts:
            form.show_error(self.tr("This text is too long even for a thread."))
            return
        dialog = SplitDialog(composer.window(), self._theme, parts)

        def confirmed() -> None:
            if composer.place()[2] == mark:
                composer.leaving.send_parts(parts)

        def later(at: datetime) -> None:
            dialog.reject()
            if composer.place()[2] == mark:
                composer.leaving.send_parts(parts, at)

        dialog.confirmed.connect(confirmed)
        dialog.later_asked.connect(lambda: composer.leaving.ask_time(dialog.later, later))
        dialog.open()

    def _ask_descriptions(self, go: Callable[[], None]) -> None:
        """Ask once before something leaves that some people can't see."""
        preferences, files = self._composer.preferences, self._composer.form.files
        missing = files.undescribed()
        if not missing or not preferences.settings.ask_descriptions:
            go()
            return
        box = QMessageBox(self._composer.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Send without a description?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        said = self.tr("People who can't see it will not know what is in %n file(s).", "", len(missing))
        box.setText(f"{said}\n{', '.join(one_line(name, limit=40) for name in missing)}")
        describe = box.addButton(self.tr("Describe it"), QMessageBox.ButtonRole.RejectRole)
        send = box.addButton(self.tr("Send as it is"), QMessageBox.ButtonRole.AcceptRole)
        off = QCheckBox(self.tr("Don't ask again"))
        box.setCheckBox(off)
        box.setDefaultButton(describe)
        box.setEscapeButton(describe)

        def answered(button: QAbstractButton) -> None:
            if off.isChecked():
                preferences.keep(replace(preferences.settings, ask_descriptions=False))
            if button is send:
                go()
            else:
                # Once the question is gone: until then it holds the focus.
                QTimer.singleShot(0, files.describe_next)

        box.buttonClicked.connect(answered)
        box.open()
