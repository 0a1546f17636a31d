"""``--query``: understood, or refused with the place where it went wrong."""

from __future__ import annotations

from scrm_desktop.cli.result import WrongUse
from scrm_desktop.domain.query import Names, Node, Problem, parse, unknown_names
from scrm_desktop.service import Service


def understood(typed: str) -> Node:
    """The tree of a query. WrongUse tells all that is wrong with it."""
    found = parse(typed)
    if found.problems:
        raise WrongUse(" ".join(_placed(typed, one) for one in found.problems))
    return found.node


def _placed(typed: str, one: Problem) -> str:
    return f"At character {one.start + 1} ({typed[one.start : one.end][:40]}): {one.message}"


async def check_names(node: Node, service: Service) -> None:
    """WrongUse for a label, account or channel that is not there."""
    accounts = [view.account for view in await service.accounts()]
    names = Names(
        labels=[label.name for label in await service.labels()],
        accounts=[(one.handle, one.display_name) for one in accounts],
        channels=[info.name for info in service.channels()],
    )
    problems = unknown_names(node, names)
    if problems:
        raise WrongUse(" ".join(one.message for one in problems))
