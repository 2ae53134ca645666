"""Doing the same to several chosen things, each by an act of its own: what somebody else did meanwhile is passed over and told. It knows no noun."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from tirek.ground.rules.refusals import Refusal

Thing = TypeVar("Thing")


def one_by_one(chosen: Iterable[Thing], work: Callable[[Thing], object], meanwhile: tuple[type[Refusal], ...]) -> tuple[list[Thing], list[tuple[Thing, Refusal]]]:
    """Those that were done, and those that were not because of something that happened meanwhile, with its refusal. Raises every other refusal."""
    done: list[Thing] = []
    left: list[tuple[Thing, Refusal]] = []
    for one in chosen:
        try:
            work(one)
            done.append(one)
        except meanwhile as refusal:
            left.append((one, refusal))
    return done, left
