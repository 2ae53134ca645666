"""What is asked when a letter of a body lies on the table: what it may be about, by number or by what the body still owes an answer to."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.addressed import answers_for
from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.queries.lists import Line, line
from tirek.ground.rules.actors import Actor


def with_numbers(numbers: Iterable[str], *, by: Actor, country: str) -> dict[str, UUID]:
    """The issued recommendations under these numbers that the reader may see, whatever the case of their letters. Cost: one query."""
    wanted = {form for each in numbers for form in (each, each.upper(), each.lower())}
    found = Recommendation.objects.issued_visible_to(by, country).filter(number__in=wanted).order_by().values_list("number", "pk")
    return {number.casefold(): key for number, key in found}


def by_number(typed: str, *, by: Actor, country: str) -> UUID | None:
    """The issued recommendation under a number that somebody typed, if the reader may see it. Cost: one query."""
    number = typed.strip()
    return with_numbers((number,), by=by, country=country).get(number.casefold()) if number else None


def awaited_of(body: str, *, by: Actor, country: str, today: date, size: int) -> tuple[Line, ...]:
    """Issued recommendations to which nothing but a receipt was answered, that the body, those in whose place it stands today, or those under it have to answer;
    the longest awaited first, at most `size`. Cost: 3 queries.
    """
    codes = answers_for({body}, country, today) | {body}
    found = Recommendation.objects.issued_visible_to(by, country).answered_by(codes).filter(state="issued", word__in=("none", "acknowledged"))
    return tuple(line(row, today) for row in found.order_by("due_on", "number").prefetch_related("wordings")[:size])
