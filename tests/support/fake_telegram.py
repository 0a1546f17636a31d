"""A Bot API server on loopback that keeps to the published schema: it refuses calls and tests that don't.

What it says when it refuses is what Telegram says, word for word as far as it is known. It has one queue of updates,
forgets what is confirmed, holds a long poll, and ends one with 409 as soon as another begins.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from support.bot_api_schema import Schema, Wrong, load
from support.wire import Reply, Request, WireServer

TOKEN = "7000000001:AAHcanary-token_that_must_never_be_seen_x"
BOT = {"id": 7000000001, "is_bot": True, "first_name": "Acme", "username": "acme_bot"}
OWNER = {"id": 501, "is_bot": False, "first_name": "Olga", "last_name": "Owner", "username": "olga"}
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
NOT_FOUND = "Bad Request: message to {} not found"


class Refused(Exception):
    """An answer with ``ok`` false."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


@dataclass
class Trouble:
    """What the next matching calls get instead of an answer."""

    method: str
    code: int
    description: str
    parameters: dict[str, int] = field(default_factory=dict)
    times: int = 1


def person(number: int, name: str, username: str = "") -> dict[str, Any]:
    """A user."""
    found: dict[str, Any] = {"id": number, "is_bot": False, "first_name": name}
    return found | ({"username": username} if username else {})


ANNA = person(1001, "Anna", "anna_k")
BEN = person(1002, "Ben")
GROUP: dict[str, Any] = {"id": -1001234567890, "type": "supergroup", "title": "Acme users"}


def private(who: dict[str, Any]) -> dict[str, Any]:
    """The chat of the bot (or of a business account) with one person."""
    chat = {"id": who["id"], "type": "private", "first_name": who["first_name"]}
    return chat | ({"username": who["username"]} if "username" in who else {})


