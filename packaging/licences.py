"""Write docs/licences.md: what we ship or ask for, under which licence, and why that fits ours (MIT).

python packaging/licences.py            # write the file
python packaging/licences.py --check    # 1 where it is out of date or a licence does not fit
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"

#: Packages that some platform or Python version does not install: their licence is written down here.
CONDITIONAL = {
    "backports-tarfile": "MIT",
    "cffi": "MIT-0",
    "colorama": "BSD-3-Clause",
    "cryptography": "Apache-2.0 OR BSD-3-Clause",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "lazy-importer": "Apache-2.0",
    "pycparser": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
    "zipp": "MIT",
}
#: Other spellings of one licence, as packages give them.
SPELLINGS = {
    "Apache License, Version 2.0": "Apache-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "PSFL": "PSF-2.0",
    "MPL 2.0": "MPL-2.0",
}
#: Why each licence can be combined with a program under MIT.
FITS = {
    "MIT": "permissive",
    "MIT-0": "permissive",
    "BSD-2-Clause": "permissive",
    "BSD-3-Clause": "permissive",
    "Apache-2.0": "permissive",
    "PSF-2.0": "permissive",
    "CNRI-Python": "permissive",
    "MPL-2.0": "copyleft for its own files only, which we do not change",
    "LGPL-3.0-only": "used as a shared library that anybody can replace; we do not change it",
}
INTRO = """# Licences

SCRM Desktop is under the MIT licence (see LICENSE). Every package that it needs at run time is listed here, with the
licence that the package itself declares and why it fits. `python packaging/licences.py` writes this page from the
lock file and the packages' own metadata; a test compares the two.

| package | licence | it fits because |
|---|---|---|
"""

OUTRO = """
Shipped with the program as data: the typeface Inter under the SIL Open Font Licence 1.1
(`resources/fonts/OFL.txt`). Icons, styles, storylines and pictures are our own, under MIT like the code.
"""


def locked() -> list[str]:
    """The names in requirements/run.txt, each once."""
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    return sorted({match[1] for line in lines if (match := re.match(r"([a-z0-9][a-z0-9._-]*)==", line))})


def declared(package: str) -> str:
    """The licence of a package as an SPDX expression."""
    try:
        about = metadata(package)
    except PackageNotFoundError:
        return CONDITIONAL[package]
    said = _fields(about)
    return SPELLINGS.get(said, said)


def _fields(about: PackageMetadata) -> str:
    for name in ("License-Expression", "License"):
        value = next(iter(about.get_all(name) or []), "")
        if value and "\n" not in value:
            return str(value).strip()
    classifiers = [one for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    return classifiers[0] if classifiers else "unknown"


def reason(expression: str) -> str:
    """Why the expression fits; ValueError where it does not: of an OR one choice must fit, of an AND all."""
    for choice in re.split(r"\s+OR\s+", expression):
        parts = re.split(r"\s+AND\s+", choice.strip("() "))
        if all(part in FITS for part in parts):
            reasons = dict.fromkeys(FITS[part] for part in parts)
            return "; ".join(reasons)
    raise ValueError(f"{expression!r} is not known to fit")


def page() -> str:
    """The whole page."""
    rows = [f"| {package} | {(known := declared(package))} | {reason(known)} |" for package in locked()]
    return INTRO + "\n".join(rows) + "\n" + OUTRO


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` compare it."""
    made = page()
    if "--check" in arguments:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    print(f"wrote {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
