"""`make docs`: builds the documentation into a folder (`site/`). Usage: python -m tools.docs [FOLDER]."""

import os
import sys
from pathlib import Path

import django

from tools.docs.contents import ROOT


def main(arguments: list[str]) -> int:
    """Builds; 1 with every fault, one a line, when something is missing or leads nowhere."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"  # nothing of an instance is read
    django.setup()
    from tools.docs.site import build

    folder = Path(arguments[0] if arguments else ROOT / "site").resolve()
    faults = build(folder)
    for fault in faults:
        print(f"docs: {fault}", file=sys.stderr)  # noqa: T201
    if not faults:
        print(f"Documentation: {folder / 'index.html'}")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
