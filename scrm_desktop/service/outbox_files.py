"""The profile's own copies of files that are to be sent: what the person moves or deletes meanwhile does not matter."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scrm_desktop.domain.commands import Command, MediaFile, SendMessage
from scrm_desktop.errors import InputError
from scrm_desktop.service.sniff import media_type

FOLDER = "outbox-files"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that the person chose, looked at: ``size`` in bytes."""

    source: Path
    description: str
    mime: str
    size: int

    def described(self) -> MediaFile:
        """As a channel judges it, before there is a copy."""
        return MediaFile(path=str(self.source), mime=self.mime, name=self.source.name, description=self.description)


def look_at(media: Iterable[tuple[str, str]]) -> tuple[Chosen, ...]:
    """Read size and type of (path, description) pairs; InputError for what can't be read. Blocking."""
    return tuple(_look_at(Path(path), description) for path, description in media)


def _look_at(path: Path, description: str) -> Chosen:
    try:
        if not path.is_file():
            raise InputError(f"There is no file {path.name}.")
        with path.open("rb") as file:
            head = file.read(16)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise InputError(f"{path.name} can't be read: {error.strerror}.") from error
    return Chosen(source=path, description=description, mime=media_type(path.name, head), size=size)


class OutboxFiles:
    """One folder for each message with files, 0700, its files 0600 and under names of our own. All blocking."""

    def __init__(self, profile: Path) -> None:
        self._root = profile / FOLDER

    def keep(self, chosen: tuple[Chosen, ...]) -> tuple[MediaFile, ...]:
        """Copy the files; InputError when one can't be copied, and then none is left behind."""
        if not chosen:
            return ()
        folder = self._root / uuid.uuid4().hex
        try:
            folder.mkdir(mode=0o700, parents=True)
            return tuple(self._copy(item, folder / f"{index}") for index, item in enumerate(chosen))
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise InputError(f"The file can't be copied: {error.strerror}.") from error

    def _copy(self, item: Chosen, target: Path) -> MediaFile:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file, item.source.open("rb") as source:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        return MediaFile(path=str(target), mime=item.mime, name=item.source.name, description=item.description)

    def drop(self, command: Command) -> None:
        """Remove the copies of a command that is over; only ever inside our own folder."""
        for folder in self._folders(command):
            shutil.rmtree(folder, ignore_errors=True)

    def give_back(self, media: Iterable[MediaFile]) -> tuple[tuple[str, str], ...]:
        """Files of a message that becomes a draft again, as (path, description), under the names that they had.

        They stay ours until neither a row nor a draft needs them. InputError when one can't be copied.
        """
        given: list[tuple[str, str]] = []
        try:
            for one in media:
                folder = self._root / uuid.uuid4().hex
                folder.mkdir(mode=0o700, parents=True)
                target = folder / (Path(one.name).name or "file")
                shutil.copyfile(one.path, target)
                target.chmod(0o600)
                given.append((str(target), one.description))
        except OSError as error:
            raise InputError(f"The file can't be copied: {error.strerror}.") from error
        return tuple(given)

    def tidy(self, waiting: Iterable[Command], drafted: Iterable[str] = ()) -> None:
        """Remove what no waiting command and no draft needs (left by a crash between copy and commit)."""
        needed = {folder for command in waiting for folder in self._folders(command)}
        needed |= {Path(path).parent for path in drafted}
        if self._root.is_dir():
            for folder in self._root.iterdir():
                if folder not in needed:
                    shutil.rmtree(folder, ignore_errors=True)

    def _folders(self, command: Command) -> set[Path]:
        if not isinstance(command, SendMessage):
            return set()
        folders = {Path(media.path).parent for media in command.media}
        return {folder for folder in folders if folder.parent == self._root}
