"""``python -m scrm_desktop.practice``: serve on loopback until SIGTERM comes or standard input closes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrm_desktop.practice.serve import Options, run


def main(argv: list[str] | None = None) -> int:
    """Exit status 0 when it was asked to end, 1 when it could not start."""
    parser = argparse.ArgumentParser(prog="scrm_desktop.practice", description="The practice network, on loopback.")
    parser.add_argument("--port", type=int, default=0, help="a free one when 0")
    parser.add_argument("--seed", type=int, default=1, help="which round; the same seed tells the same story")
    parser.add_argument("--speed", type=float, default=1.0, help="seconds of story in a second")
    parser.add_argument("--state", type=Path, default=None, help="file that keeps the people and what they wrote")
    parser.add_argument("--rate", type=int, default=300, help="requests that a token may make in five minutes")
    parser.add_argument("--quiet", action="store_true", help="nothing on standard error but errors")
    found = parser.parse_args(argv)
    options = Options(
        port=found.port, seed=found.seed, speed=found.speed, state=found.state, rate=found.rate, quiet=found.quiet
    )
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
