"""Bytes of a mail as text, whatever they claim to be: names that lie, names nobody knows, and no name at all."""

from __future__ import annotations

import re

_NOT_TEXT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "utf_7"})
"""Codecs of Python's that are no charset of a mail, or that cost time without bound."""
_WIDER = {
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "unknown-8bit": "utf-8",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "x-mac-roman": "mac_roman",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}
"""What programs write, and the larger set that they mean by it."""
_ESCAPES = re.compile(rb"\x1b(?:\$[@B(]|\([BJI])")


def decode(data: bytes, named: str = "") -> str:
    """The text of these bytes: in the named charset, else in one that fits, else with marks for what can't be read."""
    for name in _guesses(data, named):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _guesses(data: bytes, named: str) -> list[str]:
    asked = named.strip().strip("\"'").lower().partition("*")[0]
    wider = _WIDER.get(asked, asked)
    names = [wider, asked] if _is_charset(wider) else []
    if not data.isascii() or not names:
        # UTF-8 hardly ever fits by chance; whoever says Latin and writes UTF-8 is common.
        names = ["utf-8", *names] if wider in ("windows-1252", "windows-1254") else [*names, "utf-8"]
    if _ESCAPES.search(data):
        names = ["iso2022_jp_ext", *names]
    return [*names, "windows-1252"]


def _is_charset(name: str) -> bool:
    plain = name.replace("-", "_")
    return bool(re.fullmatch(r"[a-z0-9_.:-]{2,40}", name)) and plain not in _NOT_TEXT
