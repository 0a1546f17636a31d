"""Our commands as requests. The key of a command is its transaction id: sent again, it is the same event."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

from scrm_desktop.channels.base import UploadDone
from scrm_desktop.channels.matrix import fields, normalise
from scrm_desktop.channels.matrix.again import Again
from scrm_desktop.channels.matrix.api import Api
from scrm_desktop.channels.matrix.counting import LONGEST, count
from scrm_desktop.channels.matrix.normalise import Unreadable, Us
from scrm_desktop.channels.matrix.places import Place, room_path
from scrm_desktop.channels.matrix.rooms import Rooms
from scrm_desktop.channels.matrix.targets import NOT_PRIVATE, Target, known, relation, target
from scrm_desktop.channels.matrix.typical import NO_WARNINGS
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import (
    Command,
    Deed,
    DoDeed,
    EditMessage,
    MediaFile,
    Outcome,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import BadAnswer, Gone, InputError, NetworkError, NotUploaded, Rejected, Unsupported

KEY = "org.scrm-desktop.key"
"""The key of a command inside its event: found there also after a new login, which transaction ids don't survive."""
ENCRYPTED_ROOM = "This room is encrypted. Answer in another Matrix program: from here it could be read by its server."
NOT_POSSIBLE = "That can't be done on Matrix from here."
NOT_OURS = "Only messages of our own can be edited."
NO_PERSONS = "Matrix takes reports of messages only. Choose the messages that show why."
TOO_LONG = "The text is too long for Matrix."
_FALLBACK = 1000
_FILES = {"image": "m.image", "video": "m.video", "audio": "m.audio"}
_NAMED = re.compile(r"(?<![\w@])@[a-z0-9._=/+\-]{1,200}:[A-Za-z0-9.\-]{1,230}(?::\d{1,5})?")
Content = dict[str, Json]


