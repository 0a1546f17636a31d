"""What we do without words: likes, reposts, deleting, muting, blocking, hiding answers, reporting."""

from __future__ import annotations

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.chatting import ChatId
from scrm_desktop.channels.bluesky.normalise import Us, root
from scrm_desktop.channels.bluesky.posts import Posts
from scrm_desktop.channels.bluesky.records import BLOCK, GATE, LIKE, POST, REPOST, Address, key_for
from scrm_desktop.channels.bluesky.typical import NO_QUEUE, NO_REACTIONS
from scrm_desktop.channels.bluesky.writing import NOT_KNOWN
from scrm_desktop.channels.bluesky.xrpc import Xrpc, now
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import Deed, DoDeed, Outcome, ReportPerson
from scrm_desktop.errors import Gone, Rejected, Unsupported

NOT_OURS = "Only what stands under a post of yours can be hidden."
TOO_MANY_HIDDEN = "Bluesky hides at most 300 answers under one post."
ONLY_FOR_US = "Bluesky deletes a direct message only for yourself: the other person keeps it."
ONLY_OURS = "Only your own posts can be deleted."
NOBODY = "This is nobody on Bluesky."
MOST_HIDDEN = 300
LONGEST_REASON = 1900
_ON_POSTS = {
    Deed.FAVOURITE: (LIKE, "like"),
    Deed.UNFAVOURITE: (LIKE, "like"),
    Deed.BOOST: (REPOST, "repost"),
    Deed.UNBOOST: (REPOST, "repost"),
}
_UNDOES = frozenset({Deed.UNFAVOURITE, Deed.UNBOOST, Deed.UNBLOCK})
_REASONS = {"spam": "reasonSpam", "violation": "reasonViolation"}


