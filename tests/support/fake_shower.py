"""A notification service in memory: keeps what it was asked to show, and lets a test press and answer."""

from __future__ import annotations

from ui.notifying.card import Card, NotShown, Shower


class FakeShower(Shower):
    """``cards`` are those that stand; ``all`` is every card that was ever shown, in order."""

    def __init__(self, *, broken: bool = False) -> None:
        super().__init__()
        self.broken = broken
        self.cards: dict[int, Card] = {}
        self.all: list[Card] = []
        self.left = False

    async def show_card(self, card: Card, *, replaces: int = 0) -> int:
        if self.broken:
            raise NotShown("broken")
        number = replaces if replaces in self.cards else len(self.all) + 1
        self.cards[number] = card
        self.all.append(card)
        return number

    async def close_card(self, number: int) -> None:
        self.cards.pop(number, None)

    async def leave(self) -> None:
        self.left = True
