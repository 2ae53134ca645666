"""What every teller of the demonstration needs: who acts, which day is meant, what stands already."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import time_zone, today, work_calendar
from tirek.foundation.people.queries import account_id_of, actor_with_id
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.project.demonstration.people import DOMAIN
from tirek.registers.mandate.queries import members
from tirek.registers.places.queries import places

COUNTRY = "demo"


@dataclass(slots=True)
class Telling:
    """One telling of the country, seen from the day of loading. Actors are looked up once.

    `places`, `members` and `visits` hold the ids of what stands, by what the files call it; whoever tells a visit adds its id.
    """

    today: date = field(default_factory=lambda: today(COUNTRY))
    places: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)
    visits: dict[str, UUID] = field(default_factory=dict)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, login: str) -> Actor:
        """The person of the demonstration with this login, as he or she may act now."""
        if login not in self._actors:
            self._actors[login] = actor_with_id(account_id_of(f"{login}@{DOMAIN}"))
        return self._actors[login]

    def day(self, offset: int) -> date:
        """The day so many days from today; one that nobody works on becomes the next working day, of days past at most today."""
        found = work_calendar(COUNTRY).working_day_from(self.today + timedelta(days=offset)) if offset else self.today
        return min(found, self.today) if offset < 0 else found

    def plain_day(self, offset: int) -> date:
        """The day so many days from today, working or not."""
        return self.today + timedelta(days=offset)

    def january(self, back: int) -> date:
        """1 January of the year so many years back."""
        return date(self.today.year - back, 1, 1)


def at(on: date, clock: str) -> datetime:
    """A moment of a day by the clock on the wall of the demonstration's town."""
    return timezone.make_aware(datetime.combine(on, time.fromisoformat(clock)), time_zone(COUNTRY))


def standing_places() -> dict[str, UUID]:
    """Places that stand, by every Russian name that they ever had."""
    found = places(by=SYSTEM, country=COUNTRY)
    return {name: each.id for each in found for name in (each.name.in_("ru"), *(span.name.in_("ru") for span in each.names))}


def standing_members() -> dict[str, UUID]:
    """Members that stand, by name."""
    return {each.name: each.id for each in members(by=SYSTEM, country=COUNTRY)}
