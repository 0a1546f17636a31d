"""Commands as JSON in the outbox, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from scrm_desktop.domain.commands import (
    Command,
    Deed,
    DoDeed,
    EditMessage,
    MediaFile,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.store.values import clean, to_json

_KINDS: dict[type, str] = {SendMessage: "send", EditMessage: "edit", DoDeed: "deed", ReportPerson: "report"}


def kind_of(command: Command) -> str:
    """The short name of a kind of command."""
    return _KINDS[type(command)]


def pack_command(command: Command) -> str:
    """JSON text; enums by value, files as objects."""
    values: dict[str, Any] = {field.name: getattr(command, field.name) for field in fields(command)}
    if isinstance(command, SendMessage):
        values["media"] = [{field.name: getattr(one, field.name) for field in fields(one)} for one in command.media]
    return clean(to_json(values))


def unpack_command(kind: str, packed: str) -> Command:
    """The command that was packed."""
    values: dict[str, Any] = json.loads(packed)
    if kind == "send":
        media = tuple(MediaFile(**one) for one in values.pop("media"))
        return SendMessage(**{**values, "visibility": Visibility(values["visibility"])}, media=media)
    if kind == "edit":
        return EditMessage(**values)
    if kind == "deed":
        return DoDeed(**{**values, "deed": Deed(values["deed"])})
    return ReportPerson(message_ids=tuple(values.pop("message_ids")), **values)


def text_of(packed: str) -> str:
    """What a packed command says, empty where it says nothing."""
    return str(json.loads(packed).get("text", ""))
