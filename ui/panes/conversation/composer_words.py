"""The composer's sentences: what a mode does, to whom, and in which words the button says so."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from scrm_desktop.domain.accounts import NO_REPLY, Capabilities, ChannelInfo
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Mode, ReplyTarget
from ui import error_texts
from ui.handles import called
from ui.text import isolate

SEND_KEYS = "⌘↵" if sys.platform == "darwin" else "⌃↵"


class ComposerWords(QObject):
    """Translated when asked."""

    def tab(self, mode: Mode) -> str:
        """The name of a mode."""
        return {
            Mode.PUBLIC: self.tr("Public reply"),
            Mode.DIRECT: self.tr("Direct message"),
            Mode.NOTE: self.tr("Internal note"),
        }[mode]

    def verb(self, mode: Mode) -> str:
        """What the button does, spelled out."""
        said = {
            Mode.PUBLIC: self.tr("Reply publicly"),
            Mode.DIRECT: self.tr("Send direct message"),
            Mode.NOTE: self.tr("Add note"),
        }[mode]
        return f"{said} {SEND_KEYS}"

    def hint(self, mode: Mode) -> str:
        """What stands in the empty field."""
        return {
            Mode.PUBLIC: self.tr("Write what everybody may read…"),
            Mode.DIRECT: self.tr("Write to this person alone…"),
            Mode.NOTE: self.tr("Write for your team…"),
        }[mode]

    def recipient(self, mode: Mode, target: ReplyTarget | None, info: ChannelInfo | None) -> str:
        """Who will read it."""
        if mode is Mode.NOTE:
            return self.tr("Only your team sees this")
        if target is None:
            return self.tr("Looking up who this goes to…")
        if target.unavailable:
            return error_texts.sentence(target.unavailable)
        who = isolate(called(info, target.handle))
        if mode is Mode.DIRECT:
            return self.tr("Direct message, only {who} reads it").format(who=who)
        return self._public(target.visibility).format(who=who)

    def _public(self, visibility: Visibility) -> str:
        return {
            Visibility.PUBLIC: self.tr("Public reply to {who}, everyone can read it"),
            Visibility.UNLISTED: self.tr("Public reply to {who}, everyone can read it, but it is not listed"),
            Visibility.FOLLOWERS: self.tr("Reply to {who}, only your followers and those named can read it"),
            Visibility.DIRECT: self.tr("Direct message, only {who} reads it"),
        }[visibility]

    def why_not(self, mode: Mode, kind: str, able: Capabilities) -> str:
        """Why a mode can't be used here."""
        if not able.reply:
            return error_texts.sentence(NO_REPLY)
        if mode is Mode.PUBLIC and kind == "direct":
            return self.tr("This conversation is private: a public reply would show it to everybody.")
        if mode is Mode.PUBLIC:
            return self.tr("This network has no public replies.")
        return self.tr("This network has no direct messages.")
