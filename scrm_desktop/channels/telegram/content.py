"""What hangs on a message: files (only described), polls, places, contacts, and kinds that can't be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import fields
from scrm_desktop.channels.telegram.fields import Object
from scrm_desktop.domain.messages import AttachmentKind, Poll, PollOption, RemoteAttachment

SCHEME = "tg:"
"""Our own address of a file: Telegram's real one holds the token, lives for an hour, and is asked for when needed."""

STICKER = "A sticker."
PLACE = "A place on the map."
CONTACT = "A contact."
STORY = "A story. It can only be seen in Telegram."
STARTED = "This person opened the chat with the bot."
FORWARDED = "Forwarded: these are somebody else's words."
UNKNOWN = "A message of a kind that can't be shown here. It can be seen in Telegram."

_PREVIEW = 320
_PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_FILES = (
    ("video", AttachmentKind.VIDEO, "video/mp4", "video.mp4"),
    ("video_note", AttachmentKind.VIDEO, "video/mp4", "video.mp4"),
    ("voice", AttachmentKind.AUDIO, "audio/ogg", "voice.ogg"),
    ("audio", AttachmentKind.AUDIO, "audio/mpeg", "audio.mp3"),
)
_UNSEEN = ("game", "invoice", "paid_media", "checklist", "giveaway", "giveaway_winners", "gift", "unique_gift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a message holds beside its text; ``known``: there is something to show at all."""

    attachments: tuple[RemoteAttachment, ...] = ()
    poll: Poll | None = None
    text: str = ""
    notice: str = ""

    @property
    def known(self) -> bool:
        """Whether it is a message of a person, and no note of Telegram's own."""
        return bool(self.attachments or self.poll or self.text or self.notice)


def content(message: Object) -> Content:
    """Everything but the text and the caption."""
    attachments = tuple(one for one in (*_pictures(message), *_files(message)) if one is not None)
    if attachments:
        return Content(attachments=attachments)
    if "poll" in message:
        return Content(poll=_poll(message["poll"]), notice="" if _poll(message["poll"]) else UNKNOWN)
    return _other(message)


def _other(message: Object) -> Content:
    if "sticker" in message:
        return Content(text=fields.text(fields.obj(message["sticker"]), "emoji", 20), notice=STICKER)
    if "venue" in message:
        venue = fields.obj(message["venue"])
        lines = [fields.line(venue, "title"), fields.line(venue, "address"), _place(venue.get("location"))]
        return Content(text="\n".join(line for line in lines if line), notice=PLACE)
    if "location" in message:
        return Content(text=_place(message["location"]), notice=PLACE)
    if "contact" in message:
        who = fields.obj(message["contact"])
        name = f"{fields.line(who, 'first_name')} {fields.line(who, 'last_name')}".strip()
        return Content(
            text="\n".join(line for line in (name, fields.line(who, "phone_number", 40)) if line), notice=CONTACT
        )
    if "dice" in message:
        dice = fields.obj(message["dice"])
        return Content(text=f"{fields.text(dice, 'emoji', 20)} {fields.count(dice, 'value') or ''}".strip(), notice="")
    if "story" in message:
        return Content(notice=STORY)
    return Content(notice=UNKNOWN) if any(name in message for name in _UNSEEN) else Content()


def _pictures(message: Object) -> Sequence[RemoteAttachment | None]:
    if "photo" not in message:
        return ()
    sizes = [fields.obj(one) for one in fields.items(message["photo"], 20)]
    sizes = sorted((one for one in sizes if _file_id(one)), key=lambda one: fields.count(one, "width") or 0)
    if not sizes:
        return ()
    small = next((one for one in sizes if (fields.count(one, "width") or 0) >= _PREVIEW), sizes[-1])
    found = _described(sizes[-1], AttachmentKind.IMAGE, "image/jpeg", "photo.jpg", preview=_address(small))
    return (found,)


def _files(message: Object) -> Sequence[RemoteAttachment | None]:
    if "animation" in message:
        # Telegram repeats an animation as a document for programs that know no animations.
        return (_described(fields.obj(message["animation"]), AttachmentKind.GIFV, "video/mp4", "animation.mp4"),)
    if "document" in message:
        return (_document(fields.obj(message["document"])),)
    return [
        _described(fields.obj(message[name]), kind, mime, called)
        for name, kind, mime, called in _FILES
        if name in message
    ]


def _document(source: Object) -> RemoteAttachment | None:
    mime = fields.word(source, "mime_type", 100).lower()
    kind = AttachmentKind.IMAGE if mime in _PICTURES else AttachmentKind.FILE
    return _described(source, kind, mime or "application/octet-stream", "file")


def _described(
    source: Object, kind: AttachmentKind, mime: str, called: str, *, preview: str = ""
) -> RemoteAttachment | None:
    address = _address(source)
    if not address:
        return None
    return RemoteAttachment(
        remote_id=fields.word(source, "file_unique_id") or address[:200],
        kind=kind,
        url=address,
        preview_url=preview,
        description=file_name(fields.line(source, "file_name")) or called,
        mime=fields.word(source, "mime_type", 100).lower() or mime,
        width=fields.count(source, "width") or fields.count(source, "length"),
        height=fields.count(source, "height") or fields.count(source, "length"),
        size=fields.count(source, "file_size"),
    )


def file_name(told: str) -> str:
    """The last part of what a stranger calls a file, whichever way its folders are written."""
    name = PureWindowsPath(PurePosixPath(told).name).name
    return "" if name in (".", "..") else name


def _address(source: Object) -> str:
    found = _file_id(source)
    return f"{SCHEME}{found}" if found else ""


def _file_id(source: Object) -> str:
    return fields.word(source, "file_id", 300)


def _place(value: Json) -> str:
    where = fields.obj(value)
    north, east = fields.degrees(where, "latitude"), fields.degrees(where, "longitude")
    if north is None or east is None:
        return ""
    return f"{north:.6f}, {east:.6f}\nhttps://www.openstreetmap.org/?mlat={north:.6f}&mlon={east:.6f}"


def _poll(value: Json) -> Poll | None:
    source = fields.obj(value)
    options = tuple(
        PollOption(text=fields.line(fields.obj(one), "text", 500), votes=fields.count(fields.obj(one), "voter_count"))
        for one in fields.items(source.get("options"), 50)
    )
    if not options:
        return None
    return Poll(
        options=options,
        expires_at=fields.time(source, "close_date"),
        expired=fields.flag(source, "is_closed"),
        multiple=fields.flag(source, "allows_multiple_answers"),
        voters=fields.count(source, "total_voter_count"),
    )
