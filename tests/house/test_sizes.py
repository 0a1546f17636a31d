"""No file that does several things, no function that nobody can read at once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for package in ("scrm_desktop", "ui") for path in (ROOT / package).rglob("*.py"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < 400
    tree = ast.parse(source)
    long = [
        f"{one.name}: {one.end_lineno - one.lineno}" for one in functions(tree) if one.end_lineno - one.lineno >= 60
    ]
    assert not long
    assert not source.strip() or ast.get_docstring(tree), "what is this file for?"
