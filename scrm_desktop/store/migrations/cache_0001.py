"""What can be fetched again: the first schema."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "CREATE TABLE cache_facts (key TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL)",
    "INSERT INTO cache_facts (key, value) VALUES ('indexed_up_to', 0)",
    "CREATE TABLE contacts (id INTEGER NOT NULL PRIMARY KEY)",
    """CREATE TABLE profiles (
        id INTEGER NOT NULL PRIMARY KEY,
        account_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        contact_id INTEGER NOT NULL REFERENCES contacts (id),
        handle TEXT NOT NULL,
        display_name TEXT NOT NULL,
        url TEXT NOT NULL,
        avatar_url TEXT NOT NULL,
        bio TEXT NOT NULL,
        followers INTEGER,
        following INTEGER,
        posts INTEGER,
        created_at INTEGER,
        bot INTEGER NOT NULL,
        extra TEXT NOT NULL,
        UNIQUE (account_id, remote_id)
    )""",
    "CREATE INDEX profiles_contact ON profiles (contact_id)",
    """CREATE TABLE messages (
        id INTEGER NOT NULL PRIMARY KEY,
        account_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        conversation_id INTEGER,
        profile_id INTEGER NOT NULL REFERENCES profiles (id),
        to_profile_id INTEGER REFERENCES profiles (id),
        own INTEGER NOT NULL,
        addressed INTEGER NOT NULL,
        live INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        edited_at INTEGER,
        deleted_at INTEGER,
        refreshed_at INTEGER NOT NULL,
        text TEXT NOT NULL,
        content_warning TEXT NOT NULL,
        visibility TEXT NOT NULL,
        in_reply_to TEXT,
        in_reply_to_author TEXT,
        language TEXT NOT NULL,
        url TEXT NOT NULL,
        application TEXT NOT NULL,
        sensitive INTEGER NOT NULL,
        replies INTEGER NOT NULL,
        boosts INTEGER NOT NULL,
        favourites INTEGER NOT NULL,
        favourited INTEGER NOT NULL,
        boosted INTEGER NOT NULL,
        extra TEXT NOT NULL,
        attachments_mark INTEGER NOT NULL,
        UNIQUE (account_id, remote_id)
    )""",
    "CREATE INDEX messages_conversation ON messages (conversation_id, created_at, id)"
    " WHERE conversation_id IS NOT NULL",
    "CREATE INDEX messages_addressed ON messages (conversation_id, created_at, live, addressed, deleted_at)"
    " WHERE addressed = 1 AND deleted_at IS NULL",
    "CREATE INDEX messages_own ON messages (conversation_id, created_at, live, own, deleted_at)"
    " WHERE own = 1 AND deleted_at IS NULL AND conversation_id IS NOT NULL",
    "CREATE INDEX messages_parent ON messages (account_id, in_reply_to) WHERE in_reply_to IS NOT NULL",
    "CREATE INDEX messages_profile ON messages (profile_id, created_at)",
    """CREATE TABLE message_versions (
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        text TEXT NOT NULL,
        content_warning TEXT NOT NULL,
        PRIMARY KEY (message_id, at, text, content_warning)
    ) WITHOUT ROWID""",
    """CREATE TABLE attachments (
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        preview_url TEXT NOT NULL,
        description TEXT NOT NULL,
        mime TEXT NOT NULL,
        width INTEGER,
        height INTEGER,
        size INTEGER,
        PRIMARY KEY (message_id, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE tombstones (
        account_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (account_id, remote_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE context_links (
        conversation_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        PRIMARY KEY (conversation_id, message_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX context_links_message ON context_links (message_id)",
    """CREATE TABLE engagement (
        id INTEGER NOT NULL PRIMARY KEY,
        account_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        profile_id INTEGER NOT NULL REFERENCES profiles (id),
        message_remote_id TEXT,
        at INTEGER NOT NULL,
        UNIQUE (account_id, remote_id)
    )""",
    "CREATE INDEX engagement_profile ON engagement (profile_id, kind)",
    """CREATE TABLE inbox (
        conversation_id INTEGER NOT NULL PRIMARY KEY,
        account_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        visibility TEXT NOT NULL,
        profile_id INTEGER NOT NULL,
        last_text TEXT NOT NULL,
        last_own INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        waiting_since INTEGER,
        queue INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        status TEXT NOT NULL,
        assignee TEXT,
        labels TEXT NOT NULL,
        pending INTEGER NOT NULL,
        failed INTEGER NOT NULL
    )""",
    "CREATE INDEX inbox_newest ON inbox (last_at, conversation_id)",
    "CREATE INDEX inbox_queue ON inbox (queue, conversation_id)",
    "CREATE INDEX inbox_status_newest ON inbox (status, last_at, conversation_id)",
    "CREATE INDEX inbox_status_queue ON inbox (status, queue, conversation_id)",
    "CREATE INDEX inbox_account_newest ON inbox (account_id, last_at, conversation_id)",
    "CREATE INDEX inbox_waiting ON inbox (waiting_since, conversation_id) WHERE waiting_since IS NOT NULL",
    "CREATE INDEX inbox_waiting_newest ON inbox (last_at, conversation_id, waiting_since)"
    " WHERE waiting_since IS NOT NULL",
    "CREATE INDEX inbox_unread ON inbox (last_at, conversation_id, unread) WHERE unread > 0",
    "CREATE INDEX inbox_assignee ON inbox (assignee, last_at, conversation_id) WHERE assignee IS NOT NULL",
    "CREATE INDEX inbox_outbox ON inbox (last_at, conversation_id) WHERE pending + failed > 0",
    "CREATE INDEX inbox_profile ON inbox (profile_id, last_at)",
    """CREATE TABLE tallies (
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (name, key)
    ) WITHOUT ROWID""",
    """CREATE TABLE cursors (
        account_id INTEGER NOT NULL,
        stream TEXT NOT NULL,
        way TEXT NOT NULL,
        cursor TEXT NOT NULL,
        PRIMARY KEY (account_id, stream, way)
    ) WITHOUT ROWID""",
    """CREATE TABLE coverage (
        account_id INTEGER NOT NULL,
        stream TEXT NOT NULL,
        since INTEGER,
        until INTEGER,
        finished INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (account_id, stream)
    ) WITHOUT ROWID""",
    """CREATE TABLE coverage_gaps (
        account_id INTEGER NOT NULL,
        stream TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (account_id, stream, start)
    ) WITHOUT ROWID""",
    """CREATE TABLE poison (
        account_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        raw TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (account_id, remote_id)
    ) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE message_fts USING fts5 (
        text, content_warning, content='messages', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE profile_fts USING fts5 (
        display_name, handle, tokenize='unicode61 remove_diacritics 2'
    )""",
)
