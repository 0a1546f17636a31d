"""The answers of the fake Mastodon: one small method an endpoint, chosen by a table."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import regex

from support.fake_world import Json, World
from support.wire import Reply, Request, head

GONE = {"error": "Record not found"}


def counted(text: str) -> int:
    """The length as Mastodon's documentation has it: an address is 23, a host in a mention nothing."""
    text = re.sub(r"@(\w+)@[\w.]+", r"@\1", re.sub(r"https?://\S+", "u" * 23, text))
    return len(regex.findall(r"\X", text))


class Routes(World):
    """The endpoints; the state they work on is :class:`support.fake_world.World`."""

    def __init__(self, *, honours_keys: bool, streams: bool, max_page: int) -> None:
        super().__init__()
        self.honours_keys, self.streams, self.max_page = honours_keys, streams, max_page
        self.max_characters = 500
        self.sends_links = True
        self.version = "4.4.0"
        self.unknown: list[str] = []
        self.stream_opened = 0

    def software(self, version: str) -> None:
        """Say in the instance's description that we are this software from now on."""
        self.version = version

    async def route(self, request: Request, reply: Reply) -> None:
        """Find the endpoint and let it answer."""
        if not request.path.startswith("/api/v1/instance") and not self._signed_in(request):
            await reply.send_json({"error": "The access token is invalid"}, 401)
            return
        match request.method, *request.parts:
            case "GET", "api", "v1" | "v2", "instance":
                await reply.send_json(self._instance())
            case "GET", "api", "v1", "accounts", "verify_credentials":
                await reply.send_json(self.me)
            case "GET", "api", "v1", "accounts", "relationships":
                ids = [value for name, value in request.pairs() if name == "id[]"]
                await reply.send_json([{"id": one, "following": False, "followed_by": False} for one in ids])
            case "GET", "api", "v1", "accounts", account, "statuses":
                await self._page(request, reply, self.written_by(account))
            case "GET", "api", "v1", "notifications":
                wanted = [value for name, value in request.pairs() if name == "types[]"]
                unwanted = [value for name, value in request.pairs() if name == "exclude_types[]"]
                kept = [
                    n for n in self.notifications if (not wanted or n["type"] in wanted) and n["type"] not in unwanted
                ]
                await self._page(request, reply, kept)
            case "GET", "api", "v1", "conversations":
                await self._page(request, reply, [])
            case "GET", "api", "v1", "streaming", *_:
                await self._stream(request, reply)
            case "POST", "api", "v1", "accounts", account, ("mute" | "unmute" | "block" | "unblock") as deed:
                await self._shut_out(account, deed, reply)
            case "POST", "api", "v1", "reports" if self.moderates:
                self.reports.append(request.form())
                await reply.send_json({"id": str(len(self.reports))})
            case "POST", "api", "v1" | "v2", "media":
                await self._upload(request, reply)
            case "GET", "api", "v1", "media", name:
                await reply.send_json(self.media[name])
            case _, "api", "v1", "statuses", *rest:
                await self._statuses(request, reply, tuple(rest))
            case _:
                self.unknown.append(f"{request.method} {request.target}")
                await reply.send_json({"error": "Not found"}, 404)

    async def _shut_out(self, account: str, deed: str, reply: Reply) -> None:
        """Mute, block, and the ways back."""
        lacking = not self.moderates and deed.endswith("mute")
        if lacking or account not in self.accounts:
            await reply.send_json(GONE, 404)
            return
        people = self.shut_out[deed.removeprefix("un")]
        people.discard(account) if deed.startswith("un") else people.add(account)
        await reply.send_json({"id": account, "muting": account in self.shut_out["mute"]})

    @property
    def moderates(self) -> bool:
        """snac neither mutes nor takes reports, and deletes nothing."""
        return "snac" not in self.version

    def _signed_in(self, request: Request) -> bool:
        return request.headers.get("authorization", "").startswith("Bearer fake-token")

    def _instance(self) -> Json:
        statuses = {
            "max_characters": self.max_characters,
            "max_media_attachments": 4,
            "characters_reserved_per_url": 23,
        }
        streaming = {"streaming": self.url.replace("http", "ws", 1)} if self.streams else {}
        return {
            "uri": "fake.example",
            "domain": "fake.example",
            "title": "Fake",
            "version": self.version,
            "urls": {f"{name}_api": url for name, url in streaming.items()},
            "configuration": {
                "urls": streaming,
                "statuses": {**statuses, "max_media_attachments": 4},
                "media_attachments": {
                    "supported_mime_types": ["image/png", "image/jpeg"],
                    "image_size_limit": 16_000_000,
                    "video_size_limit": 99_000_000,
                },
            },
        }

    def _notifications(self, request: Request) -> list[Json]:
        wanted = [value for name, value in request.pairs() if name == "types[]"]
        unwanted = [value for name, value in request.pairs() if name == "exclude_types[]"]
        return [
            note
            for note in self.notifications
            if (not wanted or note["type"] in wanted) and note["type"] not in unwanted
        ]

    async def _page(self, request: Request, reply: Reply, items: list[Json]) -> None:
        """One page, newest first, with Link headers: min_id, since_id and max_id as Mastodon understands them."""
        limit = min(int(request.query("limit") or 20), self.max_page)
        before, after = request.query("max_id"), request.query("min_id")
        high = self._position(items, before, after=False) if before else len(items)
        since = request.query("since_id") or after
        low = self._position(items, since, after=True) if since else 0
        window = items[low:high]
        page = window[:limit] if after else window[-limit:]
        page = page[::-1]
        await reply.send_json(page, headers=self._links(request, page) if page and self.sends_links else {})

    @staticmethod
    def _position(items: list[Json], remote_id: str, *, after: bool) -> int:
        """Where a cursor stands; one that was deleted stands where it would be, if ids are numbers."""
        for index, item in enumerate(items):
            if item["id"] == remote_id:
                return index + after
        if not remote_id.isdecimal():
            return 0 if after else len(items)
        return sum(1 for item in items if item["id"].isdecimal() and int(item["id"]) < int(remote_id))

    def _links(self, request: Request, page: list[Json]) -> dict[str, str]:
        kept = [(name, value) for name, value in request.pairs() if name not in ("max_id", "min_id", "since_id")]
        base = f"http://{request.headers['host']}{request.path}?"
        older = base + urlencode([*kept, ("max_id", page[-1]["id"])])
        newer = base + urlencode([*kept, ("min_id", page[0]["id"])])
        return {"link": f'<{older}>; rel="next", <{newer}>; rel="prev"'}

    async def _statuses(self, request: Request, reply: Reply, rest: tuple[str, ...]) -> None:
        if request.method == "POST" and not rest:
            await self._post(request, reply)
            return
        if request.method == "GET" and not rest:
            ids = [value for name, value in request.pairs() if name in ("id[]", "ids[]")]
            await reply.send_json([self.statuses[one] for one in ids if one in self.statuses])
            return
        status = self.statuses.get(rest[0])
        if status is None:
            await reply.send_json(GONE, 404)
            return
        match request.method, *rest[1:]:
            case ("GET",):
                await reply.send_json(status)
            case "GET", "context":
                await reply.send_json(self._context(status))
            case "GET", "source":
                await reply.send_json({"id": status["id"], "text": self.sources[status["id"]], "spoiler_text": ""})
            case ("PUT",):
                await self._edit(request, reply, status)
            case ("DELETE",) if self.moderates:
                del self.statuses[status["id"]]
                await reply.send_json(status)
            case "POST", ("favourite" | "unfavourite") as deed:
                status["favourited"] = deed == "favourite"
                await reply.send_json(status)
            case "POST", ("reblog" | "unreblog") as deed:
                status["reblogged"] = deed == "reblog"
                await reply.send_json(status)
            case _:
                self.unknown.append(f"{request.method} {request.target}")
                await reply.send_json({"error": "Not found"}, 404)

    def _context(self, status: Json) -> Json:
        ancestors: list[Json] = []
        parent = self.statuses.get(status["in_reply_to_id"] or "")
        while parent is not None and parent not in ancestors and len(ancestors) < 40:
            ancestors.insert(0, parent)
            parent = self.statuses.get(parent["in_reply_to_id"] or "")
        below, descendants = {status["id"]}, []
        for one in self.statuses.values():
            if one["in_reply_to_id"] in below:
                below.add(one["id"])
                descendants.append(one)
        return {"ancestors": ancestors, "descendants": descendants[:60]}

    async def _post(self, request: Request, reply: Reply) -> None:
        key = request.headers.get("idempotency-key", "")
        if self.honours_keys and key in self.keys:
            body, remote_id = self.keys[key]
            if body != request.body:
                await reply.send_json({"error": "This key was used for something else"}, 422)
                return
            await reply.send_json(self.statuses[remote_id])
            return
        form = request.form()
        text = str(form.get("status") or "")
        parent = self.statuses.get(str(form.get("in_reply_to_id") or ""))
        if form.get("in_reply_to_id") and parent is None:
            await reply.send_json(GONE, 404)
            return
        if counted(text) > self.max_characters:
            await reply.send_json({"error": f"Validation failed: Text limit of {self.max_characters} exceeded"}, 422)
            return
        visibility = str(form.get("visibility") or "public")
        new = self.status(text, who=self.me, reply_to=parent, visibility=visibility)
        media = form.get("media_ids[]") or form.get("media_ids") or []
        new["spoiler_text"] = str(form.get("spoiler_text") or "")
        new["media_attachments"] = [self.media[str(one)] for one in media if str(one) in self.media]
        self.keys[key] = (request.body, new["id"])
        await reply.send_json(new)

    async def _edit(self, request: Request, reply: Reply, status: Json) -> None:
        text = str(request.form().get("status") or "")
        self.edit(status, text)
        await reply.send_json(status)

    async def _upload(self, request: Request, reply: Reply) -> None:
        name = str(900_000 + len(self.media))
        url = f"{self.url}/media/{name}.png"
        told = re.search(rb'name="description"\r\n\r\n(.*?)\r\n--', request.body, re.DOTALL)
        words = told[1].decode() if told else ""
        self.media[name] = {
            "id": name,
            "type": "image",
            "url": url,
            "preview_url": url,
            "description": words,
            "meta": {},
        }
        await reply.send_json(self.media[name])

    async def _stream(self, request: Request, reply: Reply) -> None:
        if not self.streams:
            await reply.send_json({"error": "Not found"}, 404)
            return
        if request.path.endswith("/health"):
            await reply.send(200, b"OK", {"content-type": "text/plain"})
            return
        self.stream_opened += 1
        # A listener before its first byte: whoever has read that byte may count on the next event.
        self.listeners.append(reply)
        await reply.raw(head(200, {"content-type": "text/event-stream"}, None) + b":)\n\n")
        await reply.closed.wait()
        self.listeners.remove(reply)
