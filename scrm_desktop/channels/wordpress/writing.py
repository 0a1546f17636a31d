"""Our commands as requests, and reading back what became of them."""

from __future__ import annotations

from scrm_desktop.channels.wordpress import fields, normalise
from scrm_desktop.channels.wordpress.api import Api
from scrm_desktop.channels.wordpress.counting import LONGEST, as_html, count
from scrm_desktop.channels.wordpress.normalise import Us
from scrm_desktop.channels.wordpress.refusals import TOO_LONG
from scrm_desktop.channels.wordpress.typical import NO_FILES, NO_MODERATION
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, Fence, Outcome, SendMessage
from scrm_desktop.domain.messages import Moderation, Visibility
from scrm_desktop.errors import BadAnswer, Gone, InputError, Rejected, ServerTrouble, Unsupported

ONLY_ANSWERS = "Here you answer comments. A new post is written on the site itself."
ONLY_PUBLIC = "Comments are public: nothing can be said to one person only."
CANNOT = "WordPress can't do that with a comment."
NO_COMMENT = "This is no comment of WordPress'."

_STATES = {
    Deed.APPROVE: ("approved", Moderation.NONE),
    Deed.UNAPPROVE: ("hold", Moderation.HELD),
    Deed.SPAM: ("spam", Moderation.SPAM),
    Deed.UNSPAM: ("hold", Moderation.HELD),
    Deed.TRASH: ("trash", Moderation.TRASH),
    Deed.UNTRASH: ("hold", Moderation.HELD),
}
"""What comes out of spam or trash waits for approval, so that nothing becomes public by the way."""


class Writer:
    """Performs commands for one user of the site."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def perform(self, command: Command, us: Us) -> Outcome:
        """Do it once; the error says whether it may have been done."""
        match command:
            case SendMessage():
                return await self._send(command, us)
            case EditMessage():
                return await self._edit(command, us)
            case DoDeed():
                return await self._deed(command, us)
            case _:
                raise Unsupported(CANNOT)

    async def _send(self, command: SendMessage, us: Us) -> Outcome:
        _check(command)
        parent = await self._api.comment(_id(command.in_reply_to or ""), moderator=us.moderator)
        form: dict[str, str | list[str]] = {
            "post": fields.identifier(parent, "post"),
            "parent": fields.identifier(parent),
            "content": as_html(command.text),
        }
        try:
            found = fields.obj(await self._api.post("wp/v2/comments", form, _shape(us)))
        except Rejected as error:
            held = await self._twin(command, us, "") if error.detail == "comment_duplicate" else None
            if held is None:
                raise
            return held  # it is there already: it was sent before, and its answer was lost
        return self._outcome(found, us)

    async def _edit(self, command: EditMessage, us: Us) -> Outcome:
        _moderating(us)
        if count(command.text) > LONGEST:
            raise InputError(TOO_LONG)
        route = f"wp/v2/comments/{_id(command.remote_id)}"
        found = fields.obj(await self._api.post(route, {"content": as_html(command.text)}, _shape(us)))
        return self._outcome(found, us)

    async def _deed(self, command: DoDeed, us: Us) -> Outcome:
        if command.deed is Deed.DELETE:
            _moderating(us)
            await self._delete(_id(command.target))
            return Outcome(remote_id=command.target)
        if command.deed not in _STATES:
            raise Unsupported(CANNOT)
        _moderating(us)
        status, wanted = _STATES[command.deed]
        route = f"wp/v2/comments/{_id(command.target)}"
        try:
            await self._api.post(route, {"status": status}, _shape(us))
        except ServerTrouble:
            # WordPress calls it a failure of its own when the comment is in this state already.
            if await self._state(command.target, us) is not wanted:
                raise
        return Outcome(remote_id=command.target)

    async def _delete(self, remote_id: str) -> None:
        """Delete for good; what is not there is deleted."""
        try:
            await self._api.delete(f"wp/v2/comments/{remote_id}", [("force", "true")])
        except Gone:
            return

    async def _state(self, remote_id: str, us: Us) -> Moderation | None:
        found = normalise.read(await self._api.comment(remote_id, moderator=us.moderator), us)
        return None if found is None else found.moderation

    def _outcome(self, found: fields.Object, us: Us) -> Outcome:
        remote_id = fields.identifier(found)
        if not remote_id:
            raise BadAnswer("It gave no id.", host=self._api.host)
        return Outcome(remote_id=remote_id, message=normalise.read(found, us))

    # -- reading back -----------------------------------------------------------------------------
    async def fence(self, us: Us) -> str | None:
        """The id of the newest comment that our user wrote, or (where that may not be asked) of any."""
        params = [("orderby", "id"), ("order", "desc"), ("per_page", "1")]
        if us.moderator:
            params.append(("author", us.user))
        found = (await self._api.comments(params, moderator=us.moderator)).items
        return fields.identifier(fields.obj(found[0])) or None if found else None

    async def find_sent(self, command: Command, fence: Fence, us: Us) -> Outcome | None:
        """Whether a command that was not confirmed has arrived; ``None``: it has not."""
        match command:
            case SendMessage():
                return await self._twin(command, us, fence.newest_own_id or "")
            case EditMessage():
                found = await self._api.comment(_id(command.remote_id), moderator=us.moderator)
                return self._outcome(found, us) if _same(normalise.words(found), command.text) else None
            case DoDeed():
                return await self._done(command, us)
            case _:
                raise Unsupported(CANNOT)

    async def _done(self, command: DoDeed, us: Us) -> Outcome | None:
        try:
            state = await self._state(_id(command.target), us)
        except Gone:
            return Outcome(remote_id=command.target) if command.deed is Deed.DELETE else None
        wanted = _STATES.get(command.deed)
        return Outcome(remote_id=command.target) if wanted is not None and state is wanted[1] else None

    async def _twin(self, command: SendMessage, us: Us, after: str) -> Outcome | None:
        """Our answer to the same comment with the same words, newer than ``after``."""
        since = int(after) if after.isascii() and after.isdecimal() and len(after) < 16 else 0
        params = [("parent", _id(command.in_reply_to or "")), ("orderby", "id"), ("order", "desc"), ("per_page", "100")]
        for one in (await self._api.comments(params, moderator=us.moderator)).items:
            source = fields.obj(one)
            message = normalise.read(source, us)
            if message is None or not message.own or fields.number(source) <= since:
                continue
            if message.moderation is not Moderation.TRASH and _same(normalise.words(source), command.text):
                return Outcome(remote_id=message.remote_id, message=message)
        return None


def _check(command: SendMessage) -> None:
    """What WordPress would misunderstand is refused before anything leaves."""
    if command.visibility is Visibility.DIRECT:
        raise Unsupported(ONLY_PUBLIC)
    if not command.in_reply_to:
        raise Unsupported(ONLY_ANSWERS)
    if command.media:
        raise Unsupported(NO_FILES)
    if count(command.text) > LONGEST:
        raise InputError(TOO_LONG)


def _moderating(us: Us) -> None:
    if not us.moderator:
        raise Unsupported(NO_MODERATION)


def _id(text: str) -> str:
    """A comment's id, which stands in an address."""
    if not (text.isascii() and text.isdecimal() and 0 < len(text) <= 15):
        raise Unsupported(NO_COMMENT)
    return text


def _same(held: str, sent: str) -> bool:
    """Whether two texts say the same: WordPress drops spaces at the ends, and lines may end otherwise."""
    return held.split() == sent.split()


def _shape(us: Us) -> list[tuple[str, str]]:
    return [("context", "edit")] if us.moderator else []
