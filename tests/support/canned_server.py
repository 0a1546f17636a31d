"""A fake Mastodon in a process of its own: ``python -m support.canned_server MENTIONS`` (prints ``url=``).

Every answer is made once and then sent as bytes, so that a benchmark measures the client.
``... MENTIONS stream 10`` starts ten that stream and then say nothing more, ``... MENTIONS poll 10`` ten that don't.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from datetime import timedelta

from support.fake_mastodon import FakeMastodon
from support.fake_world import START
from support.wire import Reply, Request, parse_head, read_body

TALK = "my parcel number has not arrived yet and the shop says nothing since last week can you please help"


def fill(fake: FakeMastodon, mentions: int) -> None:
    """Customers' mentions, a minute apart; every third answers the one before it."""
    words = TALK.split()
    people = [fake.person(f"customer{number}", f"Customer {number}") for number in range(max(1, mentions // 10))]
    last = None
    for number in range(mentions):
        text = " ".join(words[(number * 7 + offset * 5) % len(words)] for offset in range(8 + number % 20))
        parent = last if number % 3 == 1 else None
        who = last["account"] if parent and last else people[number * 13 % len(people)]
        last = fake.mention(text, who=who, reply_to=parent, at=START + timedelta(minutes=number))


class CannedMastodon(FakeMastodon):
    """Answers every GET from memory after its first time, on connections that stay open as a real server's do."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        super().__init__()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                first, headers = parse_head(await reader.readuntil(b"\r\n\r\n"))
                method, target, _ = first.split(" ", 2)
                body = await read_body(reader, headers)
                request = Request(method=method, target=target, headers=headers, body=body)
                writer.write(await self._answer(request))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, request: Request) -> bytes:
        if request.target in self._kept and request.method == "GET":
            return self._kept[request.target]
        copy = Copy()
        await self.handle(request, copy)
        self._kept[request.target] = bytes(copy.data).replace(b"connection: close\r\n", b"", 1)
        return self._kept[request.target]


class Copy(Reply):
    """Collects an answer instead of sending it."""

    def __init__(self) -> None:
        self.data = bytearray()

    async def raw(self, data: bytes) -> None:
        """Keep it."""
        self.data += data


def main(mentions: str, kind: str = "canned", accounts: str = "1") -> None:
    """Serve until killed."""
    for _ in range(int(accounts)):
        fake = CannedMastodon() if kind == "canned" else FakeMastodon(streams=kind == "stream")
        fill(fake, int(mentions))
        print(f"url={fake.url}", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
