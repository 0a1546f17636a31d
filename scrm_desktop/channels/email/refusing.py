"""What mail can't do, refused before any server is asked."""

from __future__ import annotations

from scrm_desktop.channels.email.counting import LONGEST
from scrm_desktop.channels.email.describing import WHY_NOT
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, ReportPerson, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import InputError, Unsupported

_REASONS = dict(WHY_NOT)
CHANGE = _REASONS["edit"]
_DEEDS = {
    Deed.DELETE: "delete",
    Deed.FAVOURITE: "favourite",
    Deed.UNFAVOURITE: "favourite",
    Deed.BOOST: "boost",
    Deed.UNBOOST: "boost",
    Deed.MUTE: "mute",
    Deed.UNMUTE: "mute",
    Deed.BLOCK: "block",
    Deed.UNBLOCK: "block",
    Deed.APPROVE: "approve",
    Deed.UNAPPROVE: "approve",
    Deed.HIDE: "hide",
    Deed.UNHIDE: "hide",
    Deed.REACT: "reactions",
    Deed.UNREACT: "reactions",
    Deed.READ: "receipts",
}


def check(command: Command) -> None:
    """Raise Unsupported with the reason, or InputError for a text that is too long."""
    match command:
        case SendMessage():
            if command.visibility is not Visibility.DIRECT:
                raise Unsupported(_REASONS["public"])
            if command.content_warning:
                raise Unsupported(_REASONS["content_warning"])
            if len(command.text) > LONGEST:
                raise InputError(f"The text has {len(command.text)} characters; this server takes {LONGEST}.")
        case EditMessage():
            raise Unsupported(CHANGE)
        case ReportPerson():
            raise Unsupported(_REASONS["report"])
        case DoDeed():
            if command.deed in _DEEDS:
                raise Unsupported(_REASONS[_DEEDS[command.deed]])
