"""The domain's frozen dataclasses as JSON and back: only classes named here, and nothing is ever executed."""

from __future__ import annotations

from array import array
from dataclasses import fields
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from scrm_desktop.domain import accounts, commands, likeness, messages, saved_views, triage, views

_KIND = "~"
_MODULES: tuple[ModuleType, ...] = (accounts, commands, likeness, messages, saved_views, triage, views)
_CLASSES: dict[str, type] = {
    name: found
    for module in _MODULES
    for name, found in vars(module).items()
    if isinstance(found, type)
    and found.__module__ == module.__name__
    # ``is_dataclass`` would have the fields of each worked out; a start reads only some of these classes.
    and ("__dataclass_fields__" in vars(found) or issubclass(found, Enum))
}


def pack(value: object) -> Any:
    """Something that json.dumps takes. Raises TypeError for what is not of the domain."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, tuple | list):
        return [pack(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, datetime):
        return {_KIND: "time", "at": value.isoformat()}
    if isinstance(value, array):
        return {_KIND: "ids", "ids": cast("array[int]", value).tolist()}
    if isinstance(value, Path):
        return {_KIND: "path", "path": str(value)}
    name = type(value).__name__
    if name not in _CLASSES:
        raise TypeError(f"{name} is not of the domain")
    if isinstance(value, Enum):
        return {_KIND: name, "value": value.value}
    return {_KIND: name, **{one.name: pack(getattr(value, one.name)) for one in fields(cast(Any, value))}}


def unpack(found: Any) -> Any:
    """The value again; sequences come back as tuples. KeyError, TypeError or ValueError for anything else."""
    if isinstance(found, list):
        return tuple(unpack(one) for one in cast("list[object]", found))
    if not isinstance(found, dict):
        return found
    whole = cast("dict[str, Any]", found)
    kind = whole[_KIND]
    if kind == "time":
        return datetime.fromisoformat(whole["at"])
    if kind == "ids":
        return array("q", whole["ids"])
    if kind == "path":
        return Path(whole["path"])
    made = _CLASSES[kind]
    if issubclass(made, Enum):
        return made(whole["value"])
    return made(**{name: unpack(value) for name, value in whole.items() if name != _KIND})
