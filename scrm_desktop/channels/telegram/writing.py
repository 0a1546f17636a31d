"""Our commands as requests: one command, one request that changes something, made once."""

from __future__ import annotations

import json
from os import SEEK_END
from pathlib import Path
from typing import IO

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields, normalise
from scrm_desktop.channels.telegram.api import Api, Form
from scrm_desktop.channels.telegram.counting import LARGEST_PHOTO, LONGEST_CAPTION
from scrm_desktop.channels.telegram.normalise import Unreadable, Us
from scrm_desktop.channels.telegram.places import Place
from scrm_desktop.channels.telegram.typical import NO_WARNINGS
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, MediaFile, Outcome, SendMessage
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import BadAnswer, Gone, InputError, Rejected, Unsupported

NO_POSTS = "A bot has no page of its own: it can only answer, or write to somebody who wrote to it."
NOT_KNOWN = "This is no message of Telegram's."
NO_REACTIONS = "In a business chat a bot can't put reactions."
CAPTION = (
    "The text under a file may have {limit} characters on Telegram, and this has {length}. Send the file by itself."
)

_METHODS = {
    "image/jpeg": ("sendPhoto", "photo"),
    "image/png": ("sendPhoto", "photo"),
    "image/webp": ("sendPhoto", "photo"),
    "image/gif": ("sendAnimation", "animation"),
    "video/mp4": ("sendVideo", "video"),
    "audio/mpeg": ("sendAudio", "audio"),
}


class Writer:
    """Performs commands for one bot."""

    def __init__(self, api: Api, us: Us) -> None:
        self._api, self._us = api, us

    async def perform(self, command: Command) -> Outcome:
        """Do it once; the error says whether it may have been done."""
        match command:
            case SendMessage():
                return await self._send(command)
            case EditMessage():
                return await self._edit(command)
            case DoDeed():
                return await self._deed(command)
            case _:
                raise Unsupported("A bot can't report anybody. Use Telegram itself for that.")

    async def _send(self, command: SendMessage) -> Outcome:
        if command.content_warning:
            raise InputError(NO_WARNINGS)
        form = _target(command)
        if not command.media:
            return self._outcome(await self._api.post("sendMessage", {**form, "text": command.text}), form)
        (file,) = command.media
        if len(command.text) > LONGEST_CAPTION:
            raise InputError(CAPTION.format(limit=LONGEST_CAPTION, length=len(command.text)))
        with _opened(file) as source:
            method, name = _method(file, source.seek(0, SEEK_END))
            source.seek(0)
            form |= {name: "attach://file"} | ({"caption": command.text} if command.text else {})
            found = await self._api.send_file(method, form, (file.name, source, file.mime))
        return self._outcome(found, form)

    async def _edit(self, command: EditMessage) -> Outcome:
        """Change a text; one that reads so already is changed, and under a file it is called a caption."""
        form = _message(_known(command.remote_id))
        try:
            found = await self._api.post("editMessageText", {**form, "text": command.text})
        except Rejected as error:
            if "not modified" in error.detail:
                return Outcome(remote_id=command.remote_id)
            if "no text in the message" not in error.detail:
                raise
            found = await self._edit_caption(form, command)
        return Outcome(remote_id=command.remote_id, message=self._readable(found, form))

    async def _edit_caption(self, form: Form, command: EditMessage) -> Json:
        if len(command.text) > LONGEST_CAPTION:
            raise InputError(CAPTION.format(limit=LONGEST_CAPTION, length=len(command.text)))
        try:
            return await self._api.post("editMessageCaption", {**form, "caption": command.text})
        except Rejected as error:
            if "not modified" not in error.detail:
                raise
            return None

    async def _deed(self, command: DoDeed) -> Outcome:
        if command.deed not in (Deed.DELETE, Deed.REACT, Deed.UNREACT):
            raise Unsupported("A bot can't do that on Telegram.")
        where = _known(command.target)
        if command.deed is Deed.DELETE:
            await self._delete(where)
        else:
            await self._react(where, command.value if command.deed is Deed.REACT else "")
        return Outcome(remote_id=command.target)

    async def _delete(self, where: Place) -> None:
        """Delete a message of ours; "not there" is what was wanted."""
        method, form = "deleteMessage", _message(where)
        if where.business:
            method = "deleteBusinessMessages"
            form = {"business_connection_id": where.business, "message_ids": f"[{where.message}]"}
        try:
            await self._api.post(method, form)
        except Gone:
            return

    async def _react(self, where: Place, emoji: str) -> None:
        """A bot has one reaction on a message: a new one takes the place of the one before."""
        if where.business:
            raise Unsupported(NO_REACTIONS)
        chosen = [{"type": "emoji", "emoji": emoji}] if emoji else []
        form: Form = {"chat_id": where.chat, "message_id": where.message, "reaction": json.dumps(chosen)}
        await self._api.post("setMessageReaction", form)

    def _outcome(self, found: Json, form: Form) -> Outcome:
        source = self._in_business(found, form)
        where = normalise.place(source)
        if where is None:
            raise BadAnswer("It gave no id.", host=self._api.host)
        return Outcome(remote_id=str(where), message=self._readable(source, form))

    def _readable(self, found: Json, form: Form) -> RemoteMessage | None:
        """The answer as a message, where it is one: what was done counts, however it is told."""
        try:
            return normalise.message(self._in_business(found, form), self._us)
        except Unreadable:
            return None

    @staticmethod
    def _in_business(found: Json, form: Form) -> fields.Object:
        """The answer, which must lead to the same chat as what was asked."""
        source, business = fields.obj(found), form.get("business_connection_id")
        return {**source, "business_connection_id": business} if isinstance(business, str) else source


def _target(command: SendMessage) -> Form:
    """The chat that a message goes to, and what it answers there."""
    parent = _known(command.in_reply_to) if command.in_reply_to else None
    direct = command.visibility is Visibility.DIRECT
    if parent is not None and (parent.private or not direct):
        answered = json.dumps({"message_id": int(parent.message)})
        form: Form = {"chat_id": parent.chat, "reply_parameters": answered}
        return form | ({"business_connection_id": parent.business} if parent.business else {})
    if not direct or not command.to_profile:
        raise Unsupported(NO_POSTS)
    return {"chat_id": command.to_profile}


def _message(where: Place) -> Form:
    form: Form = {"chat_id": where.chat, "message_id": where.message}
    return form | ({"business_connection_id": where.business} if where.business else {})


def _known(remote_id: str) -> Place:
    where = Place.read(remote_id)
    if where is None:
        raise Unsupported(NOT_KNOWN)
    return where


def _opened(file: MediaFile) -> IO[bytes]:
    """The profile's own copy of a file, read in pieces while it is sent."""
    try:
        return Path(file.path).open("rb")
    except OSError as error:
        raise InputError(f"“{file.name}” can't be read any more: {error.strerror}") from None


def _method(file: MediaFile, size: int) -> tuple[str, str]:
    """How a file is sent so that the other side can look at it; a picture that is too large goes as a file."""
    method, name = _METHODS.get(file.mime, ("sendDocument", "document"))
    return ("sendDocument", "document") if method == "sendPhoto" and size > LARGEST_PHOTO else (method, name)
