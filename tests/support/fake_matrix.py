"""A homeserver on loopback, after the published client-server API (1.11) and what Synapse answers.

It has rooms with a timeline, transactions, relations that are told with what they refer to, tokens that end and are
renewed, and answers that are short (``PAGE``), so that gaps and further pages come up with few messages.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

from support.wire import Reply, Request, WireServer

US = "@acme:localhost"
ANNA = "@anna:localhost"
BEN = "@ben:localhost"
GROUP = "!group:localhost"
CHAT = "!chat:localhost"
SECRET_ROOM = "!secret:localhost"
PASSWORD = "correct horse battery"
PAGE = 5
LARGEST = 65_536
_AROUND = 1_500
"""Bytes that a server puts around a content: ids, hashes, signatures."""
SAID = ("m.room.message", "m.reaction", "m.room.redaction", "m.room.encrypted", "m.sticker", "m.room.member")


class Refused(Exception):
    """An error in the API's standard shape."""

    def __init__(self, status: int, code: str, words: str = "No.", **more: Any) -> None:
        super().__init__(code)
        self.status, self.body = status, {"errcode": code, "error": words, **more}


@dataclass
class Room:
    """Who is in it, by name; ``private``: our account marked it so."""

    members: dict[str, str]
    private: bool = False
    encrypted: bool = False
    invited_by: str = ""
    joined_at: int = 0
    together: bool = False


@dataclass
class Tokens:
    """One login."""

    access: str = "syt_canary_access_token_0"
    refresh: str = "syr_canary_refresh_token_0"
    ended: bool = False
    number: int = 0
    renewals: int = 0
    expires_in_ms: int | None = None
    old: list[str] = field(default_factory=list[str])