class Doer:
    """Does the deeds of one account; each may be done twice."""

    def __init__(self, xrpc: Xrpc, posts: Posts, us: Us) -> None:
        self._xrpc, self._posts, self._us = xrpc, posts, us

    async def do(self, command: DoDeed) -> Outcome:
        """Do it."""
        match command.deed:
            case Deed.DELETE:
                await self._delete_post(command.target)
            case Deed.FAVOURITE | Deed.UNFAVOURITE | Deed.BOOST | Deed.UNBOOST:
                await self._mark(command)
            case Deed.MUTE | Deed.UNMUTE:
                name = "muteActor" if command.deed is Deed.MUTE else "unmuteActor"
                await self._xrpc.post(f"app.bsky.graph.{name}", {"actor": _person(command.target)})
            case Deed.BLOCK | Deed.UNBLOCK:
                await self._block(command)
            case Deed.HIDE | Deed.UNHIDE:
                await self._hide(command)
            case Deed.REACT | Deed.UNREACT:
                raise Unsupported(NO_REACTIONS)
            case _:
                raise Unsupported(NO_QUEUE)
        return Outcome(remote_id=command.target)

    async def done(self, command: DoDeed) -> Outcome | None:
        """Whether a deletion took effect; all else is simply done again."""
        where = Address.read(command.target)
        if command.deed is not Deed.DELETE or where is None or await self._posts.record(where) is not None:
            return None
        return Outcome(remote_id=command.target)

    async def report(self, command: ReportPerson) -> Outcome:
        """Tell the network's moderators of a post, or of the person where there is none."""
        where = next((one for one in command.message_ids if Address.read(one)), None)
        view = (await self._posts.views([where])).get(where) if where else None
        subject: Json = {"$type": "com.atproto.admin.defs#repoRef", "did": _person(command.profile_id)}
        if where and view is not None:
            subject = {"$type": "com.atproto.repo.strongRef", "uri": where, "cid": fields.word(view, "cid")}
        others = [one for one in command.message_ids if one != where and Address.read(one)]
        body: dict[str, Json] = {
            "reasonType": f"com.atproto.moderation.defs#{_REASONS.get(command.category, 'reasonOther')}",
            "subject": subject,
            "reason": "\n".join([command.comment, *others])[:LONGEST_REASON],
        }
        made = await self._xrpc.post("com.atproto.moderation.createReport", body)
        return Outcome(remote_id=str(fields.number(made, "id")))

    # -- records of ours ----------------------------------------------------------------------------
    async def _delete_post(self, target: str) -> None:
        if ChatId.read(target) is not None:
            raise Unsupported(ONLY_FOR_US)
        where = _post(target)
        if where.repo != self._us.did:
            raise Unsupported(ONLY_OURS)
        await self._delete(where)

    async def _mark(self, command: DoDeed) -> None:
        """A like or a repost is a record of ours; one made elsewhere has a key that the network tells."""
        collection, name = _ON_POSTS[command.deed]
        where = _post(command.target)
        view = (await self._posts.views([str(where)])).get(str(where))
        if view is None:
            raise Gone("", host=self._xrpc.host, reason="")
        told = Address.read(fields.word(fields.obj(view.get("viewer")), name))
        ours = Address(self._us.did, collection, key_for(f"{collection} {where}"))
        if command.deed in _UNDOES:
            await self._delete_both(ours, told)
        elif told is None:
            subject: Json = {"uri": str(where), "cid": fields.word(view, "cid")}
            await self._put(ours, {"subject": subject})

    async def _block(self, command: DoDeed) -> None:
        did = _person(command.target)
        found = await self._xrpc.get("app.bsky.actor.getProfile", [("actor", did)])
        told = Address.read(fields.word(fields.obj(found.get("viewer")), "blocking"))
        ours = Address(self._us.did, BLOCK, key_for(f"{BLOCK} {did}"))
        if command.deed in _UNDOES:
            await self._delete_both(ours, told)
        elif told is None:
            await self._put(ours, {"subject": did})

    async def _delete_both(self, ours: Address, told: Address | None) -> None:
        await self._delete(ours)
        if told is not None and told != ours and told.repo == self._us.did and told.collection == ours.collection:
            await self._delete(told)

    async def _put(self, where: Address, value: dict[str, Json], swap: str | None = "") -> None:
        """Write a record; ``swap``: only if the version before is this one (``None``: if there was none)."""
        record: Json = {"$type": where.collection, "createdAt": now(), **value}
        body: dict[str, Json] = {
            "repo": where.repo,
            "collection": where.collection,
            "rkey": where.key,
            "record": record,
        }
        await self._xrpc.post("com.atproto.repo.putRecord", body | ({} if swap == "" else {"swapRecord": swap}))

    async def _delete(self, where: Address) -> None:
        """What is not there is deleted."""
        body: dict[str, Json] = {"repo": where.repo, "collection": where.collection, "rkey": where.key}
        try:
            await self._xrpc.post("com.atproto.repo.deleteRecord", body)
        except Gone:
            return

    # -- answers under our posts --------------------------------------------------------------------
    async def _hide(self, command: DoDeed) -> None:
        """Hidden answers stand in a record beside the post that their thread began with."""
        where = _post(command.target)
        view = (await self._posts.views([str(where)])).get(str(where))
        if view is None:
            raise Gone("", host=self._xrpc.host, reason="")
        began = root(fields.obj(view.get("record")))
        if began is None or began.repo != self._us.did:
            raise Unsupported(NOT_OURS)
        gate = Address(self._us.did, GATE, began.key)
        kept = await self._posts.record(gate)
        value = fields.obj(kept.get("value")) if kept is not None else {"post": str(began)}
        hidden = [one for one in fields.items(value.get("hiddenReplies"), MOST_HIDDEN) if one != str(where)]
        if command.deed is Deed.HIDE:
            hidden.append(str(where))
        if len(hidden) > MOST_HIDDEN:
            raise Rejected(TOO_MANY_HIDDEN, host=self._xrpc.host, reason=TOO_MANY_HIDDEN)
        if hidden != fields.items(value.get("hiddenReplies")) and (kept is not None or hidden):
            version = fields.word(kept, "cid") if kept is not None else None
            await self._put(gate, {**value, "hiddenReplies": hidden}, swap=version or None)


def _post(target: str) -> Address:
    where = Address.read(target)
    if where is None or where.collection != POST:
        raise Unsupported(NOT_KNOWN)
    return where


def _person(target: str) -> str:
    if not fields.did({"did": target}):
        raise Unsupported(NOBODY)
    return target
