"""Precision and recall of the matcher of repeated recommendations on 150 pairs that were written before it. Run: python -m benchmarks.repeats [--mistakes]

Half of the pairs served to tune it. `--mistakes` prints what it gets wrong of those, never of the others. The lexicon's author had written the pairs: the
third line is of sentences that others wrote for the demonstration, each Russian one against all Kazakh ones, and nothing was tuned by them.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from tests.ground.rules.pairs import Pair, halves
from tirek.foundation.search.words import stem
from tirek.ground.rules.repeats.comparing import Compared, compare
from tirek.ground.rules.repeats.reading import Terms, read


@dataclass(frozen=True, slots=True)
class Measured:
    """How many of those shown are repeats, and how many of the repeats are shown."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what is shown."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Of what repeats."""
        return self.right / (self.right + self.missed) if self.right else 0.0


def judged(pair: Pair, terms: Terms) -> Compared:
    """The matcher's word on a pair."""
    return compare(read(pair.text, pair.language, stem, terms), read(pair.other, pair.other_language, stem, terms))


def measured(of: Sequence[Pair], terms: Terms) -> Measured:
    """The figures of some pairs."""
    told = [(pair.same, judged(pair, terms).says_the_same) for pair in of]
    return Measured(told.count((True, True)), told.count((False, True)), told.count((True, False)))


def others(terms: Terms) -> Measured:
    """The figures of what the demonstration asks for, across languages: each says what its translation says, and nothing that another one says."""
    from tirek.project.demonstration.growing.phrases import phrases

    asked = [each for subject in phrases()["subjects"] for each in subject["asked"]]
    russian, kazakh = ([read(each[language], language, stem, terms) for each in asked] for language in ("ru", "kk"))
    told = [(one == other, compare(here, there).says_the_same) for one, here in enumerate(russian) for other, there in enumerate(kazakh)]
    return Measured(told.count((True, True)), told.count((False, True)), told.count((True, False)))


def main() -> None:
    """Prints the figures of both halves."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tirek.project.settings")
    django.setup()
    from tirek.foundation.search.repeating import terms_of_the_field

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mistakes", action="store_true")
    mistakes, terms = asked.parse_args().mistakes, terms_of_the_field()
    tuning, unseen = halves()
    for name, told in (("tuning", measured(tuning, terms)), ("unseen", measured(unseen, terms)), ("others'", others(terms))):
        print(f"{name:<8} precision {told.precision:.2f}  recall {told.recall:.2f}  (shown rightly {told.right}, wrongly {told.wrong}, missed {told.missed})")
    for pair in tuning if mistakes else ():
        word = judged(pair, terms)
        if word.says_the_same != pair.same:
            print(f"\n{'missed' if pair.same else 'wrongly shown'} {word.score}: {pair.about}\n  {pair.text}\n  {pair.other}\n  {word.alike}\n  {word.differs}")


if __name__ == "__main__":
    main()
