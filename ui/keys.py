"""Which keys an action has: the table's, or what the person chose instead; and what may not be given twice.

Keys are in Qt's portable notation. A key that is one character and no ASCII letter or digit (``/``, ``?``, ``é``) is
a *sign*: it is matched by the text that a keyboard produces, since layouts reach it by different keys and modifiers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Mod = Qt.KeyboardModifier
_NOT_FOR_TYPING = _Mod.MetaModifier | _Mod.ControlModifier | _Mod.AltModifier
_TYPING = (_Mod.NoModifier, _Mod.ControlModifier | _Mod.AltModifier)
Keys = dict[str, tuple[str, ...]]
MOST = 4
"""So many keys an action has at most."""

#: What the digit row of a French keyboard gives without Shift, where no other default needs it.
_AZERTY = {"1": "&", "2": "É", "3": '"', "0": "À"}


def is_single(key: str) -> bool:
    """Whether it is pressed without Ctrl, Alt or Meta: a letter, a digit or a sign."""
    return len(key) == 1


def is_sign(key: str) -> bool:
    """Whether it is matched by the text that is produced, not by the key."""
    return len(key) == 1 and not (key.isascii() and key.isalnum())


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key press produced a letter, a digit or a sign, as typing does."""
    # AltGr comes as Ctrl with Alt where it is told at all.
    held = event.modifiers() & _NOT_FOR_TYPING
    return held in _TYPING and event.text().isprintable() and bool(event.text().strip())


def told(key: str) -> str:
    """The key as people write it on this system."""
    return key if is_sign(key) else QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def effective(
    defaults: Mapping[str, tuple[str, ...]], changed: Mapping[str, tuple[str, ...]], *, letters: bool
) -> Keys:
    """The keys of each action, in order; without ``letters`` only those with a modifier or a function key."""
    chosen = {name: changed.get(name, keys) for name, keys in defaults.items()}
    return {name: tuple(key for key in keys if letters or not is_single(key)) for name, keys in chosen.items()}


def owner(keys: Mapping[str, tuple[str, ...]], key: str, *, but: str = "") -> str | None:
    """The action that has this key already."""
    wanted = canonical(key)
    return next(
        (name for name, held in keys.items() if name != but and wanted in {canonical(one) for one in held}), None
    )


def canonical(key: str) -> str:
    """One spelling for keys that are the same."""
    return key if is_sign(key) else QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def with_twins(keys: Keys) -> Keys:
    """The same with the unshifted digit row of French keyboards: Ctrl+1 is pressed as Ctrl+& there."""
    taken = {canonical(one) for held in keys.values() for one in held}
    made: Keys = {}
    for name, held in keys.items():
        twins = [f"Ctrl+{_AZERTY[key[-1]]}" for key in held if key[:-1] == "Ctrl+" and key[-1] in _AZERTY]
        made[name] = (*held, *(twin for twin in twins if canonical(twin) not in taken))
    return made


def read(kept: str, known: Iterable[str]) -> Keys:
    """What was changed, out of the settings; what can't be read or is not known any more is left out."""
    try:
        loaded: object = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(loaded, dict):
        return {}
    names = set(known)
    found = cast("dict[str, object]", loaded)
    lists = {name: cast("list[object]", value) for name, value in found.items() if isinstance(value, list)}
    return {name: _strings(value) for name, value in lists.items() if name in names}


def write(changed: Mapping[str, tuple[str, ...]]) -> str:
    """For the settings."""
    return json.dumps({name: list(keys) for name, keys in changed.items()}, ensure_ascii=False) if changed else ""


def _strings(listed: list[object]) -> tuple[str, ...]:
    return tuple(one for one in listed if isinstance(one, str) and one)[:MOST]
