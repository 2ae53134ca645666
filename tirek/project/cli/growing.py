"""`tirek demo grow`: years of the invented country at full size. It refuses everything but a demonstration that stands still."""

from datetime import date, timedelta

from tirek.project.cli.folders import held, leaving_nothing
from tirek.project.cli.preparing import prepare
from tirek.project.cli.steps import counting, say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance

MOST = 100
"""Years: before that, dates of the invented country make no sense any more."""


def grow(*, years: int, seed: int, places: int, until: date | None) -> int:
    """Prepares the demonstration and grows it; raises Trouble where it may not."""
    instance = read_instance()
    if not instance.demo:
        raise Trouble("Only a demonstration is grown, and DEMO=0 is set. Leave DEMO unset, or give the data folder of a demonstration.")
    if years > MOST:
        raise Trouble(f"At most {MOST} years can be grown: --years {MOST}")
    instance.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with leaving_nothing(instance, Trouble), held(instance, "demo grow"):
        prepare()
        work(years, seed, places, until)
    return 0


def work(years: int, seed: int, places: int, until: date | None) -> None:
    """The growth itself, in a demonstration that is prepared."""
    from tirek.foundation.jurisdictions.queries import today
    from tirek.foundation.people.queries import edition_of_database
    from tirek.project.demonstration.growing.growing import GrownOtherwise, grow
    from tirek.project.demonstration.growing.outline import Size
    from tirek.project.demonstration.telling import COUNTRY

    if edition_of_database() != "demonstration":
        raise Trouble("The database is not marked as a demonstration. Nothing was written.")
    now = today(COUNTRY)
    if until and not now - timedelta(days=366) <= until <= now:
        raise Trouble(f"--until is a day of the last year, today at the latest: {now:%Y-%m-%d}")
    size = Size(years=years, seed=seed, until=until or now, places=places, visits_a_year=places, accounts=max(40, places))
    try:
        with step(f"{years} years of {places} places by seed {seed}"):
            grow(size, counting("visits"))
    except GrownOtherwise as refused:
        raise Trouble(f"{refused} Take it away with `tirek demo remove`, or give the same --years, --seed, --places and --until.") from refused
    say(f"  Told up to {size.until:%Y-%m-%d}. The same years again: --seed {seed} --until {size.until:%Y-%m-%d}")
