"""What the search is told of visits and findings, and by whom they are seen. Rooms above tell of what hangs on a visit by the same audience."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tirek.foundation.search.sorts import Sort, Told, said_in
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import Delegate, Finding, Organiser, Visit
from tirek.records.visits.queries.findings import withheld
from tirek.registers.mandate.queries import members_behind

READ_WITH_PURPOSE = tuple(sorted(set(BEGUN) - {"reported"}))
"""States in which whoever was not there reads findings for a purpose only, which a search cannot say."""


@dataclass(frozen=True, slots=True)
class VisitTold:
    """Who may know of a visit, as names of audiences; `there`: the names of those who go, or went; `doctors`: of the doctors among them."""

    audience: tuple[str, ...]
    there: tuple[str, ...]
    doctors: tuple[str, ...]
    first_day: date


def organiser(account: object, country: str) -> str:
    """The audience that is one account in a country."""
    return f"p.{country}.{account}"


def delegate(member: object, country: str) -> str:
    """The audience that is one member in a country: another account of the member's changes nothing in the index."""
    return f"m.{country}.{member}"


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The audiences of visits that an actor belongs to in a country."""
    found = []
    if by.has(*OFFICE, *VISITORS, country=country):
        found = [organiser(by.id, country), *(delegate(member, country) for member in members_behind(by.id, country))]
    found += [f"office.{country}"] if by.has(*OFFICE, country=country) else []
    return (*found, f"analyst.{country}") if by.has(Role.ANALYST, country=country) else tuple(found)


def told_of_visits(ids: Iterable[object]) -> dict[UUID, VisitTold]:
    """Who may know of these visits. Cost: 3 queries."""
    return {row.pk: visit_told(row) for row in Visit.objects.filter(pk__in=set(ids)).prefetch_related("delegates", "organisers")}


def visit_told(row: Visit) -> VisitTold:
    """Who may know of one visit, from its rows: the form of `VisitQuerySet.visible` that the index keeps; a test holds the two together."""
    going = [each for each in row.delegates.all() if not each.left]
    there = {delegate(each.member_id, row.country) for each in going}
    audience = there | {organiser(each.account, row.country) for each in row.organisers.all()}
    audience |= {f"office.{row.country}"} if row.announced or row.state in BEGUN else set()
    audience |= {f"analyst.{row.country}"} if row.state == "reported" else set()
    doctors = {delegate(each.member_id, row.country) for each in going if each.role == "doctor"}
    return VisitTold(tuple(sorted(audience)), tuple(sorted(there)), tuple(sorted(doctors)), row.starts_on)


def tell_visits(keys: Collection[str]) -> Iterable[Told]:
    """Each visit: its place. Cost: 3 queries."""
    for row in Visit.objects.filter(pk__in=keys).select_related("place").prefetch_related("delegates", "organisers"):
        yield Told(str(row.pk), said_in("place", row.place.name), visit_told(row).audience, row.starts_on)


def tell_findings(keys: Collection[str]) -> Iterable[Told]:
    """Each finding that was not taken back: its text and the place. Cost: 4 queries."""
    rows = list(Finding.objects.filter(pk__in=keys, taken_back=False).select_related("visit__place"))
    visits = told_of_visits({row.visit_id for row in rows})
    for row in rows:
        visit = visits[row.visit_id]
        said = (*said_in("finding", row.text), *said_in("place", row.visit.place.name))
        yield Told(str(row.pk), said, finding_audience(row, visit), visit.first_day, str(row.visit_id))


def finding_audience(row: Finding, visit: VisitTold) -> tuple[str, ...]:
    """Who reads a finding without saying what for."""
    if withheld(row):
        return visit.doctors
    return visit.there if row.visit.state in READ_WITH_PURPOSE else visit.audience


def visible_visits(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the visits that the actor may know of. Cost: one query."""
    return texts(Visit.objects.visible_to(by, country).filter(pk__in=keys))


def visible_findings(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the findings that the actor reads without saying what for. Cost: one query."""
    going = Delegate.objects.filter(visit=OuterRef("visit"), member__account__pk=by.id, left=False)
    read = ~Q(visit__state__in=READ_WITH_PURPOSE) | Q(Exists(going))
    open_to = Q(medical=False) | ~Q(released_by="")
    if by.has(Role.MEDIC, country=country):
        open_to |= Q(Exists(going.filter(role="doctor")))
    found = Finding.objects.filter(pk__in=keys, country=country, taken_back=False, visit__in=Visit.objects.visible_to(by, country))
    return texts(found.filter(read, open_to))


def texts(rows: "QuerySet[Visit] | QuerySet[Finding]") -> frozenset[str]:
    """The ids as the search knows them."""
    return frozenset(str(key) for key in rows.order_by().values_list("pk", flat=True))


def next_of(model: type[Visit] | type[Finding]) -> Callable[[str, int], list[str]]:
    """Rows of the model in order of their ids."""

    def keys(after: str, size: int) -> list[str]:
        rows = model._default_manager.filter(pk__gt=after) if after else model._default_manager.all()
        return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]

    return keys


CONCERNED: Mapping[str, Callable[[list[str]], Iterable[object]]] = {
    "visits.Visit": lambda rows: rows,
    "visits.Delegate": lambda rows: Delegate.objects.filter(pk__in=rows).values_list("visit_id", flat=True),
    "visits.Organiser": lambda rows: Organiser.objects.filter(pk__in=rows, visit__isnull=False).values_list("visit_id", flat=True),
}
"""Which visits an act concerns, of which somebody may now know who did not before, or no more."""
AT_PLACES: Mapping[str, Callable[[list[str]], Iterable[object]]] = {
    "place": lambda places: Visit.objects.filter(place__pk__in=places).order_by().values_list("pk", flat=True)
}
"""Which visits are concerned when the search is told something else of places."""


def of_visits(rows: Callable[[list[str]], Iterable[object]]) -> Callable[[list[str]], Iterable[object]]:
    """The findings of the visits concerned."""
    return lambda touched: Finding.objects.filter(visit__in=list(rows(touched))).order_by().values_list("pk", flat=True)


VISITS = Sort("visit", "v", tell_visits, next_of(Visit), audiences, visible_visits, CONCERNED, AT_PLACES)
FINDINGS = Sort(
    "finding", "f", tell_findings, next_of(Finding), audiences, visible_findings,
    {"visits.Finding": lambda rows: rows, **{label: of_visits(rows) for label, rows in CONCERNED.items()}},
    {sort: of_visits(rows) for sort, rows in AT_PLACES.items()},
)  # fmt: skip
