"""Save a customer's file where the person says: fetched through the account's own login, never opened by itself."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from scrm_desktop.domain.views import ThreadItem
from ui.bridge import Bridge
from ui.text import one_line


def save_file(parent: QWidget, bridge: Bridge, account_id: int, item: ThreadItem, url: str) -> None:
    """Ask where to, then fetch and write."""
    told = next((part.description for part in item.attachments if part.url == url), "")
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog = QFileDialog(parent, QCoreApplication.translate("SaveFile", "Save the file"), folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(harmless_name(told))

    def write(path: str) -> None:
        bridge.spawn(bridge.ask(bridge.desk.save_attachment(account_id, url, Path(path))))

    dialog.fileSelected.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def harmless_name(told: str) -> str:
    """A file name without folders, direction tricks or a leading dot."""
    name = PurePath(one_line(told, limit=120).replace("\\", "/")).name.lstrip(".")
    return "".join(one for one in name if one not in '<>:"|?*') or "file"
