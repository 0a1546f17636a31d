"""Pictures on their way out: uploaded once, kept at the server until the post names them."""

from __future__ import annotations

from pathlib import Path

from scrm_desktop.channels.base import UploadDone
from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.xrpc import Xrpc
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import MediaFile
from scrm_desktop.errors import BadAnswer, InputError, NetworkError, NotUploaded


class Uploader:
    """Uploads the pictures of one post, each once."""

    def __init__(self, xrpc: Xrpc) -> None:
        self._xrpc = xrpc

    async def embed(self, media: tuple[MediaFile, ...], uploaded: UploadDone) -> Json:
        """The part of a post that names its pictures; NotUploaded where one did not arrive, and nothing was sent."""
        images: list[Json] = []
        for index, file in enumerate(media):
            try:
                blob = _kept(file.remote_id) or await self._one(index, file, uploaded)
            except NetworkError as error:
                if not error.maybe_done:
                    raise
                raise NotUploaded(error.message, host=self._xrpc.host, name=file.name) from None
            images.append({"image": blob, "alt": file.description})
        return {"$type": "app.bsky.embed.images", "images": images}

    async def _one(self, index: int, file: MediaFile, uploaded: UploadDone) -> Json:
        try:
            data = Path(file.path).read_bytes()
        except OSError as error:
            raise InputError(f"“{file.name}” can't be read any more: {error.strerror}") from None
        blob = fields.obj((await self._xrpc.upload(data, file.mime)).get("blob"))
        link = fields.word(fields.obj(blob.get("ref")), "$link")
        kept = f"{link} {fields.word(blob, 'mimeType', 100)} {fields.number(blob, 'size')}"
        made = _kept(kept)
        if made is None:
            raise BadAnswer("The upload got no id.", host=self._xrpc.host)
        await uploaded(index, kept)
        return made


def _kept(remote_id: str) -> Json:
    """The reference to an uploaded file, from what the outbox keeps of it."""
    parts = remote_id.split(" ")
    if len(parts) != 3 or not all(parts) or not parts[2].isdecimal():
        return None
    return {"$type": "blob", "ref": {"$link": parts[0]}, "mimeType": parts[1], "size": int(parts[2])}
