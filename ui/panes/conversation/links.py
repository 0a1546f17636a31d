"""Opens a link of a stranger, after its real host was shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.delegates.thread_text import ascii_host, clean, may_open


def ask_to_open(parent: QWidget, url: str) -> QMessageBox:
    """A question with the host in plain letters; the dialog is returned open, and deletes itself."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Links", "Open link"))
    seen = clean(url[:600])
    if not may_open(url):
        box.setText(QCoreApplication.translate("Links", "This link is not opened: it is no web or mail address."))
        box.setInformativeText(seen)
        box.open()
        return box
    box.setText(QCoreApplication.translate("Links", "Open {host} outside this program?").format(host=ascii_host(url)))
    box.setInformativeText(seen)
    go = box.addButton(QCoreApplication.translate("Links", "Open"), QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton(QCoreApplication.translate("Links", "Copy link"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    go.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(url))
    box.open()
    return box
