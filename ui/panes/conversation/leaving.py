"""How what is written leaves the composer: asked about, signed, handed over once, and what follows from either end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import KnownError, ParentEdited, ParentGone
from ui import error_texts
from ui.bridge import Bridge
from ui.panes.conversation.drafts import key_of
from ui.panes.conversation.submission import Submission

if TYPE_CHECKING:
    from scrm_desktop.domain.canned import Canned
    from ui.panes.conversation.composer import Composer


class Leaving(QObject):
    """``sent`` comes once something is durably queued or noted; ``moved`` whenever the submission is busy or not.

    ``gate`` is asked before an answer leaves now, and goes on with a time (``None``: now) or not at all; ``given_up``
    comes when it does not. ``ask_time`` asks beside a widget when something shall leave.
    """

    sent = Signal()
    given_up = Signal()
    moved = Signal()

    def __init__(self, composer: Composer, bridge: Bridge) -> None:
        super().__init__(composer)
        self._composer, self._bridge = composer, bridge
        self.submission = Submission(bridge, composer.drafts, self)
        self._after: tuple[str, Callable[[], None]] | None = None
        self.gate: Callable[[Callable[[datetime | None], None]], None] = lambda go: go(None)
        self.ask_time: Callable[[QWidget, Callable[[datetime], None]], None] = lambda beside, then: None
        self.submission.accepted.connect(self._accepted)
        self.submission.refused.connect(self._refused)
        self.submission.moved.connect(self._sending_moved)

    @property
    def ready(self) -> bool:
        """Whether the button can be pressed, and nothing is on its way yet."""
        form = self._composer.form
        return self._composer.row is not None and form.send.isEnabled() and not self.submission.busy

    def submit(self, at: datetime | None = None) -> None:
        """Send what is written (``at``: then), once: while one is on its way a second click does nothing."""
        if self.ready:
            self._composer.tools.check(lambda: self._submit(at))

    def _submit(self, at: datetime | None) -> None:
        if at is not None or self._composer.mode is Mode.NOTE:
            self._go(at)
        else:
            self.gate(self._go)

    def _go(self, at: datetime | None) -> None:
        draft = self._composer.draft()
        if draft is not None and self._composer.form.send.isEnabled():
            self.submission.send(self._signed(draft), self._composer.target.found, at=at)

    def _signed(self, draft: Draft) -> Draft:
        return draft if draft.mode is Mode.NOTE else replace(draft, text=self._composer.signing.signed(draft.text))

    def send_parts(self, parts: tuple[str, ...], at: datetime | None = None) -> None:
        """Send these (``at``: then) as a thread instead of the text, with everything else as it is written here."""

        def go(at: datetime | None) -> None:
            draft = self._composer.draft()
            if draft is not None and self._composer.can_send():
                self.submission.send(draft, self._composer.target.found, parts, at=at)

        if at is None:
            self.gate(go)
        else:
            go(at)

    def send_canned(self, canned: Canned, then: Callable[[], None]) -> None:
        """Send one, and go on once it is durably queued; where it is not sent, nothing follows."""

        def filled() -> None:
            draft = self._composer.draft()
            self._after = (draft.token, then) if draft is not None else None
            self.submit()

        self._composer.tools.append(canned, filled)

    def forget(self) -> None:
        """Another text is shown: nothing follows from this one any more."""
        self._after = None

    def give_up(self) -> None:
        """The person does not want it to leave now or then: it stays as it is written."""
        self.forget()
        self.given_up.emit()

    def _sending_moved(self) -> None:
        self._composer.form.field.setReadOnly(self.submission.busy)
        self.moved.emit()

    def _accepted(self, draft: Draft) -> None:
        self._composer.drafts.forget(key_of(draft))
        after, self._after = self._after, None
        if after is not None and after[0] == draft.token:
            after[1]()
        self._composer.gone(draft)
        self.sent.emit()

    def _refused(self, draft: Draft, error: KnownError) -> None:
        """The words stay, the reason stands under them."""
        self._after = None
        if key_of(draft) != self._composer.key:
            self._bridge.failed.emit(error)
            return
        self._composer.form.show_error(f"{error_texts.title(error)}: {error_texts.message(error)}")
        if isinstance(error, ParentEdited | ParentGone):
            self._composer.target.accept_as_it_is()
