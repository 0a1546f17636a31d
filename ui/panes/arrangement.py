"""Where the panes stand: the conversation beside the list, below it, or in its place; and how wide each is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

PLACES = ("right", "below", "off")
_WIDTHS = (214, 880, 286)
_LIST_WIDTH, _CONVERSATION_WIDTH = 352, 528
_ONE_AT_A_TIME, _NO_CUSTOMER, _RAIL = 860, 1120, 80


class Arrangement(QObject):
    """Two splitters, one in the other, and which of their panes are shown.

    Where there is no room for two panes the list and the conversation take turns, as with ``off``. ``turned`` comes
    when they do.
    """

    turned = Signal()

    def __init__(
        self,
        columns: QSplitter,
        inner: QSplitter,
        sidebar: QWidget,
        list_: QWidget,
        conversation: QWidget,
        customer: QWidget,
        zoom: float = 1.0,
    ):
        super().__init__(columns)
        self.columns, self.inner = columns, inner
        self._sidebar, self._list = sidebar, list_
        self._conversation, self._customer = conversation, customer
        self.wanted, self._narrow, self._opened = "right", False, False
        self._sizes: dict[str, str] = {}
        # A splitter takes in whatever is made for it, in the order in which it was made.
        for number in range(2):
            inner.setCollapsible(number, False)
            inner.setStretchFactor(number, number)
        for number in range(3):
            columns.setCollapsible(number, number != 1)
            columns.setStretchFactor(number, 1 if number == 1 else 0)
        # It leaves before the others need its room, and must not keep the window wide until then.
        customer.setMinimumWidth(1)
        for splitter in (columns, self.inner):
            splitter.setHandleWidth(1)
        self._spread(zoom)

    def _spread(self, zoom: float) -> None:
        """The widths that the design drew; the conversation has what is left."""
        side, middle, card = _WIDTHS
        spare = round((side + card) * (zoom - 1))
        self.columns.setSizes([round(side * zoom), middle - spare, round(card * zoom)])
        list_ = round(_LIST_WIDTH * zoom)
        self.inner.setSizes([list_, max(1, _LIST_WIDTH + _CONVERSATION_WIDTH - spare - list_)])

    def enlarge(self, zoom: float) -> None:
        """Text has another size: the panes get the widths that go with it, and no longer those that were dragged."""
        self._sizes.pop("right", None)
        if self.place == "right":
            self._spread(zoom)

    @property
    def place(self) -> str:
        """Where the conversation stands now."""
        return "off" if self._narrow else self.wanted

    @property
    def one_at_a_time(self) -> bool:
        """Whether list and conversation take turns."""
        return self.place == "off"

    @property
    def hidden(self) -> bool:
        """Whether the conversation is out of sight."""
        return self.one_at_a_time and not self._opened

    def put(self, place: str) -> None:
        """Right, below or off."""
        self._keep_sizes()
        self.wanted = place if place in PLACES else "right"
        self._opened = False
        self._apply()

    def fit(self, width: int, zoom: float, *, card: bool = True) -> None:
        """The window has this width; text is larger by ``zoom``; with ``card`` the customer is shown where room is."""
        self._customer.setVisible(card and width >= _NO_CUSTOMER * zoom)
        # A little before the panes' own least widths, which would keep the window from getting narrower at all.
        side_by_side = sum(_least(pane) for pane in (self._sidebar, self._list, self._conversation))
        narrow = width < max(_ONE_AT_A_TIME, side_by_side / zoom + _RAIL) * zoom
        if narrow != self._narrow:
            self._keep_sizes()
            self._narrow = narrow
            self._apply()

    def open(self) -> None:
        """Show the conversation, where it takes turns with the list."""
        self._turn(True)

    def back(self) -> bool:
        """Show the list again; whether it was out of sight."""
        was = self.one_at_a_time and self._opened
        self._turn(False)
        return was

    def _turn(self, opened: bool) -> None:
        if self.one_at_a_time and self._opened != opened:
            self._opened = opened
            self._apply()

    def _apply(self) -> None:
        below = self.place == "below"
        self.inner.setOrientation(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
        self._list.setVisible(not self.one_at_a_time or not self._opened)
        self._conversation.setVisible(not self.hidden)
        kept = self._sizes.get(self.place)
        if kept:
            self.inner.restoreState(QByteArray.fromBase64(kept.encode()))
        self.turned.emit()

    def spread_list(self, wide: int) -> None:
        """So many pixels for the list, the rest for the conversation, nothing beside them."""
        room = max(self.columns.width(), 800)
        self.columns.setSizes([0, room, 0])
        self.inner.setSizes([min(wide, room - 420), max(420, room - wide)])

    # -- kept for the next start ------------------------------------------------------------------
    def _keep_sizes(self) -> None:
        if not self.one_at_a_time:
            self._sizes[self.place] = _text(self.inner.saveState())

    def state(self) -> dict[str, str]:
        """How wide everything is, for :meth:`restore`."""
        self._keep_sizes()
        return {"columns3": _text(self.columns.saveState())} | {f"inner_{at}": kept for at, kept in self._sizes.items()}

    def restore(self, kept: Mapping[str, str], place: str) -> None:
        """As it was."""
        if "columns3" in kept:
            self.columns.restoreState(QByteArray.fromBase64(kept["columns3"].encode()))
        self._sizes = {at: kept[f"inner_{at}"] for at in PLACES if f"inner_{at}" in kept}
        self.wanted = place if place in PLACES else "right"
        if self._sizes or self.wanted != "right":
            self._apply()


def _least(pane: QWidget) -> int:
    return max(pane.minimumWidth(), pane.minimumSizeHint().width())


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()
