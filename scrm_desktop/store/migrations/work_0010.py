"""What people decided on who and what belongs together: conversations that were split, people who are one person.

By the networks' own ids, so that all of it holds when the cache is filled anew.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE placed_messages (
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        remote_id TEXT NOT NULL,
        conversation_id INTEGER NOT NULL REFERENCES conversations (id),
        PRIMARY KEY (account_id, remote_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX placed_messages_conversation ON placed_messages (conversation_id)",
    """CREATE TABLE divided (
        one INTEGER NOT NULL REFERENCES conversations (id),
        other INTEGER NOT NULL REFERENCES conversations (id),
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID""",
    """CREATE TABLE same_people (
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        remote_id TEXT NOT NULL,
        person INTEGER NOT NULL,
        PRIMARY KEY (account_id, remote_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX same_people_person ON same_people (person)",
    """CREATE TABLE not_same_people (
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        remote_id TEXT NOT NULL,
        other_account_id INTEGER NOT NULL REFERENCES accounts (id),
        other_remote_id TEXT NOT NULL,
        PRIMARY KEY (account_id, remote_id, other_account_id, other_remote_id)
    ) WITHOUT ROWID""",
)
