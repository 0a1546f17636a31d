"""Dataclasses to JSON and back, by their annotations: enough for the world file, and strict about it."""

from __future__ import annotations

import dataclasses
import types
from datetime import datetime
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_hints: dict[type, dict[str, Any]] = {}


def pack(value: object) -> Any:
    """What ``json.dumps`` takes; datetimes become ISO text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: pack(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [pack(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: pack(item) for key, item in cast("dict[str, object]", value).items()}
    return value


def unpack(kind: type[T], value: object) -> T:
    """The dataclass that ``pack`` was given; ValueError where the data has another shape."""
    made: T = _unpack(kind, value)
    return made


def _unpack(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _unpack(next(arg for arg in get_args(kind) if arg is not type(None)), value)
    if origin is list:
        return [_unpack(get_args(kind)[0], item) for item in _of(list, value)]
    if origin is tuple:
        return tuple(_unpack(arg, item) for arg, item in zip(get_args(kind), _of(list, value), strict=True))
    if origin is dict:
        return {key: _unpack(get_args(kind)[1], item) for key, item in _of(dict, value).items()}
    if kind is datetime:
        return datetime.fromisoformat(_of(str, value))
    if dataclasses.is_dataclass(kind):
        return _unpack_dataclass(kind, _of(dict, value))
    if kind is float:
        return float(_of((int, float), value))
    return _of(kind, value)


def _unpack_dataclass(kind: Any, value: dict[str, Any]) -> Any:
    if kind not in _hints:
        _hints[kind] = get_type_hints(kind)
    hints = _hints[kind]
    unknown = value.keys() - hints.keys()
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _unpack(hints[name], item) for name, item in value.items()})


def _of(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{kind} was expected, not {type(value).__name__}")
    return value
