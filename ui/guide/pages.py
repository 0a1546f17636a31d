"""The guide's pages as they lie on the disk: which there are, and where a link of one leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QLocale

from ui.i18n import QT_TRANSLATE_NOOP
from ui.resources import papers
from ui.translations import LANGUAGES

#: Each page in English and French; an installed program has these and no others.
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "guide": (QT_TRANSLATE_NOOP("GuidePages", "User's guide"), {"en": "guide/en.md", "fr": "guide/fr.md"}),
    "query": (QT_TRANSLATE_NOOP("GuidePages", "Query language"), {"en": "query.md", "fr": "fr/requetes.md"}),
    "channels": (
        QT_TRANSLATE_NOOP("GuidePages", "What each network allows"),
        {"en": "channels.md", "fr": "channels.md"},
    ),
    "licences": (QT_TRANSLATE_NOOP("GuidePages", "Licences"), {"en": "licences.md", "fr": "licences.md"}),
}
_CONTENTS = re.compile(r"^- \[.*\]\(#.*\)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: a file of ours with the place in it, or an address for the browser; nowhere if both lack."""

    file: Path | None = None
    place: str = ""
    web: str = ""


def language() -> str:
    """The language of the guide that goes with the window's."""
    code = QLocale().name().split("_")[0]
    return code if code in LANGUAGES else "en"


def path_of(page: str) -> Path:
    """The file of a page in the window's language; it may not exist."""
    return papers() / PAGES[page][1][language()]


def page_of(file: Path) -> str:
    """Which page a file is; empty for a file that is none."""
    for page, (_, files) in PAGES.items():
        if any(file == papers() / name for name in files.values()):
            return page
    return ""


def read(file: Path) -> str:
    """A page without its own table of contents, which stands beside it; empty where it can't be read."""
    try:
        return _CONTENTS.sub("", file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def follow(link: str, shown: Path) -> Target:
    """Where a link on the shown page leads; a file outside the papers is nowhere."""
    parts = urlsplit(link)
    if parts.scheme in ("http", "https") and parts.netloc:
        return Target(web=link)
    if parts.scheme or parts.netloc:
        return Target()
    place = unquote(parts.fragment)
    file = local(unquote(parts.path), shown) if parts.path else shown
    return Target(file, place) if file is not None and page_of(file) else Target()


def local(name: str, shown: Path) -> Path | None:
    """A file that a page names, if it is one of ours and there."""
    root = papers().resolve()
    file = (shown.parent / name).resolve()
    return papers() / file.relative_to(root) if file.is_relative_to(root) and file.is_file() else None


def slug(words: str) -> str:
    """The name under which a heading is linked, as the places that show Markdown make it."""
    kept = "".join(ch for ch in words.lower() if ch.isalnum() or ch in " -_")
    return kept.strip().replace(" ", "-")
