"""Plain readers in a window of their own: a whole message, for long texts and screen readers, or its versions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from scrm_desktop.domain.views import ThreadItem
from ui.delegates.thread_text import clean
from ui.models.thread_words import ThreadWords
from ui.text import clock, date, one_line

_LIMIT = 1_000_000
_LINE = 1_000


def show_message(parent: QWidget, words: ThreadWords, item: ThreadItem, font: QFont) -> QDialog:
    """The whole of a message: who, when, all of its text, its files and where it stands."""
    parts = [f"{words.author(item)} · {_when(item.at)}"]
    if item.author is not None:
        parts.append(f"@{one_line(item.author.handle)}")
    parts += [part for part in (", ".join(words.meta(item)[1:]), words.why(item)) if part]
    if item.content_warning:
        parts.append(f"{words.label('warning')}: {clean(item.content_warning[:2000])}")
    parts += ["", clean(item.text[:_LIMIT])]
    parts += [f"\n{words.kind(part)}: {clean(part.description[:4000])}" for part in item.attachments]
    if item.poll is not None:
        parts += ["", *(f"· {one_line(option.text)} {option.votes or ''}" for option in item.poll.options)]
        parts.append(words.poll_end(item.poll))
    return _reader(parent, QCoreApplication.translate("Reader", "Message"), "\n".join(parts), font)


def show_versions(parent: QWidget, item: ThreadItem, font: QFont) -> QDialog:
    """How an edited message read before, newest version first."""
    now = [QCoreApplication.translate("Reader", "Now:"), clean(item.text[:_LIMIT]), ""]
    for version in reversed(item.versions):
        now.append(QCoreApplication.translate("Reader", "{time}:").format(time=_when(version.at)))
        if version.content_warning:
            now.append(one_line(version.content_warning, limit=500))
        now += [clean(version.text[:_LIMIT]), ""]
    return _reader(parent, QCoreApplication.translate("Reader", "Earlier versions"), "\n".join(now), font)


def short_lines(text: str) -> str:
    """Break lines that a text field would need seconds for."""
    lines = text.split("\n")
    return "\n".join(line[at : at + _LINE] for line in lines for at in range(0, max(1, len(line)), _LINE))


def _reader(parent: QWidget, title: str, text: str, font: QFont) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(560, 420)
    field = QPlainTextEdit(dialog)
    field.setReadOnly(True)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    field.setFont(font)
    field.setAccessibleName(title)
    field.setPlainText(short_lines(text))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    box = QVBoxLayout(dialog)
    box.addWidget(field)
    box.addWidget(buttons)
    dialog.open()
    return dialog


def _when(at: datetime) -> str:
    return f"{date(at)}, {clock(at)}"
