"""Every word a thread says about its messages: meta lines, delivery states, events, and what a screen reader reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, QLocale, QObject

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import AttachmentKind, Direction, Moderation, Poll, RemoteAttachment, Visibility
from scrm_desktop.domain.views import ItemKind, ThreadItem
from ui import error_texts
from ui.models.thread_events import event_words
from ui.models.thread_rows import ThreadRow, local_day
from ui.text import clock, colleague, coming, number, one_line
from ui.text import day as day_line

#: So many kinds of emoji stand under a bubble.
_MOST_EMOJI = 12


class ThreadWords(QObject):
    """Translated when asked, so that a change of language needs no more than a new paint."""

    def day(self, day: date) -> str:
        """A day line: today, yesterday, or the date (with the year once it is not this one)."""
        noon = datetime.combine(day, time(12)).astimezone()
        text = day_line(noon, datetime.now().astimezone())
        return text[:1].upper() + text[1:]

    def author(self, item: ThreadItem) -> str:
        """Who wrote it, as one harmless line."""
        if item.direction is Direction.OUT and item.actor:
            return colleague(item.actor)
        if item.author is None:
            return self.tr("We") if item.direction is Direction.OUT else self.tr("Somebody")
        return one_line(item.author.display_name or "@" + item.author.handle, limit=60)

    def visibility(self, item: ThreadItem) -> str:
        """Who can read it; empty where everybody can."""
        return {
            Visibility.PUBLIC: "",
            Visibility.UNLISTED: self.tr("unlisted"),
            Visibility.FOLLOWERS: self.tr("followers only"),
            Visibility.DIRECT: self.tr("direct message"),
        }[item.visibility]

    def state(self, item: ThreadItem) -> str:
        """Where a message of ours stands, with its sign."""
        done = self.tr("✓ sent") if item.visibility is Visibility.DIRECT else self.tr("✓ published")
        if held(item):
            return self.tr("◷ sending in a moment")
        if planned(item):
            return self._planned(item)
        if waits_for_writer(item):
            return self.tr("◷ waits for you")
        return {
            None: done,
            OutboxState.SENT: done,
            OutboxState.HELD: self.tr("◷ held back"),
            OutboxState.QUEUED: self.tr("◷ waiting for the network"),
            OutboxState.SENDING: self.tr("↑ sending…"),
            OutboxState.FAILED: self.tr("✕ not sent"),
            OutboxState.UNCONFIRMED: self.tr("? unconfirmed"),
            OutboxState.CANCELLED: self.tr("taken back"),
        }[item.state]

    def _planned(self, item: ThreadItem) -> str:
        """When it leaves; the other parts of a thread go with the first."""
        if item.follows or item.scheduled_at is None:
            return self.tr("◷ leaves behind the one above")
        return self.tr("◷ leaves {when}").format(when=coming(item.scheduled_at, datetime.now(UTC)))

    def why(self, item: ThreadItem) -> str:
        """Why it is not sent, in words; empty where nothing is wrong."""
        if item.state not in {OutboxState.UNCONFIRMED, OutboxState.FAILED, OutboxState.HELD}:
            return ""
        said = one_line(error_texts.message_of(item.error_code, item.error), limit=300)
        if item.state is OutboxState.UNCONFIRMED:
            return said or self.tr("It left, and nobody knows yet whether it arrived.")
        return said or (self.tr("It could not be sent.") if item.state is OutboxState.FAILED else "")

    def state_actions(self, item: ThreadItem) -> tuple[tuple[str, str], ...]:
        """What a person can do about it: (name of the action, words)."""
        if item.state is OutboxState.FAILED:
            return (("retry", self.tr("Try again")), ("take", self.tr("Edit")))
        if item.state is OutboxState.UNCONFIRMED:
            check = ("retry", self.tr("Check again"))
            return (check, ("again", self.tr("Send again")), ("discard", self.tr("Discard")))
        if waits_for_writer(item) or planned(item):
            return self._later_actions(item)
        if item.state is OutboxState.HELD and item.error_code:
            return (("retry", self.tr("Send it now")), ("take", self.tr("Take back")))
        if held(item):
            return (("take", self.tr("Undo")), ("retry", self.tr("Send now")))
        if item.state in {OutboxState.QUEUED, OutboxState.HELD}:
            return (("take", self.tr("Take back")),)
        return ()

    def _later_actions(self, item: ThreadItem) -> tuple[tuple[str, str], ...]:
        """What can be done with a scheduled reply; its other parts follow the first in everything."""
        if item.follows:
            return ()
        news = item.error_code == "WroteFirst"
        now = self.tr("Send all the same") if news else self.tr("Send now")
        rest = (("take", self.tr("Edit")), ("discard", self.tr("Discard")))
        return (("retry", now), ("later", self.tr("Another time…")), *rest)

    def counts(self, item: ThreadItem) -> tuple[str, ...]:
        """Boosts, favourites and emoji, where there are any."""
        boosts = "↻ " + number(item.boosts) if item.boosts else ""
        stars = "★ " + number(item.favourites) if item.favourites else ""
        emoji = (f"{one_line(one.emoji, limit=12)} {number(one.count)}" for one in item.emoji[:_MOST_EMOJI])
        return tuple(text for text in (boosts, stars, *emoji) if text)

    def reacted(self, item: ThreadItem) -> str:
        """What the customer did with a message of ours; empty where nothing is known."""
        if not item.reactions:
            return ""
        if "boost" not in item.reactions:
            return self.tr("a favourite of the customer")
        if "favourite" not in item.reactions:
            return self.tr("boosted by the customer")
        return self.tr("boosted by the customer, and a favourite")

    def moderation(self, item: ThreadItem) -> str:
        """Where it stands in its site's own moderation queue; empty where everybody sees it."""
        return {
            Moderation.NONE: "",
            Moderation.HELD: self.tr("⚑ waits for approval"),
            Moderation.SPAM: self.tr("⚑ spam on the site"),
            Moderation.TRASH: self.tr("⚑ in the site's trash"),
            Moderation.HIDDEN: self.tr("⚑ hidden"),
        }[item.moderation]

    def notice(self, item: ThreadItem) -> str:
        """Why the text can't be shown as it is, in words."""
        return one_line(error_texts.sentence(item.notice), limit=300)

    def meta(self, item: ThreadItem) -> tuple[str, ...]:
        """The small line under a bubble, without its state."""
        time = clock(item.at)
        ours = item.direction is Direction.OUT
        first = f"{colleague(item.actor, limit=40)} · {time}" if ours and item.actor else time
        language = language_name(item.language) if item.language and not ours else ""
        parts = (first, language, *self.counts(item), self.reacted(item), self.visibility(item), self.moderation(item))
        return tuple(part for part in parts if part)

    def happened(self, item: ThreadItem) -> str:
        """An event as one line."""
        return one_line(f"{event_words(item)} · {clock(item.at)}", limit=200)

    def kind(self, attachment: RemoteAttachment) -> str:
        """What an attachment is."""
        return {
            AttachmentKind.IMAGE: self.tr("Picture"),
            AttachmentKind.GIFV: self.tr("Animation"),
            AttachmentKind.VIDEO: self.tr("Film"),
            AttachmentKind.AUDIO: self.tr("Sound"),
            AttachmentKind.FILE: self.tr("File"),
        }[attachment.kind]

    def described(self, attachment: RemoteAttachment) -> str:
        """The author's description of it."""
        return one_line(attachment.description, limit=400) or self.tr("No description")

    def poll_end(self, poll: Poll) -> str:
        """How many voted, and until when one can."""
        votes = poll.voters if poll.voters is not None else sum(option.votes or 0 for option in poll.options)
        said = self.tr("Votes: {count}").format(count=number(votes))
        if poll.expired:
            return self.tr("{votes} · closed").format(votes=said)
        if poll.expires_at is None:
            return said
        day = QLocale().toString(_qdate(poll.expires_at), QLocale.FormatType.ShortFormat)
        until = f"{day} {clock(poll.expires_at)}"
        return self.tr("{votes} · open until {until}").format(votes=said, until=until)

    def spoken(self, row: ThreadRow) -> str:
        """A whole row in words, for a screen reader."""
        item = row.item
        if item is None:
            return self.day(row.day)
        if item.kind is ItemKind.EVENT:
            return self.happened(item)
        text = item.text[:2000]
        if item.kind is ItemKind.NOTE:
            said = self.tr("Internal note by {name}, {time}: {text}")
            return said.format(name=colleague(item.actor), time=clock(item.at), text=text)
        return ". ".join(part for part in self._spoken_message(item, text) if part)

    def _spoken_message(self, item: ThreadItem, text: str) -> tuple[str, ...]:
        if item.deleted_at is not None:
            text = self.tr("Deleted by its author")
        elif item.content_warning:
            text = self.tr("Content warning: {text}").format(text=one_line(item.content_warning)) + ". " + text
        files = ", ".join(f"{self.kind(part)}: {self.described(part)}" for part in item.attachments)
        context = self.tr("What is answered") if item.context else ""
        edited = self.tr("edited") if item.edited_at is not None else ""
        ours = item.direction is Direction.OUT
        state = (self.state(item), self.why(item)) if ours else ()
        return (context, self.author(item), self.notice(item), text, files, ", ".join(self.meta(item)), edited, *state)

    # -- words of the painted links -----------------------------------------------------------------
    def label(self, name: str) -> str:
        """The words of a link or caption that the painting needs."""
        return {
            "more": self.tr("Show more"),
            "less": self.tr("Show less"),
            "show": self.tr("Show"),
            "hide": self.tr("Hide"),
            "deleted": self.tr("Deleted by its author"),
            "deleted_own": self.tr("We deleted this"),
            "kept": self.tr("Show what was kept"),
            "edited": self.tr("edited"),
            "context": self.tr("In reply to"),
            "context_own": self.tr("In reply to our post"),
            "picture": self.tr("Show picture"),
            "picture_hide": self.tr("Hide picture"),
            "loading": self.tr("Fetching…"),
            "open": self.tr("Open in browser"),
            "note": self.tr("Internal note · {name}"),
            "warning": self.tr("Content warning"),
            "quoted": self.tr("Show what it quotes"),
            "quoted_hide": self.tr("Hide what it quotes"),
            "save": self.tr("Save as…"),
            "picture_failed": self.tr("The picture can't be shown"),
        }[name]


