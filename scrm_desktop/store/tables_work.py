"""What people wrote and decided, as tables.

SQLAlchemy's picture of what the migrations make; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

WORK = MetaData()

settings = Table(
    "settings",
    WORK,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

accounts = Table(
    "accounts",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("server", Text, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("display_name", Text, nullable=False),
    Column("connected_at", Integer, nullable=False),
    Column("practice", Integer, nullable=False),
    Column("removed_at", Integer),
    Column("options", Text, nullable=False, server_default=text("'[]'")),
    UniqueConstraint("channel", "server", "remote_id"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("joined_into", Integer, ForeignKey("conversations.id")),
    Column("status", Text, nullable=False),
    Column("assignee", Text),
    Column("read_up_to", Integer),
    Column("done_at", Integer),
    Column("undecided", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("priority", Integer, nullable=False, server_default=text("0")),
    Column("snoozed_until", Integer),
    Column("muted", Integer, nullable=False, server_default=text("0")),
    Column("spam", Integer, nullable=False, server_default=text("0")),
    Column("outcome", Text, nullable=False, server_default=text("''")),
    Column("run_from", Integer),
    UniqueConstraint("account_id", "key"),
    Index("conversations_joined", "joined_into", sqlite_where=text("joined_into IS NOT NULL")),
    Index("conversations_due", "snoozed_until", sqlite_where=text("snoozed_until IS NOT NULL")),
    sqlite_autoincrement=True,
)

labels = Table(
    "labels",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("name", Text(collation="NOCASE"), nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    sqlite_autoincrement=True,
)

conversation_labels = Table(
    "conversation_labels",
    WORK,
    Column("conversation_id", Integer, ForeignKey("conversations.id"), primary_key=True),
    Column("label_id", Integer, ForeignKey("labels.id"), primary_key=True),
    Index("conversation_labels_label", "label_id", "conversation_id"),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", Integer, ForeignKey("conversations.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("removed_at", Integer),
    Index("notes_conversation", "conversation_id", "at"),
    sqlite_autoincrement=True,
)

drafts = Table(
    "drafts",
    WORK,
    Column("conversation_id", Integer, ForeignKey("conversations.id"), primary_key=True),
    Column("mode", Text, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("content_warning", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("answers", Text),
    Column("token", Text, nullable=False),
    Column("saved_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

outbox = Table(
    "outbox",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("conversation_id", Integer, ForeignKey("conversations.id")),
    Column("kind", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("seen_up_to", Integer),
    Column("not_before", Integer),
    Column("fence_id", Text),
    Column("fence_at", Integer),
    Column("remote_id", Text, nullable=False),
    Column("error_code", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("wanted_at", Integer),
    Column("follows", Integer, ForeignKey("outbox.id")),
    Column("undo_until", Integer),
    Column("stop_if_news", Integer, nullable=False, server_default=text("0")),
    Column("scheduled_at", Integer),
    Index("outbox_unfinished", "account_id", "state", "id", sqlite_where=text("state NOT IN ('sent', 'cancelled')")),
    Index("outbox_conversation", "conversation_id", "id", sqlite_where=text("conversation_id IS NOT NULL")),
    Index("outbox_remote", "account_id", "remote_id", sqlite_where=text("remote_id <> ''")),
    Index("outbox_follows", "follows", sqlite_where=text("follows IS NOT NULL")),
    Index(
        "outbox_scheduled",
        "conversation_id",
        sqlite_where=text("scheduled_at IS NOT NULL AND state NOT IN ('sent', 'cancelled')"),
    ),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("account_id", Integer),
    Column("conversation_id", Integer),
    Column("detail", Text, nullable=False),
    Index("events_conversation", "conversation_id", "at", sqlite_where=text("conversation_id IS NOT NULL")),
    sqlite_autoincrement=True,
)

event_members = Table(
    "event_members",
    WORK,
    Column("conversation_id", Integer, primary_key=True),
    Column("event_id", Integer, primary_key=True),
    Column("before", Text, nullable=False),
    Column("what", Text, nullable=False),
    sqlite_with_rowid=False,
)

saved_views = Table(
    "saved_views",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("colour", Text, nullable=False),
    sqlite_autoincrement=True,
)
canned = Table(
    "canned",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("name", Text(collation="NOCASE"), nullable=False),
    Column("category", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("shortcut", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("used_at", Integer),
    Column("removed_at", Integer),
    Index("canned_name", "name", "language", unique=True, sqlite_where=text("removed_at IS NULL")),
    sqlite_autoincrement=True,
)

macros = Table(
    "macros",
    WORK,
    Column("id", Integer, primary_key=True),
    Column("name", Text(collation="NOCASE"), nullable=False),
    Column("steps", Text, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("used_at", Integer),
    Column("removed_at", Integer),
    Index("macros_name", "name", unique=True, sqlite_where=text("removed_at IS NULL")),
    sqlite_autoincrement=True,
)

signatures = Table(
    "signatures",
    WORK,
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

#: Messages that a split put into a conversation, and those that came into its parts since.
placed_messages = Table(
    "placed_messages",
    WORK,
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("conversation_id", Integer, ForeignKey("conversations.id"), nullable=False),
    Index("placed_messages_conversation", "conversation_id"),
    sqlite_with_rowid=False,
)

#: Pairs of conversations that a person split, and that the network therefore can't make one again.
divided = Table(
    "divided",
    WORK,
    Column("one", Integer, ForeignKey("conversations.id"), primary_key=True),
    Column("other", Integer, ForeignKey("conversations.id"), primary_key=True),
    sqlite_with_rowid=False,
)

#: Profiles with one number are one person.
same_people = Table(
    "same_people",
    WORK,
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("person", Integer, nullable=False),
    Index("same_people_person", "person"),
    sqlite_with_rowid=False,
)

#: Pairs of profiles that somebody said are two people, in both directions: nobody is asked about them again.
not_same_people = Table(
    "not_same_people",
    WORK,
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("other_account_id", Integer, ForeignKey("accounts.id"), primary_key=True),
    Column("other_remote_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
