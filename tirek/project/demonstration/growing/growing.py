"""Growing the invented country: registers first, then month after month; each month whole or not at all, so that a killed growth goes on.

Calling it again with the same seed and size goes on where it stopped; with others it is refused, because years cannot be told twice.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import transaction

from tirek.foundation.ledger.checkpoints import present_checkpoint
from tirek.foundation.ledger.following import told_together
from tirek.foundation.ledger.services import record
from tirek.foundation.people.queries import account_id_of, filled_with
from tirek.foundation.people.services import mark_filled
from tirek.ground.rules.actors import SYSTEM
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.outline import Member, Outline, Size, Visit, number_reports, outline
from tirek.project.demonstration.growing.registers import write_registers
from tirek.project.demonstration.growing.reports import Open, subject_of, write_report
from tirek.project.demonstration.growing.rows import table
from tirek.project.demonstration.growing.visits import BEGUN, Office, write_visit
from tirek.project.demonstration.people import DOMAIN
from tirek.project.demonstration.telling import COUNTRY, standing_places

MARK = "grown"
Told = Callable[[int, int], None]
"""Is told how many visits of how many are written."""


class GrownOtherwise(ValueError):
    """The country was grown by another seed or to another size."""


def grow(size: Size, told: Told) -> Outline:
    """Writes what of the size is not written yet. Raises GrownOtherwise. Returns the outline."""
    mark = started(size)
    made = outline(size, mark["names"], cast())
    number_reports(made.visits, {int(year): last for year, last in mark["numbers"].items()})
    if mark["months"] < 0:
        write_registers(made)
        mark = set_mark(mark, months=0)
    write_months(made, mark, told)
    present_checkpoint()
    return made


def started(size: Size) -> dict[str, Any]:
    """The mark of this growth in the database: its size, what stood before it, how many months are written (-1: not even the registers)."""
    wanted = {"years": size.years, "seed": size.seed, "until": size.until.isoformat(), "places": size.places, "visits": size.visits_a_year}
    there = filled_with().get(MARK)
    if there:
        mark: dict[str, Any] = json.loads(there)
        if mark["size"] != wanted:
            raise GrownOtherwise(f"The country was grown already: {mark['size']}.")
        return mark
    years = {str(row.year): row.last for row in table("reports.Series").objects.filter(country=COUNTRY)}
    mark = {"size": wanted, "names": sorted(standing_places()), "numbers": years, "months": -1}
    with transaction.atomic():
        reserve_numbers(number_reports(outline(size, mark["names"], cast()).visits, {int(year): last for year, last in years.items()}))
        return set_mark(mark)


def set_mark(mark: dict[str, Any], **changes: int) -> dict[str, Any]:
    """The mark with changes, kept."""
    mark = {**mark, **changes}
    mark_filled(name=MARK, digest=json.dumps(mark, ensure_ascii=False))
    return mark


def reserve_numbers(last: dict[int, int]) -> None:
    """The last number of each year, so that whoever issues a report meanwhile gets a later one."""
    with record("demonstration.grown", by=SYSTEM, country=COUNTRY) as entry:
        for year, number in sorted(last.items()):
            there = table("reports.Series").objects.filter(country=COUNTRY, year=year).first()
            row = there or table("reports.Series")(id=Chance("series", year).id(), country=COUNTRY, year=year)
            row.last = number
            row.save()
        entry.of(None)


def cast() -> list[Member]:
    """The demonstration's own people who serve as members and sign in."""
    found = table("mandate.Member").objects.filter(country=COUNTRY, account__email__endswith=f"@{DOMAIN}", term_until__isnull=False)
    told = found.exclude(account__email__startswith="person-").order_by("name")
    leads = account_id_of(f"leader@{DOMAIN}")
    return [
        Member(
            id=each.pk, name=each.name, sex=each.sex, profession=each.profession, region=each.region, since=each.term_since, until=each.term_until,
            account=each.account_id, leads=str(each.account_id) == str(leads),
        )
        for each in told
    ]  # fmt: skip


def months(visits: Iterable[Visit]) -> Iterator[list[Visit]]:
    """The visits of each month."""
    for _month, group in groupby(visits, key=lambda each: (each.first.year, each.first.month)):
        yield list(group)


def write_months(made: Outline, mark: dict[str, Any], told: Told) -> None:
    """Every month in one transaction, with an entry of the ledger for each visit, its recommendations and its report. A report is written together with
    the next visit to its place, at which was seen what became of it; the last ones at the end.
    """
    office = Office(*(str(account_id_of(f"{login}@{DOMAIN}")) for login in ("secretary", "head")))
    left, written = Open(), 0
    groups = list(months(made.visits))
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        reports = [each.before for each in group if each.before] + [each for each in made.visits if last and each.fate in BEGUN and each.after is None]
        written += len(group)
        if number < mark["months"]:
            remember(reports, left)
            continue
        checkpoint = present_checkpoint()
        with transaction.atomic(), told_together():
            for visit in group:
                with record("demonstration.grown", by=SYSTEM, subject=("visit", visit.id), country=COUNTRY) as entry:
                    entry.of(write_visit(visit, made.size.seed, office))
            for visit in reports:
                write_report(visit, made.size.seed, office, left, made.size.until, checkpoint)
            mark = set_mark(mark, months=number + 1)
        told(written, len(made.visits))


def remember(reports: Iterable[Visit], left: Open) -> None:
    """Of reports that stand already: what was not carried out, and the sheet of signatures."""
    for visit in reports:
        if visit.fate == "reported":
            rows = table("recommendations.Recommendation").objects.filter(visit_id=visit.id, verification__in=("not_implemented", "partially_implemented"))
            areas = {each.recommendation_id: each.finding.area for each in table("recommendations.Basis").objects.filter(recommendation__in=rows).select_related("finding")}
            left.repeated[visit.place.id] = {subject_of(areas[row.pk]): row.pk for row in rows.order_by("position")}
    sheet = table("files.StoredFile").objects.filter(name="signatures-demonstration.txt").first()
    left.sheet = sheet.pk if sheet else None
