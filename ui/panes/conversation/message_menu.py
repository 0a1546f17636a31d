"""The menu of one row of a thread: everything that can be clicked in it, for the mouse and for the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from scrm_desktop.domain.commands import Deed, OutboxState
from scrm_desktop.domain.messages import AttachmentKind, Direction, Moderation, Visibility
from scrm_desktop.domain.views import ItemKind, ThreadItem
from ui.models.thread_events import led_to
from ui.models.thread_words import ThreadWords
from ui.panes.conversation.message_acts import MessageActs
from ui.text import one_line
from ui.theme import Theme


def can_begin(item: ThreadItem) -> bool:
    """Whether a conversation of its own can begin with this: the network has it, and it is no mere context."""
    return item.kind is ItemKind.MESSAGE and bool(item.remote_id) and not item.context


class MessageMenu(QObject):
    """``wanted`` is (what, item, value) for what the pane does itself: answer, copy, details and the painted links."""

    wanted = Signal(str, object, str)

    def __init__(self, acts: MessageActs, words: ThreadWords, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self._words = words
        self._theme = theme
        self._parent = parent

    def build(self, item: ThreadItem, *, marked: bool) -> QMenu:
        """The menu for an item; ``marked``: some text is selected."""
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        number = led_to(item)
        if number is not None:
            self._ask(menu, self.tr("Open that conversation"), "right", "conversation", item, str(number))
        if item.kind is ItemKind.MESSAGE and item.remote_id and item.deleted_at is None:
            self._ask(menu, self.tr("Answer this one"), "reply", "answer", item)
        copy = self.tr("Copy selection") if marked else self.tr("Copy text")
        self._ask(menu, copy, "copy", "copy", item)
        self._ask(menu, self.tr("Read the whole message…"), "search", "details", item)
        if can_begin(item):
            self._ask(menu, self.tr("Split off from here on"), "split", "split", item)
        if item.kind is ItemKind.NOTE:
            menu.addSeparator()
            self._do(menu, self.tr("Remove note"), "delete", lambda: self._acts.remove_note(item))
        if item.kind is ItemKind.MESSAGE:
            self._inside(menu, item)
            self._network(menu, item)
        return menu

    def _ask(self, menu: QMenu, text: str, icon: str, what: str, item: ThreadItem, value: str = "") -> QAction:
        return self._do(menu, text, icon, lambda: self.wanted.emit(what, item, value))

    def _do(self, menu: QMenu, text: str, icon: str, then: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        if icon:
            action.setIcon(self._theme.icon(icon))
        action.triggered.connect(then)
        return action

    def _inside(self, menu: QMenu, item: ThreadItem) -> None:
        """What is painted in the bubble, for those who can't click it."""
        if item.content_warning and item.deleted_at is None:
            self._ask(menu, self.tr("Show or hide the text"), "", "fold", item)
        elif item.quoted and item.deleted_at is None:
            self._ask(menu, self._words.label("quoted"), "", "fold", item)
        if item.deleted_at is not None and item.text:
            self._ask(menu, self._words.label("kept"), "", "kept", item)
        if item.versions:
            self._ask(menu, self.tr("Earlier versions…"), "clock", "versions", item)
        for number, part in enumerate(item.attachments[:9], 1):
            if item.deleted_at is not None:
                continue
            if not part.url.startswith(("https://", "http://")):
                name = one_line(part.description, limit=40)
                self._ask(menu, self.tr("Save “{name}” as…").format(name=name), "attach", "save", item, part.url)
            if part.kind is AttachmentKind.IMAGE:
                self._ask(menu, self.tr("Show picture {n}").format(n=number), "picture", "picture", item, part.url)
        if item.state in {OutboxState.FAILED, OutboxState.UNCONFIRMED, OutboxState.QUEUED, OutboxState.HELD}:
            menu.addSeparator()
            for act, words in self._words.state_actions(item):
                self._ask(menu, words, "", act, item)

    def _network(self, menu: QMenu, item: ThreadItem) -> None:
        """What the network can do with it."""
        if not item.remote_id or item.deleted_at is not None:
            return
        menu.addSeparator()
        if item.url:
            self._ask(menu, self.tr("Open in browser…"), "link", "link", item, item.url)
        able, deed = self._acts.able, self._acts.deed
        if able.favourite:
            kind = Deed.UNFAVOURITE if item.favourited else Deed.FAVOURITE
            text = self.tr("Take favourite back") if item.favourited else self.tr("Favourite")
            self._do(menu, text, "favourite", lambda: deed(kind, item.remote_id))
        if able.boost and item.visibility in {Visibility.PUBLIC, Visibility.UNLISTED}:
            boost = Deed.UNBOOST if item.boosted else Deed.BOOST
            text = self.tr("Take boost back") if item.boosted else self.tr("Boost")
            self._do(menu, text, "boost", lambda: deed(boost, item.remote_id))
        self._react(menu, item)
        menu.addSeparator()
        self._own(menu, item) if item.direction is Direction.OUT else self._theirs(menu, item)

    def _react(self, menu: QMenu, item: ThreadItem) -> None:
        """Each emoji that the network allows, ours marked."""
        offered = self._acts.able.reactions
        if not offered or item.context:
            return
        mine = {one.emoji for one in item.emoji if one.mine}
        inner = menu.addMenu(self.tr("React"))
        inner.setIcon(self._theme.icon("emoji"))
        for emoji in dict.fromkeys((*offered, *mine)):
            kind = Deed.UNREACT if emoji in mine else Deed.REACT
            action = inner.addAction(emoji)
            action.setCheckable(True)
            action.setChecked(emoji in mine)
            react = partial(self._acts.deed, kind, item.remote_id, emoji)
            action.triggered.connect(lambda _=False, react=react: react())

    def _moderate(self, menu: QMenu, item: ThreadItem) -> None:
        """The site's own queue: what can be done from where the message stands in it."""
        able = self._acts.able
        for allowed, kind, text in self._moderations(item.moderation):
            if getattr(able, allowed):
                self._do(menu, text, "flag", partial(self._acts.deed, kind, item.remote_id))

    def _moderations(self, state: Moderation) -> tuple[tuple[str, Deed, str], ...]:
        """(capability, deed, words) for a message in this state."""
        if state is Moderation.SPAM:
            return (("spam", Deed.UNSPAM, self.tr("Not spam (on the site)")),)
        if state is Moderation.TRASH:
            return (("trash", Deed.UNTRASH, self.tr("Take out of the site's trash")),)
        if state is Moderation.HIDDEN:
            return (("hide", Deed.UNHIDE, self.tr("Show to everybody again")),)
        approve = ("approve", Deed.APPROVE, self.tr("Approve"))
        unapprove = ("approve", Deed.UNAPPROVE, self.tr("Take approval back"))
        return (
            approve if state is Moderation.HELD else unapprove,
            ("hide", Deed.HIDE, self.tr("Hide from everybody")),
            ("spam", Deed.SPAM, self.tr("Mark as spam on the site")),
            ("trash", Deed.TRASH, self.tr("Move to the site's trash")),
        )

    def _own(self, menu: QMenu, item: ThreadItem) -> None:
        if self._acts.able.edit:
            self._do(menu, self.tr("Edit…"), "edit", lambda: self._acts.edit(item))
        if self._acts.able.delete:
            self._do(menu, self.tr("Delete…"), "delete", lambda: self._acts.delete(item))

    def _theirs(self, menu: QMenu, item: ThreadItem) -> None:
        able = self._acts.able
        self._moderate(menu, item)
        if able.mute:
            self._do(menu, self.tr("Mute…"), "mute", lambda: self._acts.mute(item))
        if able.block:
            self._do(menu, self.tr("Block…"), "block", lambda: self._acts.block(item))
        if able.report:
            self._do(menu, self.tr("Report…"), "report", lambda: self._acts.report(item))
