"""Keeps PySide6 from compiling, at each start, the modules with which it explains wrong calls and writes stubs.

They come as source inside its library, a hundred kilobytes that no cache of Python keeps compiled: half of what
``import PySide6`` takes. Here they are compiled when somebody looks into them: a wrong call is explained as ever.
"""

from __future__ import annotations

import builtins
import contextlib
import sys
from collections.abc import Generator
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, cast

_WITHIN = "shibokensupport.signature"
_LATE = frozenset(
    f"{_WITHIN}.{name}" for name in ("mapping", "parser", "layout", "errorhandler", "lib.enum_sig", "lib.pyi_generator")
)
#: What the library takes out of a module's dictionary itself, where no ``__getattr__`` is asked.
_TAKEN = {f"{_WITHIN}.mapping": "update_mapping"}


class _Late(ModuleType):
    """A module whose code runs at the first look into it, in its own dictionary: then it is an ordinary one."""

    def __init__(self, name: str, importer: Any) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, importer)
        taken = _TAKEN.get(name)
        if taken:
            vars(self)[taken] = partial(self._take, taken)

    def _take(self, name: str) -> Any:
        return self.__getattr__(name)()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        load(self)
        return getattr(self, name)


def load(module: ModuleType) -> None:
    """Run its code, if that has not been done."""
    if isinstance(module, _Late):
        module.__class__ = cast(Any, ModuleType)
        spec = module.__spec__
        assert spec is not None
        # PySide6 has given it another name meanwhile, under which its importer does not know it.
        module.__spec__ = ModuleSpec(module.__name__, spec.loader)
        _run(module, spec.loader)
        module.__spec__ = spec


def _run(module: ModuleType, importer: Any) -> None:
    vars(module).pop(_TAKEN.get(module.__name__, ""), None)
    importer.exec_module(module)


def load_all() -> None:
    """Whatever was not looked into yet."""
    for name in sorted(_LATE):
        module = sys.modules.get(name)
        if module is not None:
            load(module)


@contextlib.contextmanager
def put_off() -> Generator[None]:
    """While PySide6 is imported within, those modules are put off; afterwards Python's own import is back."""
    own = builtins.__import__

    def importing(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith(_WITHIN) and name in sys.modules:
            for one in more.get("fromlist", args[2] if len(args) > 2 else ()) or ():
                _place(name, one)
        return own(name, *args, **more)

    builtins.__import__ = importing
    try:
        yield
    finally:
        builtins.__import__ = own


def _place(package: str, name: str) -> None:
    whole = f"{package}.{name}"
    if whole not in _LATE or whole in sys.modules:
        return
    importer: Any = sys.modules[package].__loader__
    if hasattr(importer, "find_spec") and importer.find_spec(whole, None) is not None:
        sys.modules[whole] = _Late(whole, importer)
        setattr(sys.modules[package], name, sys.modules[whole])
