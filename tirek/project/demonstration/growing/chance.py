"""Chance by a seed: the same words give the same draws on every machine and day. It knows no noun."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Chance(Random):
    """Draws that depend on nothing but what they are named after (`Random` seeds itself from a text by its SHA-512)."""

    def __init__(self, *about: object) -> None:
        super().__init__(" ".join(map(str, about)))

    def id(self) -> UUID:
        """An id as the house draws them, but drawn again the same."""
        return UUID(int=self.getrandbits(128), version=4)

    def one(self, among: Sequence[T]) -> T:
        """Any of them."""
        return among[int(self.random() * len(among))]

    def weighed(self, shares: dict[T, float]) -> T:
        """One of the keys, as often as its share says."""
        left = self.random() * sum(shares.values())
        for key, share in shares.items():
            left -= share
            if left < 0:
                return key
        return next(reversed(shares))

    def happens(self, share: float) -> bool:
        """True as often as the share says."""
        return self.random() < share

    def numbers(self) -> dict[str, int]:
        """The numbers of a sentence."""
        return {"n": self.randint(2, 9), "m": self.randint(2, 9), "k": self.randint(11, 96), "p": self.randint(12, 88)}
