"""``python -m scrm_desktop`` and ``scrm-sync``: the program without a window."""

from __future__ import annotations

import sys

from scrm_desktop.cli.main import run


def main() -> None:
    """Run the command on the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
