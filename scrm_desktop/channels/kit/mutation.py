"""Raw items as a network should never send them: one of its own, with some of it wrong."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any, TypeGuard

JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 2**70, "", " ", "x", "\u202e\u2067\ufeff", "👩‍👩‍👧" * 9, "a" * 5000,
    "<b>&lt;</b><script>",
    "2026-13-45T99:99:99Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "NaN", "-1", "1e999", "https://[",
    "javascript:alert(1)", "http://127.0.0.1/", "../..", "%00", "@", "@@a@b@c", [], {}, [[]], [None], {"id": None},
    {"id": {}}, [{"id": "1"}] * 3,
)  # fmt: skip
_BYTES = (b"", b"\x00", b"\xff\xfe", b"\r\n\r\n", b"<", b"&#xD800;", b"=?utf-8?q?=", b"]]>", b"{", b'"', b"-" * 2000)


def mutate(sample: Any, random: Random) -> Any:
    """A copy of the sample with one to four things wrong; bytes and text stay what they are."""
    if isinstance(sample, bytes):
        return _bytes(sample, random)
    if isinstance(sample, str):
        return _bytes(sample.encode(), random).decode("utf-8", "replace")
    holder = [copy.deepcopy(sample)]
    for _ in range(random.randint(1, 4)):
        _spoil(holder, random)
    return holder[0]


def mangle(body: bytes, random: Random) -> bytes:
    """The body of an answer, spoilt: within its JSON if it is some, else somewhere in its bytes."""
    try:
        found = json.loads(body)
    except ValueError:
        return _bytes(body, random)
    return json.dumps(mutate(found, random)).encode() if isinstance(found, list | dict) else _bytes(body, random)


def _spoil(holder: list[Any], random: Random) -> None:
    """Replace, remove, double or add something, anywhere in it."""
    container, key = random.choice(_places(holder))
    kind = random.choice(("replace", "replace", "replace", "remove", "swap", "add"))
    junk = copy.deepcopy(random.choice(JUNK))
    if kind == "remove" and container is not holder:
        del container[key]
    elif kind == "swap":
        other, place = random.choice(_places(holder))
        container[key] = copy.deepcopy(other[place])
    elif kind == "add" and isinstance(container[key], dict):
        container[key][str(random.choice(("id", "type", "", "x")))] = junk
    elif kind == "add" and isinstance(container[key], list):
        container[key].append(junk)
    else:
        container[key] = junk


def _places(holder: list[Any]) -> list[tuple[Any, Any]]:
    """Every place in a document, as what holds it and the key there."""
    places: list[tuple[Any, Any]] = [(holder, 0)]
    for container, key in places:
        value: Any = container[key]
        if _is_object(value):
            places += [(value, name) for name in value]
        elif _is_list(value):
            places += [(value, index) for index in range(len(value))]
        if len(places) > 2000:
            break
    return places


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 1, 2, 8, 200)))
        kind = random.choice(("cut", "put", "double", "shorten"))
        if kind == "cut":
            data = data[:start] + data[end:]
        elif kind == "put":
            data = data[:start] + random.choice(_BYTES) + data[end:]
        elif kind == "double":
            data = data[:end] + data[start:]
        else:
            data = data[:end]
    return data
