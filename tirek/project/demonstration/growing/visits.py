"""Writing one visit of the grown years up to the day on which the delegation left: plan, team, access, meetings, findings, talk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from tirek.foundation.jurisdictions.queries import entitlements, responsible_authority
from tirek.project.demonstration.growing import phrases
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.outline import Member, Visit
from tirek.project.demonstration.growing.rows import Rows
from tirek.project.demonstration.telling import COUNTRY, at

SOURCES = ("administration", "detained_persons", "records", "own_eyes")
STATES = {"proposed": "proposed", "approved": "approved", "dropped": "dropped"}
"""How an entry of the plan stands that no visit came of; of all others one was opened."""
BEGUN = ("under_way", "concluded", "reported")


@dataclass(frozen=True, slots=True)
class Office:
    """Account ids of those who plan and approve."""

    secretary: str
    head: str


def write_visit(visit: Visit, seed: int, office: Office) -> int:
    """The rows of a visit, inside the act under way; how many there were."""
    rows = Rows(Chance(seed, "visit", visit.number))
    entry = plan(visit, rows, office)
    if visit.fate not in STATES:
        row = opened(visit, entry, rows, office)
        if visit.fate in BEGUN:
            seen(visit, row, rows, office)
    return rows.write()


def plan(visit: Visit, rows: Rows, office: Office) -> Any:
    """The line of the plan, and who knows of it."""
    entry = rows.add(
        "visits.PlanEntry", place_id=visit.place.id, kind=visit.kind, announced=visit.announced, first_day=visit.first, last_day=visit.last,
        purpose=phrases.sentence(rows.chance, "purposes", visit.kind), state=STATES.get(visit.fate, "visit_opened"), created_by=office.secretary,
    )  # fmt: skip
    for account in organisers(visit, office):
        rows.add("visits.Organiser", plan_entry=entry, account=account)
    return entry


def organisers(visit: Visit, office: Office) -> tuple[str, ...]:
    """Who prepares it: the office, and the leader who signs in."""
    return tuple(dict.fromkeys([office.secretary, office.head, account(visit.team[0], office)]))


def account(member: Member, office: Office) -> str:
    """Who enters what a member says: the member, else the secretariat."""
    return str(member.account) if member.account else office.secretary


def roles(visit: Visit) -> tuple[tuple[Member, str], ...]:
    """The team with its roles."""
    leader, doctor, *others = visit.team
    return (leader, "leader"), (doctor, "doctor"), *((each, "member") for each in others)


def opened(visit: Visit, entry: Any, rows: Rows, office: Office) -> Any:
    """The visit and its delegation, as they stand now."""
    begun, ended = visit.fate in BEGUN, visit.fate in BEGUN[1:]
    row = rows.add(
        "visits.Visit", id=visit.id, plan_entry=entry, place_id=visit.place.id, kind=visit.kind, announced=visit.announced, state=visit.fate,
        starts_on=visit.first, ends_on=visit.last, planned_first=visit.first if begun else None, planned_last=visit.last if begun else None,
        begun_at=at(visit.first, f"{rows.chance.randint(8, 10):02}:{rows.chance.randint(10, 59)}") if begun else None,
        ended_at=at(visit.last, f"{rows.chance.randint(15, 18)}:{rows.chance.randint(10, 59)}") if ended else None, reported_on=visit.issued_on,
        cancel_reason=phrases.sentence(rows.chance, "cancelled") if visit.fate == "cancelled" else "",
    )  # fmt: skip
    for each in organisers(visit, office):
        rows.add("visits.Organiser", visit=row, account=each)
    for member, role in roles(visit):
        rows.add("visits.Delegate", visit=row, member_id=member.id, role=role)
    return row


def seen(visit: Visit, row: Any, rows: Rows, office: Office) -> None:
    """What happened there."""
    access(row, rows)
    for position in range(1, rows.chance.randint(8, 16) + 1):
        finding(visit, row, position, rows, office)
    if rows.chance.happens(0.5):
        rows.add(
            "visits.Meeting", visit=row, with_whom=rows.chance.one(("officials", "staff", "civil_society")), held_on=visit.first,
            note=phrases.sentence(rows.chance, "meetings"),
        )  # fmt: skip
    if rows.chance.happens(0.05) and visit.fate != "under_way":
        urgent(visit, row, rows)
    if visit.fate != "under_way" and rows.chance.happens(0.85):
        talk = rows.add("visits.ClosingTalk", visit=row, held_on=visit.last, with_whom=phrases.sentence(rows.chance, "talks"))
        for _ in range(rows.chance.randint(0, 2)):
            until = visit.last + timedelta(days=rows.chance.randint(7, 120))
            rows.add("visits.Promise", talk=talk, what=phrases.sentence(rows.chance, "promises"), by_whom=talk.with_whom, until=until)


def access(row: Any, rows: Rows) -> None:
    """How each entitlement was honoured; what others have to keep is not delayed."""
    for code, given in granted().items():
        outcome = rows.chance.weighed({"granted": 0.93, "delayed": 0.05 if given else 0.0, "refused": 0.02})
        told: dict[str, Any] = {}
        if outcome != "granted":
            told = {"by_whom": phrases.sentence(rows.chance, "gates"), "ground": phrases.sentence(rows.chance, "grounds")}
        if outcome == "delayed":
            told["minutes"] = rows.chance.randint(10, 180)
        rows.add("visits.AccessItem", visit=row, entitlement=code, outcome=outcome, **told)


@cache
def granted() -> Mapping[str, bool]:
    """Which entitlements are given, and not kept."""
    return {each.code: each.answers == "given" for each in entitlements()}


def finding(visit: Visit, row: Any, position: int, rows: Rows, office: Office) -> None:
    """One finding; of a medical one the doctor released the wording."""
    told, doctor = phrases.finding(rows.chance), visit.team[1]
    medical = told.area in ("health_care", "mental_health", "injuries_register") and bool(doctor.account) and rows.chance.happens(0.4)
    rows.add(
        "visits.Finding", visit=row, position=position, area=told.area, text=told.text, good_practice=told.subject < 0, standards=list(told.standards),
        seriousness=rows.chance.weighed({"notable": 0.6, "serious": 0.3, "critical": 0.1}), sources=sorted(rows.chance.sample(SOURCES, 2)),
        medical=medical, released_by=str(doctor.account) if medical else "", author=account(rows.chance.one(visit.team), office), revision=2 if medical else 1,
    )  # fmt: skip


def urgent(visit: Visit, row: Any, rows: Rows) -> None:
    """What could not wait for the report."""
    observed = row.begun_at + timedelta(hours=2)
    answered = observed + timedelta(hours=rows.chance.randint(6, 40))
    heard = bool(row.reported_on) or (row.ended_at is not None and answered < row.ended_at)  # an answer comes on the day after, when nobody is there any more
    told = heard and rows.chance.happens(0.95)
    rows.add(
        "visits.UrgentMeasure", visit=row, what=phrases.measure(rows.chance), authority=responsible(visit.place.kind, visit.first), observed_at=observed,
        limit_hours=24, sent_at=observed + timedelta(hours=1), answered_at=answered if told else None,
        answer=phrases.sentence(rows.chance, "answers", "claimed_implemented") if told else "",
    )  # fmt: skip


@cache
def responsible(kind: str, on: date) -> str:
    """The body that answers for a kind of place on a day."""
    found = responsible_authority(COUNTRY, kind, on)
    assert found, kind
    return found.code
