"""What hangs on a post: pictures and films (only described), link cards, and posts that it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.people import profile
from scrm_desktop.channels.bluesky.words import marks, plain
from scrm_desktop.channels.safe_json import Json, scrub
from scrm_desktop.domain.messages import AttachmentKind, RemoteAttachment

GONE = "(a post that was deleted)"
BLOCKED = "(a post that can't be shown here)"
_IMAGES, _VIDEO = "app.bsky.embed.images#view", "app.bsky.embed.video#view"
_CARD, _RECORD = "app.bsky.embed.external#view", "app.bsky.embed.record#view"
_BOTH = "app.bsky.embed.recordWithMedia#view"
_LONGEST_QUOTE = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """``card`` is a line or two for the end of the text."""

    attachments: tuple[RemoteAttachment, ...] = ()
    card: str = ""
    quoted: str = ""


def embedded(value: Json) -> Embedded:
    """What a view says of an embed; nothing where it is of a kind that we do not know."""
    source, kind = fields.obj(value), fields.kind(value)
    if kind == _BOTH:
        media = embedded({**fields.obj(source.get("media"))}) if not _nested(source) else Embedded()
        return Embedded(attachments=media.attachments, card=media.card, quoted=_record(source.get("record")))
    if kind == _IMAGES:
        return Embedded(attachments=_images(source))
    if kind == _VIDEO:
        return Embedded(attachments=_video(source))
    if kind == _CARD:
        return Embedded(card=_card(fields.obj(source.get("external"))))
    return Embedded(quoted=_record(source)) if kind == _RECORD else Embedded()


def _nested(source: fields.Object) -> bool:
    return fields.kind(source.get("media")) == _BOTH


def _images(source: fields.Object) -> tuple[RemoteAttachment, ...]:
    found: list[RemoteAttachment] = []
    for entry in fields.items(source.get("images"), 10):
        one = fields.obj(entry)
        url = fields.web(one, "fullsize")
        if url:
            found.append(_attachment(one, url, AttachmentKind.IMAGE, fields.web(one, "thumb")))
    return tuple(found)


def _video(source: fields.Object) -> tuple[RemoteAttachment, ...]:
    url = fields.web(source, "playlist")
    return (_attachment(source, url, AttachmentKind.VIDEO, fields.web(source, "thumbnail")),) if url else ()


def _attachment(one: fields.Object, url: str, kind: AttachmentKind, preview: str) -> RemoteAttachment:
    shape = fields.obj(one.get("aspectRatio"))
    return RemoteAttachment(
        remote_id=url[:200],
        kind=kind,
        url=url,
        preview_url=preview,
        description=fields.text(one, "alt", 10_000).strip(),
        width=fields.number(shape, "width") or None,
        height=fields.number(shape, "height") or None,
    )


def _card(card: fields.Object) -> str:
    url, title = fields.web(card, "uri"), fields.line(card, "title")
    return f"{title}\n{url}".strip() if url else ""


def _record(value: Json) -> str:
    """Whose post is quoted, and what it says."""
    source = fields.obj(value)
    inner = fields.obj(source.get("record")) if "record" in source else source
    if fields.kind(inner).endswith("#viewNotFound"):
        return GONE
    if fields.kind(inner).endswith(("#viewBlocked", "#viewDetached")):
        return BLOCKED
    author = profile(inner.get("author")) or profile(inner.get("creator"))
    if author is None:
        return ""
    post = fields.obj(inner.get("value"))
    text = fields.text(post, "text", _LONGEST_QUOTE)
    said = (
        plain(text, marks(text, post.get("facets"))) or fields.line(inner, "displayName") or fields.line(inner, "name")
    )
    return scrub(f"@{author.handle}: {said}".strip())
