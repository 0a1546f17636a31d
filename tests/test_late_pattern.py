"""A late pattern does what a compiled one does, and compiles nothing before."""

from __future__ import annotations

import re

import pytest

from scrm_desktop.late_pattern import late_pattern


def test_it_finds_what_the_compiled_one_finds() -> None:
    late, compiled = late_pattern(r"(?P<word>[a-z]+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
    text = "One two 3"
    assert late.findall(text) == compiled.findall(text)
    assert [found["word"] for found in late.finditer(text)] == ["One", "two"]
    assert late.sub("-", text) == compiled.sub("-", text) == "- - 3"
    assert late.match("3") is None
    assert (late.pattern, late.flags, late.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = late_pattern("(")
    with pytest.raises(re.error):
        wrong.match("a")