class FakeTelegram(WireServer):
    """See the module's text. ``patience`` cuts long polls short, as a server may."""

    def __init__(self, *, patience: float = 30.0, **about: Any) -> None:
        self.schema: Schema = load()
        self.token = TOKEN
        self.me = {
            **BOT,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": True,
            **about,
        }
        self.patience = patience
        self.webhook = ""
        self.updates: list[dict[str, Any]] = []
        self.confirmed: list[int] = []
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.conflicts = 0
        self.messages: dict[tuple[str, int, int], dict[str, Any]] = {}
        self.reactions: dict[tuple[int, int], list[Any]] = {}
        self.files: dict[str, bytes] = {}
        self.uploads: list[tuple[str, bytes]] = []
        self.blocked: set[int] = set()
        self.troubles: list[Trouble] = []
        self.next_update = 880_000_001
        self._number = 100
        self._news: asyncio.Event | None = None
        self._poll = 0
        super().__init__("fake-telegram")

    def __enter__(self) -> FakeTelegram:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what a test says and asks ------------------------------------------------------------------
    def update(self, kind: str, value: dict[str, Any]) -> dict[str, Any]:
        """Queue an update; Wrong where the schema does not know such a one."""
        self.schema.check("Update", {"update_id": 1, kind: value}, kind)
        self.thread.loop.call_soon_threadsafe(self._queue, kind, value)
        self.thread.call(asyncio.sleep(0))
        return value

    def _queue(self, kind: str, value: dict[str, Any]) -> None:
        if kind in ("message", "business_message"):
            self._keep(value)
        self.updates.append({"update_id": self.next_update, kind: value})
        self.next_update += 1
        self._tell()

    def message(self, text: str = "", *, who: dict[str, Any] = ANNA, chat: Any = None, **more: Any) -> dict[str, Any]:
        """Somebody writes; to the bot itself unless a chat is given."""
        kind = more.pop("kind", "business_message" if "business_connection_id" in more else "message")
        self._number += 1
        value = {
            "message_id": self._number,
            "date": int(time.time()),
            "chat": chat or private(who),
            "from": who,
            **({"text": text} if text else {}),
            **more,
        }
        return self.update(kind, value)

    def trouble(self, method: str, code: int, description: str, *, times: int = 1, **parameters: int) -> None:
        """The next calls of a method fail so."""
        self.troubles.append(Trouble(method, code, description, parameters, times))

    def sent(self) -> list[dict[str, Any]]:
        """What the bot wrote, in its order."""
        return [one for one in self.messages.values() if one["from"]["id"] == BOT["id"] or "sender_business_bot" in one]

    def calls(self, method: str) -> list[dict[str, Any]]:
        """The parameters of each call of a method."""
        return [given for name, given in self.asked if name == method]

    # -- what it does -------------------------------------------------------------------------------
    async def handle(self, request: Request, reply: Reply) -> None:
        parts = request.parts
        if parts[0] == "file":
            await self._give_file(parts, reply)
            return
        try:
            if parts[0] != f"bot{self.token}":
                raise Refused(401, "Unauthorized")
            result = await self._call(parts[1], request, reply)
        except Refused as no:
            said: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
            await reply.send_json(said | ({"parameters": no.parameters} if no.parameters else {}), no.code)
            return
        except Wrong as wrong:
            said = {"ok": False, "error_code": 400, "description": f"Bad Request: {wrong}"}
            await reply.send_json(said, 400)
            return
        await reply.send_json({"ok": True, "result": result})

    async def _call(self, method: str, request: Request, reply: Reply) -> Any:
        if not self.schema.is_method(method):
            raise Refused(404, "Not Found")
        given, files = _parameters(request)
        values = self.schema.check_call(method, given)
        self.asked.append((method, values))
        self.uploads += files
        for one in self.troubles:
            if one.method == method and one.times:
                one.times -= 1
                raise Refused(one.code, one.description, **one.parameters)
        if method == "getUpdates":
            return await self._get_updates(reply, **values)
        return getattr(self, f"_on_{method}")(values, files)

    async def _get_updates(
        self, reply: Reply, offset: int = 0, limit: int = 100, timeout: int = 0, allowed_updates: Any = None
    ) -> Any:
        if self.webhook:
            raise Refused(409, WEBHOOK)
        self._poll += 1
        mine = self._poll
        self._tell()
        if offset:
            self.confirmed += [one["update_id"] for one in self.updates if one["update_id"] < offset]
            self.updates = [one for one in self.updates if one["update_id"] >= offset]
        end = time.monotonic() + min(timeout, self.patience)
        while not (found := self._allowed(allowed_updates)) and time.monotonic() < end:
            await self._wait(end, reply)
            if mine != self._poll:
                if not reply.closed.is_set():
                    self.conflicts += 1
                raise Refused(409, CONFLICT)
            if reply.closed.is_set():
                return []
        return found[:limit]

    def _allowed(self, kinds: Any) -> list[dict[str, Any]]:
        return [one for one in self.updates if not kinds or any(kind in one for kind in kinds)]

    async def _wait(self, end: float, reply: Reply) -> None:
        self._news = self._news or asyncio.Event()
        news = asyncio.ensure_future(self._news.wait())
        gone = asyncio.ensure_future(reply.closed.wait())
        left = max(0.0, end - time.monotonic())
        await asyncio.wait({news, gone}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        news.cancel()
        gone.cancel()

    def _tell(self) -> None:
        if self._news is not None:
            self._news.set()
            self._news = None

    async def _give_file(self, parts: tuple[str, ...], reply: Reply) -> None:
        path = "/".join(parts[2:])
        if parts[1] != f"bot{self.token}" or path not in self.files:
            said = {"ok": False, "error_code": 404, "description": "Not Found"}
            await reply.send_json(said, 404)
            return
        await reply.send(200, self.files[path], {"content-type": "application/octet-stream"})

    def _on_getMe(self, values: dict[str, Any], files: Any) -> Any:
        return self.me

    def _on_getWebhookInfo(self, values: dict[str, Any], files: Any) -> Any:
        return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self.updates)}

    def _on_deleteWebhook(self, values: dict[str, Any], files: Any) -> Any:
        self.webhook = ""
        return True

    def _on_getFile(self, values: dict[str, Any], files: Any) -> Any:
        name = values["file_id"]
        if f"photos/{name}.jpg" not in self.files:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(self.files[f"photos/{name}.jpg"]) > 20 * 1024 * 1024:
            raise Refused(400, "Bad Request: file is too big")
        return {"file_id": name, "file_unique_id": f"u{name}", "file_path": f"photos/{name}.jpg"}

    def _on_sendMessage(self, values: dict[str, Any], files: Any) -> Any:
        return self._write(values, {"text": values["text"].strip()})

    def _on_sendPhoto(self, values: dict[str, Any], files: Any) -> Any:
        size = {"file_id": "sent", "file_unique_id": "usent", "width": 640, "height": 480}
        return self._write(values, {"photo": [size]} | _caption(values))

    def _on_sendDocument(self, values: dict[str, Any], files: Any) -> Any:
        kept = {"file_id": "sent", "file_unique_id": "usent", "file_name": files[0][0]}
        return self._write(values, {"document": kept} | _caption(values))

    def _on_sendVideo(self, values: dict[str, Any], files: Any) -> Any:
        kept = {"file_id": "sent", "file_unique_id": "usent", "width": 640, "height": 480, "duration": 3}
        return self._write(values, {"video": kept} | _caption(values))

    def _write(self, values: dict[str, Any], inside: dict[str, Any]) -> dict[str, Any]:
        chat_id = int(values["chat_id"])
        business = values.get("business_connection_id", "")
        if chat_id in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        chats = {one["chat"]["id"]: one["chat"] for one in self.messages.values()}
        if chat_id not in chats:
            raise Refused(400, "Bad Request: chat not found")
        self._number += 1
        value = {"message_id": self._number, "date": int(time.time()), "chat": chats[chat_id], "from": BOT, **inside}
        if business:
            value |= {"business_connection_id": business, "from": OWNER, "sender_business_bot": BOT}
        if "reply_parameters" in values:
            number = values["reply_parameters"]["message_id"]
            answered = self.messages.get((business, chat_id, number))
            if answered is None:
                raise Refused(400, NOT_FOUND.format("be replied"))
            value["reply_to_message"] = {k: v for k, v in answered.items() if k != "reply_to_message"}
        self._keep(value)
        return value

    def _keep(self, value: dict[str, Any]) -> None:
        self.schema.check("Message", value, "message")
        key = (value.get("business_connection_id", ""), value["chat"]["id"], value["message_id"])
        self.messages[key] = value

    def _find(self, values: dict[str, Any], what: str) -> dict[str, Any]:
        key = (values.get("business_connection_id", ""), int(values["chat_id"]), values["message_id"])
        if key not in self.messages:
            raise Refused(400, NOT_FOUND.format(what))
        return self.messages[key]

    def _on_editMessageText(self, values: dict[str, Any], files: Any) -> Any:
        return self._edit(values, "text")

    def _on_editMessageCaption(self, values: dict[str, Any], files: Any) -> Any:
        return self._edit(values, "caption")

    def _edit(self, values: dict[str, Any], name: str) -> Any:
        found = self._find(values, "edit")
        if name == "text" and "text" not in found:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        if found.get(name) == values[name]:
            raise Refused(400, "Bad Request: message is not modified: specified new message content and reply markup")
        found |= {name: values[name], "edit_date": int(time.time())}
        return found

    def _on_deleteMessage(self, values: dict[str, Any], files: Any) -> Any:
        found = self._find(values, "delete")
        if found["date"] < time.time() - 48 * 3600:
            raise Refused(400, "Bad Request: message can't be deleted for everyone")
        del self.messages[("", int(values["chat_id"]), values["message_id"])]
        return True

    def _on_deleteBusinessMessages(self, values: dict[str, Any], files: Any) -> Any:
        for key in [one for one in self.messages if one[0] == values["business_connection_id"]]:
            if key[2] in values["message_ids"]:
                del self.messages[key]
        return True

    def _on_setMessageReaction(self, values: dict[str, Any], files: Any) -> Any:
        self._find(values, "react")
        chosen = values.get("reaction", [])
        if any(one["emoji"] not in self.schema.reactions() for one in chosen) or len(chosen) > 1:
            raise Refused(400, "Bad Request: REACTION_INVALID")
        self.reactions[int(values["chat_id"]), values["message_id"]] = chosen
        return True


def _caption(values: dict[str, Any]) -> dict[str, str]:
    return {"caption": values["caption"]} if values.get("caption") else {}


def _parameters(request: Request) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """The parameters as they came, and the files (name, bytes)."""
    given: dict[str, Any] = dict(request.pairs())
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        files: list[tuple[str, bytes]] = []
        whole = BytesParser(policy=HTTP).parsebytes(f"content-type: {kind}\r\n\r\n".encode() + request.body)
        for part in whole.iter_parts():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            name = str(part.get_param("name", header="content-disposition"))
            if part.get_filename() is not None:
                files.append((str(part.get_filename()), content))
            else:
                given[name] = content.decode()
        return given, files
    if kind.startswith("application/json"):
        return given | json.loads(request.body), []
    return given | dict(parse_qsl(request.body.decode(), keep_blank_values=True)), []
