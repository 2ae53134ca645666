"""The numbers of recommendations that somebody typed, one by one or as runs. It reads no row."""

import re
from collections.abc import Collection

from tirek.followup.letters.refusals import TooManyNumbers
from tirek.foundation.ui.formats import number

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