class FakeMatrix(WireServer):
    """See the module's text."""

    def __init__(self) -> None:
        self.tokens = Tokens()
        self.rooms = {
            GROUP: Room({US: "Acme", ANNA: "Anna K.", BEN: "Ben"}),
            CHAT: Room({US: "Acme", ANNA: "Anna K."}, private=True),
            SECRET_ROOM: Room({US: "Acme", ANNA: "Anna K."}, encrypted=True),
        }
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.transactions: dict[str, str] = {}
        self.receipts: list[tuple[str, str]] = []
        self.reports: list[tuple[str, str]] = []
        self.media: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.old_media = False
        self.flows = ["m.login.password"]
        self._clock = int(time.time() * 1000)
        self._news: asyncio.Event | None = None
        super().__init__("fake-matrix")

    # -- what a test says and asks ------------------------------------------------------------------
    def say(self, text: str, *, who: str = ANNA, room: str = GROUP, **more: Any) -> str:
        """Somebody writes; returns the event's id."""
        return self.event("m.room.message", {"msgtype": "m.text", "body": text, **more}, who=who, room=room)

    def event(self, kind: str, content: dict[str, Any], *, who: str = ANNA, room: str = GROUP, **more: Any) -> str:
        """Put an event into a room."""

        async def put() -> str:
            return self._put(room, kind, content, who, **more)

        return self.thread.call(put())

    def _put(self, room: str, kind: str, content: dict[str, Any], who: str, **more: Any) -> str:
        if len(json.dumps(content, ensure_ascii=False).encode()) + _AROUND > LARGEST:
            raise Refused(413, "M_TOO_LARGE")
        number = len(self.events) + 1
        self._clock = max(self._clock + 1, int(time.time() * 1000))
        event = {
            "event_id": f"$event{number:04}AbC-_",
            "type": kind,
            "sender": who,
            "origin_server_ts": self._clock,
            "content": content,
            **more,
        }
        self.events.append((room, event))
        if self._news is not None:
            self._news.set()
        return str(event["event_id"])

    def redact(self, event_id: str, *, who: str = ANNA, room: str = GROUP) -> str:
        """Remove an event's content, as servers do."""

        async def put() -> str:
            return self._redact(room, event_id, who)

        return self.thread.call(put())

    def _redact(self, room: str, event_id: str, who: str) -> str:
        found = self.find(event_id)
        done = self._put(room, "m.room.redaction", {}, who, redacts=event_id)
        if found is not None:
            found["content"] = {}
            found["unsigned"] = {"redacted_because": self.events[-1][1]}
        return done

    def find(self, event_id: str) -> dict[str, Any] | None:
        """An event by its id."""
        return next((event for _, event in self.events if event["event_id"] == event_id), None)

    def related(self, event_id: str, kind: str) -> list[dict[str, Any]]:
        """Events that refer to this one."""
        found: list[dict[str, Any]] = []
        for _, event in self.events:
            told = event["content"].get("m.relates_to", {})
            if told.get("event_id") == event_id and told.get("rel_type") == kind:
                found.append(event)
        return found

    # -- what it does -------------------------------------------------------------------------------
    async def handle(self, request: Request, reply: Reply) -> None:
        self.asked.append(f"{request.method} {request.path}")
        try:
            await reply.send_json(await self._answer(request, reply))
        except Refused as no:
            headers = {"retry-after": "7"} if no.status == 429 else {}
            await reply.send_json(no.body, no.status, headers)
        except _Bytes as found:
            await reply.send(200, found.data, {"content-type": "application/octet-stream"})

    async def _answer(self, request: Request, reply: Reply) -> Any:
        parts = request.parts
        match request.method, *parts:
            case "GET", ".well-known", "matrix", "client":
                return {"m.homeserver": {"base_url": f"{self.url}/"}}
            case "GET", "_matrix", "client", "versions":
                return {"versions": ["v1.1", "v1.11"]}
            case "GET", "_matrix", "client", "v3", "login":
                return {"flows": [{"type": one} for one in self.flows]}
            case "POST", "_matrix", "client", "v3", "login":
                return self._log_in(request)
            case "POST", "_matrix", "client", "v3", "refresh":
                return self._refresh(request)
            case _:
                pass
        self._check_token(request)
        if parts[:3] == ("_matrix", "client", "v3") or parts[:3] == ("_matrix", "client", "v1"):
            return await self._client_api(request, reply, parts[3:])
        if parts[:3] == ("_matrix", "media", "v3"):
            return self._media(request, parts[3:])
        raise Refused(404, "M_UNRECOGNIZED", "Unrecognized request")

    async def _client_api(self, request: Request, reply: Reply, parts: tuple[str, ...]) -> Any:
        match request.method, *parts:
            case "GET", "account", "whoami":
                return {"user_id": US, "device_id": "DEVICE"}
            case "GET", "profile", _:
                return {"displayname": "Acme"}
            case "GET", "sync":
                return await self._sync(request, reply)
            case "GET", "joined_rooms":
                return {"joined_rooms": [name for name, room in self.rooms.items() if US in room.members]}
            case "GET", "user", _, "account_data", "m.direct":
                return {ANNA: [name for name, room in self.rooms.items() if room.private]}
            case "GET", "media", "config":
                return {"m.upload.size": 50_000_000}
            case "GET", "media", "download", _, name:
                if self.old_media:
                    raise Refused(404, "M_UNRECOGNIZED", "Unrecognized request")
                raise _Bytes(self.media[name])
            case "POST", "logout":
                self.tokens.ended, self.tokens.refresh = True, ""
                return {}
            case _, "rooms", room, *rest:
                return self._in_room(request, room, rest)
            case _:
                raise Refused(404, "M_UNRECOGNIZED", "Unrecognized request")

    def _in_room(self, request: Request, name: str, rest: list[str]) -> Any:
        room = self.rooms.get(name)
        if room is not None and rest == ["join"] and (room.invited_by or US in room.members):
            room.members[US], room.invited_by = "Acme", ""
            return {"room_id": name}
        if room is None or US not in room.members:
            raise Refused(403, "M_FORBIDDEN", "You are not in this room")
        match request.method, *rest:
            case "GET", "joined_members":
                return {"joined": {user: {"display_name": called} for user, called in room.members.items()}}
            case "GET", "state", "m.room.encryption", *_:
                if not room.encrypted:
                    raise Refused(404, "M_NOT_FOUND", "Event not found.")
                return {"algorithm": "m.megolm.v1.aes-sha2"}
            case "GET", "messages":
                return self._messages(request, name)
            case "GET", "event", event_id:
                return self._told(self._there(event_id))
            case "GET", "relations", event_id, "m.annotation", "m.reaction":
                return {"chunk": self.related(event_id, "m.annotation")}
            case "PUT", "send", kind, transaction:
                return self._once(transaction, lambda: self._send(name, kind, request.form()))
            case "PUT", "redact", event_id, transaction:
                self._there(event_id)
                return self._once(transaction, lambda: self._redact(name, event_id, US))
            case "POST", "receipt", "m.read", event_id:
                self.receipts.append((name, event_id))
                return {}
            case "POST", "report", event_id:
                self.reports.append((event_id, str(request.form().get("reason"))))
                return {}
            case _:
                raise Refused(404, "M_UNRECOGNIZED", "Unrecognized request")

    def _there(self, event_id: str) -> dict[str, Any]:
        found = self.find(event_id)
        if found is None:
            raise Refused(404, "M_NOT_FOUND", "Event not found.")
        return found

    def _once(self, transaction: str, work: Any) -> dict[str, str]:
        if transaction not in self.transactions:
            self.transactions[transaction] = work()
        return {"event_id": self.transactions[transaction]}

    def _send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        told = content.get("m.relates_to", {})
        if kind == "m.reaction":
            same = self.related(told["event_id"], "m.annotation")
            if any(one["sender"] == US and one["content"]["m.relates_to"]["key"] == told["key"] for one in same):
                raise Refused(400, "M_DUPLICATE_ANNOTATION", "Can't send same reaction twice")
        return self._put(room, kind, content, US)

    # -- reading ------------------------------------------------------------------------------------
    async def _sync(self, request: Request, reply: Reply) -> Any:
        since = self._number(request.query("since"))
        until = time.monotonic() + int(request.query("timeout") or 0) / 1000
        while True:
            self._news = asyncio.Event()
            told = self._changes(request, since)
            left = until - time.monotonic()
            if since is None or told["rooms"] or left <= 0 or reply.closed.is_set():
                return told
            waits = [asyncio.ensure_future(one.wait()) for one in (self._news, reply.closed)]
            await asyncio.wait(waits, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            for one in waits:
                one.cancel()

    def _changes(self, request: Request, since: int | None) -> Any:
        wanted = json.loads(request.query("filter") or "{}")["room"]["timeline"]
        joined: dict[str, Any] = {}
        for name, room in self.rooms.items():
            lines = [
                (number, event)
                for number, (where, event) in enumerate(self.events, 1)
                if where == name and number > (since or 0) and event["type"] in wanted["types"]
            ]
            if US not in room.members or (since is not None and not lines):
                continue
            kept = lines[-min(PAGE, wanted["limit"]) :]
            before = kept[0][0] - 1 if kept else len(self.events)
            timeline = {
                "events": [self._told(event) for _, event in kept],
                "limited": len(kept) < len(lines) or since is None,
                "prev_batch": f"t{before}",
            }
            joined[name] = {"timeline": timeline, "state": {"events": []}}
        rooms = {"join": joined, "invite": self._invitations(since)}
        return {"next_batch": f"s{len(self.events)}", "rooms": {name: told for name, told in rooms.items() if told}}

    def _invitations(self, since: int | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, room in self.rooms.items():
            if not room.invited_by or room.joined_at <= (since or 0):
                continue
            said = {"membership": "invite", "is_direct": not room.together}
            ours = {"type": "m.room.member", "state_key": US, "sender": room.invited_by, "content": said}
            theirs = {
                "type": "m.room.member",
                "state_key": room.invited_by,
                "sender": room.invited_by,
                "content": {"membership": "join", "displayname": room.members[room.invited_by]},
            }
            called = {"type": "m.room.name", "state_key": "", "sender": room.invited_by, "content": {"name": "Help"}}
            found[name] = {"invite_state": {"events": [called, theirs, ours]}}
        return found

    def invite(self, name: str = "!invited:localhost", who: str = BEN, *others: str, together: bool = False) -> str:
        """Somebody invites us into a private chat, or a room, of theirs."""
        self.rooms[name] = Room({who: "Ben", **dict.fromkeys(others, "Else")}, invited_by=who, together=together)
        self.event("m.room.member", {"membership": "invite"}, who=who, room=name)
        self.rooms[name].joined_at = len(self.events)
        return name

    def _messages(self, request: Request, name: str) -> Any:
        start = self._number(request.query("from"))
        stop = self._number(request.query("to")) or 0
        wanted = json.loads(request.query("filter") or "{}")
        lines = [
            (number, event)
            for number, (where, event) in enumerate(self.events, 1)
            if where == name
            and stop < number <= (len(self.events) if start is None else start)
            and event["type"] in wanted["types"]
            and event["sender"] in wanted.get("senders", [event["sender"]])
        ]
        kept = list(reversed(lines))[:PAGE]
        told: dict[str, Any] = {"chunk": [self._told(event) for _, event in kept], "start": f"t{start or 0}"}
        return told | ({"end": f"t{kept[-1][0] - 1}"} if len(kept) < len(lines) else {})

    def _told(self, event: dict[str, Any]) -> dict[str, Any]:
        """An event with what the server knows of what refers to it."""
        edits = [one for one in self.related(event["event_id"], "m.replace") if one["sender"] == event["sender"]]
        if not edits or not event["content"]:
            return event
        return {**event, "unsigned": {**event.get("unsigned", {}), "m.relations": {"m.replace": edits[-1]}}}

    @staticmethod
    def _number(token: str | None) -> int | None:
        if token is None:
            return None
        if not token[1:].isdecimal():
            raise Refused(400, "M_INVALID_PARAM", "Invalid stream token")
        return int(token[1:])

    # -- logins and files ---------------------------------------------------------------------------
    def _check_token(self, request: Request) -> None:
        if request.headers.get("authorization") != f"Bearer {self.tokens.access}" or self.tokens.ended:
            raise Refused(401, "M_UNKNOWN_TOKEN", "Access token has expired", soft_logout=True)

    def _log_in(self, request: Request) -> Any:
        asked: Any = request.form()
        if asked["identifier"]["user"] != US or asked["password"] != PASSWORD or not asked["refresh_token"]:
            raise Refused(403, "M_FORBIDDEN", "Invalid username or password")
        return {"user_id": US, "device_id": "DEVICE", **self._granted()}

    def _refresh(self, request: Request) -> Any:
        if request.form().get("refresh_token") != self.tokens.refresh:
            raise Refused(401, "M_UNKNOWN_TOKEN", "Unknown refresh token")
        self.tokens.renewals += 1
        self.tokens.number += 1
        number = self.tokens.number
        self.tokens.access, self.tokens.refresh = f"syt_canary_access_{number}", f"syr_canary_refresh_{number}"
        self.tokens.ended = False
        return self._granted()

    def _granted(self) -> Any:
        told: dict[str, Any] = {"access_token": self.tokens.access, "refresh_token": self.tokens.refresh}
        return told | ({"expires_in_ms": self.tokens.expires_in_ms} if self.tokens.expires_in_ms else {})

    def _media(self, request: Request, parts: tuple[str, ...]) -> Any:
        match request.method, *parts:
            case "POST", "upload":
                name = f"media{len(self.media)}"
                self.media[name] = request.body
                return {"content_uri": f"mxc://localhost/{name}"}
            case "GET", "download", _, name:
                raise _Bytes(self.media[name])
            case _:
                raise Refused(404, "M_UNRECOGNIZED", "Unrecognized request")


class _Bytes(Exception):
    """A file in the place of a document."""

    def __init__(self, data: bytes) -> None:
        super().__init__("bytes")
        self.data = data
