"""Writing the registers of the grown country: accounts, members with their terms, places with the people counted in them each January."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.outline import Member, Outline, Place
from tirek.project.demonstration.growing.phrases import names, person
from tirek.project.demonstration.growing.rows import Rows, table
from tirek.project.demonstration.people import CAST, DOMAIN
from tirek.project.demonstration.places import INVENTED
from tirek.project.demonstration.telling import COUNTRY, at
from tirek.registers.places.folding import folded, sought

AT_ONCE = 50
OTHERS = (
    *[(Role.FOCAL_POINT, code) for code in ("lum-prison-service", "lum-order", "lum-care", "lum-shield", "lum-schools")], (Role.SECRETARIAT, ""),
    (Role.SECRETARIAT, ""), (Role.ANALYST, ""), (Role.RECEIVER, "lum-prosecution"), (Role.AUDITOR, ""),
)  # fmt: skip


def write_registers(made: Outline) -> None:
    """All of them, so many things in one entry of the ledger."""
    for write, all_of_them in writers(made):
        for number, group in enumerate(groups(all_of_them)):
            with record("demonstration.grown", by=SYSTEM, country=COUNTRY) as entry:
                rows = Rows(Chance(made.size.seed, write.__name__, number))
                write(rows, group, made)
                entry.of(rows.write())


def writers(made: Outline) -> tuple[tuple[Callable[..., None], Iterable[Any]], ...]:
    """What writes which things."""
    return (write_people, people(made)), (write_members, made.members), (write_places, made.places)


def groups(all_of_them: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at once."""
    left = iter(all_of_them)
    while group := list(islice(left, AT_ONCE)):
        yield group


def people(made: Outline) -> list[tuple[object, str, list[tuple[Role, str]]]]:
    """Who signs in besides the cast: members, then others until there are as many accounts as the size asks for."""
    chance = Chance(made.size.seed, "people")
    found: list[tuple[object, str, list[tuple[Role, str]]]] = []
    for each in made.members:
        if each.account:
            more = [(Role.LEADER, "")] if each.leads else [(Role.MEDIC, "")] if each.profession == "doctor" else []
            found.append((each.account, each.name, [(Role.MEMBER, ""), *more]))
    for number in range(made.size.accounts - len(CAST) - len(found)):
        found.append((chance.id(), person(chance)[1], [OTHERS[number % len(OTHERS)]]))
    return found


def write_people(rows: Rows, group: list[tuple[object, str, list[tuple[Role, str]]]], made: Outline) -> None:
    """Accounts without a way in, as invited persons have them, and their roles."""
    since = at(made.size.since, "09:00")
    for key, name, roles in group:
        login = f"person-{str(key)[:8]}@{DOMAIN}"
        account = table("people.Account")(id=key, email=login, name=name, country=COUNTRY, demonstration=True, joined_at=since)
        account.set_unusable_password()
        account.save(force_insert=True)
        for role, authority in roles:
            rows.add("people.RoleGrant", account=account, role=role.value, authority=authority, since=since)


def write_members(rows: Rows, group: list[Member], made: Outline) -> None:
    """Members with their one term, oath and, most of them, a certificate."""
    for each in group:
        organisation = rows.chance.one(names()["organisations"])
        rows.add(
            "mandate.Member", id=each.id, account_id=each.account, name=each.name, profession=each.profession, organisation=organisation, sex=each.sex,
            region=each.region, languages=sorted({"ru", rows.chance.one(("kk", "ky", "en", "ru"))}), term_since=each.since, term_until=each.until,
            oath_on=each.since, sought=folded(f"{each.name} {organisation}"),
        )  # fmt: skip
        rows.add("mandate.MemberTerm", member_id=each.id, since=each.since, until=each.until, decision=f"Распоряжение Блюстителя от {each.since:%d.%m.%Y}")
        if rows.chance.happens(0.9):
            rows.add("mandate.Certificate", member_id=each.id, number=f"У-{str(each.id)[:8]}", issued_on=each.since, valid_until=each.until)


def write_places(rows: Rows, group: list[Place], made: Outline) -> None:
    """Places with name and opening, and the people counted there."""
    for each in group:
        rows.add(
            "places.Place", id=each.id, name=each.name, kind=each.kind, region=each.region, address=each.address, opened_on=each.opened_on,
            source=INVENTED, sought=sought([each.name], each.address), order=folded(each.name.best(each.name.source))[:300],
        )  # fmt: skip
        rows.add("places.PlaceName", place_id=each.id, name=each.name)
        rows.add("places.PlaceOpening", place_id=each.id, since=each.opened_on)
        for year in range(made.size.since.year + 1, made.size.until.year + 1):
            count(rows, each, date(year, 1, 1))


def count(rows: Rows, place: Place, on: date) -> None:
    """The people of a place on a day; they change a little from year to year."""
    there = int(place.capacity * place.full * rows.chance.uniform(0.9, 1.1))
    female = int(there * place.women)
    minors = there if place.kind == "childrens-home" else there // 40 if place.kind in ("ivs", "sizo") else 0
    rows.add(
        "places.PlacePopulation", place_id=place.id, counted_on=on, capacity=place.capacity, male=there - female, female=female, minors=minors,
        source=INVENTED,
    )  # fmt: skip
