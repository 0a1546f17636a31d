"""Reads a program as a screen reader does, and works its controls; run by the system's Python, which has ``gi``.

``atspi.py tree`` prints every node that is shown; ``type NAME`` puts standard input into the text field of that name;
``press ROLE NAME`` presses what bears that role and whose name begins so.  Answers are JSON on standard output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version comes first

PROGRAM = "scrm"
STATES = {
    "focusable": Atspi.StateType.FOCUSABLE,
    "showing": Atspi.StateType.SHOWING,
    "enabled": Atspi.StateType.ENABLED,
    "selected": Atspi.StateType.SELECTED,
}


def program() -> Any:
    """The one application on this bus that is ours."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(place)
        if one is not None and PROGRAM in (one.get_name() or "").lower():
            return one
    raise SystemExit("the program is not on the bus")


def below(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """A node and everything shown below it, with the roles above; what goes away meanwhile is left out."""
    try:
        count, role = node.get_child_count(), node.get_role_name()
        yield node, path
        children = [node.get_child_at_index(place) for place in range(min(count, 400))]
    except GLib.Error:
        return
    for child in children:
        if child is not None:
            yield from below(child, (*path, role))


def told(node: Any, path: tuple[str, ...]) -> dict[str, Any]:
    """What a screen reader learns of one node."""
    have = node.get_state_set()
    actions = node.get_action_iface()
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": [name for name, state in STATES.items() if have.contains(state)],
        "text": text(node),
        "actions": [actions.get_action_name(one) for one in range(actions.get_n_actions())] if actions else [],
        "path": list(path),
    }


def text(node: Any) -> str | None:
    """The content of a text field, nothing of other nodes."""
    field = node.get_text_iface() if node.get_role_name() in ("text", "entry", "password text") else None
    return field.get_text(0, field.get_character_count()) if field else None


def tree() -> list[dict[str, Any]]:
    """Every node that is shown."""
    found = []
    for node, path in below(program()):
        try:
            one = told(node, path)
        except GLib.Error:
            continue
        if "showing" in one["states"]:
            found.append(one)
    return found


def shown(role: str, name: str) -> Any:
    """The first node of this role, shown, whose name begins so."""
    for node, _ in below(program()):
        named = node.get_role_name() == role and (node.get_name() or "").startswith(name)
        if named and node.get_state_set().contains(Atspi.StateType.SHOWING):
            return node
    raise SystemExit(f"no {role} {name!r} is shown")


def put(role: str, name: str, words: str) -> bool:
    """Write into a field as an assistive technology does."""
    field = shown(role, name).get_editable_text_iface()
    # In characters: Qt takes the length for that, and fills up with rubbish what is too much.
    return bool(field.insert_text(0, words, len(words)))


def press(role: str, name: str) -> bool:
    """Do the first of its actions that presses."""
    actions = shown(role, name).get_action_iface()
    names = [actions.get_action_name(one).lower() for one in range(actions.get_n_actions())]
    return bool(actions.do_action(names.index("press")))


def main(words: list[str]) -> None:
    """Do what is asked."""
    asked = words[0]
    if asked == "tree":
        answer: object = tree()
    elif asked == "type":
        answer = put(words[1], words[2], sys.stdin.read())
    else:
        answer = press(words[1], words[2])
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
