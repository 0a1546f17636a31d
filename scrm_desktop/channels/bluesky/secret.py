"""What the keyring holds: a session of the server's, never the app password."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.channels.tokens import AppKeys, Granted, usable
from scrm_desktop.errors import BadAnswer

_NONE = AppKeys(client_id="", client_secret="")
_LATEST = 4_102_444_800


def granted(found: fields.Object, host: str) -> Granted:
    """The session in the answer of createSession or refreshSession; BadAnswer where there is none."""
    access, refresh = fields.word(found, "accessJwt", 8192), fields.word(found, "refreshJwt", 8192)
    if not usable(access) or not usable(refresh):
        raise BadAnswer("It gave no session.", host=host)
    return Granted(access_token=access, keys=_NONE, refresh_token=refresh, expires_at=_end(access))


def _end(token: str) -> datetime | None:
    """When a token ends, as it says of itself."""
    end = claims(token).get("exp")
    if isinstance(end, bool) or not isinstance(end, int) or not 0 < end < _LATEST:
        return None
    return datetime.fromtimestamp(end, UTC)


def claims(token: str) -> fields.Object:
    """What a token says of itself (unchecked: only its server has to believe it)."""
    middle = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        return fields.obj(parse(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4))))
    except (BadJson, ValueError, binascii.Error):
        return {}
