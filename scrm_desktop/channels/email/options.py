"""What a person chose for a mailbox, as the channel reads it."""

from __future__ import annotations

from scrm_desktop.channels.email import headers
from scrm_desktop.channels.email.folders import INBOX
from scrm_desktop.channels.email.normalise import Us
from scrm_desktop.domain.accounts import Account

MOST_FOLDERS = 20


def lines(value: str) -> list[str]:
    """One thing a line, each once."""
    found = [one.strip() for one in value.replace("\r", "\n").split("\n")]
    return list(dict.fromkeys(one for one in found if one))


def chosen_folders(account: Account) -> tuple[str, ...]:
    """The folders to read; the inbox where nothing was chosen."""
    found = [INBOX if one.upper() == INBOX else one for one in lines(account.option("folders"))]
    return tuple(found[:MOST_FOLDERS]) or (INBOX,)


def us_of(account: Account) -> Us:
    """Which addresses are ours."""
    named = (headers.address_of(one) for one in lines(account.option("addresses").replace(",", "\n")))
    return Us(
        address=headers.address_of(account.remote_id) or account.remote_id.lower(),
        name=headers.one_line(account.option("name"), 100),
        others=frozenset(one for one in named if one),
    )
