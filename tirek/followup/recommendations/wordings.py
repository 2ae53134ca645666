"""The wordings of an issued recommendation: which one is in force, which came before, and which a correction under way proposes.

The first wording stands in the recommendation itself, as it was issued and signed. It knows no report.
"""

from datetime import date

from tirek.followup.recommendations.models import Recommendation, Wording


def issued_wordings(row: Recommendation) -> tuple[Wording, ...]:
    """Wordings that came after the first, oldest first. Prefetched rows are used."""
    return tuple(each for each in row.wordings.all() if each.issued_on)


def every_wording(row: Recommendation) -> tuple[Recommendation | Wording, ...]:
    """Where the wordings that were issued stand: the first one first, the one in force last."""
    return (row, *issued_wordings(row))


def proposed(row: Recommendation) -> Wording | None:
    """What a correction under way proposes, if anything."""
    return next((each for each in row.wordings.all() if each.issued_on is None and each.text), None)


def in_force(row: Recommendation) -> Recommendation | Wording:
    """Whose text holds: the newest issued wording's, else the recommendation's own."""
    return every_wording(row)[-1]


def in_work(row: Recommendation) -> Recommendation | Wording | None:
    """Whose text can still be changed: a draft's own, of one in force that of the proposal."""
    return row if row.state == "draft" else proposed(row) if row.state == "issued" else None


def answered_wording(row: Recommendation, said_on: date) -> Wording | None:
    """The wording that a letter of that day answers; none is the first."""
    return next((each for each in reversed(issued_wordings(row)) if each.issued_on and each.issued_on <= said_on), None)
