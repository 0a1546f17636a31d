"""Files on their way out: uploaded once, described, and waited for until the server has looked at them."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import IO

from scrm_desktop.channels.base import UploadDone
from scrm_desktop.channels.http import Answer
from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.api import UPLOAD_DEADLINE, Api, segment
from scrm_desktop.domain.commands import MediaFile
from scrm_desktop.errors import BadAnswer, Gone, InputError, NetworkError, NotUploaded

PROCESSING = 180.0
"""Seconds that a server gets to make a film ready."""


class Uploader:
    """Uploads the files of one message, each once, whatever happens to the message."""

    def __init__(self, api: Api, *, pause: float = 1.0) -> None:
        self._api = api
        self._pause = pause

    async def ids(self, media: tuple[MediaFile, ...], uploaded: UploadDone) -> list[str]:
        """The remote ids of all files; NotUploaded where one did not arrive, so that nothing counts as sent."""
        found: list[str] = []
        for index, file in enumerate(media):
            try:
                found.append(await self._one(index, file, uploaded))
            except NetworkError as error:
                if not error.maybe_done:
                    raise
                raise NotUploaded(error.message, host=self._api.host, name=file.name) from None
        return found

    async def _one(self, index: int, file: MediaFile, uploaded: UploadDone) -> str:
        if file.remote_id:
            await self._wait(file.remote_id)
            return file.remote_id
        answer = await self._upload(file)
        remote_id = fields.remote_id(fields.obj(answer.json()))
        if not remote_id:
            raise BadAnswer("The upload got no id.", host=self._api.host)
        await uploaded(index, remote_id)
        if answer.status == 202:
            await self._wait(remote_id)
        return remote_id

    async def _upload(self, file: MediaFile) -> Answer:
        form: dict[str, str | list[str]] = {"description": file.description} if file.description else {}
        with opened(file) as source:
            try:
                return await self._post("/api/v2/media", form, source, file)
            except Gone:
                source.seek(0)
                return await self._post("/api/v1/media", form, source, file)

    async def _post(self, path: str, form: dict[str, str | list[str]], source: IO[bytes], file: MediaFile) -> Answer:
        entry = (file.name, source, file.mime)
        return await self._api.send("POST", path, form, file=entry, deadline=UPLOAD_DEADLINE)

    async def _wait(self, remote_id: str) -> None:
        """Until the file is ready; a server that does not tell of it any more is taken at its word later."""
        give_up = time.monotonic() + PROCESSING
        pause = self._pause
        while time.monotonic() < give_up:
            try:
                answer = await self._api.send("GET", f"/api/v1/media/{segment(remote_id)}")
            except Gone:
                return
            if answer.status == 200:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, 10 * self._pause)
        raise NotUploaded("The server is still working on it.", host=self._api.host, name=remote_id)


def opened(file: MediaFile) -> IO[bytes]:
    """The profile's own copy of a file, read in pieces while it is sent."""
    try:
        return Path(file.path).open("rb")
    except OSError as error:
        raise InputError(f"“{file.name}” can't be read any more: {error.strerror}") from None
