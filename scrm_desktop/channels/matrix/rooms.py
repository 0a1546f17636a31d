"""What is known of the rooms, asked once a session: who is in them, and which are private chats."""

from __future__ import annotations

from urllib.parse import quote

from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.matrix.api import Api
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.normalise import Room, Us, profile
from scrm_desktop.channels.matrix.places import room_path
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.errors import Forbidden, Gone

MOST_ROOMS = 2000


class Rooms:
    """Rooms by their ids; what changed is forgotten and asked for again."""

    def __init__(self, api: Api, us: Us) -> None:
        self._api, self._us = api, us
        self._known: dict[str, Room] = {}
        self._direct: dict[str, list[str]] | None = None
        self._encrypted: set[str] = set()

    async def room(self, room_id: str) -> Room:
        """A room that we are or were in."""
        if room_id not in self._known:
            if len(self._known) >= MOST_ROOMS:
                self._known.clear()
            self._known[room_id] = await self._asked(room_id)
        return self._known[room_id]

    async def _asked(self, room_id: str) -> Room:
        try:
            found = fields.obj((await self._api.get(room_path(room_id, "joined_members"))).get("joined"))
        except (Forbidden, Gone):  # we left it: what was said there can be read all the same
            found = {}
        people = {user: _person(user, told) for user, told in found.items() if fields.user({"id": user}, "id")}
        await self._private()
        return self._made(room_id, people)

    def _made(self, room_id: str, people: dict[str, RemoteProfile]) -> Room:
        """A room with these people; two are a private chat, whatever it is marked as."""
        direct = any(room_id in rooms for rooms in (self._direct or {}).values())
        others = tuple(sorted(user for user in people if user != self._us.user))
        return Room(id=room_id, direct=direct or 0 < len(people) <= 2, others=others, people=people)

    async def private_with(self, user: str) -> str | None:
        """The private chat with somebody, where there is one that both are in."""
        for room_id in (await self._private()).get(user, []):
            if user in (await self.room(room_id)).others:
                return room_id
        return next((one.id for one in self._known.values() if one.direct and one.others == (user,)), None)

    async def _private(self) -> dict[str, list[str]]:
        """The rooms that are marked as private chats, by the person."""
        if self._direct is None:
            path = f"_matrix/client/v3/user/{quote(self._us.user, safe='')}/account_data/m.direct"
            try:
                self._set_direct(await self._api.get(path))
            except Gone:  # nothing is marked
                self._direct = {}
        return self._direct or {}

    def _set_direct(self, told: Object) -> None:
        self._direct = {
            user: [room for one in fields.items(rooms, 200) if (room := fields.room({"id": one}, "id"))]
            for user, rooms in list(told.items())[:MOST_ROOMS]
        }

    async def is_encrypted(self, room_id: str) -> bool:
        """Whether what is said there is encrypted; once it is, it is for good."""
        if room_id in self._encrypted:
            return True
        try:
            told = await self._api.get(room_path(room_id, "state", "m.room.encryption", ""))
        except Gone:
            return False
        if told:
            self._encrypted.add(room_id)
        return bool(told)

    def learn(self, room_id: str, told: list[Json]) -> None:
        """Who came, left or has another name now; a large room is not asked for again because of one person."""
        known = self._known.get(room_id)
        members = [one for one in map(fields.obj, told) if one.get("type") == "m.room.member"]
        if known is None or not members:
            return
        people = dict(known.people)
        for one in members:
            user, said = fields.user(one, "state_key"), fields.obj(one.get("content"))
            if said.get("membership") == "join" and user:
                people[user] = _person(user, said)
            else:
                people.pop(user, None)
        self._known[room_id] = self._made(room_id, people)

    def learn_direct(self, told: list[Json]) -> None:
        """The same for the account's own notes."""
        for one in told:
            source = fields.obj(one)
            if source.get("type") == "m.direct":
                self._set_direct(fields.obj(source.get("content")))
                self._known.clear()


def _person(user: str, told: Json) -> RemoteProfile:
    source = fields.obj(told)
    name = fields.line(source, "display_name") or fields.line(source, "displayname")
    return profile(user, name, fields.text(source, "avatar_url", 600))
