"""The signature of the account: shown, counted, and left out of one answer by a click."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import Mode
from ui.bridge import Bridge
from ui.panes.conversation.composer_form import ComposerForm
from ui.text import one_line


class Signing(QObject):
    """``changed``: another signature, or it was switched."""

    changed = Signal()

    def __init__(self, bridge: Bridge, form: ComposerForm, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._form = bridge, form
        self._known: dict[int, str] | None = None
        self._account: int | None = None
        self._reading = False
        form.signature.toggled.connect(self.changed)
        bridge.changed.connect(self._desk_changed)

    def at(self, account_id: int | None) -> None:
        """Answers are those of this account."""
        self._account = account_id
        if self._known is None and account_id is not None:
            self._read_soon()
        self.again()

    def again(self) -> None:
        """Another text is begun: it is signed as usual."""
        self._form.signature.blockSignals(True)
        self._form.signature.setChecked(True)
        self._form.signature.blockSignals(False)
        self._show()

    def signed(self, text: str) -> str:
        """The text as it goes out; one that ends with the signature already is not signed twice."""
        words = self._words()
        plain = text.rstrip()
        if not words or not plain.strip() or not self._form.signature.isChecked() or plain.endswith(words):
            return text
        return f"{plain}\n{words}"

    def _words(self) -> str:
        if self._form.mode is Mode.NOTE or self._account is None:
            return ""
        return (self._known or {}).get(self._account, "")

    def _show(self) -> None:
        words = self._words()
        self._form.signature.setVisible(bool(words))
        self._form.signature.setText(one_line(words, limit=80).replace("&", "&&"))
        self._form.signature.setToolTip(self.tr("Signature: switch it off for this answer"))
        self._form.signature.setAccessibleName(self.tr("Sign with “{text}”").format(text=one_line(words, limit=80)))

    def _desk_changed(self, changes: Changes) -> None:
        if changes.texts and self._known is not None:
            self._read_soon()

    def _read_soon(self) -> None:
        if not self._reading:
            self._reading = True
            self._bridge.spawn(self._read())

    async def _read(self) -> None:
        try:
            self._known = dict(await self._bridge.ask(self._bridge.desk.signatures()))
        finally:
            self._reading = False
        self._show()
        self.changed.emit()
