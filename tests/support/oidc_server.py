"""npm's oidc-provider, a certified authorization server, started for a test: nobody here wrote it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import httpx

from support import node
from support.processes import Process

PACKAGE = "oidc-provider@9.13.3"
CLIENT_ID = "scrm-desktop"


class OidcServer:
    """Running while it is entered; ``seconds`` is how long an access token lives."""

    def __init__(self, folder: Path, *, seconds: int = 3600) -> None:
        installed = node.packages("oidc-provider-9.13.3", PACKAGE)
        program = Path(__file__).with_suffix(".mjs")
        argv = [str(node.node() / "bin" / "node"), str(program), str(seconds)]
        environment = node.environment(OIDC_FOLDER=str(installed))
        self.process = Process(argv, output=folder / "oidc.log", env=environment)
        self.url = self.process.wait_for(r"^READY (\S+)", 60)[1]

    def __enter__(self) -> OidcServer:
        return self

    def __exit__(self, *exc: object) -> None:
        self.process.stop()


Change = Callable[[httpx.URL], httpx.URL | None]


class Browser:
    """Somebody with a browser who signs in on the server's own pages and comes back.

    ``change`` looks at the address that leads back before it is opened (``None``: it never is); ``allow``: whether they
    say yes; ``there``: whether this computer has a browser.
    """

    def __init__(self, change: Change | None = None, *, allow: bool = True, there: bool = True) -> None:
        self.change, self.allow, self.there = change, allow, there
        self.came_back: list[httpx.URL] = []
        self.pages: list[httpx.Response] = []
        self.task: asyncio.Task[None] | None = None
        self.asked: asyncio.Future[str] | None = None

    async def open_browser(self, url: str) -> bool:
        if self.there:
            self.task = asyncio.create_task(self._surf(url))
        return self.there

    async def ask_code(self, url: str) -> str:
        """Nobody types a code here: the address is opened elsewhere, and where that ended is pasted."""
        await self._surf(url)
        return str(self.came_back[-1])

    async def _surf(self, url: str) -> None:
        async with httpx.AsyncClient(trust_env=False, follow_redirects=False) as web:
            back = await self._sign_in(web, url)
            self.came_back.append(back)
            target = self.change(back) if self.change else back
            if target is not None and self.there:
                self.pages.append(await web.get(target))

    async def _sign_in(self, web: httpx.AsyncClient, url: str) -> httpx.URL:
        """Through the pages for the password and for the consent, until the server sends us home."""
        page = await web.get(url)
        for _ in range(12):
            if page.is_redirect:
                target = page.url.join(page.headers["location"])
                if target.path == "/signed-in":
                    return target
                page = await web.get(target)
            else:
                page = await self._answer(web, page)
        raise AssertionError(f"lost on the server's pages: {page.text[:500]}")

    async def _answer(self, web: httpx.AsyncClient, page: httpx.Response) -> httpx.Response:
        prompt = re.search(r'name="prompt" value="(\w+)"', page.text)
        assert prompt, page.text
        if not self.allow:
            abort = re.search(r'href="([^"]+/abort)"', page.text)
            assert abort, page.text
            return await web.get(page.url.join(abort[1]))
        action = re.search(r'action="([^"]+)"', page.text)
        form = {"prompt": prompt[1], "login": "alice", "password": "any"}
        return await web.post(page.url.join(action[1] if action else ""), data=form)
