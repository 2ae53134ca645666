"""How the parts of the house look for garbage: rarely, and never among what every one of them has loaded. It knows no part.

Python looks through everything that lives a long time after every 70,000 or so objects: with the house loaded that stops a page for 50 to 100 ms,
every few pages. Most of what a page leaves behind is freed without looking; the rest is found by the younger rounds.
"""

import gc

THRESHOLDS = 10_000, 3, 60
"""New objects before the youngest are looked through; such rounds before the middle ones are; those before all are."""


def settle_collector() -> None:
    """For a process that has loaded all that it and its children need: what is loaded stays in memory that they share, and a collection would write to it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
