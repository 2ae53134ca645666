"""Reading the register of letters, cut to what the reader may see; clocks are computed as of the day asked for."""

from tirek.followup.letters.queries.bodies import BodyLetter, letter_to_body, letters_to_bodies
from tirek.followup.letters.queries.further import (
    EscalationFacts,
    EscalationLine,
    PaperFacts,
    escalation,
    escalation_count,
    escalations,
    ladder_of,
    paper,
    paper_count,
    papers,
)
from tirek.followup.letters.queries.lists import Filters, LetterLine, count, letters
from tirek.followup.letters.queries.numbers import numbers_within
from tirek.followup.letters.queries.one import LetterFacts, Mention, PartFacts, letter, mentions
from tirek.followup.letters.queries.standing import Standing, standing
from tirek.followup.letters.queries.unconfirmed import Unconfirmed, confirmed_until, unconfirmed

__all__ = [
    "BodyLetter",
    "EscalationFacts",
    "EscalationLine",
    "Filters",
    "LetterFacts",
    "LetterLine",
    "Mention",
    "PaperFacts",
    "PartFacts",
    "Standing",
    "Unconfirmed",
    "confirmed_until",
    "count",
    "escalation",
    "escalation_count",
    "escalations",
    "ladder_of",
    "letter",
    "letter_to_body",
    "letters",
    "letters_to_bodies",
    "mentions",
    "numbers_within",
    "paper",
    "paper_count",
    "papers",
    "standing",
    "unconfirmed",
]
