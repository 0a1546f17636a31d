"""What a notification says: about one conversation, or about several at once. Customers' words stay plain text."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.ringing import Ring
from scrm_desktop.domain.views import ConversationRow, ReplyTarget
from ui import text
from ui.notifying.card import DONE, Card

_BODY, _NAME, _NAMED = 240, 60, 3


class NotificationWords(QObject):
    """Makes cards of rings."""

    def card(self, ring: Ring, *, preview: bool, sound: bool, target: ReplyTarget | None) -> Card:
        """``target`` is whom an answer would reach (``None``: none can be given from here)."""
        one = ring.single
        if one is None:
            title, body = self._sum(ring), self._names(ring)
            return Card(title=title, body=body, open_label=self.tr("Open"), urgent=ring.urgent, sound=sound)
        reply = self._reply(target) if target is not None else ""
        return Card(
            title=self._who(one),
            body=self._body(one, preview, woken=one.id in ring.woken),
            open_label=self.tr("Open"),
            buttons=((DONE, self.tr("Done")),),
            reply=reply,
            reply_hint=self._hint(one, target) if target is not None else "",
            reply_button=self.tr("{reply}…").format(reply=reply) if reply else "",
            urgent=ring.urgent,
            sound=sound,
        )

    def _who(self, row: ConversationRow) -> str:
        # The handle is always there: a name can be anybody's.
        name, handle = text.one_line(text.display_name(row.person, row.handle), limit=_NAME), f"@{_short(row.handle)}"
        return name if name == handle else f"{text.isolate(name)} ({text.isolate(handle)})"

    def _body(self, row: ConversationRow, preview: bool, *, woken: bool) -> str:
        direct = row.kind == "direct"
        if woken and not row.unread:
            return self.tr("Back from its snooze") if not preview else self._back(row)
        if not preview:
            return self.tr("wrote you a direct message") if direct else self.tr("wrote to you in public")
        words = text.one_line(row.last_text, limit=_BODY)
        if row.unread > 1:
            counted = self.tr("%n new message(s)", "", row.unread)
            words = self.tr("{counted}. The last one: {text}").format(counted=counted, text=words)
        return self.tr("Direct message: {text}").format(text=words) if direct else words

    def _back(self, row: ConversationRow) -> str:
        words = text.one_line(row.last_text, limit=_BODY)
        return self.tr("Back from its snooze: {text}").format(text=words)

    def _sum(self, ring: Ring) -> str:
        if not ring.messages:
            return self.tr("%n conversation(s) back from their snooze", "", len(ring.rows))
        messages = self.tr("%n new message(s)", "", ring.messages)
        people = self.tr("%n person(s)", "", ring.people)
        return self.tr("{messages} from {people}").format(messages=messages, people=people)

    def _names(self, ring: Ring) -> str:
        names: list[str] = []
        for row in ring.rows:
            name = text.isolate(text.display_name(row.person, row.handle), limit=_NAME)
            if name not in names:
                names.append(name)
        shown = ", ".join(names[:_NAMED])
        more = len(names) - _NAMED
        if more > 0:
            return self.tr("{names} and %n more", "", more).format(names=shown)
        return shown

    def _reply(self, target: ReplyTarget) -> str:
        if target.visibility is Visibility.DIRECT:
            return self.tr("Reply by direct message")
        if target.visibility is Visibility.FOLLOWERS:
            return self.tr("Reply to followers")
        return self.tr("Reply in public")

    def _hint(self, row: ConversationRow, target: ReplyTarget) -> str:
        handle = text.isolate(f"@{_short(row.handle)}")
        if target.visibility is Visibility.DIRECT:
            return self.tr("Only {handle} will see it").format(handle=handle)
        return self.tr("Everybody who sees the conversation will see it")

    # -- after an answer --------------------------------------------------------------------------
    def sent(self, person: str) -> str:
        """An answer left."""
        return self.tr("Your answer to {person} is on its way").format(person=text.isolate(person))

    def stopped(self, person: str) -> str:
        """An answer did not leave, since there is more to read."""
        return self.tr("{person} wrote again: read it before you answer. Your text is in the composer.").format(
            person=text.isolate(person)
        )

    def closed(self, opening: datetime) -> str:
        """An answer did not leave, since it is outside the sending hours."""
        when = text.coming(opening, datetime.now(UTC))
        said = self.tr("Outside your sending hours (until {when}): your text is in the composer.")
        return said.format(when=when)

    def refused(self) -> str:
        """An answer could not leave."""
        return self.tr("Your answer was not sent. Your text is in the composer.")

    def done(self, person: str) -> str:
        """Done was pressed."""
        return self.tr("The conversation with {person} is done").format(person=text.isolate(person))


def _short(handle: str) -> str:
    return text.one_line(handle, limit=_NAME)
