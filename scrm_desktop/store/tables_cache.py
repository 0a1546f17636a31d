"""What can be fetched again, as tables.

SQLAlchemy's picture of what the migrations make; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

CACHE = MetaData()


def _listed(name: str, *columns: str, where: str = "") -> Index:
    """An index for a list, in which spam never stands; a column may be followed by DESC."""
    parts = [text(column) if " " in column else column for column in columns]
    return Index(name, *parts, sqlite_where=text(f"spam = 0 AND {where}" if where else "spam = 0"))


cache_facts = Table(
    "cache_facts",
    CACHE,
    Column("key", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

contacts = Table(
    "contacts",
    CACHE,
    Column("id", Integer, primary_key=True),
)

profiles = Table(
    "profiles",
    CACHE,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("contact_id", Integer, ForeignKey("contacts.id"), nullable=False),
    Column("handle", Text, nullable=False),
    Column("display_name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("avatar_url", Text, nullable=False),
    Column("bio", Text, nullable=False),
    Column("followers", Integer),
    Column("following", Integer),
    Column("posts", Integer),
    Column("created_at", Integer),
    Column("bot", Integer, nullable=False),
    Column("extra", Text, nullable=False),
    UniqueConstraint("account_id", "remote_id"),
    Index("profiles_contact", "contact_id"),
)

messages = Table(
    "messages",
    CACHE,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("conversation_id", Integer),
    Column("profile_id", Integer, ForeignKey("profiles.id"), nullable=False),
    Column("to_profile_id", Integer, ForeignKey("profiles.id")),
    Column("own", Integer, nullable=False),
    Column("addressed", Integer, nullable=False),
    Column("live", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("edited_at", Integer),
    Column("deleted_at", Integer),
    Column("refreshed_at", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("content_warning", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("in_reply_to", Text),
    Column("in_reply_to_author", Text),
    Column("language", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("application", Text, nullable=False),
    Column("sensitive", Integer, nullable=False),
    Column("replies", Integer, nullable=False),
    Column("boosts", Integer, nullable=False),
    Column("favourites", Integer, nullable=False),
    Column("favourited", Integer, nullable=False),
    Column("boosted", Integer, nullable=False),
    Column("extra", Text, nullable=False),
    Column("attachments_mark", Integer, nullable=False),
    UniqueConstraint("account_id", "remote_id"),
    Index(
        "messages_conversation", "conversation_id", "created_at", "id", sqlite_where=text("conversation_id IS NOT NULL")
    ),
    Index(
        "messages_addressed",
        "conversation_id",
        "created_at",
        "live",
        "addressed",
        "deleted_at",
        sqlite_where=text("addressed = 1 AND deleted_at IS NULL"),
    ),
    Index(
        "messages_own",
        "conversation_id",
        "created_at",
        "live",
        "own",
        "deleted_at",
        sqlite_where=text("own = 1 AND deleted_at IS NULL AND conversation_id IS NOT NULL"),
    ),
    Index("messages_parent", "account_id", "in_reply_to", sqlite_where=text("in_reply_to IS NOT NULL")),
    Index("messages_profile", "profile_id", "created_at"),
    Index(
        "messages_language",
        "language",
        "conversation_id",
        sqlite_where=text("addressed = 1 AND deleted_at IS NULL AND language <> ''"),
    ),
    Index(
        "messages_attachment",
        "conversation_id",
        sqlite_where=text("attachments_mark <> 0 AND own = 0 AND deleted_at IS NULL"),
    ),
    Index(
        "messages_link",
        "conversation_id",
        sqlite_where=text("instr(text, '://') > 0 AND own = 0 AND deleted_at IS NULL"),
    ),
    Index(
        "messages_poll",
        "conversation_id",
        sqlite_where=text("instr(extra, '\"poll\"\\:') > 0 AND own = 0 AND deleted_at IS NULL"),
    ),
)

message_versions = Table(
    "message_versions",
    CACHE,
    Column("message_id", Integer, ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Integer, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("content_warning", Text, primary_key=True),
    sqlite_with_rowid=False,
)

attachments = Table(
    "attachments",
    CACHE,
    Column("message_id", Integer, ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("remote_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("preview_url", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("size", Integer),
    sqlite_with_rowid=False,
)

tombstones = Table(
    "tombstones",
    CACHE,
    Column("account_id", Integer, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

context_links = Table(
    "context_links",
    CACHE,
    Column("conversation_id", Integer, primary_key=True),
    Column("message_id", Integer, ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Index("context_links_message", "message_id"),
    sqlite_with_rowid=False,
)

engagement = Table(
    "engagement",
    CACHE,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("profile_id", Integer, ForeignKey("profiles.id"), nullable=False),
    Column("message_remote_id", Text),
    Column("at", Integer, nullable=False),
    UniqueConstraint("account_id", "remote_id"),
    Index("engagement_profile", "profile_id", "kind"),
)

inbox = Table(
    "inbox",
    CACHE,
    Column("conversation_id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("profile_id", Integer, nullable=False),
    Column("last_text", Text, nullable=False),
    Column("last_own", Integer, nullable=False),
    Column("last_at", Integer, nullable=False),
    Column("waiting_since", Integer),
    Column("queue", Integer, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("assignee", Text),
    Column("labels", Text, nullable=False),
    Column("pending", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("priority", Integer, nullable=False, server_default=text("0")),
    Column("snoozed_until", Integer),
    Column("muted", Integer, nullable=False, server_default=text("0")),
    Column("spam", Integer, nullable=False, server_default=text("0")),
    Column("outcome", Text, nullable=False, server_default=text("''")),
    # What a condition of an index is about stands in it as well: else SQLite looks each row up to check it again.
    _listed("inbox_newest", "last_at", "conversation_id", "spam"),
    _listed("inbox_queue", "queue", "conversation_id", "spam"),
    _listed("inbox_status_newest", "status", "last_at", "conversation_id", "spam"),
    _listed("inbox_status_queue", "status", "queue", "conversation_id", "spam"),
    _listed("inbox_account_newest", "account_id", "last_at", "conversation_id", "spam"),
    _listed("inbox_waiting", "waiting_since", "conversation_id", "spam", where="waiting_since IS NOT NULL"),
    _listed(
        "inbox_waiting_newest",
        "last_at",
        "conversation_id",
        "waiting_since",
        "spam",
        where="waiting_since IS NOT NULL",
    ),
    _listed("inbox_unread", "last_at", "conversation_id", "unread", "spam", where="unread > 0"),
    _listed("inbox_assignee", "assignee", "last_at", "conversation_id", "spam", where="assignee IS NOT NULL"),
    _listed("inbox_priority", "priority DESC", "queue", "conversation_id", "spam"),
    _listed("inbox_status_priority", "status", "priority DESC", "queue", "conversation_id", "spam"),
    _listed(
        "inbox_waiting_priority",
        "priority DESC",
        "queue",
        "conversation_id",
        "waiting_since",
        "spam",
        where="waiting_since IS NOT NULL",
    ),
    Index("inbox_outbox", "last_at", "conversation_id", sqlite_where=text("pending + failed > 0")),
    Index("inbox_spam", "last_at", "conversation_id", "spam", sqlite_where=text("spam = 1")),
    Index("inbox_profile", "profile_id", "last_at"),
)

tallies = Table(
    "tallies",
    CACHE,
    Column("name", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

cursors = Table(
    "cursors",
    CACHE,
    Column("account_id", Integer, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("way", Text, primary_key=True),
    Column("cursor", Text, nullable=False),
    sqlite_with_rowid=False,
)

coverage = Table(
    "coverage",
    CACHE,
    Column("account_id", Integer, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("since", Integer),
    Column("until", Integer),
    Column("finished", Integer, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_with_rowid=False,
)

coverage_gaps = Table(
    "coverage_gaps",
    CACHE,
    Column("account_id", Integer, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

poison = Table(
    "poison",
    CACHE,
    Column("account_id", Integer, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("raw", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
