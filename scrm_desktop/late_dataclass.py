"""The standard ``dataclass`` for whatever a start imports: it compiles a method when that is worth it.

The standard one compiles seven methods a class when its module is imported, half a millisecond each time. A window's
start imports more than a hundred such classes and makes instances of a few, so this was the largest part of it. Here
the first instances are filled by a loop, and a comparison is compiled with its first call.
Type checkers are shown the standard one; ``fields``, ``replace``, ``asdict`` and pickling work as they do there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from inspect import get_annotations
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")
_FIRST = 8
_OWN = ("__dict__", "__weakref__", "__annotate_func__", "__annotations_cache__")
Method = Callable[..., Any]

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  # the same name: it is meant to be imported here
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False, repr: bool = True, eq: bool = True
    ) -> Callable[[type[T]], type[T]]:
        """The standard decorator's options that are used here; no ``__post_init__``, no field without ``init``."""

        def made(plain: type[T]) -> type[T]:
            annotations = get_annotations(plain)
            names = tuple(annotations)
            space = {"__annotations__": annotations, "__dataclass_fields__": _Fields(plain, kw_only)}
            space |= {"__match_args__": () if kw_only else names, **({"__slots__": names} if slots else {})}
            known = {name: value for name, value in vars(plain).items() if name not in _OWN and name not in names}
            cls = type(plain)(plain.__name__, plain.__bases__, known | space)
            cls.__qualname__ = plain.__qualname__
            defaults = {name: vars(plain).get(name, dataclasses.MISSING) for name in names}
            _equip(cls, defaults, frozen=frozen, repr=repr, eq=eq)
            return cls

        return made


class _Fields:
    """``__dataclass_fields__``, worked out by the standard library for the first who asks."""

    def __init__(self, plain: type[Any], kw_only: bool) -> None:
        self._plain, self._kw_only = plain, kw_only

    def __get__(self, _instance: object, cls: type[Any]) -> dict[str, dataclasses.Field[Any]]:
        plain = self._plain
        # Where there is none, the standard one would load ``inspect`` to write it.
        plain.__doc__ = plain.__doc__ or plain.__name__
        found = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)(plain)
        fields: dict[str, dataclasses.Field[Any]] = found.__dataclass_fields__
        cls.__dataclass_fields__ = fields
        return fields


def _equip(cls: type[Any], defaults: dict[str, Any], *, frozen: bool, repr: bool, eq: bool) -> None:
    methods: dict[str, Any] = {"__init__": _first_init(cls, defaults, frozen)}
    if repr:
        methods["__repr__"] = _repr
    if eq:
        methods["__eq__"] = _late(cls, "__eq__", lambda: _eq(cls))
        # What can change has no hash.
        methods["__hash__"] = _late(cls, "__hash__", lambda: _hash(cls)) if frozen else None
    if frozen:
        methods |= _FROZEN
    for name, method in methods.items():
        setattr(cls, name, method)


def _first_init(cls: type[Any], defaults: dict[str, Any], frozen: bool) -> Method:
    """Fills the first instances field by field; the compiled one takes over for many, and explains wrong arguments."""
    compiled = _late(cls, "__init__", lambda: _init(cls, frozen))
    left = _FIRST

    def first(self: Any, *args: Any, **values: Any) -> None:
        nonlocal left
        left -= 1
        given = dict(zip(cls.__match_args__, args, strict=False)) | values
        whole = len(given) == len(args) + len(values) and given.keys() <= defaults.keys()
        if left < 0 or not whole or not _fill(self, defaults, given):
            compiled(self, *args, **values)

    return first


def _fill(instance: Any, defaults: dict[str, Any], given: dict[str, Any]) -> bool:
    """Whether every field had a value or a default; a default is a value or what ``field`` made."""
    for name, default in defaults.items():
        value = given.get(name, default)
        if value.__class__ is dataclasses.Field:
            factory = value.default_factory
            value = value.default if factory is dataclasses.MISSING else factory()
        if value is dataclasses.MISSING:
            return False
        object.__setattr__(instance, name, value)
    return True


def _late(cls: type[Any], name: str, compiled: Callable[[], Method]) -> Method:
    """A method that makes way for the compiled one when it is first called."""

    def first(self: Any, *args: Any, **values: Any) -> Any:
        method = compiled()
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(self, *args, **values)

    return first


def _init(cls: type[Any], frozen: bool) -> Method:
    """As it would be written by hand; a frozen instance is filled past its own ``__setattr__``."""
    given: dict[str, Any] = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
    plain, named, lines = ["self"], list[str](), list[str]()
    for one in dataclasses.fields(cls):
        name = one.name
        default, value = "", name
        if one.default is not dataclasses.MISSING:
            given[f"_default_{name}"], default = one.default, f"=_default_{name}"
        elif one.default_factory is not dataclasses.MISSING:
            given[f"_make_{name}"], default = one.default_factory, "=_missing"
            value = f"_make_{name}() if {name} is _missing else {name}"
        (named if one.kw_only else plain).append(name + default)
        lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    parameters = ", ".join([*plain, *(["*", *named] if named else [])])
    return _compiled(f"def __init__({parameters}):\n" + "\n".join(lines or [" pass"]), given)


def _eq(cls: type[Any]) -> Method:
    return _compiled(
        "def __eq__(self, other):\n"
        f" if other.__class__ is self.__class__: return {_values(cls, 'self')} == {_values(cls, 'other')}\n"
        " return NotImplemented"
    )


def _hash(cls: type[Any]) -> Method:
    return _compiled(f"def __hash__(self): return hash({_values(cls, 'self')})")


def _values(cls: type[Any], of: str) -> str:
    """The tuple that decides whether two are equal, as source."""
    return "(" + "".join(f"{of}.{one.name}," for one in dataclasses.fields(cls) if one.compare) + ")"


def _compiled(source: str, given: dict[str, Any] | None = None) -> Method:
    space: dict[str, Any] = {**(given or {})}
    exec(source, space)  # noqa: S102  # made of the names of our own fields
    method: Method = space[source[4 : source.index("(")]]
    return method


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _no_setattr(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delattr(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_FROZEN: dict[str, Any] = {
    "__setattr__": _no_setattr,
    "__delattr__": _no_delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
