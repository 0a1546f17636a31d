"""A program that answers like ``hunspell -a``: right is what stands in the .dic file it is given."""

import sys
from pathlib import Path

sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
right = Path(sys.argv[sys.argv.index("-d") + 1] + ".dic").read_text("utf-8").split()[1:]
print("@(#) International Ispell Version 3.2.06 (but really a test)", flush=True)
for line in sys.stdin:
    word = line[1:].strip()
    if word == "breakdown":
        sys.exit(1)
    near = [one for one in right if sorted(one) == sorted(word)]
    if word.lower() in right:
        print("*")
    elif near:
        print(f"& {word} {len(near)} 1: {', '.join(near)}")
    else:
        print(f"# {word} 1")
    print(flush=True)
