"""Reading the register of members: cut to the country, and conflicts to those who may know them. It knows no visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import F, TextField
from django.db.models.expressions import OrderBy
from django.db.models.functions import Cast

from tirek.foundation.jurisdictions.queries import professions, successor_on, today
from tirek.foundation.ledger.once import once, once_each
from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import VISITORS, Actor, Role
from tirek.ground.rules.open_texts import KeptText
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.small_cells import joined
from tirek.ground.rules.spans import Span
from tirek.ground.rules.team_balance import Teammate
from tirek.ground.rules.text_folding import look
from tirek.registers.mandate.models import WRITTEN, Certificate, Conflict, Member, MemberQuerySet, MemberTerm
from tirek.registers.mandate.policies import may_see_conflicts
from tirek.registers.places.folding import folded
from tirek.registers.places.queries import kept_about, kept_text


@dataclass(frozen=True, slots=True)
class TermFacts:
    """One term, and why it ended before its time."""

    span: Span
    decision: str
    ended_reason: str


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """One certificate, both days included."""

    number: str
    issued_on: date
    valid_until: date | None
    issued_by: str


@dataclass(frozen=True, slots=True)
class ConflictFacts:
    """One conflict of interest, with a place (id) or an authority (code)."""

    id: UUID
    place_id: UUID | None
    authority: str
    reason: str
    text: str
    span: Span
    declared_by: str
    declared_on: date


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member as a reader may see him or her; `conflicts_open` is false, and conflicts are empty, for those who may not know them."""

    id: UUID
    account_id: UUID | None
    country: str
    name: str
    profession: str
    organisation: str
    sex: str
    region: str
    languages: tuple[str, ...]
    term_since: date
    term_until: date | None
    oath_on: date | None
    terms: tuple[TermFacts, ...] = ()
    certificates: tuple[CertificateFacts, ...] = ()
    conflicts: tuple[ConflictFacts, ...] = ()
    conflicts_open: bool = False

    @property
    def revision(self) -> str:
        """The sign of the entry: a writer who began from another is told."""
        return revised(self, WRITTEN)

    @property
    def name_key(self) -> tuple[str, ...]:
        """What two entries of one name have in common, in whatever order, case and alphabet it was typed."""
        return name_key(self.name)

    def serves_on(self, on: date) -> bool:
        """Whether a term covers the day."""
        return any(term.span.holds(on) for term in self.terms)

    @property
    def days_left(self) -> int | None:
        """Calendar days until the newest term's last day, negative after it; None for a term without an end."""
        return (self.term_until - today(self.country)).days if self.term_until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFilters:
    """How the list is narrowed; `on` is the day for serving or not (today unless told); `ids` leaves these alone."""

    profession: str = ""
    region: str = ""
    language: str = ""
    state: Literal["", "serving", "former"] = ""
    on: date | None = None
    text: str = ""
    ids: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """How many people serve in a role, or in several roles together where one of them alone would point at a person."""

    roles: tuple[Role, ...]
    count: int


@dataclass(frozen=True, slots=True)
class EndingTerm:
    """A member whose term ends soon, and its last day."""

    id: UUID
    name: str
    until: date


NO_FILTERS = MemberFilters()
SHOWN_ROLES = (Role.HEAD, Role.SECRETARIAT, Role.LEADER, Role.MEDIC, Role.MEMBER, Role.ANALYST)
"""The roles of the mechanism itself, in the order of the public list; whoever holds several counts once, by the first."""


ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "name": ("sought", "pk"),
    "-name": ("-sought", "-pk"),
    "until": (F("term_until").asc(nulls_last=True), "sought", "pk"),
    "-until": (F("term_until").desc(nulls_first=True), "sought", "pk"),
    "since": ("term_since", "sought", "pk"),
    "-since": ("-term_since", "sought", "pk"),
}
"""What a list can be ordered by. `sought` begins with the folded name. A term without an end ends last."""


