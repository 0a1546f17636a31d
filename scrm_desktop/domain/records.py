"""Records that are made by the thousand: immutable to whoever checks the types, quick to make."""

from __future__ import annotations

from typing import TypeVar, dataclass_transform

from scrm_desktop.late_dataclass import dataclass

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A dataclass of keyword arguments, with slots and equality.

    mypy and pyright refuse assignments as they do for ``dataclass(frozen=True)``. At run time nothing does: refusing
    there means that each field is set by a call, which is most of the time that understanding a message would take.
    """
    return dataclass(slots=True, kw_only=True)(cls)
