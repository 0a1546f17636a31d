"""The published Bot API as data: what a method takes, what an object holds, and whether something keeps to it."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_FETCHER = Path(__file__).parents[2] / "packaging" / "bot_api.py"
_LENGTH = re.compile(r"(\d+)-(\d+) characters")
_RANGE = re.compile(r"[Vv]alues between (\d+)-(\d+)")
_MEMBER = re.compile(r"^ - (\w+)", re.MULTILINE)
_EMOJI = re.compile(r'alt="(&#[\d;&#]+)"')


class Wrong(ValueError):
    """Something does not keep to the schema; the text says what."""


class Schema:
    """Methods and types by name, each a dictionary of its fields."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.version: str = document["api"]["version"]
        children = [child for group in document["items"] for child in group["children"]]
        self._all = {child["name"]: child for child in children}

    def is_method(self, name: str) -> bool:
        """Whether there is such a method."""
        return name in self._all and name[0].islower()

    def fields(self, name: str) -> dict[str, dict[str, Any]]:
        """The fields of a type, or the parameters of a method."""
        return {one["name"]: one for one in self._all[name]["annotations"]}

    def reactions(self) -> set[str]:
        """The emoji that the schema lists (as pictures) for a reaction."""
        import html

        told = self.fields("ReactionTypeEmoji")["emoji"]["html_description"]
        return {html.unescape(found) for found in _EMOJI.findall(told)}

    def check_call(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        """The parameters of a call as values; Wrong where one is missing, unknown, or of another type or length."""
        known = self.fields(method)
        for name, field in known.items():
            if field["required"] and given.get(name, "") == "":
                raise Wrong(f"parameter {name} is required")
        if unknown := set(given) - set(known) - {"file"}:
            raise Wrong(f"{method} has no parameter {sorted(unknown)}")
        return {name: self._parameter(known[name], value) for name, value in given.items() if name in known}

    def _parameter(self, field: dict[str, Any], value: Any) -> Any:
        kind = field["type"]
        if isinstance(value, str) and not self._takes_text(kind):
            try:
                value = json.loads(value)
            except ValueError:
                raise Wrong(f"can't parse {field['name']}") from None
        self.check(kind, value, field["name"])
        if isinstance(value, str) and (limits := _LENGTH.search(field["description"])):
            shortest, longest = int(limits[1]), int(limits[2])
            if len(value) < shortest:
                raise Wrong("message text is empty")
            if len(value) > longest:
                what = "message caption" if field["name"] == "caption" else "message"
                raise Wrong(f"{what} is too long")
        if isinstance(value, int) and (limits := _RANGE.search(field["description"])):
            assert int(limits[1]) <= value <= int(limits[2]), f"{field['name']}: {value}"
        return value

    @staticmethod
    def _takes_text(kind: str) -> bool:
        return "String" in kind.split(" or ") or kind == "InputFile"

    def check(self, kind: str, value: Any, where: str) -> None:
        """Wrong unless the value is of the kind (``Array of Message``, ``Integer or String``, ``User``)."""
        kinds = kind.split(" or ")
        if len(kinds) > 1:
            if not any(self._fits(one, value, where) for one in kinds):
                raise Wrong(f"{where} is no {kind}")
        elif kind.startswith("Array of "):
            if not isinstance(value, list):
                raise Wrong(f"{where} is no list")
            for number, one in enumerate(value):
                self.check(kind.removeprefix("Array of "), one, f"{where}[{number}]")
        elif kind in _BASIC:
            if not isinstance(value, _BASIC[kind]) or (isinstance(value, bool) and kind not in ("Boolean", "True")):
                raise Wrong(f"{where} is no {kind}: {value!r:.60}")
        else:
            self._check_object(kind, value, where)

    def _fits(self, kind: str, value: Any, where: str) -> bool:
        try:
            self.check(kind, value, where)
        except Wrong:
            return False
        return True

    def _check_object(self, kind: str, value: Any, where: str) -> None:
        known = self.fields(kind)
        if not known:
            self._check_union(kind, value, where)
            return
        if not isinstance(value, dict):
            raise Wrong(f"{where} is no {kind}")
        for name, field in known.items():
            if field["required"] and name not in value:
                raise Wrong(f"{where} has no {name}")
        for name, inner in value.items():
            if name not in known:
                raise Wrong(f"{where} has an unknown {name}")
            self.check(known[name]["type"], inner, f"{where}.{name}")

    def _check_union(self, kind: str, value: Any, where: str) -> None:
        """A type that is any of those which its description lists (a formatted text is a string or a list too)."""
        told = self._all[kind]["description"]
        names = [name for name in _MEMBER.findall(told) if name in self._all]
        names += ["String"] if "a String" in told else []
        names += [f"Array of {kind}"] if f"Array of {kind}" in told else []
        if names and not any(self._fits(name, value, where) for name in names):
            raise Wrong(f"{where} is none of {names}")


_BASIC: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
    "True": bool,
    "InputFile": str,
}


@cache
def load() -> Schema:
    """Fetch the package if need be, and read it."""
    spec = importlib.util.spec_from_file_location("packaging_bot_api", _FETCHER)
    assert spec is not None and spec.loader is not None
    fetcher = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fetcher)
    return Schema(json.loads(fetcher.fetch().read_text(encoding="utf-8")))
