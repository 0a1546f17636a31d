"""Every text of the window is translated, and what is compiled is what was written."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from ui import error_texts, text, translations

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
BIN = Path(sys.executable).parent


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    # Our own file, not a stranger's.
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def gaps(words: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%n", words))


def test_no_text_of_the_code_is_missing(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    files = [str(file) for file in sorted((ROOT / "ui").rglob("*.py"))]
    command = [str(BIN / "pyside6-lupdate"), "-locations", "none", "-target-language", "fr", *files, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    missing = set(messages(fresh)) ^ set(messages(FOLDER / "scrm_fr.ts"))
    assert not missing, "run packaging/translations.sh and translate what is new"


def test_every_text_is_translated_with_its_gaps() -> None:
    for (context, source), message in messages(FOLDER / "scrm_fr.ts").items():
        found = message.find("translation")
        assert found is not None
        assert found.get("type") is None, (context, source)
        forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
        for form in forms:
            assert form.strip(), (context, source)
            assert gaps(form) <= gaps(source), (context, source)
            assert {gap for gap in gaps(source) if gap != "%n"} <= gaps(form), (context, source)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_compiled_is_what_is_written(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    command = [str(BIN / "pyside6-lrelease"), "-silent", str(FOLDER / f"scrm_{language}.ts"), "-qm", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == (FOLDER / f"scrm_{language}.qm").read_bytes(), "run packaging/translations.sh --compile"


@pytest.fixture
def french(qapp: QApplication) -> object:
    before = QLocale()
    installed = translations.install(qapp, "fr")
    yield installed
    translations.remove(qapp)
    QLocale.setDefault(before)


def test_the_window_speaks_french(french: str) -> None:
    assert french == "fr"
    assert QCoreApplication.translate("Views", "Needs reply") == "À répondre"
    assert QCoreApplication.translate("StatusBar", "%n channel(s) in sync", "", 2) == "2 canaux à jour"
    assert text.number(18400).replace("\u202f", " ").replace("\xa0", " ") == "18 400"
    words = error_texts.sentence("The text has 612 characters; this server takes 500.")
    assert words == "Le texte compte 612 caractères\xa0; ce serveur en accepte 500."


def test_english_plurals_are_english(qapp: QApplication) -> None:
    translations.install(qapp, "en")
    try:
        assert QCoreApplication.translate("StatusBar", "%n channel(s) in sync", "", 1) == "1 channel in sync"
        assert QCoreApplication.translate("StatusBar", "%n channel(s) in sync", "", 3) == "3 channels in sync"
    finally:
        translations.remove(qapp)
