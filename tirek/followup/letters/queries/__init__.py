"""Reading the register of letters, cut to what the reader may see; clocks are computed as of the day asked for."""

from tirek.followup.letters.queries.lists import Filters, LetterLine, count, letters
from tirek.followup.letters.queries.one import LetterFacts, Mention, PartFacts, letter, mentions, numbers_within, part
from tirek.followup.letters.queries.standing import Standing, standing
from tirek.followup.letters.queries.unconfirmed import Unconfirmed, confirmed_until, unconfirmed, unconfirmed_count

__all__ = [
    "Filters", "LetterFacts", "LetterLine", "Mention", "PartFacts", "Standing", "Unconfirmed", "confirmed_until", "count", "letter", "letters", "mentions", "numbers_within", "part", "standing",
    "unconfirmed", "unconfirmed_count",
]  # fmt: skip
