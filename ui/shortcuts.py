"""The keys of the window's actions, as the person has them: kept in the settings, given to the actions."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui import keys
from ui.actions import EVERY, Actions
from ui.preferences import Preferences


class Shortcuts(QObject):
    """Follows the settings: whoever changes them there changes the keys at once."""

    def __init__(self, actions: Actions, preferences: Preferences) -> None:
        super().__init__(actions)
        self._actions, self._preferences = actions, preferences
        self.defaults: keys.Keys = {spec.id: spec.keys for spec in EVERY}
        preferences.changed.connect(self._changed)
        if self.changed or not preferences.settings.letters:
            self._apply()

    @property
    def changed(self) -> keys.Keys:
        """What the person chose instead of the table's keys."""
        return keys.read(self._preferences.settings.keys, self.defaults)

    @property
    def every(self) -> keys.Keys:
        """The keys of each action, also those of one letter that are switched off."""
        return keys.effective(self.defaults, self.changed, letters=True)

    def owner(self, key: str, *, but: str = "") -> str | None:
        """The action that has this key already."""
        return keys.owner(self.every, key, but=but)

    def give(self, name: str, held: tuple[str, ...]) -> None:
        """These keys for this action; they are taken from whichever has them."""
        wanted = {keys.canonical(key) for key in held}
        chosen = self.changed
        for other, theirs in self.every.items():
            left = tuple(key for key in theirs if keys.canonical(key) not in wanted)
            if other != name and left != theirs:
                chosen[other] = left
        chosen[name] = held[: keys.MOST]
        self._keep(chosen)

    def reset(self, name: str) -> None:
        """The table's keys again for this action; those that another has meanwhile are taken back."""
        self.give(name, self.defaults[name])

    def reset_all(self) -> None:
        """The table's keys again."""
        self._keep({})

    def _keep(self, chosen: keys.Keys) -> None:
        kept = {name: held for name, held in chosen.items() if held != self.defaults.get(name)}
        self._preferences.set("keys", keys.write(kept))

    def _changed(self, name: str) -> None:
        if name in ("keys", "letters"):
            self._apply()

    def _apply(self) -> None:
        letters = self._preferences.settings.letters
        self._actions.use(keys.effective(self.defaults, self.changed, letters=letters))
