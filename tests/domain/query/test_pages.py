"""The pages that describe the language name all of it, and everything that they show is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scrm_desktop.domain.query import parse
from scrm_desktop.domain.query.fields import FIELDS, shown

ROOT = Path(__file__).parents[3]
PAGES = {"en": ROOT / "docs" / "query.md", "fr": ROOT / "docs" / "fr" / "requetes.md"}
#: Fields that say the same as others are told on the English page only.
ONLY_ENGLISH = {"kind"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_field_and_value_is_described(language: str) -> None:
    page = PAGES[language].read_text("utf-8")
    for field in FIELDS:
        if language == "fr" and field.name in ONLY_ENGLISH:
            continue
        assert f"`{shown(field, language)}:" in page, field.name
        if field.name != "priority":
            assert all(f"`{shown(one, language)}`" in page for one in field.choices), field.name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_is_understood(language: str) -> None:
    page = PAGES[language].read_text("utf-8")
    block = re.search(r"```\n(.*?)\n```", page, re.DOTALL)
    assert block is not None
    examples = [block[1], *re.findall(r"`(-?[^\s`]+:[^\s`]+(?: [^`]*)?)`", page)]
    assert len(examples) > 8
    for example in examples:
        assert not parse(example).problems, example
