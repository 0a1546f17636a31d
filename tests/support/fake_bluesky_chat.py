"""The fake network's direct messages: one conversation, its messages, and the log of what happens in it."""

from __future__ import annotations

from collections.abc import Callable

from support.fake_bluesky_views import CAMILLE, ME, Json, person
from support.wire import Request

CONVO = "3kconvo00001"


class Refused(Exception):
    """An answer in the protocol's form for errors."""

    def __init__(self, status: int, name: str, words: str) -> None:
        super().__init__(words)
        self.status, self.name, self.words = status, name, words


class FakeChat:
    """What chat.bsky answers."""

    def __init__(self, stamp: Callable[[], str]) -> None:
        self._stamp, self._turn = stamp, 0
        self.messages: dict[str, Json] = {}
        self.log: list[Json] = []

    def say(self, text: str, by: str = CAMILLE, **more: object) -> Json:
        """A message of somebody's."""
        rev = self._rev()
        view: Json = {
            "$type": "chat.bsky.convo.defs#messageView",
            "id": f"m{rev}",
            "rev": rev,
            "text": text,
            "sender": {"did": by},
            "sentAt": self._stamp(),
            **more,
        }
        self.messages[view["id"]] = view
        self._tell("logCreateMessage", view, rev)
        return view

    def delete(self, message_id: str) -> None:
        """Its author deletes it."""
        old, rev = self.messages[message_id], self._rev()
        kept = {name: old[name] for name in ("id", "sender", "sentAt")}
        gone = {"$type": "chat.bsky.convo.defs#deletedMessageView", "rev": rev, **kept}
        self.messages[message_id] = gone
        self._tell("logDeleteMessage", gone, rev)

    def _rev(self) -> str:
        self._turn += 1
        return f"3krev{self._turn:08}"

    def _tell(self, kind: str, view: Json, rev: str) -> None:
        self.log.append({"$type": f"chat.bsky.convo.defs#{kind}", "rev": rev, "convoId": CONVO, "message": view})

    def _convo(self) -> Json:
        last = {"lastMessage": list(self.messages.values())[-1]} if self.messages else {}
        rev = self.log[-1]["rev"] if self.log else "3krev00000000"
        return {
            "id": CONVO,
            "rev": rev,
            "members": [person(ME), person(CAMILLE)],
            "muted": False,
            "unreadCount": 0,
        } | last

    def answer(self, name: str, request: Request) -> Json:
        """One method's answer."""
        if name == "listConvos":
            return {"convos": [self._convo()] if self.messages else []}
        if name in ("getConvo", "getConvoForMembers"):
            return {"convo": self._convo()}
        if name == "getLog":
            after = str(request.query("cursor") or "")
            logs = [one for one in self.log if one["rev"] > after][:5]
            return {"logs": logs, "cursor": logs[-1]["rev"] if logs else after}
        if name == "getMessages":
            return self._page(request)
        if name == "sendMessage":
            body: Json = request.form()
            assert body["convoId"] == CONVO
            return self.say(body["message"]["text"], ME, facets=body["message"].get("facets", []))
        raise Refused(501, "MethodNotImplemented", "Method Not Implemented")

    def _page(self, request: Request) -> Json:
        before = request.query("cursor")
        found = [one for one in reversed(self.messages.values()) if not before or one["id"] < before]
        return {"messages": found[:5]} | ({"cursor": found[4]["id"]} if len(found) > 5 else {})
