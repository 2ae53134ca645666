"""Seconds and size of the page that checks a text full of figures. Run: python -m benchmarks.check_page [CHARACTERS]

The text is made of the tests' own texts in four languages, repeated to so many characters (200,000 unless told, the most that the page takes). The page
is asked for whole, as saved JSON, and in its last part: each time the text is sent and read anew, since nothing of it is kept.
"""

import shutil
import sys
import time

from benchmarks.extraction import PAGE, pages
from benchmarks.machine import machine, own_instance


def main(characters: int) -> None:
    """All measurements."""
    folder = own_instance(demo=False)
    try:
        from django.core.management import call_command
        from django.test import Client
        from django.test.utils import setup_test_environment

        setup_test_environment()
        call_command("migrate", verbosity=0)
        print(machine())
        text = pages("", characters // PAGE)
        for name, more in (("page", {}), ("last part", {"part": "1000"}), ("JSON", {"answer": "json"})):
            begun = time.perf_counter()
            answer = Client(headers={"host": "localhost"}).post("/ru/check/", {"text": text, **more})
            took = time.perf_counter() - begun
            print(f"{name:<10} {answer.status_code} {len(text):>8} characters {took:>6.1f} s {len(answer.content) // 1024:>6} KiB")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
