"""The recommendations that somebody named by typing their numbers, cut to what the person may see. It knows no form."""

from uuid import UUID

from tirek.followup.letters.queries.numbers import MOST, numbers_within, run_of, words_within
from tirek.followup.letters.refusals import NumbersUnknown
from tirek.followup.recommendations.queries import with_numbers
from tirek.foundation.ui.formats import listed
from tirek.ground.rules.actors import Actor


def named_in(typed: str, *, by: Actor, country: str) -> tuple[UUID, ...]:
    """The issued recommendations under the numbers that were typed. A word that is a number itself is never taken for a run.

    Raises NumbersUnknown for those under which none stands, TooManyNumbers. Cost: at most 2 queries.
    """
    runs = [each for each in words_within(typed) if run_of(each) != [each]][: MOST + 1]
    numbers = numbers_within(typed, with_numbers(runs, by=by, country=country) if runs else ())
    found = with_numbers(numbers, by=by, country=country) if numbers else {}
    unknown = [each for each in numbers if each.casefold() not in found]
    if unknown:
        raise NumbersUnknown(numbers=listed(unknown[:20]))
    return tuple(found[each.casefold()] for each in numbers)
