"""What a message says: its plain body, what it repeats of others, its file, or a notice in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.domain.messages import AttachmentKind, RemoteAttachment

SCHEME = "mxc://"
ENCRYPTED = "An encrypted message. It can only be read in another Matrix program."
ENCRYPTED_FILE = "An encrypted file. It can only be opened in another Matrix program."
UNKNOWN = "A message of a kind that can't be shown here. It can be seen in another Matrix program."
STICKER = "A sticker."
PLACE = "A place on the map."
POLL = "A poll. It can only be seen in another Matrix program."
INVITATION = "An invitation into a private chat. Answer to accept it."
ROOM_INVITATION = "An invitation into a room. Answer to accept it: your answer is then read by everybody in the room."
LONGEST = 70_000

_KINDS = {
    "m.image": AttachmentKind.IMAGE,
    "m.video": AttachmentKind.VIDEO,
    "m.audio": AttachmentKind.AUDIO,
    "m.file": AttachmentKind.FILE,
    "m.sticker": AttachmentKind.IMAGE,
}
_MXC = re.compile(r"mxc://([A-Za-z0-9.\-:\[\]]{1,230})/([A-Za-z0-9_\-=]{1,255})")


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of a message."""

    text: str = ""
    quoted: str = ""
    notice: str = ""
    attachments: tuple[RemoteAttachment, ...] = ()


def content(kind: str, source: Object, *, answers: bool) -> Content:
    """What the content of an event of this kind says; ``answers``: it may begin with what it answers."""
    if kind == "m.room.encrypted":
        return Content(notice=ENCRYPTED)
    if "poll.start" in kind:
        return Content(notice=POLL)
    type_ = "m.sticker" if kind == "m.sticker" else fields.word(source, "msgtype", 100)
    body = fields.text(source, "body", LONGEST)
    if type_ in _KINDS:
        return _file(type_, source, body)
    if type_ == "m.location":
        return Content(text=f"{body}\n{fields.text(source, 'geo_uri', 200)}".strip(), notice=PLACE)
    text, quoted = without_fallback(body) if answers else (body, "")
    if type_ == "m.emote" and text:
        text = f"* {text}"
    return Content(text=text.strip(), quoted=quoted, notice="" if text.strip() else UNKNOWN)


def without_fallback(body: str) -> tuple[str, str]:
    """The text of an answer, and what older programs repeat in front of it."""
    lines = body.split("\n")
    cut = next((at for at, line in enumerate(lines) if not line.startswith(">")), len(lines))
    if not cut:
        return body, ""
    quoted = [line.removeprefix(">").removeprefix(" ") for line in lines[:cut]]
    quoted[0] = re.sub(r"^(\* )?<@[^>\s]{1,255}> ?", "", quoted[0])
    return "\n".join(lines[cut:]).lstrip("\n"), "\n".join(quoted).strip()


def _file(type_: str, source: Object, body: str) -> Content:
    """A file; its body is a text only where it has a name besides."""
    name = fields.line(source, "filename")
    text = body.strip() if name and name != body else ""
    notice = STICKER if type_ == "m.sticker" else ""
    if "file" in source:
        return Content(text=text, notice=ENCRYPTED_FILE)
    url = mxc(fields.text(source, "url", 600))
    if not url:
        return Content(text=text or body.strip(), notice=notice or UNKNOWN)
    info = fields.obj(source.get("info"))
    attachment = RemoteAttachment(
        remote_id=url,
        kind=_KINDS[type_],
        url=url,
        preview_url=mxc(fields.text(info, "thumbnail_url", 600)),
        description=file_name(name or " ".join(body.split())[:300]),
        mime=fields.word(info, "mimetype", 100).lower(),
        width=fields.count(info, "w"),
        height=fields.count(info, "h"),
        size=fields.count(info, "size"),
    )
    return Content(text=text, notice=notice, attachments=(attachment,))


def file_name(told: str) -> str:
    """The last part of what a stranger calls a file, whichever way its folders are written."""
    name = re.split(r"[/\\]", told)[-1].strip()
    return "" if name in (".", "..") else name


def mxc(url: str) -> str:
    """The address of a file on a Matrix server, or nothing."""
    return url if _MXC.fullmatch(url) else ""


def media_of(url: str) -> tuple[str, str] | None:
    """Server and name of a file; ``None`` where this is no such address."""
    found = _MXC.fullmatch(url)
    return (found[1], found[2]) if found else None
