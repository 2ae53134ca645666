"""The outline of the grown years: places, members and visits with their days, drawn before a row is written. It asks the packs, never the database."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from tirek.foundation.jurisdictions.queries import work_calendar
from tirek.ground.rules.words import Words
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.phrases import names, person
from tirek.project.demonstration.telling import COUNTRY

SEASONS = {1: 0.6, 2: 0.9, 3: 1.1, 4: 1.2, 5: 1.1, 6: 1.0, 7: 0.5, 8: 0.6, 9: 1.2, 10: 1.4, 11: 1.3, 12: 1.1}
"""How much of an average month's visits a month sees: little in deep winter and in the holidays."""
YEAR = 365.25
CAST = 0.12
"""How many visits the demonstration's own people go on while they serve, so that whoever signs in as one of them has work."""
SERVING = 150
"""Members who serve at a time, for each five hundred places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is grown: so many years up to and with the day `until`, and so many visits a year."""

    years: int
    seed: int
    until: date
    places: int = 500
    accounts: int = 500
    visits_a_year: int = 500

    @property
    def since(self) -> date:
        """The first day."""
        return self.until - timedelta(days=int(self.years * YEAR))


@dataclass(slots=True, kw_only=True)
class Place:
    """A place, and how full it is."""

    id: UUID
    kind: str
    region: str
    name: Words
    address: str
    opened_on: date
    capacity: int
    women: float
    full: float
    seen_on: date | None = None


@dataclass(slots=True, kw_only=True)
class Member:
    """A member with one term of years; `account` where he or she signs in."""

    id: UUID
    name: str
    sex: str
    profession: str
    region: str
    since: date
    until: date
    account: UUID | None = None
    leads: bool = False


@dataclass(slots=True, kw_only=True)
class Visit:
    """A visit of the outline. `fate` is how far it has come; `after` is the next begun visit to its place."""

    number: int
    id: UUID
    place: Place
    kind: str
    announced: bool
    first: date
    last: date
    fate: str
    issued_on: date | None = None
    report: str = ""
    team: tuple[Member, ...] = ()
    before: "Visit | None" = None
    after: "Visit | None" = None


@dataclass(slots=True)
class Outline:
    """All of it."""

    size: Size
    places: list[Place] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


def outline(size: Size, taken: Iterable[str] = (), cast: Sequence[Member] = ()) -> Outline:
    """The country of a size. `taken` are names of places that stand already, `cast` members that do."""
    made = Outline(size, draw_places(size, set(taken)), draw_members(size))
    made.visits = draw_visits(made)
    send_teams(made, cast)
    return made


def draw_places(size: Size, taken: set[str]) -> list[Place]:
    """Places with names that no other has."""
    chance = Chance(size.seed, "places")
    kinds = {each["kind"]: each for each in names()["kinds"]}
    shares = {code: float(each["share"]) for code, each in kinds.items()}
    found: list[Place] = []
    while len(found) < size.places:
        kind, first, second = kinds[chance.weighed(shares)], chance.one(names()["first"]), chance.one(names()["second"])
        name = f"{kind['ru']} «{first['ru']} {second['ru']}»"
        region = chance.one(sorted(names()["towns"]))
        drawn = Place(
            id=chance.id(), kind=kind["kind"], region=region, name=Words.of({"ru": name, "en": f"{first['en']} {second['en']} {kind['en']}"}),
            address=f"{names()['towns'][region]}, {chance.one(names()['streets'])}, {chance.randint(1, 90)}",
            opened_on=size.since - timedelta(days=chance.randint(30, 12_000)), capacity=chance.randint(kind["least"], kind["most"]),
            women=chance.one((0.0, 0.0, 0.1, 0.3, 0.5)), full=chance.uniform(0.55, 1.25),
        )  # fmt: skip
        if name not in taken:
            taken.add(name)
            found.append(drawn)
    return found


