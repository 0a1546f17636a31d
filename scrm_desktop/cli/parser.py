"""The command line's grammar."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from scrm_desktop import __version__
from scrm_desktop.cli.output import say_json
from scrm_desktop.cli.result import WRONG_USE, WrongUse, error_document
from scrm_desktop.domain.triage import Status

STATUSES = tuple(str(status) for status in Status)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Parser(argparse.ArgumentParser):
    """argparse, which leaves with 2 on wrong use, and tells it as a document too where that was asked for."""

    def error(self, message: str) -> NoReturn:
        if "--json" in sys.argv[1:]:
            say_json(error_document(WrongUse(message)))
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: {message}\n")


Add = Callable[[str, str], Parser]


def make_parser() -> Parser:
    """All commands; ``--profile`` and ``--json`` may stand before the command or after it."""
    parser = Parser(prog="scrm-sync", description="SCRM Desktop without a window.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"SCRM Desktop {__version__}")
    _common(parser, absent=None)
    add = _adder(parser, "command", "COMMAND")
    _accounts(add)
    _network(add)
    _reading(add)
    _acting(add)
    _canned(add)
    return parser


def _adder(parser: Parser, dest: str, metavar: str) -> Add:
    commands = parser.add_subparsers(dest=dest, required=True, metavar=metavar)

    def add(name: str, help: str) -> Parser:
        made = commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        _common(made, absent=argparse.SUPPRESS)
        return made

    return add


def _common(parser: Parser, *, absent: str | None) -> None:
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", default=absent, help="the profile folder (default: the platform's)"
    )
    parser.add_argument(
        "--json", action="store_true", default=absent or False, help="one JSON document on standard output"
    )


def _accounts(add: Add) -> None:
    account = add("account", "our own accounts on the networks")
    inner = _adder(account, "what", "add|list|remove")
    connect = inner("add", "connect an account; its access token or password is read from standard input")
    connect.add_argument("channel", help="the network, for example mastodon")
    connect.add_argument("--server", type=server_url, metavar="URL", help="for example https://social.example")
    connect.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="an answer to what the network's login asks"
    )
    inner("list", "the connected accounts and how they fare")
    remove = inner("remove", "revoke the login and forget it; what people wrote stays")
    remove.add_argument("id", type=number, metavar="ID")
    remove.add_argument("--forget-history", action="store_true", help="also remove its messages from this computer")


def _network(add: Add) -> None:
    sync = add("sync", "read everything new and send what waits, once, for all accounts")
    sync.add_argument("--since", type=number, metavar="DAYS", help="also read history back so many days")
    add("watch", "read and send until Ctrl+C or SIGTERM; one line for each message that arrives")


def _reading(add: Add) -> None:
    inbox = add("inbox", "conversations, newest first")
    inbox.add_argument("--status", choices=(*STATUSES, "spam", "all"), help="default: open; with --query: all")
    inbox.add_argument("--query", metavar="TEXT", help="only those that a query finds (docs/query.md)")
    inbox.add_argument("--limit", type=number, default=200, metavar="N", help="at most so many (default: 200)")
    show = add("show", "the messages of a conversation, oldest first")
    show.add_argument("id", type=number, metavar="ID")
    outbox = add("outbox", "what waits, failed or is unconfirmed")
    outbox.add_argument("--all", action="store_true", help="also what was sent or cancelled")
    add("coverage", "what is stored of each stream, and where a gap is")
    add("doctor", "what is installed, reachable, locked or broken, and what to do about it")


def _acting(add: Add) -> None:
    reply = add("reply", "answer a conversation; the text is read from standard input")
    reply.add_argument("id", type=number, metavar="ID")
    reply.add_argument("--direct", action="store_true", help="in private, to the customer alone")
    reply.add_argument("--at", metavar="WHEN", help='send it then, for example "tomorrow 9:00" or "in 2 h"')
    reply.add_argument("--wait", type=seconds, default=0.0, metavar="SECONDS", help="wait so long for the result")
    status = add("status", "open a conversation or put it away")
    status.add_argument("id", type=number, metavar="ID")
    status.add_argument("status", choices=STATUSES)
    status.add_argument("--until", metavar="WHEN", help='of a snooze, for example "tomorrow 9:00" or "in 2 h"')
    note = add("note", "write an internal note; the text is read from standard input")
    note.add_argument("id", type=number, metavar="ID")


def _canned(add: Add) -> None:
    canned = add("canned", "the house's canned responses")
    inner = _adder(canned, "what", "list|import|export")
    inner("list", "all canned responses, by category and name")
    bring = inner("import", "read a CSV file: what is new is added, what has another text is changed")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="only say what would happen; nothing is written")
    take = inner("export", "write all of them to a CSV file")
    take.add_argument("file", type=Path, metavar="FILE")


def number(text: str) -> int:
    """A whole number from 1 on, short enough for a database."""
    if not text.isascii() or not text.isdecimal() or len(text) > 18 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def seconds(text: str) -> float:
    """A time from 0 seconds to a day."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 86400")
    return value


def server_url(text: str) -> str:
    """``https://host[:port]`` without a trailing slash; a bare host gets https; plain http only for loopback."""
    address = text.strip().removesuffix("/")
    if "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a server's address: {error}") from error
    if not host or parts.scheme not in {"http", "https"} or parts.path or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"{text!r} is not a server's address, such as https://social.example")
    if "@" in parts.netloc:
        raise argparse.ArgumentTypeError("an address with a user's name or password in it is not accepted")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise argparse.ArgumentTypeError("plain http is accepted for this computer only; use https")
    return address