def held(item: ThreadItem) -> bool:
    """Whether it waits only for its writer to think again."""
    waits = item.state is OutboxState.QUEUED and item.undo_until is not None
    return waits and item.undo_until is not None and item.undo_until > datetime.now(UTC)


def planned(item: ThreadItem) -> bool:
    """Whether it waits only for its time."""
    at = item.scheduled_at
    return item.state is OutboxState.QUEUED and at is not None and at > datetime.now(UTC)


def waits_for_writer(item: ThreadItem) -> bool:
    """Whether a scheduled reply did not leave, and its writer has to say what becomes of it."""
    return item.state is OutboxState.HELD and item.scheduled_at is not None


def _qdate(at: datetime) -> QDate:
    day = local_day(at)
    return QDate(day.year, day.month, day.day)


def language_name(code: str) -> str:
    """A language by its code, in English for an English window, else in that language itself."""
    locale = QLocale(code.replace("-", "_"))
    if locale.language() in {QLocale.Language.C, QLocale.Language.AnyLanguage}:
        return ""
    if QLocale().language() is QLocale.Language.English:
        return QLocale.languageToString(locale.language())
    # Qt adds the country to these two, which a message's language does not say.
    known = {QLocale.Language.English: "English", QLocale.Language.Spanish: "español"}
    return known.get(locale.language()) or locale.nativeLanguageName().partition(" (")[0]
