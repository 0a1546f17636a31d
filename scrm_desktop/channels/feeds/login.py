"""Getting in: there is no login, only addresses, each looked at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.feeds import reading
from scrm_desktop.channels.feeds.addresses import OPTION, Feed, digest, feeds_of
from scrm_desktop.channels.feeds.fetch import Fetcher
from scrm_desktop.channels.feeds.guard import Resolve, resolve
from scrm_desktop.channels.feeds.reading import Found
from scrm_desktop.channels.plain_text import to_plain
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import KnownError

_AT_ONCE = 6
_PASSING = ("Offline", "NoAnswer", "ServerTrouble", "RateLimited")


async def sign_in(answers: Mapping[str, str], http: HttpFactory, *, ask: Resolve = resolve) -> LoginResult:
    """Read every feed once; the error of the first line that is none.

    What is only out of reach at the moment is taken as it was entered, as long as one of the others can be read.
    """
    feeds = feeds_of(answers.get(OPTION, ""))
    fetcher = Fetcher(http, frozenset(one.host for one in feeds), ask)
    turns = asyncio.Semaphore(_AT_ONCE)

    async def look(feed: Feed) -> Found | KnownError | None:
        async with turns:
            try:
                return await reading.find(fetcher, feed.url)
            except KnownError as error:
                return error

    found = await asyncio.gather(*(look(one) for one in feeds))
    return _result(feeds, found)


def _result(feeds: Sequence[Feed], found: Sequence[Found | KnownError | None]) -> LoginResult:
    read = [one for one in found if isinstance(one, Found)]
    for one in found:
        if isinstance(one, KnownError) and (not read or one.code not in _PASSING):
            raise one
    urls = list(dict.fromkeys(_address(feed, one) for feed, one in zip(feeds, found, strict=True)))
    hosts = list(dict.fromkeys(Feed(one).host for one in urls))
    more = f" +{len(urls) - 1}" if len(urls) > 1 else ""
    parts = urlsplit(urls[0])
    title = next((to_plain(one.document.title).split("\n")[0][:80] for one in read if one.document.title), hosts[0])
    return LoginResult(
        server=f"{parts.scheme}://{parts.netloc}",
        remote_id=digest("\n".join(sorted(urls)))[:16],
        handle=f"{hosts[0]}{more}",
        display_name=f"{title or hosts[0]}{more}",
        secret="",
        options=((OPTION, "\n".join(urls)),),
    )


def _address(feed: Feed, found: Found | KnownError | None) -> str:
    """Where the feed was found: behind a page, or where a site has moved it for good."""
    return found.moved if isinstance(found, Found) and found.moved else feed.url
