"""The network's things as the JSON that Mastodon would send; addresses are made anew for each server's port."""

from __future__ import annotations

from datetime import UTC, datetime

from scrm_desktop.practice import markup
from scrm_desktop.practice.api.request import Json
from scrm_desktop.practice.emoji import EMOJI, shortcodes
from scrm_desktop.practice.model import Media, Notice, Person, Poll, Status, Version
from scrm_desktop.practice.network import DOMAIN, OWN_ID, Network


def iso(at: datetime) -> str:
    """UTC with milliseconds and a Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class Entities:
    """Makes JSON of a network's things; ``base`` is the server's address without a trailing slash."""

    def __init__(self, network: Network, base: str) -> None:
        self._network = network
        self.base = base

    # -- people -------------------------------------------------------------------------------------
    def account(self, person: Person) -> Json:
        """An Account."""
        picture = f"{self.base}/avatars/{person.id}.png"
        return {
            "id": person.id,
            "username": person.username,
            "acct": person.acct,
            "display_name": person.name,
            "locked": False,
            "bot": person.bot,
            "discoverable": True,
            "indexable": False,
            "group": False,
            "created_at": person.joined.strftime("%Y-%m-%dT00:00:00.000Z"),
            "note": self._html(person.bio),
            "url": self.profile_url(person),
            "uri": f"https://{person.domain or DOMAIN}/users/{person.username}",
            "avatar": picture,
            "avatar_static": picture,
            "header": f"{self.base}/headers/missing.png",
            "header_static": f"{self.base}/headers/missing.png",
            "followers_count": person.followers,
            "following_count": person.following,
            "statuses_count": person.posts,
            "last_status_at": None,
            "hide_collections": None,
            "noindex": False,
            "emojis": self._emojis(f"{person.name} {person.bio}"),
            "roles": [],
            "fields": [
                {"name": name, "value": self._html(value), "verified_at": None} for name, value in person.fields
            ],
        }

    def own_account(self) -> Json:
        """A CredentialAccount."""
        own = self._network.own
        source: Json = {
            "privacy": "public",
            "sensitive": False,
            "language": own.language,
            "note": own.bio,
            "fields": [],
        }
        role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
        return {**self.account(own), "source": {**source, "follow_requests_count": 0}, "role": role}

    def profile_url(self, person: Person) -> str:
        """Where a browser shows somebody."""
        return f"{self.base}/@{person.acct}"

    def relationship(self, person_id: str) -> Json:
        """A Relationship of ours."""
        world = self._network.world
        return {
            "id": person_id,
            "following": person_id in world.following,
            "showing_reblogs": person_id in world.following,
            "notifying": False,
            "languages": None,
            "followed_by": person_id in world.followers,
            "blocking": person_id in world.blocked,
            "blocked_by": False,
            "muting": person_id in world.muted,
            "muting_notifications": person_id in world.muted,
            "requested": False,
            "requested_by": False,
            "domain_blocking": False,
            "endorsed": False,
            "note": "",
        }

    # -- posts --------------------------------------------------------------------------------------
    def status(self, status: Status) -> Json:
        """A Status."""
        author = self._network.people[status.author]
        parent = self._network.statuses.get(status.in_reply_to)
        url = f"{self.profile_url(author)}/{status.id}"
        return {
            "id": status.id,
            "created_at": iso(status.created_at),
            "in_reply_to_id": status.in_reply_to or None,
            "in_reply_to_account_id": parent.author if parent else None,
            "sensitive": status.sensitive,
            "spoiler_text": status.warning,
            "visibility": status.visibility,
            "language": status.language or None,
            "uri": f"https://{author.domain or DOMAIN}/users/{author.username}/statuses/{status.id}",
            "url": url,
            "replies_count": len(self._network.replies(status.id)),
            "reblogs_count": len(status.reblogged_by) + status.extra_boosts,
            "favourites_count": len(status.favourited_by) + status.extra_favourites,
            "quotes_count": 0,
            "edited_at": iso(status.edited_at) if status.edited_at else None,
            "favourited": OWN_ID in status.favourited_by,
            "reblogged": OWN_ID in status.reblogged_by,
            "muted": author.id in self._network.world.muted,
            "bookmarked": False,
            "pinned": False,
            "content": self._html(status.text),
            "filtered": [],
            "reblog": None,
            "application": {"name": status.application, "website": None} if status.application else None,
            "account": self.account(author),
            "media_attachments": [self.attachment(self._network.media[item]) for item in status.media],
            "mentions": [self._mention(self._network.people[item]) for item in status.mentions],
            "tags": [
                {"name": tag.lower(), "url": f"{self.base}/tags/{tag.lower()}"} for tag in markup.hashtags(status.text)
            ],
            "emojis": self._emojis(f"{status.text} {status.warning}"),
            "card": None,
            "poll": self.poll(status) if status.poll else None,
        }

    def history(self, status: Status) -> list[Json]:
        """All versions of a post, oldest first."""
        last = Version(
            text=status.text, warning=status.warning, at=status.edited_at or status.created_at, media=status.media
        )
        account = self.account(self._network.people[status.author])
        return [
            {
                "content": self._html(version.text),
                "spoiler_text": version.warning,
                "sensitive": status.sensitive,
                "created_at": iso(version.at),
                "account": account,
                "media_attachments": [self.attachment(self._network.media[item]) for item in version.media],
                "emojis": self._emojis(version.text),
            }
            for version in [*status.versions, last]
        ]

    def attachment(self, media: Media, *, ready: bool = True) -> Json:
        """A MediaAttachment; ``url`` is null while the server still works on it."""
        url = f"{self.base}/media/{media.id}"
        size = {"width": media.width, "height": media.height, "size": f"{media.width}x{media.height}"}
        known = bool(media.width and media.height)
        return {
            "id": media.id,
            "type": media.mime.split("/")[0] if media.mime.split("/")[0] in ("image", "video", "audio") else "unknown",
            "url": url if ready else None,
            "preview_url": url if ready else None,
            "remote_url": None,
            "preview_remote_url": None,
            "text_url": None,
            "meta": {"original": {**size, "aspect": media.width / media.height}} if known else {},
            "description": media.description or None,
            "blurhash": None,
        }

    def poll(self, status: Status) -> Json:
        """The Poll of a post."""
        poll = status.poll or Poll(options=[], votes=[], expires_at=status.created_at)
        return {
            "id": status.id,
            "expires_at": iso(poll.expires_at),
            "expired": poll.expires_at <= self._network.now(),
            "multiple": poll.multiple,
            "votes_count": sum(poll.votes),
            "voters_count": sum(poll.votes),
            "voted": False,
            "own_votes": [],
            "options": [
                {"title": title, "votes_count": votes} for title, votes in zip(poll.options, poll.votes, strict=True)
            ],
            "emojis": [],
        }

    # -- notifications ------------------------------------------------------------------------------
    def notice(self, notice: Notice) -> Json:
        """A Notification."""
        made: Json = {
            "id": notice.id,
            "type": notice.kind,
            "created_at": iso(notice.at),
            "group_key": f"ungrouped-{notice.id}",
            "account": self.account(self._network.people[notice.person]),
        }
        status = self._network.statuses.get(notice.status)
        if status is not None:
            made["status"] = self.status(status)
        return made

    def conversation(self, last: Status) -> Json:
        """A Conversation, by its last message."""
        others = dict.fromkeys(item for item in (last.author, *last.mentions) if item != OWN_ID)
        read = int(self._network.world.read.get(last.root, "0"))
        return {
            "id": last.root,
            "unread": last.author != OWN_ID and int(last.id) > read,
            "accounts": [self.account(self._network.people[item]) for item in others],
            "last_status": self.status(last),
        }

    # -- inner --------------------------------------------------------------------------------------
    def _mention(self, person: Person) -> Json:
        url = self.profile_url(person)
        return {"id": person.id, "username": person.username, "acct": person.acct, "url": url}

    def _html(self, text: str) -> str:
        return markup.to_html(text, self._resolve, self.base)

    def _resolve(self, username: str, domain: str) -> tuple[str, str] | None:
        person = self._network.find(username, domain)
        return (person.username, self.profile_url(person)) if person else None

    def _emojis(self, text: str) -> list[Json]:
        return [
            {
                "shortcode": code,
                "url": f"{self.base}/emoji/{code}.png",
                "static_url": f"{self.base}/emoji/{code}.png",
                "visible_in_picker": True,
            }
            for code in shortcodes(text)
            if code in EMOJI
        ]
