"""The real program on a profile, with the moment at which list and thread were filled and painted; then it ends.

It starts exactly as ``python -m ui.app`` does; only a watcher is added once everything has been imported.
"""

from __future__ import annotations

import sys
from pathlib import Path

import ui.app
from ui.arguments import Options

_run = ui.app._run


def watched(folder: Path, options: Options) -> int:
    """``ui.app._run`` with a watcher on its window."""
    from watching import watch

    watch()
    return _run(folder, options)


if __name__ == "__main__":
    ui.app._run = watched
    ui.app.main(sys.argv[1:])
