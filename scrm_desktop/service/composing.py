"""From what a composer holds to a command: whom it reaches, how public it is, and whether the network will take it."""

from __future__ import annotations

from scrm_desktop.domain.accounts import NO_REPLY
from scrm_desktop.domain.commands import EditMessage, MediaFile, SendMessage
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.domain.views import Draft, Mode, ReplySource, ReplyTarget
from scrm_desktop.errors import InputError, ParentEdited, ParentGone
from scrm_desktop.service.directory import Directory

NOTE_TARGET = ReplyTarget(
    message_remote_id=None, profile_remote_id="", handle="", person="", visibility=Visibility.DIRECT
)


def target_of(source: ReplySource, mode: Mode, directory: Directory) -> ReplyTarget:
    """Whom an answer to ``source`` would reach in this mode."""
    if mode is Mode.NOTE:
        return NOTE_TARGET
    message, contact = source.message, source.contact
    visibility = Visibility.DIRECT if mode is Mode.DIRECT or message is None else message.visibility
    return ReplyTarget(
        message_remote_id=message.remote_id if message else None,
        profile_remote_id=contact.remote_id,
        handle=contact.handle,
        person=contact.display_name or contact.handle,
        visibility=visibility,
        prefix=_prefix(source, visibility, directory),
        language=message.language if message else "",
        content_warning=message.content_warning if message else "",
        unavailable=_unavailable(source, mode, directory),
        seen_text=message.text if message else "",
        seen_edited_at=message.edited_at if message else None,
    )


def _prefix(source: ReplySource, visibility: Visibility, directory: Directory) -> str:
    try:
        account = directory.account(source.account.id)
        channel = directory.channel(account.channel)
    except InputError:
        return ""
    return channel.prefix(account.handle, source.contact.handle, _others(source.message, visibility))


def _others(message: RemoteMessage | None, visibility: Visibility) -> tuple[str, ...]:
    """Who else is named in the answer: nobody may be drawn into a private talk by our answer."""
    if message is None or (visibility is Visibility.DIRECT and message.visibility is not Visibility.DIRECT):
        return ()
    return tuple(mention.handle for mention in message.mentions)


def _unavailable(source: ReplySource, mode: Mode, directory: Directory) -> str:
    try:
        directory.account(source.account.id)
    except InputError as error:
        return error.message
    able = directory.capabilities(source.account.id)
    if not able.reply:
        return NO_REPLY
    if mode is Mode.PUBLIC and not able.public:
        return "This network has no public replies."
    if mode is Mode.PUBLIC and source.message is None:
        return "There is no message of this customer to answer."
    if mode is Mode.DIRECT and not able.direct:
        return "This server has no direct messages."
    if source.deleted:
        return ParentGone(person=source.contact.display_name or source.contact.handle).message
    return ""


def check_parent(source: ReplySource, target: ReplyTarget) -> None:
    """Refuse when what is answered is not any more what the person read; the text stays with the composer."""
    message = source.message
    if target.message_remote_id is None or message is None:
        return
    if source.deleted:
        raise ParentGone(person=target.person)
    if message.edited_at != target.seen_edited_at and message.text != target.seen_text:
        raise ParentEdited(person=target.person, before=target.seen_text, now=message.text)


def visibility_of(draft: Draft, target: ReplyTarget, source: ReplySource) -> Visibility:
    """How public the answer is; InputError when it would be more public than what it answers."""
    if draft.mode is Mode.DIRECT:
        return Visibility.DIRECT
    if draft.mode is not Mode.PUBLIC:
        raise InputError("A note stays in the house: it can't be sent.")
    if source.message is None:
        raise InputError("There is no message of this customer to answer.")
    if target.visibility.rank < source.message.visibility.rank:
        raise InputError("An answer can't be more public than the message it answers.")
    return target.visibility


def full_text(prefix: str, text: str) -> str:
    """Exactly what the network gets: the prefix once, a space, and the text."""
    text, prefix = text.strip(), prefix.strip()
    if not prefix or f"{text} ".startswith((f"{prefix} ", f"{prefix}\n")):
        return text
    return f"{prefix} {text}".strip()


def without(prefix: str, text: str) -> str:
    """The text as it was written: without the names that :func:`full_text` put in front of it."""
    prefix = prefix.strip()
    if prefix and f"{text} ".startswith((f"{prefix} ", f"{prefix}\n")):
        return text[len(prefix) :].lstrip(" ")
    return text


def message_of(
    draft: Draft, target: ReplyTarget, visibility: Visibility, media: tuple[MediaFile, ...] = ()
) -> SendMessage:
    """The command that says what the draft holds."""
    return SendMessage(
        text=full_text(target.prefix, draft.text),
        visibility=visibility,
        in_reply_to=target.message_remote_id,
        to_profile=target.profile_remote_id,
        to_handle=target.handle,
        content_warning=draft.content_warning.strip(),
        language=target.language,
        media=media,
    )


def check_gaps(text: str) -> None:
    """Refuse a text with a place that was to be filled: no customer reads a raw ``{{first_name}}``."""
    from scrm_desktop.domain.placeholders import unfilled

    left = unfilled(text)
    if left:
        raise InputError(f"A place in the text is still empty: “{left[0].name}”.")


def check_text(account_id: int, command: SendMessage | EditMessage, directory: Directory) -> None:
    """Refuse what the network would refuse: longer than its limit, counted its way."""
    limit = directory.capabilities(account_id).max_characters
    length = directory.count(account_id, command.text, command.content_warning)
    if length > limit:
        raise InputError(f"The text has {length} characters; this server takes {limit}.")
