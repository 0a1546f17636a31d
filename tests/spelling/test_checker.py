"""Words are checked in another thread, by a program that may end at any time."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrm_desktop.spelling import dictionaries
from scrm_desktop.spelling.checker import Checker
from scrm_desktop.spelling.personal import PersonalWords
from scrm_desktop.spelling.words import language_of, words

FAKE = (sys.executable, str(Path(__file__).parents[1] / "support" / "fake_hunspell.py"))


def dictionary(folder: Path, name: str, *right: str) -> None:
    (folder / f"{name}.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(right)), *right]), "utf-8")


@pytest.fixture
def checker(tmp_path: Path) -> Iterator[Checker]:
    dictionary(tmp_path, "en_GB", "parcel", "colour")
    dictionary(tmp_path, "fr", "colis", "l'été")
    made = Checker(FAKE, dictionaries.find([tmp_path]), PersonalWords(tmp_path))
    yield made
    made.close()


def asked(checker: Checker, language: str, *said: str) -> dict[str, tuple[str, ...] | None]:
    done = threading.Event()
    assert checker.ask(language, said, done.set)
    assert done.wait(20)
    return checker.verdicts(language, said)


def test_a_wrong_word_comes_with_what_it_may_have_been(checker: Checker) -> None:
    assert asked(checker, "en", "parcel", "pacrel", "zzz") == {"parcel": None, "pacrel": ("parcel",), "zzz": ()}
    assert asked(checker, "fr", "l’été", "parcel") == {"l’été": None, "parcel": ()}


def test_a_program_that_ends_switches_its_language_off_and_no_other(checker: Checker) -> None:
    assert asked(checker, "en", "breakdown") == {}
    assert checker.languages == {"fr"}
    assert not checker.ask("en", ["parcel"], lambda: None)
    assert asked(checker, "fr", "colis") == {"colis": None}


def test_a_program_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    checker = Checker([str(tmp_path / "none")], {"en": tmp_path / "en"}, PersonalWords(None))
    assert asked(checker, "en", "parcel") == {}
    assert checker.languages == frozenset()
    checker.close()


def test_my_words_are_right_and_stay(checker: Checker, tmp_path: Path) -> None:
    checker.own.add("fediverse")
    checker.own.save()
    assert checker.verdicts("en", ["fediverse", "Fediverse"]) == {"fediverse": None, "Fediverse": None}
    assert "fediverse" in PersonalWords(tmp_path)


def test_only_whole_pairs_of_files_are_dictionaries(tmp_path: Path) -> None:
    (tmp_path / "fr.dic").write_text("1\ncolis", "utf-8")
    dictionary(tmp_path, "en_ZA", "parcel")
    assert dictionaries.find([tmp_path / "none", tmp_path]) == {"en": tmp_path / "en_ZA"}
    assert dictionaries.folders({"DICPATH": str(tmp_path)})[0] == tmp_path


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ("Hello @nora@shop.example, see https://a.example/pge", ["Hello", "see"]),
        ("#sale {{customer.nam}} NASA order 12th b2b a.example/x", ["order"]),
        ("l’été, c'est-à-dire", ["l’été", "c'est", "dire"]),
    ],
)
def test_what_is_no_word_is_not_checked(text: str, checked: list[str]) -> None:
    assert [word for _, word in words(text)] == checked
    assert all(text[place : place + len(word)] == word for place, word in words(text))


def test_the_language_is_known_by_small_words() -> None:
    assert language_of("Where is the parcel that you have for me?") == "en"
    assert language_of("Je ne trouve pas le colis que vous avez pour moi") == "fr"
    assert language_of("Ok") == ""
