"""A small world in the invented country, made through services only: a prison, the cast as members, visits brought to a wanted state."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from tests.accounts import account_of
from tests.people import conflicted, deputy, doctor, leader, member, secretary
from tests.remembering import remembered
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation
from tirek.registers.mandate.services import enter_member
from tirek.registers.places.services import register_place

WHY = "Так решила группа."
"""Why a visit begins before its planned day."""
PROFESSIONS = {"leader": "lawyer", "conflicted": "psychologist", "member": "social_worker", "doctor": "doctor"}


def prison(name="Тарноборский исправительный дом"):
    """A prison, after the cast; its id."""
    account_of(secretary)
    return _prison(name)


@remembered
def _prison(name):
    return register_place(country="demo", name=Words.of({"ru": name, "kk": f"{name} (kk)"}), kind="prison", region="LU-TA", by=secretary).value


def members():
    """The four who visit, as members: name -> member id."""
    account_of(leader)
    return _members()


@remembered
def _members():
    made = {}
    for number, who in enumerate((leader, conflicted, member, doctor)):
        made[who.name] = enter_member(
            country="demo", name=who.name.title(), profession=PROFESSIONS[who.name], sex=("female", "male")[number % 2], languages=["ru", "kk"],
            term_since=date(2020, 1, 1), account_id=who.id, by=secretary,
        ).value  # fmt: skip
    return made


@remembered
def planned(place_id, team, announced=False, by=leader, days=3, organisers=(), kind="periodic", joint=False):
    """A visit in the state "planned" with leader, member and doctor; `by` and the deputy organise it. Its id."""
    first = timezone.localdate() + timedelta(days=days)
    entry = services.plan_visit(
        place_id=place_id, country="demo", kind=kind, announced=announced, first_day=first, last_day=first + timedelta(days=1), by=by,
        organisers=(deputy.id, *organisers), on=min(first, timezone.localdate()),
    ).value  # fmt: skip
    services.approve_plan_entry(entry_id=entry, by=deputy)
    visit = services.open_visit(entry_id=entry, by=by, joint_with_spt=joint).value
    delegates = [(team["leader"], "leader"), (team["member"], "member"), (team["doctor"], "doctor")]
    services.set_delegation(visit_id=visit, delegates=delegates, by=by)
    for each in queries.warnings(visit, by=leader):
        services.accept_warning(visit_id=visit, code=each.code, about=each.about, reason="Учтено при распределении бесед.", by=leader)
    return visit


@remembered
def begun(place_id, team, hours=6, **given):
    """A visit under way for so many hours."""
    visit = planned(place_id, team, **given)
    services.begin(visit_id=visit, by=leader, at=datetime.now(UTC) - timedelta(hours=hours), because=WHY)
    return visit


@remembered
def concluded(place_id, team, findings=2, **given):
    """A visit that has ended, with findings in two languages."""
    visit = begun(place_id, team, **given)
    for number in range(findings):
        services.add_finding(visit_id=visit, seen=seen(f"Освещение в камерах корпуса {number + 1} недостаточное."), by=leader)
    services.end(visit_id=visit, by=leader)
    return visit


def seen(text="Освещение в камерах недостаточное.", **given):
    """An observation with two sources."""
    words = Words.of({"ru": text, "kk": "Камералардағы жарық жеткіліксіз."})
    return Observation(**{"area": "living_conditions", "text": words, "sources": ("own_eyes", "records"), "standards": ("mandela-13",), **given})