def draw_members(size: Size) -> list[Member]:
    """Members, each with a term of four to eight years, so that at every time about as many serve; who serve now can sign in, a few lead."""
    chance = Chance(size.seed, "members")
    serving = max(9, SERVING * size.places // 500)
    found: list[Member] = []
    for seat in range(serving):
        day = size.since - timedelta(days=chance.randint(0, 1500))
        while day <= size.until:
            last = day + timedelta(days=chance.randint(1460, 2920))
            found.append(draw_member(chance, seat, day, last, size))
            day = last + timedelta(days=1)
    accounts = [each for each in found if each.until >= size.until][: size.accounts] + [each for each in found if each.until < size.until]
    for each in accounts[: int(size.accounts * 0.86)]:
        each.account = chance.id()
    return found


def draw_member(chance: Chance, seat: int, since: date, until: date, size: Size) -> Member:
    """Who sits in a seat: every third is a doctor, every third leads."""
    sex, name = person(chance)
    profession = "doctor" if seat % 3 == 0 else chance.one(("lawyer", "advocate", "psychologist", "social_worker", "teacher", "human_rights"))
    region = chance.one(sorted(names()["towns"]))
    return Member(id=chance.id(), name=name, sex=sex, profession=profession, region=region, since=since, until=until, leads=seat % 3 == 1)


def draw_visits(made: Outline) -> list[Visit]:
    """The visits in the order of their days; the last ones lie ahead."""
    size, chance = made.size, Chance(made.size.seed, "visits")
    found = [draw_visit(chance, number, day, made) for number, day in enumerate(days(size, chance))]
    newest: dict[UUID, Visit] = {}
    for each in found:
        if each.fate in ("reported", "concluded", "under_way"):
            before = newest.get(each.place.id)
            if before:
                before.after, each.before = each, before
            newest[each.place.id] = each
    return found


def days(size: Size, chance: Chance) -> list[date]:
    """First days of as many begun visits as the size asks for, by the seasons, and of those planned for the next half year."""
    calendar = work_calendar(COUNTRY)
    begun = sorted(drawn_days(size.since, (size.until - size.since).days - 1, size.visits_a_year * size.years, chance))
    ahead = sorted(drawn_days(size.until + timedelta(days=4), 180, max(4, size.visits_a_year // 5), chance))
    yesterday = size.until - timedelta(days=1)
    return sorted([*(on if (on := calendar.working_day_from(day)) <= yesterday else day for day in begun), *map(calendar.working_day_from, ahead)])


def drawn_days(first: date, span: int, number: int, chance: Chance) -> list[date]:
    """Days of a span, more of them in the months of many visits."""
    all_days = [first + timedelta(days=each) for each in range(span)]
    return chance.choices(all_days, weights=[SEASONS[day.month] for day in all_days], k=number)


def draw_visit(chance: Chance, number: int, day: date, made: Outline) -> Visit:
    """Where it goes (of a few places the one that waited longest), what kind it is and how it ended."""
    place = min((chance.one(made.places) for _ in range(5)), key=lambda each: each.seen_on or date.min)
    waited = (day - place.seen_on).days if place.seen_on else 999
    long = {"followup": 0.55, "interim": 0.2, "special": 0.2, "thematic": 0.05}
    kind = chance.weighed(long if waited < 270 else {"periodic": 0.82, "special": 0.08, "thematic": 0.1})
    last = work_calendar(COUNTRY).working_day_from(day + timedelta(days=chance.one((0, 0, 0, 1, 1, 2)) if place.capacity > 100 else 0))
    visit = Visit(
        number=number, id=chance.id(), place=place, kind=kind, announced=chance.happens(0.15), first=day, last=last, fate="reported",
    )  # fmt: skip
    settle(visit, chance, made.size)
    if visit.fate in ("reported", "concluded", "under_way"):
        place.seen_on = day
    return visit


def settle(visit: Visit, chance: Chance, size: Size) -> None:
    """How far a visit has come by the last day, and when its report was issued."""
    issued = work_calendar(COUNTRY).working_day_from(visit.last + timedelta(days=chance.randint(16, 44)))
    late = chance.happens(0.015)
    if visit.first > size.until:
        visit.fate = chance.weighed({"planned": 0.5, "approved": 0.2, "proposed": 0.3})
    elif chance.happens(0.02):
        visit.fate = chance.one(("cancelled", "dropped"))
    elif visit.last >= size.until:
        visit.fate = "under_way"
    elif issued >= size.until or late:
        visit.fate = "concluded"
    else:
        visit.issued_on = issued


def send_teams(made: Outline, cast: Sequence[Member] = ()) -> None:
    """A leader, a doctor and one or two more, of both sexes, whose terms cover the visit. The `cast` is sent more often than others."""
    chance = Chance(made.size.seed, "teams")
    order = sorted([*made.members, *cast], key=lambda each: each.since)
    starts = [each.since for each in order]
    for visit in made.visits:
        serving = [each for each in order[: bisect_right(starts, visit.first)] if each.until >= visit.last]
        known = [each for each in cast if each in serving] if chance.happens(CAST) else []
        visit.team = team(chance, serving, known)


def team(chance: Chance, serving: Sequence[Member], known: Sequence[Member]) -> tuple[Member, ...]:
    """One team out of those who serve; `known` are taken first."""
    leader = chance.one([each for each in known if each.leads] or [each for each in serving if each.leads] or serving)
    others = [each for each in serving if each is not leader]
    doctors = [each for each in others if each.profession == "doctor"]
    doctor = chance.one([each for each in doctors if each in known] or doctors or others)
    left = [each for each in others if each is not doctor and (leader.sex != doctor.sex or each.sex != leader.sex)]
    first = [each for each in known if each in left][:1]
    rest = [each for each in left if each not in first]
    return leader, doctor, *first, *chance.sample(rest, min(len(rest), 1 if first else chance.randint(1, 2)))


def number_reports(visits: Iterable[Visit], given: dict[int, int]) -> dict[int, int]:
    """Gives reports their numbers in the order of their issue, after those `given` in each year; the last number of each year."""
    last = dict(given)
    issued = sorted((each.issued_on, each.number, each) for each in visits if each.issued_on)
    for on, _number, visit in issued:
        last[on.year] = last.get(on.year, 0) + 1
        visit.report = f"{last[on.year]}/{on.year}"
    return last
