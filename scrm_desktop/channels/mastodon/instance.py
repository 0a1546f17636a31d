"""What a server is and allows, from v2/instance or, on older and compatible ones, v1/instance."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.fields import Object
from scrm_desktop.channels.mastodon.refreshing import BATCH
from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, Rejected

_COMPATIBLE = re.compile(r"compatible;\s*([\w. -]+?)[ /]v?([\d][\w.+-]*)", re.IGNORECASE)
_REALLY = re.compile(r"really\s+([\w-]+)[ /]v?([\d][\w.+-]*)", re.IGNORECASE)
_KNOWN_SOURCES = {"superseriousbusiness/gotosocial": "GoToSocial", "mastodon/mastodon": "Mastodon"}

DEFAULTS = Capabilities()

NO_STREAM = "This server has no live stream: new messages are fetched every half minute."
NO_KEYS = (
    "This server does not recognise a repeated send. After a broken connection, what you wrote is looked up "
    "before it is sent again."
)
NO_DELETE = "This server can't delete messages for other programs."
NO_MUTE = "This server can't mute or report people for other programs."
NO_LIMITS = "This server does not say how long a message may be: 500 characters are assumed."
NO_BATCH = "This server can't tell of many messages at once: edits and deletions are noticed more slowly."
DIRECT_ONLY = "This server has no followers-only messages: what it calls private is a direct message."


@dataclass(frozen=True, slots=True)
class Instance:
    """What was learned of a server: for people in ``capabilities``, the rest for the channel itself."""

    capabilities: Capabilities
    domain: str
    streaming_url: str
    batch: bool
    private_is_direct: bool


async def discover(api: Api, server: str) -> Instance:
    """Ask the server what it is; BadAnswer where nothing that speaks this API answers."""
    try:
        found = await api.get_object("/api/v2/instance")
    except (Gone, Rejected, Forbidden):
        try:
            found = await api.get_object("/api/v1/instance")
        except (Gone, Rejected):
            raise BadAnswer("It does not speak Mastodon's language.", host=api.host) from None
    return read(found, server)


def read(found: Object, server: str) -> Instance:
    """Either version of the document as what the program needs; total."""
    software, version = identify(found)
    settings = fields.obj(found.get("configuration"))
    snac = software.lower().startswith("snac")
    streaming = "" if snac else _streaming_url(found, settings, server)
    keys = not snac and software in ("Mastodon", "Pleroma", "Akkoma", "")
    batch = software == "Mastodon" and _number_of(version) >= (4, 3)
    told_limits = fields.number(fields.obj(settings.get("statuses")), "max_characters") or fields.number(
        found, "max_toot_chars"
    )
    missing = [
        NO_STREAM if not streaming else "",
        NO_KEYS if not keys else "",
        NO_DELETE if snac else "",
        NO_MUTE if snac else "",
        NO_LIMITS if not told_limits else "",
        NO_BATCH if not batch else "",
        DIRECT_ONLY if snac else "",
    ]
    statuses, media = fields.obj(settings.get("statuses")), fields.obj(settings.get("media_attachments"))
    types = [one for one in fields.items(media.get("supported_mime_types"), 200) if isinstance(one, str)]
    capabilities = Capabilities(
        software=software,
        version=version,
        max_characters=told_limits or DEFAULTS.max_characters,
        url_length=fields.number(statuses, "characters_reserved_per_url") or DEFAULTS.url_length,
        max_attachments=fields.number(statuses, "max_media_attachments") or DEFAULTS.max_attachments,
        mime_types=tuple(types),
        image_size_limit=fields.number(media, "image_size_limit") or DEFAULTS.image_size_limit,
        video_size_limit=fields.number(media, "video_size_limit") or DEFAULTS.video_size_limit,
        image_pixel_limit=fields.number(media, "image_matrix_limit") or DEFAULTS.image_pixel_limit,
        description_limit=fields.number(media, "description_limit") or DEFAULTS.description_limit,
        delete=not snac,
        mute=not snac,
        report=not snac,
        streaming=bool(streaming),
        idempotency=keys,
        bulk_read=BATCH if batch else 1,
        missing=tuple(sentence for sentence in missing if sentence),
    )
    domain = fields.text(found, "domain", 255) or fields.text(found, "uri", 255)
    return Instance(capabilities, _bare(domain), streaming, batch, snac)


def identify(found: Object) -> tuple[str, str]:
    """Name and version of the software, which compatible servers hide in Mastodon's version field."""
    version = fields.text(found, "version", 200)
    for pattern in (_COMPATIBLE, _REALLY):
        match = pattern.search(version)
        if match:
            return match[1].strip(), match[2]
    source = fields.text(found, "source_url", 500).lower()
    for part, name in _KNOWN_SOURCES.items():
        if part in source:
            return name, version
    return ("Mastodon" if re.match(r"v?\d+\.\d+", version) else ""), version


def _number_of(version: str) -> tuple[int, int]:
    match = re.match(r"v?(\d{1,4})\.(\d{1,4})", version)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def _streaming_url(found: Object, settings: Object, server: str) -> str:
    """The base address of the event streams; https stays https."""
    urls = fields.obj(settings.get("urls")) or fields.obj(found.get("urls"))
    told = fields.text(urls, "streaming", 500) or fields.text(urls, "streaming_api", 500)
    address = told.strip().rstrip("/").replace("wss://", "https://", 1).replace("ws://", "http://", 1)
    if not address.startswith(("https://", "http://")):
        return ""
    return address if address.startswith("https://") or server.startswith("http://") else ""


def _bare(domain: str) -> str:
    return domain.split("://", 1)[-1].strip("/ ").lower()