def members(
    *, by: Actor, country: str, filters: MemberFilters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[MemberFacts, ...]:
    """Members of the country in one of the ORDERS, else by name: all, or `size` of them from the one numbered `start`. Cost: 4 queries."""
    found = narrowed(Member.objects.visible_to(by, country), filters, filters.on or today(country)).order_by(*ORDERS[order or "name"])
    return tuple(facts(row, by) for row in whole(found[start : None if size is None else start + size]))


def member_count(*, by: Actor, country: str, filters: MemberFilters = NO_FILTERS) -> int:
    """How many members the same list holds. Cost: one query."""
    return narrowed(Member.objects.visible_to(by, country), filters, filters.on or today(country)).count()


def member_ids(*, by: Actor, country: str, filters: MemberFilters = NO_FILTERS) -> frozenset[UUID]:
    """Who stands in the same list. Cost: 1 query."""
    found = narrowed(Member.objects.visible_to(by, country), filters, filters.on or today(country)).order_by().values_list("pk", "languages")
    return frozenset(key for key, languages in found if not filters.language or filters.language in languages)


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name as they look, in order: letters of another alphabet that look the same make no other name."""
    return tuple(sorted(look(folded(name)).split()))


def narrowed(found: MemberQuerySet, filters: MemberFilters, on: date) -> MemberQuerySet:
    """What the filters leave on a day."""
    for column in ("profession", "region"):
        if wanted := getattr(filters, column):
            found = found.filter(**{column: wanted})
    if filters.ids is not None:
        found = found.filter(pk__in=filters.ids)
    if filters.language:  # SQLite asks no JSON list what it contains; as text both databases write a code between quotation marks
        found = found.annotate(spoken=Cast("languages", TextField())).filter(spoken__contains=f'"{filters.language}"')
    for word in folded(filters.text).split():
        found = found.filter(sought__contains=word)
    if not filters.state:
        return found
    serving = Member.objects.serving(on).values("pk")
    return found.filter(pk__in=serving) if filters.state == "serving" else found.exclude(pk__in=serving)


def terms_ending(*, by: Actor, country: str, today: date, until: date) -> tuple[EndingTerm, ...]:
    """Members who serve today and whose term ends by a day, the first to end first. Cost: one query."""
    found = Member.objects.visible_to(by, country).filter(pk__in=Member.objects.serving(today).values("pk"), term_until__lte=until)
    rows = found.order_by("term_until", "pk").values_list("pk", "name", "term_until")
    return tuple(EndingTerm(key, name, last) for key, name, last in rows if last)


def member(member_id: object, *, by: Actor, country: str) -> MemberFacts:
    """One member. Raises NotFound, also for one who may not be seen. Cost: 4 queries."""
    try:
        wanted = member_id if isinstance(member_id, UUID) else UUID(str(member_id))
    except ValueError:
        raise NotFound() from None
    row = whole(Member.objects.visible_to(by, country).filter(pk=wanted)).first()
    if row is None:
        raise NotFound()
    return facts(row, by)


def member_of(actor: Actor, country: str = "") -> MemberFacts | None:
    """The member that the actor is, in a country (the actor's first unless told); None for somebody who is no member."""
    for code in [country] if country else sorted(actor.countries):
        row = whole(Member.objects.visible_to(actor, code).filter(account_id=actor.id)).first() if actor.id else None
        if row:
            return facts(row, actor)
    return None


def member_names(member_ids: Iterable[object]) -> dict[str, str]:
    """Names by id as text. For rooms that have already made sure that their reader may see what these members do."""
    return {key: name for key, (name, _profession) in called(frozenset(map(str, member_ids))).items()}


def member_callings(member_ids: Iterable[object]) -> dict[str, tuple[str, str]]:
    """Name and profession by id as text, every medical profession as a doctor; under the same condition. Cost: one query."""
    medical = medical_professions()
    return {key: (name, "doctor" if craft in medical else craft) for key, (name, craft) in called(frozenset(map(str, member_ids))).items()}


@once_each
def called(member_ids: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Name and profession by id."""
    return {str(key): (name, craft) for key, name, craft in Member.objects.filter(pk__in=member_ids).values_list("pk", "name", "profession")}


def member_professions(member_ids: Iterable[object]) -> dict[str, str]:
    """The profession of each as the register has it, by id as text; under the same condition. Costs nothing after `member_callings`."""
    return {key: craft for key, (_name, craft) in called(frozenset(map(str, member_ids))).items()}


def medical_professions() -> set[str]:
    """Codes of the professions that count as a doctor in a delegation."""
    return {one.code for one in professions() if one.medical}


def account_ids(member_ids: Iterable[object]) -> dict[str, str]:
    """Account ids by member id, both as text; members without an account are left out. For rules of access, not for pages."""
    found = Member.objects.filter(pk__in=set(member_ids), account_id__isnull=False).values_list("pk", "account_id")
    return {str(key): str(account) for key, account in found}


@once
def members_behind(account_id: str, country: str) -> tuple[str, ...]:
    """Ids, as text, of the members of a country that an account is. For rules of access. Cost: one query."""
    return tuple(str(key) for key in Member.objects.filter(account__pk=account_id, country=country).values_list("pk", flat=True)) if account_id else ()


def can_sign_in(member_ids: Iterable[object], country: str) -> frozenset[str]:
    """Ids, as text, of those who have an account in use and hold a role with it in the country today. For rules of access. Cost: 2 queries."""
    used = account_roles(country)
    return frozenset(member for member, account in account_ids(member_ids).items() if account in used)


def team_facts(member_ids: Iterable[object], on: date) -> tuple[Teammate, ...]:
    """What the rule of team balance needs of these members for a visit that begins on the day, in order of name.

    Every medical profession counts as a doctor; a conflict with an authority is also one with its successor on the day. The caller has made
    sure that its reader may compose this team. Cost: 3 queries.
    """
    medical = medical_professions()
    found = Member.objects.filter(pk__in=set(member_ids)).prefetch_related("terms", "conflicts")
    rows = sorted(found, key=lambda row: folded(row.name))
    return tuple(teammate(row, on, medical) for row in rows)


def teammate(row: Member, on: date, medical: set[str]) -> Teammate:
    """A member as the rule sees him or her: the term that covers the day, else the newest."""
    term = next((one.span for one in row.terms.all() if one.span.holds(on)), Span(row.term_since, row.term_until))
    return Teammate(
        id=str(row.pk), name=row.name, profession="doctor" if row.profession in medical else row.profession, sex=row.sex,
        languages=frozenset(row.languages), conflicts=conflict_codes(row, on), term_since=term.since, term_until=term.until,
    )  # fmt: skip


def conflict_codes(row: Member, on: date) -> frozenset[str]:
    """Ids of places and codes of authorities with which the member has a conflict on the day."""
    holding = [one for one in row.conflicts.all() if one.span.holds(on)]
    places = {str(one.place_id) for one in holding if one.place_id}
    bodies = {one.authority for one in holding if one.authority}
    return frozenset(places | bodies | {successor_on(row.country, code, on) for code in bodies})


def public_list(country: str, on: date | None = None) -> tuple[PublicGroup, ...]:
    """How many serve in which role on the day (today unless told): what may be shown to everybody. Cost: 2 queries.

    Nothing of a person is in it, and small numbers are joined; where fewer than three serve altogether there is no group. Those of the
    office and analysts count by the roles that their accounts hold today, members by their terms.
    """
    held = account_roles(country, SHOWN_ROLES)
    people = {account: next((role for role in SHOWN_ROLES if role in roles and role not in VISITORS), None) for account, roles in held.items()}
    medical, counts = medical_professions(), dict.fromkeys(SHOWN_ROLES, 0)
    serving = Member.objects.filter(country=country).serving(on or today(country))
    for key, account, craft in serving.values_list("pk", "account_id", "profession"):
        plain = Role.MEDIC if craft in medical else Role.MEMBER
        own = next((role for role in SHOWN_ROLES if role in held.get(str(account), ())), plain)
        people[str(account or key)] = own
    for role in people.values():
        if role:
            counts[role] += 1
    return tuple(PublicGroup(roles, count) for roles, count in joined(counts))



def kept_in_members(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """Passages that stay in terms and certificates, and in conflicts for those who may know them. Cost: 5 queries."""
    found = Member.objects.visible_to(by, country)
    terms = dict(MemberTerm.objects.filter(member__in=found).exclude(ended_reason="", decision="").values_list("pk", "member_id"))
    papers = dict(Certificate.objects.filter(member__in=found).values_list("pk", "member_id"))
    declared = Conflict.objects.filter(member__in=found).exclude(text="").select_related("member")
    conflicts = {row.pk: row.member_id for row in declared if may_see_conflicts(by, country, row.member.account_id)}
    named = {"term": terms, "certificate": papers, "conflict": conflicts}
    sorts = {str(key): (sort, member) for sort, rows in named.items() for key, member in rows.items()}
    return tuple(kept_text(*sorts[row.about], row) for row in kept_about(sorts))


def whole(found: MemberQuerySet) -> MemberQuerySet:
    """The members with their terms, certificates and conflicts."""
    return found.prefetch_related("terms", "certificates", "conflicts")


def facts(row: Member, by: Actor) -> MemberFacts:
    """A member as frozen values, conflicts only for those who may know them."""
    shown = may_see_conflicts(by, row.country, row.account_id)
    certificates = [CertificateFacts(one.number, one.issued_on, one.valid_until, one.issued_by) for one in row.certificates.all()]
    terms = [TermFacts(one.span, one.decision, one.ended_reason) for one in row.terms.all()]
    conflicts = [conflict_facts(one) for one in row.conflicts.all()] if shown else []
    return MemberFacts(
        id=row.pk, account_id=row.account_id, country=row.country, name=row.name, profession=row.profession, organisation=row.organisation,
        sex=row.sex, region=row.region, languages=tuple(row.languages), term_since=row.term_since, term_until=row.term_until,
        oath_on=row.oath_on, terms=tuple(sorted(terms, key=lambda one: one.span.first)),
        certificates=tuple(sorted(certificates, key=lambda one: one.issued_on)),
        conflicts=tuple(sorted(conflicts, key=lambda one: one.span.first)), conflicts_open=shown,
    )  # fmt: skip


def conflict_facts(row: Conflict) -> ConflictFacts:
    """A conflict as a frozen value."""
    return ConflictFacts(row.pk, row.place_id, row.authority, row.reason, row.text, row.span, row.declared_by, row.declared_on)
