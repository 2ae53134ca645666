"""The recommendations that somebody named by typing their numbers, one by one or as runs."""

import re
from collections.abc import Collection
from uuid import UUID

from tirek.followup.letters.refusals import NumbersUnknown, TooManyNumbers
from tirek.followup.recommendations.queries import with_numbers
from tirek.foundation.ui.formats import listed, number
from tirek.ground.rules.actors import Actor

RUN = re.compile(r"^(?P<stem>.*?)(?P<first>\d{1,4})\s*(?:\.\.\.?|…|–|—)\s*(?P<last>\d{1,4})$")
LONGEST_RUN, MOST = 200, 1000
"""Numbers of one run, and of all that are typed at once."""


def numbers_within(typed: str, whole: Collection[str] = ()) -> tuple[str, ...]:
    """The numbers that somebody typed, each once: between commas, semicolons or line ends; “Р-1-2…5” is the run from 2 to 5. What is among `whole` (in small
    letters) is a number itself, whatever dash stands in it. Raises TooManyNumbers.
    """
    found: dict[str, None] = {}
    for said in words_within(typed):
        found |= dict.fromkeys([said] if said.casefold() in whole else run_of(said))
        if len(found) > MOST:
            raise TooManyNumbers(most=number(MOST))
    return tuple(found)


def words_within(typed: str) -> list[str]:
    """What stands between the separators."""
    return [said for each in re.split(r"[,;\n]+", typed) if (said := " ".join(each.split()))]


def run_of(said: str) -> list[str]:
    """The numbers of a run; anything else as it stands."""
    run = RUN.match(said)
    if run is None or not 0 <= int(run["last"]) - int(run["first"]) < LONGEST_RUN:
        return [said]
    return [f"{run['stem']}{each}" for each in range(int(run["first"]), int(run["last"]) + 1)]


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
