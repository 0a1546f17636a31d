"""The real program with the dictionaries of the system."""

from __future__ import annotations

import threading

import pytest

from scrm_desktop.spelling.checker import system_checker

pytestmark = pytest.mark.servers


def test_english_and_french_are_checked() -> None:
    checker = system_checker(None)
    try:
        assert checker.languages == {"en", "fr"}
        for language, right, wrong, better in (
            ("en", "colour", "recieve", "receive"),
            ("fr", "l’été", "bonjuor", "bonjour"),
        ):
            done = threading.Event()
            assert checker.ask(language, [right, wrong], done.set)
            assert done.wait(60)
            known = checker.verdicts(language, [right, wrong])
            assert known[right] is None
            assert better in (known[wrong] or ())
    finally:
        checker.close()
