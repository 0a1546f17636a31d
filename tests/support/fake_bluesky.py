"""A small Bluesky on loopback: one server that keeps accounts, shows posts and passes on direct messages.

It follows the lexicons' shapes, and refuses what the real one refuses (in its words, as far as they are known): records
without what they need, texts that are too long, keys that are taken, marks that lie outside of the text.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import regex

from support.fake_bluesky_chat import FakeChat, Refused
from support.fake_bluesky_views import CAMILLE, HANDLES, ME, POST, Json, Views, kind_of, person, repo_of
from support.wire import Reply, Request, WireServer

PASSWORD = "abcd-efgh-ijkl-mnop"
CANARY = "canary-token-that-must-never-be-seen"


def jwt(name: str, seconds: float, turn: int = 0) -> str:
    """A token that says when it ends."""
    end = int((datetime.now(UTC) + timedelta(seconds=seconds)).timestamp())
    said = [json.dumps(one).encode() for one in ({"alg": "x"}, {"scope": name, "exp": end, "n": turn})]
    return ".".join([*(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in said), f"{CANARY}-{name}-{turn}"])


class FakeBluesky(Views, WireServer):
    """See the module's text. ``page``: how many entries a list gives at most; ``privileged``: whether it may chat."""

    def __init__(self, *, page: int = 50, privileged: bool = True, handle: str = HANDLES[ME]) -> None:
        self.page, self.privileged, self.handle_of_us = page, privileged, handle
        self.records: dict[str, Json] = {}
        self.muted: set[str] = set()
        self.reports: list[Json] = []
        self.blobs: dict[str, bytes] = {}
        self.calls: list[str] = []
        self.status: str | None = None
        self.access, self.refresh = jwt("access", 7200), jwt("refresh", 90 * 86400)
        self.old: set[str] = set()
        self._turn = 0
        self._clock = datetime.now(UTC) - timedelta(minutes=5)
        self.chat = FakeChat(self.stamp)
        super().__init__("fake-bluesky")

    # -- what a test says -----------------------------------------------------------------------------
    def stamp(self) -> str:
        """A time, later than all before."""
        self._clock += timedelta(milliseconds=7)
        return self._clock.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def write(self, repo: str, kind: str, value: Json, key: str = "") -> Json:
        """Keep a record; what is under its key already is changed."""
        self._turn += 1
        uri = f"at://{repo}/{kind}/{key or f'3k{self._turn:011}'}"
        cid = f"bafyrei{self._turn:06}"
        self.records[uri] = {"uri": uri, "cid": cid, "value": {"$type": kind, **value}, "at": self.stamp()}
        return self.records[uri]

    def post(self, text: str, *, by: str = CAMILLE, to: Json | None = None, mention: bool = False, **more: Any) -> Json:
        """Somebody posts; ``to``: the record that is answered."""
        value: Json = {"text": text, "createdAt": self.stamp(), **more}
        if mention:
            value["text"] = f"@{HANDLES[ME]} {text}"
            features = [{"$type": "app.bsky.richtext.facet#mention", "did": ME}]
            value["facets"] = [{"index": {"byteStart": 0, "byteEnd": len(HANDLES[ME]) + 1}, "features": features}]
        if to is not None:
            parent = {"uri": to["uri"], "cid": to["cid"]}
            value["reply"] = {"root": to["value"].get("reply", {}).get("root", parent), "parent": parent}
        return self.write(by, POST, value)

    def expire(self) -> None:
        """The access token has become too old."""
        self.old.add(self.access)

    # -- the wire -------------------------------------------------------------------------------------
    async def handle(self, request: Request, reply: Reply) -> None:
        """Find the method, and let it answer."""
        name = request.parts[-1]
        self.calls.append(name)
        try:
            method = self._method(name, request)
            found = method(request)
        except Refused as error:
            await reply.send_json({"error": error.name, "message": error.words}, error.status)
            return
        await reply.send_json(found)

    def _method(self, name: str, request: Request) -> Callable[[Request], Json]:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        short = name.rpartition(".")[2]
        if short in ("refreshSession", "deleteSession"):
            if token != self.refresh:
                raise Refused(400, "ExpiredToken", "Token has been revoked")
        elif short not in ("createSession", "resolveHandle"):
            if token in self.old:
                raise Refused(400, "ExpiredToken", "Token has expired")
            if token != self.access:
                raise Refused(401, "AuthenticationRequired", "Authentication Required")
        if name.startswith("chat."):
            if "#bsky_chat" not in request.headers.get("atproto-proxy", ""):
                raise Refused(501, "MethodNotImplemented", "Method Not Implemented")
            if not self.privileged:
                raise Refused(400, "InvalidToken", "Bad token method")
            return lambda asked: self.chat.answer(short, asked)
        found: Callable[[Request], Json] | None = getattr(self, f"do_{short}", None)
        if found is None:
            raise Refused(501, "MethodNotImplemented", "Method Not Implemented")
        return found

    # -- com.atproto ----------------------------------------------------------------------------------
    def do_createSession(self, request: Request) -> Json:
        body = request.form()
        if body["identifier"] not in (HANDLES[ME], ME) or body["password"] != PASSWORD:
            raise Refused(401, "AuthenticationRequired", "Invalid identifier or password")
        if self.status:
            raise Refused(401, "AccountTakedown", "Account has been taken down")
        return self._session()

    def _session(self) -> Json:
        service = [{"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": self.url}]
        whole = {"did": ME, "handle": self.handle_of_us, "active": self.status is None}
        tokens = {"accessJwt": self.access, "refreshJwt": self.refresh}
        return {**whole, **tokens, "didDoc": {"id": ME, "service": service}}

    def do_refreshSession(self, request: Request) -> Json:
        self._turn += 1
        self.access, self.refresh = jwt("access", 7200, self._turn), jwt("refresh", 90 * 86400, self._turn)
        return self._session()

    def do_deleteSession(self, request: Request) -> Json:
        self.access = self.refresh = ""
        return {}

    def do_getSession(self, request: Request) -> Json:
        status = {"status": self.status} if self.status else {}
        return {"did": ME, "handle": self.handle_of_us, "active": self.status is None, **status}

    def do_resolveHandle(self, request: Request) -> Json:
        found = [did for did, handle in HANDLES.items() if handle == request.query("handle")]
        if not found:
            raise Refused(400, "InvalidRequest", "Unable to resolve handle")
        return {"did": found[0]}

    def do_uploadBlob(self, request: Request) -> Json:
        if len(request.body) > 2_000_000:
            raise Refused(400, "BlobTooLarge", "This file is too large.")
        link = f"bafkrei{len(self.blobs):06}"
        self.blobs[link] = request.body
        mime = request.headers["content-type"]
        return {"blob": {"$type": "blob", "ref": {"$link": link}, "mimeType": mime, "size": len(request.body)}}

    def do_getRecord(self, request: Request) -> Json:
        uri = f"at://{request.query('repo')}/{request.query('collection')}/{request.query('rkey')}"
        if uri not in self.records:
            raise Refused(400, "RecordNotFound", f"Could not locate record: {uri}")
        return {name: self.records[uri][name] for name in ("uri", "cid", "value")}

    def do_createRecord(self, request: Request) -> Json:
        body: Json = request.form()
        uri = f"at://{body['repo']}/{body['collection']}/{body['rkey']}"
        if uri in self.records:
            raise Refused(500, "InternalServerError", "Internal Server Error")
        return self._written(body)

    def do_putRecord(self, request: Request) -> Json:
        body: Json = request.form()
        uri = f"at://{body['repo']}/{body['collection']}/{body['rkey']}"
        if "swapRecord" in body and body["swapRecord"] != self.records.get(uri, {}).get("cid"):
            raise Refused(400, "InvalidSwap", "Record was at another version")
        return self._written(body)

    def _written(self, body: Json) -> Json:
        assert body["repo"] == ME
        assert regex.fullmatch(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}|3k[0-9]{11}", body["rkey"])
        value = body["record"]
        assert value["$type"] == body["collection"]
        datetime.fromisoformat(value["createdAt"])
        if body["collection"] == POST:
            self._check_post(value)
        elif "subject" in value and isinstance(value["subject"], dict):
            self._check_reference(value["subject"])
        made = self.write(ME, body["collection"], value, body["rkey"])
        return {"uri": made["uri"], "cid": made["cid"], "validationStatus": "valid"}

    def _check_post(self, value: Json) -> None:
        raw = value["text"].encode()
        if len(raw) > 3000 or len(regex.findall(r"\X", value["text"])) > 300:
            raise Refused(400, "InvalidRequest", "Invalid app.bsky.feed.post record: Record/text must not be longer")
        for facet in value.get("facets", []):
            assert 0 <= facet["index"]["byteStart"] < facet["index"]["byteEnd"] <= len(raw)
            raw[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode()
        for name in ("root", "parent"):
            if "reply" in value:
                self._check_reference(value["reply"][name])
        for image in value.get("embed", {}).get("images", []):
            assert image["image"]["ref"]["$link"] in self.blobs

    def _check_reference(self, reference: Json) -> None:
        assert self.records[reference["uri"]]["cid"] == reference["cid"]

    def do_deleteRecord(self, request: Request) -> Json:
        body = request.form()
        assert body["repo"] == ME
        self.records.pop(f"at://{body['repo']}/{body['collection']}/{body['rkey']}", None)
        return {}

    def do_createReport(self, request: Request) -> Json:
        self.reports.append(dict(request.form()))
        return {"id": len(self.reports), **self.reports[-1]}

    # -- app.bsky -------------------------------------------------------------------------------------
    def _cut(self, found: list[Json], request: Request) -> tuple[list[Json], Json]:
        """A page of a list that is newest first; the cursor is a time, as theirs is."""
        after = request.query("cursor")
        rest = [one for one in found if not after or one["indexedAt"] < after]
        most = min(int(request.query("limit") or 50), self.page)
        return rest[:most], {"cursor": rest[most - 1]["indexedAt"]} if len(rest) > most else {}

    def do_listNotifications(self, request: Request) -> Json:
        found, more = self._cut(self.notifications(), request)
        return {"notifications": found, **more}

    def do_getAuthorFeed(self, request: Request) -> Json:
        views = [self.post_view(one) for one in reversed(self.posts(str(request.query("actor"))))]
        found, more = self._cut(views, request)
        return {"feed": [{"post": one} for one in found], **more}

    def do_getPosts(self, request: Request) -> Json:
        wanted = [value for name, value in request.pairs() if name == "uris"]
        assert 0 < len(wanted) <= 25
        return {"posts": [self.post_view(self.records[one]) for one in wanted if one in self.records]}

    def do_getPostThread(self, request: Request) -> Json:
        uri = str(request.query("uri"))
        if uri not in self.records:
            raise Refused(400, "NotFound", f"Post not found: {uri}")
        return {"thread": self.thread_view(uri, int(request.query("parentHeight") or 80))}

    def do_getProfile(self, request: Request) -> Json:
        did = str(request.query("actor"))
        return {**person(did), "viewer": {"blocking": self.blocks(did)[0]} if self.blocks(did) else {}}

    def blocks(self, did: str) -> list[str]:
        """Our block of somebody."""
        ours = [one for uri, one in self.records.items() if kind_of(uri).endswith(".block") and repo_of(uri) == ME]
        return [one["uri"] for one in ours if one["value"]["subject"] == did]

    def do_muteActor(self, request: Request) -> Json:
        self.muted.add(str(request.form()["actor"]))
        return {}

    def do_unmuteActor(self, request: Request) -> Json:
        self.muted.discard(str(request.form()["actor"]))
        return {}
