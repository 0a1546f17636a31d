"""What people wrote and decided: the first schema."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "INSERT INTO settings (key, value) VALUES ('profile_id', lower(hex(randomblob(16))))",
    """CREATE TABLE accounts (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        channel TEXT NOT NULL,
        server TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        display_name TEXT NOT NULL,
        connected_at INTEGER NOT NULL,
        practice INTEGER NOT NULL,
        removed_at INTEGER,
        UNIQUE (channel, server, remote_id)
    )""",
    """CREATE TABLE conversations (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        key TEXT NOT NULL,
        joined_into INTEGER REFERENCES conversations (id),
        status TEXT NOT NULL,
        assignee TEXT,
        read_up_to INTEGER,
        done_at INTEGER,
        undecided INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (account_id, key)
    )""",
    "CREATE INDEX conversations_joined ON conversations (joined_into) WHERE joined_into IS NOT NULL",
    """CREATE TABLE labels (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT COLLATE NOCASE NOT NULL UNIQUE,
        colour TEXT NOT NULL
    )""",
    """CREATE TABLE conversation_labels (
        conversation_id INTEGER NOT NULL REFERENCES conversations (id),
        label_id INTEGER NOT NULL REFERENCES labels (id),
        PRIMARY KEY (conversation_id, label_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX conversation_labels_label ON conversation_labels (label_id, conversation_id)",
    """CREATE TABLE notes (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        conversation_id INTEGER NOT NULL REFERENCES conversations (id),
        text TEXT NOT NULL,
        actor TEXT NOT NULL,
        at INTEGER NOT NULL,
        removed_at INTEGER
    )""",
    "CREATE INDEX notes_conversation ON notes (conversation_id, at)",
    """CREATE TABLE drafts (
        conversation_id INTEGER NOT NULL REFERENCES conversations (id),
        mode TEXT NOT NULL,
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        text TEXT NOT NULL,
        content_warning TEXT NOT NULL,
        media TEXT NOT NULL,
        answers TEXT,
        token TEXT NOT NULL,
        saved_at INTEGER NOT NULL,
        PRIMARY KEY (conversation_id, mode, account_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE outbox (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        conversation_id INTEGER REFERENCES conversations (id),
        kind TEXT NOT NULL,
        command TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        tries INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        seen_up_to INTEGER,
        not_before INTEGER,
        fence_id TEXT,
        fence_at INTEGER,
        remote_id TEXT NOT NULL,
        error_code TEXT NOT NULL,
        error TEXT NOT NULL,
        actor TEXT NOT NULL
    )""",
    "CREATE INDEX outbox_unfinished ON outbox (account_id, state, id) WHERE state NOT IN ('sent', 'cancelled')",
    "CREATE INDEX outbox_conversation ON outbox (conversation_id, id) WHERE conversation_id IS NOT NULL",
    "CREATE INDEX outbox_remote ON outbox (account_id, remote_id) WHERE remote_id <> ''",
    """CREATE TABLE events (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        account_id INTEGER,
        conversation_id INTEGER,
        detail TEXT NOT NULL
    )""",
    "CREATE INDEX events_conversation ON events (conversation_id, at) WHERE conversation_id IS NOT NULL",
    """CREATE TRIGGER events_never_change BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END""",
    """CREATE TRIGGER events_never_go BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END""",
)