class Writer:
    """Performs commands for one account."""

    def __init__(self, api: Api, us: Us, rooms: Rooms, again: Again) -> None:
        self._api, self._us, self._rooms, self._again = api, us, rooms, again

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once; the error says whether it may have been done."""
        match command:
            case SendMessage():
                return await self._send(command, key, uploaded)
            case EditMessage():
                return await self._edit(command, key)
            case ReportPerson():
                return await self._report(command)
            case DoDeed():
                return await self._deed(command, key)

    async def _send(self, command: SendMessage, key: str, uploaded: UploadDone) -> Outcome:
        if command.content_warning:
            raise InputError(NO_WARNINGS)
        _fits(command.text)
        where = await target(command, self._rooms)
        if where.invited:
            await self._accept(where.room, direct=command.visibility is Visibility.DIRECT)
        if await self._rooms.is_encrypted(where.room):
            raise Unsupported(ENCRYPTED_ROOM)
        content = await self._content(command, where, uploaded)
        return await self._put(where.room, {**content, KEY: key}, key)

    async def _accept(self, room: str, *, direct: bool) -> None:
        """Join; what was meant for one person is not said where others turn out to be."""
        await self._api.post(room_path(room, "join"))
        if direct and not (await self._rooms.room(room)).direct:
            raise Unsupported(NOT_PRIVATE)

    async def _content(self, command: SendMessage, where: Target, uploaded: UploadDone) -> Content:
        content: Content = {"msgtype": "m.text", "body": command.text}
        if command.media:
            (file,) = command.media
            content = await self._file(file, command.text, uploaded)
        spoken = _NAMED.findall(command.text)[:50]
        if where.answered is not None:
            content["m.relates_to"], author = await relation(where.answered, self._again)
            spoken = [author, *spoken]
        content["m.mentions"] = _mentions(spoken, self._us)
        return content

    async def _file(self, file: MediaFile, text: str, uploaded: UploadDone) -> Content:
        """A file that is on the server already, or is brought there first."""
        data = await asyncio.to_thread(_bytes, file)
        url = file.remote_id
        if not url:
            try:
                url = await self._api.upload(file.name, file.mime, data)
            except NetworkError as error:
                if not error.maybe_done:
                    raise
                raise NotUploaded(error.message, host=self._api.host, name=file.name) from None
            await uploaded(0, url)
        return {
            "msgtype": _FILES.get(file.mime.partition("/")[0], "m.file"),
            "body": text or file.name,
            "filename": file.name,
            "url": url,
            "info": {"mimetype": file.mime, "size": len(data)},
        }

    async def _put(self, room: str, content: Content, key: str) -> Outcome:
        found = await self._api.put(room_path(room, "send", "m.room.message", key), content)
        place = self._place(room, found)
        return Outcome(remote_id=str(place), message=await self._readable(place, content))

    async def _readable(self, place: Place, content: Content) -> RemoteMessage | None:
        """What was sent as a message: it is done, however it is told."""
        source: fields.Object = {
            "event_id": place.event,
            "type": "m.room.message",
            "sender": self._us.user,
            "origin_server_ts": int(datetime.now(UTC).timestamp() * 1000),
            "content": content,
        }
        try:
            return normalise.seen(source, await self._rooms.room(place.room), self._us).message
        except (Unreadable, NetworkError):
            return None

    async def _edit(self, command: EditMessage, key: str) -> Outcome:
        """Change a text; what belongs to the message besides (a file) stays."""
        _fits(command.text)
        place = known(command.remote_id)
        source = await self._again.source(place)
        if not source:
            raise Gone("", host=self._api.host, reason="")
        if fields.user(source, "sender") != self._us.user:
            raise Unsupported(NOT_OURS)
        before = fields.obj(source.get("content"))
        kept: Content = {name: before[name] for name in ("msgtype", "url", "info", "filename") if name in before}
        new: Content = {"msgtype": "m.text", **kept, "body": command.text}
        new["m.mentions"] = before.get("m.mentions") or {}
        short = command.text if len(command.text) <= _FALLBACK else command.text[:_FALLBACK] + "…"
        content: Content = {
            **kept,
            "msgtype": new["msgtype"],
            "body": f"* {short}",
            "m.new_content": new,
            "m.mentions": {},
            "m.relates_to": {"rel_type": "m.replace", "event_id": place.event},
            KEY: key,
        }
        self._place(place.room, await self._api.put(room_path(place.room, "send", "m.room.message", key), content))
        return Outcome(remote_id=command.remote_id)

    async def _report(self, command: ReportPerson) -> Outcome:
        places = [known(one) for one in command.message_ids]
        if not places:
            raise Unsupported(NO_PERSONS)
        for place in places:
            await self._api.post(room_path(place.room, "report", place.event), {"reason": command.comment})
        return Outcome(remote_id=command.profile_id)

    async def _deed(self, command: DoDeed, key: str) -> Outcome:
        if command.deed not in (Deed.DELETE, Deed.REACT, Deed.UNREACT, Deed.READ):
            raise Unsupported(NOT_POSSIBLE)
        place = known(command.target)
        if place.invitation:
            if command.deed is not Deed.READ:
                raise Unsupported(NOT_POSSIBLE)
        elif command.deed is Deed.DELETE:
            await self._redact(place, key)
        elif command.deed is Deed.READ:
            await self._api.post(room_path(place.room, "receipt", "m.read", place.event))
        elif command.deed is Deed.REACT:
            await self._react(place, command.value, key)
        else:
            await self._unreact(place, command.value, key)
        return Outcome(remote_id=command.target)

    async def _redact(self, place: Place, key: str) -> None:
        """Remove it; "not there" is what was wanted."""
        try:
            await self._api.put(room_path(place.room, "redact", place.event, key), {})
        except Gone:
            return

    async def _react(self, place: Place, emoji: str, key: str) -> None:
        """Put an emoji there; the server takes the same one of the same person once."""
        told: Content = {"rel_type": "m.annotation", "event_id": place.event, "key": emoji}
        path = room_path(place.room, "send", "m.reaction", key)
        try:
            await self._api.put(path, {"m.relates_to": told})
        except Rejected as error:
            if error.detail != "M_DUPLICATE_ANNOTATION":
                raise

    async def _unreact(self, place: Place, emoji: str, key: str) -> None:
        """Take our own away, if it is there."""
        for number, event in enumerate(self.ours(await self._again.annotations(place), emoji)):
            await self._redact(Place(place.room, event), f"{key}-{number}")

    def ours(self, annotations: list[Json], emoji: str) -> list[str]:
        """Our reactions with this emoji (empty: with any) among those to a message."""
        found = [fields.obj(one) for one in annotations]
        return [
            event
            for one in found
            if fields.user(one, "sender") == self._us.user
            and (event := fields.event(one))
            and not normalise.redacted(one)
            and emoji in ("", fields.text(normalise.relation(one), "key", 100))
        ]

    def _place(self, room: str, found: fields.Object) -> Place:
        event = fields.event(found)
        if not event:
            raise BadAnswer("It gave no id.", host=self._api.host)
        return Place(room, event)


def _fits(text: str) -> None:
    if count(text, "") > LONGEST:
        raise InputError(TOO_LONG)


def _mentions(users: list[str], us: Us) -> Content:
    """Who is told of a message; an empty list says that nobody is."""
    found: list[Json] = [one for one in dict.fromkeys(users) if one and one != us.user]
    return {"user_ids": found} if found else {}


def _bytes(file: MediaFile) -> bytes:
    """The profile's own copy of a file."""
    try:
        return Path(file.path).read_bytes()
    except OSError as error:
        raise InputError(f"“{file.name}” can't be read any more: {error.strerror}") from None
