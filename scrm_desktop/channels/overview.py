"""The table of what each network allows, made of the channels' own data: docs/channels.md.

python -m scrm_desktop.channels.overview docs/channels.md            # write the page
python -m scrm_desktop.channels.overview --check docs/channels.md    # 1 where it is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from scrm_desktop.channels.registry import channels
from scrm_desktop.domain.abilities import ABILITIES, has, reasons
from scrm_desktop.domain.accounts import ChannelInfo

_HEAD = """# What each network allows

This page is made by `make channels` from what the channels say of themselves (`ChannelInfo.typical` and `why_not`);
the account wizard shows the same. A server can lack more than that, which its account's details then tell.

"""
_OURS = "scrm_desktop."


def page(infos: Sequence[ChannelInfo]) -> str:
    """The whole page."""
    return _HEAD + "\n".join((*_table(infos), "", *_notes(infos)))


def _table(infos: Sequence[ChannelInfo]) -> Iterable[str]:
    yield "| | " + " | ".join(info.title for info in infos) + " |"
    yield "|---" + "|:---:" * len(infos) + "|"
    for name, label in ABILITIES:
        yield f"| {label} | " + " | ".join(_cell(info, name) for info in infos) + " |"
    limits = (("Characters in a message", "max_characters"), ("Files in a message", "max_attachments"))
    for label, name in limits:
        yield f"| {label} | " + " | ".join(_limit(info, name) for info in infos) + " |"


def _cell(info: ChannelInfo, name: str) -> str:
    if name == "reactions" and 0 < len(info.typical.reactions) <= 6:
        return " ".join(info.typical.reactions)
    return "✓" if has(info.typical, name) else "–"


def _limit(info: ChannelInfo, name: str) -> str:
    if not info.typical.reply or (name == "max_attachments" and not info.typical.media):
        return "–"
    return f"{getattr(info.typical, name):,}"


def _notes(infos: Sequence[ChannelInfo]) -> Iterable[str]:
    for info in infos:
        found = list(reasons(info))
        if found:
            yield from (f"## Why not on {info.title}", "")
            yield from (f"- **{labels}**: {reason}" for labels, reason in found)
            yield ""


def ours() -> list[ChannelInfo]:
    """The channels that come with the program, by their titles."""
    found = [one.info for one in channels().values() if type(one).__module__.startswith(_OURS)]
    return sorted(found, key=lambda info: info.title.lower())


def main(arguments: Sequence[str]) -> int:
    """Write or check the page."""
    check = "--check" in arguments
    (name,) = [one for one in arguments if one != "--check"]
    path, made = Path(name), page(ours())
    if check:
        return int(not path.exists() or path.read_text(encoding="utf-8") != made)
    path.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
