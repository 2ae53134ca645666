"""What a process apart does to itself before it reads a byte that a stranger made. It may not know Django or any other room."""

import os
import resource


def cap(what: int, most: int, hard: int | None = None) -> None:
    """Lowers a limit of this process for good; one that is lower already stays."""
    held = resource.getrlimit(what)[1]
    ceiling = most if hard is None else hard
    ceiling = ceiling if held == resource.RLIM_INFINITY else min(ceiling, held)
    resource.setrlimit(what, (min(most, ceiling), ceiling))


def confine(limits: dict[str, int]) -> None:
    """Memory, processor time, no files written, no dump, behind the pages that are being served."""
    cap(resource.RLIMIT_AS, limits["memory"])
    cap(resource.RLIMIT_CPU, limits["seconds"], limits["seconds"] + 1)
    cap(resource.RLIMIT_FSIZE, 0)
    cap(resource.RLIMIT_CORE, 0)
    os.nice(5)
