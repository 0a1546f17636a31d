"""Our commands as requests: one command, one request that changes something, made once."""

from __future__ import annotations

from scrm_desktop.channels.base import UploadDone
from scrm_desktop.channels.mastodon import fields, normalise
from scrm_desktop.channels.mastodon.api import Api, segment
from scrm_desktop.channels.mastodon.fields import Object
from scrm_desktop.channels.mastodon.media import Uploader
from scrm_desktop.channels.mastodon.normalise import Unreadable, Us
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, Outcome, ReportPerson, SendMessage
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import BadAnswer, Gone, Unsupported

Form = dict[str, str | list[str]]

VISIBILITY_NAMES = {
    Visibility.PUBLIC: "public",
    Visibility.UNLISTED: "unlisted",
    Visibility.FOLLOWERS: "private",
    Visibility.DIRECT: "direct",
}
ON_STATUS = {
    Deed.FAVOURITE: "favourite",
    Deed.UNFAVOURITE: "unfavourite",
    Deed.BOOST: "reblog",
    Deed.UNBOOST: "unreblog",
}
ON_PERSON = {Deed.MUTE: "mute", Deed.UNMUTE: "unmute", Deed.BLOCK: "block", Deed.UNBLOCK: "unblock"}
LONGEST_COMMENT = 1000


class Writer:
    """Performs commands for one account."""

    def __init__(self, api: Api, uploader: Uploader) -> None:
        self._api, self._uploader = api, uploader

    async def perform(self, command: Command, key: str, uploaded: UploadDone, us: Us) -> Outcome:
        """Do it once; the error says whether it may have been done."""
        match command:
            case SendMessage():
                return await self._send(command, key, uploaded, us)
            case EditMessage():
                return await self._edit(command, us)
            case DoDeed():
                return await self._deed(command, us)
            case ReportPerson():
                return await self._report(command)

    async def _send(self, command: SendMessage, key: str, uploaded: UploadDone, us: Us) -> Outcome:
        media = await self._uploader.ids(command.media, uploaded)
        form: Form = {"status": command.text, "visibility": VISIBILITY_NAMES[command.visibility]}
        if command.in_reply_to:
            form["in_reply_to_id"] = command.in_reply_to
        if media:
            form["media_ids[]"] = media
        form |= _manner(command.content_warning, command.language)
        return self._outcome(await self._api.send_object("POST", "/api/v1/statuses", form, key=key), us)

    async def _edit(self, command: EditMessage, us: Us) -> Outcome:
        """Change a text; the server drops whatever an edit does not name, so the files are named again."""
        before = await self._api.status(command.remote_id)
        if fields.obj(before.get("poll")):
            raise Unsupported("A message with a poll can't be edited without losing its votes.")
        form: Form = {"status": command.text, "spoiler_text": command.content_warning}
        files = [fields.remote_id(fields.obj(one)) for one in fields.items(before.get("media_attachments"))]
        if files:
            form["media_ids[]"] = [one for one in files if one]
        language = command.language or fields.text(before, "language", 20)
        form |= _manner(command.content_warning, language)
        path = f"/api/v1/statuses/{segment(command.remote_id)}"
        return self._outcome(await self._api.send_object("PUT", path, form), us)

    async def _deed(self, command: DoDeed, us: Us) -> Outcome:
        if command.deed is Deed.DELETE:
            return await self._delete(command.target)
        if command.deed in ON_PERSON:
            return await self._to_person(command)
        if command.deed not in ON_STATUS:
            raise Unsupported("Mastodon has nothing of that kind.")
        path = f"/api/v1/statuses/{segment(command.target)}/{ON_STATUS[command.deed]}"
        found = await self._api.send_object("POST", path)
        inner = fields.obj(found.get("reblog")) or found
        return Outcome(remote_id=command.target, message=readable(inner, us))

    async def _to_person(self, command: DoDeed) -> Outcome:
        path = f"/api/v1/accounts/{segment(command.target)}/{ON_PERSON[command.deed]}"
        try:
            await self._api.send("POST", path)
        except Gone:
            raise Unsupported("This server can't do that, or the person is not there any more.") from None
        return Outcome(remote_id=command.target)

    async def _delete(self, remote_id: str) -> Outcome:
        """Delete a message of ours; "not there" is what was wanted, unless it is there all the same."""
        path = f"/api/v1/statuses/{segment(remote_id)}"
        try:
            await self._api.send("DELETE", path)
        except Gone:
            if await self._exists(remote_id):
                raise Unsupported("This server can't delete messages for other programs.") from None
        return Outcome(remote_id=remote_id)

    async def _exists(self, remote_id: str) -> bool:
        try:
            await self._api.status(remote_id)
        except Gone:
            return False
        return True

    async def _report(self, command: ReportPerson) -> Outcome:
        form: Form = {
            "account_id": command.profile_id,
            "comment": command.comment[:LONGEST_COMMENT],
            "category": command.category,
            "forward": "true" if command.forward else "false",
        }
        if command.message_ids:
            form["status_ids[]"] = list(command.message_ids)
        try:
            found = await self._api.send_object("POST", "/api/v1/reports", form)
        except Gone:
            raise Unsupported("This server takes no reports from other programs.") from None
        return Outcome(remote_id=fields.remote_id(found))

    def _outcome(self, found: Object, us: Us) -> Outcome:
        remote_id = fields.remote_id(found)
        if not remote_id:
            raise BadAnswer("It gave no id.", host=self._api.host)
        return Outcome(remote_id=remote_id, message=readable(found, us))


def _manner(content_warning: str, language: str) -> Form:
    form: Form = {}
    if content_warning:
        form |= {"spoiler_text": content_warning, "sensitive": "true"}
    if language:
        form["language"] = language
    return form


def readable(status: Object, us: Us) -> RemoteMessage | None:
    """The status as a message, where it is one: what was done counts, however it is told."""
    try:
        return normalise.message(status, us)
    except Unreadable:
        return None
