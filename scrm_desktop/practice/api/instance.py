"""What the server says of itself."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from scrm_desktop.practice.api.request import Json, Params
from scrm_desktop.practice.api.server import Server
from scrm_desktop.practice.emoji import EMOJI
from scrm_desktop.practice.markup import URL_LENGTH
from scrm_desktop.practice.network import DOMAIN

VERSION = "4.3.9+practice"
MAX_CHARACTERS = 500
MAX_MEDIA = 4
MAX_OPTIONS = 4
MAX_OPTION_CHARACTERS = 50
DESCRIPTION_LIMIT = 1500
IMAGE_LIMIT = 16 * 1024 * 1024
VIDEO_LIMIT = 40 * 1024 * 1024
MIME_TYPES = (
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "video/mp4",
    "video/webm",
    "audio/mpeg",
    "audio/ogg",
)
RULES = ("Be kind: everybody here is invented, and learns with you.",)


def configuration(base: str) -> Json:
    """The limits, as both versions of the instance tell them."""
    return {
        "urls": {"streaming": base.replace("http", "ws", 1), "status": None},
        "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
        "statuses": {
            "max_characters": MAX_CHARACTERS,
            "max_media_attachments": MAX_MEDIA,
            "characters_reserved_per_url": URL_LENGTH,
        },
        "media_attachments": {
            "supported_mime_types": list(MIME_TYPES),
            "description_limit": DESCRIPTION_LIMIT,
            "image_size_limit": IMAGE_LIMIT,
            "image_matrix_limit": 33_177_600,
            "video_size_limit": VIDEO_LIMIT,
            "video_frame_rate_limit": 120,
            "video_matrix_limit": 8_294_400,
        },
        "polls": {
            "max_options": MAX_OPTIONS,
            "max_characters_per_option": MAX_OPTION_CHARACTERS,
            "min_expiration": 300,
            "max_expiration": 2_629_746,
        },
        "translation": {"enabled": False},
        "vapid": {"public_key": ""},
    }


async def version_2(server: Server, request: Request, params: Params) -> Response:
    """GET /api/v2/instance."""
    return JSONResponse(
        {
            "domain": DOMAIN,
            "title": "Practice network",
            "version": VERSION,
            "source_url": "",
            "description": "A training ground with invented customers.",
            "usage": {"users": {"active_month": len(server.network.people)}},
            "thumbnail": {"url": f"{server.base}/headers/missing.png", "blurhash": None, "versions": {}},
            "icon": [],
            "languages": ["en", "fr"],
            "configuration": configuration(server.base),
            "registrations": {"enabled": False, "approval_required": False, "message": None, "url": None},
            "api_versions": {"mastodon": 1},
            "contact": {"email": "", "account": None},
            "rules": [{"id": str(place), "text": text, "hint": ""} for place, text in enumerate(RULES, 1)],
        }
    )


async def version_1(server: Server, request: Request, params: Params) -> Response:
    """GET /api/v1/instance."""
    own = server.network.own
    stats = {"user_count": 1, "status_count": own.posts, "domain_count": len(server.network.people)}
    return JSONResponse(
        {
            "uri": DOMAIN,
            "title": "Practice network",
            "short_description": "A training ground with invented customers.",
            "description": "",
            "email": "",
            "version": VERSION,
            "urls": {"streaming_api": server.base.replace("http", "ws", 1)},
            "stats": stats,
            "thumbnail": f"{server.base}/headers/missing.png",
            "languages": ["en", "fr"],
            "registrations": False,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": configuration(server.base),
            "contact_account": None,
            "rules": [{"id": str(place), "text": text} for place, text in enumerate(RULES, 1)],
        }
    )


async def custom_emojis(server: Server, request: Request, params: Params) -> Response:
    """GET /api/v1/custom_emojis."""
    made = [
        {
            "shortcode": code,
            "url": f"{server.base}/emoji/{code}.png",
            "static_url": f"{server.base}/emoji/{code}.png",
            "visible_in_picker": True,
        }
        for code in EMOJI
    ]
    return JSONResponse(made)


async def nodeinfo_links(server: Server, request: Request, params: Params) -> Response:
    """GET /.well-known/nodeinfo."""
    rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return JSONResponse({"links": [{"rel": rel, "href": f"{server.base}/nodeinfo/2.0"}]})


async def nodeinfo(server: Server, request: Request, params: Params) -> Response:
    """GET /nodeinfo/2.0."""
    return JSONResponse(
        {
            "version": "2.0",
            "software": {"name": "mastodon", "version": VERSION},
            "protocols": ["activitypub"],
            "services": {"outbound": [], "inbound": []},
            "usage": {"users": {"total": 1}, "localPosts": server.network.own.posts},
            "openRegistrations": False,
            "metadata": {"nodeName": "Practice network"},
        }
    )
