"""Pages per second of finding figures and checking them. Run: python -m benchmarks.extraction [PAGES]

The text is made of the tests' own texts in four languages, repeated to so many pages of 2,500 characters (200 unless told), first whole, then each
language alone. A page that counts much costs more than one that tells: the number of figures is printed too.
"""

import sys
import time
from pathlib import Path

from benchmarks.machine import machine
from tirek.insight.claims.extracting import extract

PAGE = 2500
TEXTS = Path(__file__).parent.parent / "tests" / "insight" / "claims" / "texts" / "seen"


def pages(names: str, number: int) -> str:
    """So many pages out of the texts whose names so begin."""
    told = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob(f"{names}*.txt")))
    return (told * (number * PAGE // len(told) + 1))[: number * PAGE]


def measure(name: str, text: str) -> None:
    """Prints seconds, pages a second, figures and checks of one text."""
    begun = time.perf_counter()
    found = extract(text)
    took = time.perf_counter() - begun
    print(f"{name}: {len(text) // PAGE} pages in {took:.2f} s, {len(text) / PAGE / took:.0f} pages/s, {len(found.claims)} figures, {len(found.checks)} checks")


def main(number: int) -> None:
    """All measurements."""
    print(machine())
    for language in ("ru", "en", "kk", "ky"):
        extract(pages(language, 1))  # dictionaries are loaded once
    measure("four languages", pages("", number))
    for language in ("ru", "en", "kk", "ky"):
        measure(language, pages(f"{language}-", number // 4))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
