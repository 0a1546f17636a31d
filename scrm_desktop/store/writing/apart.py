"""Taking merged conversations apart: each gets back what it had, and what came to it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrm_desktop.store.ingest.splits import keep_placed
from scrm_desktop.store.links import relink
from scrm_desktop.store.sql import driver, execute, execute_many, fetch, fetch_dicts, ids, one

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: The columns of a conversation that people and messages change.
STATE = (
    "status",
    "assignee",
    "read_up_to",
    "done_at",
    "undecided",
    "created_at",
    "priority",
    "snoozed_until",
    "muted",
    "spam",
    "outcome",
    "run_from",
)
#: What had been in it, and every answer to that, also what came only after the merge.
_BACK = """WITH RECURSIVE back (id, account_id, remote_id) AS (
    SELECT id, account_id, remote_id FROM messages WHERE account_id = (SELECT account_id FROM conversations
        WHERE id = :go) AND remote_id IN (SELECT value FROM json_each(:remote))
    UNION
    SELECT m.id, m.account_id, m.remote_id FROM back
    JOIN messages m ON m.account_id = back.account_id AND m.in_reply_to = back.remote_id
    WHERE m.conversation_id = :keep
) """
_MOVES = (
    f"""{_BACK} UPDATE outbox SET conversation_id = :go WHERE conversation_id = :keep AND (
        id IN (SELECT value FROM json_each(:outbox))
        OR json_extract(command, '$.in_reply_to') IN (SELECT remote_id FROM back))""",
    f"{_BACK} UPDATE messages SET conversation_id = :go WHERE conversation_id = :keep AND id IN (SELECT id FROM back)",
    """UPDATE notes SET conversation_id = :go WHERE conversation_id = :keep
        AND id IN (SELECT value FROM json_each(:notes))""",
    # Of what a split had put here, this goes back as well: else it would stand elsewhere when the cache is lost.
    f"""{_BACK} UPDATE placed_messages SET conversation_id = :go WHERE EXISTS (SELECT 1 FROM back
        WHERE back.account_id = placed_messages.account_id AND back.remote_id = placed_messages.remote_id)
        AND conversation_id IN (SELECT id FROM conversations WHERE :keep IN (id, joined_into))""",
    "UPDATE conversations SET joined_into = NULL WHERE id = :go",
    """UPDATE conversations SET joined_into = :go WHERE joined_into = :keep
        AND id IN (SELECT value FROM json_each(:aliases))""",
)


def put_apart(connection: Connection, keep: int, detail: dict[str, Any]) -> None:
    """Give every part back what it had; what was decided on the whole since the merge stays with the kept one."""
    before, after = detail["before"], detail["after"]
    same_state = _state(connection, keep) == after["state"]
    for part in detail["gone"]:
        lists = {name: ids(part[name]) for name in ("outbox", "notes", "aliases")}
        values = {**lists, "remote": ids(remote_ids(connection, part)), "go": part["id"], "keep": keep}
        for statement in _MOVES:
            driver(connection).execute(statement, values)
        relink(connection, part["id"])
        if one(connection, "SELECT 1 FROM divided WHERE ? IN (one, other)", part["id"]):
            keep_placed(connection, part["id"])
        _restore(connection, part["id"], part)
        _bring_back(connection, part["drafts"])
    relink(connection, keep)
    if same_state:
        _restore(connection, keep, before)
    _unmix(connection, keep, before["drafts"], after["drafts"])


def remote_ids(connection: Connection, part: dict[str, Any]) -> list[str]:
    """The messages of a part, by the network's ids, which a cache that was filled anew still knows."""
    if "remote" in part:
        return list(part["remote"])
    # An entry of an older version names them by their numbers in the cache.
    found = fetch(
        connection, "SELECT remote_id FROM messages WHERE id IN (SELECT value FROM json_each(?))", ids(part["messages"])
    )
    return [row[0] for row in found]


def _state(connection: Connection, number: int) -> dict[str, Any]:
    (row,) = fetch_dicts(connection, f"SELECT {', '.join(STATE)} FROM conversations WHERE id = ?", number)
    return row


def _restore(connection: Connection, number: int, part: dict[str, Any]) -> None:
    sets = ", ".join(f"{name} = ?" for name in STATE)
    state = part["state"]
    execute(connection, f"UPDATE conversations SET {sets} WHERE id = ?", *(state[name] for name in STATE), number)
    execute(connection, "DELETE FROM conversation_labels WHERE conversation_id = ?", number)
    labels = [(number, label) for label in part["labels"]]
    execute_many(connection, "INSERT INTO conversation_labels VALUES (?, ?)", labels)


def _bring_back(connection: Connection, drafts: list[dict[str, Any]]) -> None:
    for draft in drafts:
        names = ", ".join(draft)
        marks = ", ".join("?" * len(draft))
        execute(connection, f"INSERT OR IGNORE INTO drafts ({names}) VALUES ({marks})", *draft.values())


def _unmix(connection: Connection, keep: int, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """A draft that nobody touched since the merge put two together is what it was; another stays as it is."""
    now = fetch_dicts(connection, "SELECT * FROM drafts WHERE conversation_id = ?", keep)
    for draft in now:
        if draft in after and draft not in before:
            execute(
                connection,
                "DELETE FROM drafts WHERE conversation_id = ? AND mode = ? AND account_id = ?",
                keep,
                draft["mode"],
                draft["account_id"],
            )
    _bring_back(connection, before if now == after else [])
