"""Steps on the terminal: what is being done now, and that it is done. It knows no command."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(words: str) -> Iterator[None]:
    """Prints the step, runs the block, prints how long it took."""
    print(f"  {words} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(" not done", flush=True)
        raise
    print(f" done ({time.monotonic() - began:.1f} s)", flush=True)


def dot() -> None:
    """Says within a step that one more piece of it is done."""
    print(".", end="", flush=True)


def say(words: str = "") -> None:
    """One line to the person."""
    print(words, flush=True)


def warn(words: str) -> None:
    """One line to the error stream."""
    print(words, file=sys.stderr, flush=True)
