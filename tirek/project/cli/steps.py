"""Steps on the terminal: what is being done now, and that it is done. It knows no command."""

import sys
import time
from collections.abc import Callable, Iterator
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


def counting(what: str, pause: float = 3.0) -> Callable[[int, int], None]:
    """Tells of long work: called with what is done and what there is, it prints a line at most every few seconds."""
    told = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= pause:
            told = time.monotonic()
            share = f" ({done * 100 // total} %)" if total else ""
            print(f"\n    {done:,} of {total:,} {what}{share}", end="", flush=True)

    return tell


def say(words: str = "") -> None:
    """One line to the person."""
    print(words, flush=True)


def warn(words: str) -> None:
    """One line to the error stream."""
    print(words, file=sys.stderr, flush=True)
