"""Reading standard input: a token or a text."""

from __future__ import annotations

import sys

from scrm_desktop.cli.result import WrongUse

LARGEST = 1024 * 1024


def read_text(what: str) -> str:
    """Everything on standard input as text; WrongUse where there is nothing, too much, or no UTF-8.

    It blocks on purpose, and comes before anything runs: in a thread it would outlive Ctrl+C.
    """
    if sys.stdin is None:
        raise WrongUse(f"Standard input is closed; it should give {what}.")
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise WrongUse(f"Standard input can't be read; it should give {what}.") from error
    if len(data) > LARGEST:
        raise WrongUse(f"Standard input gives more than {LARGEST} bytes for {what}.")
    try:
        text: str = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(f"Standard input is not UTF-8; it should give {what}.") from error
    if not text.strip():
        raise WrongUse(f"Standard input is empty; it should give {what}.")
    return text
