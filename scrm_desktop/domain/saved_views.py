"""Saved views: queries with a name, in an order that people choose; each change is a whole new list, and undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrm_desktop.late_dataclass import dataclass

if TYPE_CHECKING:
    from scrm_desktop.domain.views import Sort

Views = tuple["SavedView", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query in its stored (English) form under a name; ``id`` 0 is not stored yet, ``colour`` may be empty."""

    name: str
    query: str
    sort: Sort
    id: int = 0
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeViews:
    """Let the saved views be exactly these, in this order; its inverse is what stood before."""

    views: Views
    what: str = ""


def with_view(views: Views, view: SavedView) -> ArrangeViews:
    """One more at the end, or the one of the same id changed in its place."""
    if any(one.id == view.id for one in views) and view.id:
        return ArrangeViews(views=tuple(view if one.id == view.id else one for one in views), what="view_changed")
    return ArrangeViews(views=(*views, replace(view, id=0)), what="view_added")


def without_view(views: Views, view_id: int) -> ArrangeViews:
    """All but this one."""
    return ArrangeViews(views=tuple(one for one in views if one.id != view_id), what="view_removed")


def moved(views: Views, view_id: int, by: int) -> ArrangeViews:
    """One of them so many places further down (negative: up), kept inside the list."""
    order = list(views)
    place = next((number for number, one in enumerate(order) if one.id == view_id), None)
    if place is not None:
        view = order.pop(place)
        order.insert(min(max(place + by, 0), len(order)), view)
    return ArrangeViews(views=tuple(order), what="views_moved")
