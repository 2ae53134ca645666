"""Reading once: within a page the same question to a room has the same answer, so the database is asked once.

Answers are kept for the time of one `reading()` block, which is one request that only reads, and in its thread alone. They never outlive
the request: what somebody may see is decided anew by the next one. A question is the function with all its arguments, the actor among them,
so nobody is given another's answer. Outside such a block, and while an act is being recorded, nothing is kept. It knows no room.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from tirek.foundation.ledger.acts import current_act

P = ParamSpec("P")
T = TypeVar("T")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("tirek_kept_answers", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Keeps the answers of questions marked `once` until the block ends."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def forget() -> None:
    """Forgets every answer: something was written, so each may be another now."""
    kept = _kept.get()
    if kept:
        kept.clear()


def once_each(question: Callable[[frozenset[str]], dict[str, T]]) -> Callable[[frozenset[str]], dict[str, T]]:
    """Marks a question that answers many ids at once, such as names: only ids that were not asked about before are asked for."""

    @wraps(question)
    def asked(ids: frozenset[str]) -> dict[str, T]:
        kept = _kept.get()
        if kept is None or current_act() is not None:
            return question(ids) if ids else {}
        known: dict[str, T | None] = kept.setdefault((question,), {})
        new = ids - known.keys()
        if new:
            known.update({**dict.fromkeys(new), **question(new)})
        return {key: found for key in ids if (found := known[key]) is not None}

    return asked


def once(question: Callable[P, T]) -> Callable[P, T]:
    """Marks a question about ledgered rows whose arguments can be hashed; a refusal is not kept. Its answer must not be changed by who gets it."""

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        kept = _kept.get()
        if kept is None or current_act() is not None:
            return question(*args, **kwargs)
        key = (question, args, tuple(sorted(kwargs.items())))
        if key not in kept:
            kept[key] = question(*args, **kwargs)
        return kept[key]  # type: ignore[no-any-return]

    return asked
