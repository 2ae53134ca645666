"""A second invented country beside Lumeria, in which one of everything stands, so that tests can see whether two countries are ever mixed.

Its pack is Lumeria's under another code; the fixtures take it away again.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from tests.accounts import account_of
from tests.people import person
from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.queries import recommendations as issued
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.jurisdictions import loading
from tirek.foundation.ledger.rows import LedgeredRow
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM, Actor, Grant, Role
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import services as claims
from tirek.insight.claims.queries import analysis, source_called
from tirek.insight.claims.topic_values import NewStatement, NewTopic, Point
from tirek.insight.indicators import services as indicators
from tirek.insight.indicators.services import NewValue
from tirek.insight.publications.services import freeze, publish_topic
from tirek.insight.publications.services.documents import frozen
from tirek.insight.reports import services as reports
from tirek.records.visits import services as visits
from tirek.records.visits.queries import warnings
from tirek.records.visits.services.findings import Observation
from tirek.registers.mandate.services import add_certificate, declare_conflict, enter_member
from tirek.registers.places.services import record_population, register_place

OTHER = "xx"
MARK = "Ксандрия"
"""A word that stands in every text of the second country and nowhere in Lumeria."""
PUBLISHED = "evening-article"
"""The code of a source of Lumeria."""


def in_both(name: str, *roles: Role) -> Actor:
    """Somebody with the same roles in both countries."""
    return Actor(person(name).id, frozenset(Grant(role, country) for role in roles for country in ("demo", OTHER)), name)


everywhere = in_both("everywhere", *(role for role in Role if role not in (Role.FOCAL_POINT, Role.BODY_HEAD, Role.RECEIVER)))
colleague = in_both("colleague", Role.HEAD, Role.MEMBER)


@pytest.fixture(scope="module")
def otherland(lumeria, tmp_path_factory) -> Iterator[dict[str, object]]:
    """The second country with one of everything beside the told Lumeria, for all tests of a module; ids by noun."""
    folder = tmp_path_factory.mktemp("packs")
    shutil.copytree(loading.PACKS / "demo", folder / OTHER)
    head = folder / OTHER / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("country: demo", f"country: {OTHER}"), encoding="utf-8")
    loading.bind(folder)
    own = transaction.atomic()
    own._from_testcase = True  # as the fixture around it: blocks that ask to be outermost may stand inside
    try:
        with own:
            yield fill()
            transaction.set_rollback(True)
    finally:
        loading.bind()


def text(about: str) -> Words:
    """A text that bears the mark."""
    return Words.of(dict.fromkeys(("ru", "kk", "ky", "en"), f"{MARK}: {about}"))


def fill() -> dict[str, object]:
    """One of everything, through services."""
    for actor in (everywhere, colleague):
        account_of(actor)
    made: dict[str, object] = {"account_id": account_of(person("inhabitant", Role.MEMBER, country=OTHER)).pk}
    made["place_id"] = register_place(country=OTHER, name=text("дом"), kind="prison", region="LU-TA", by=everywhere).value
    record_population(place_id=made["place_id"], counted_on=timezone.localdate(), capacity=10, male=9, by=everywhere)
    for key, actor in (("member_id", everywhere), ("colleague_id", colleague)):
        made[key] = enter_member(
            country=OTHER, name=f"{MARK} {actor.name}", profession="doctor", term_since=timezone.localdate() - timedelta(days=900),
            account_id=actor.id, by=everywhere,
        ).value  # fmt: skip
    add_certificate(member_id=made["member_id"], number=f"{MARK}-1", issued_on=timezone.localdate(), by=everywhere)
    declare_conflict(member_id=made["colleague_id"], place_id=made["place_id"], reason="other", text=MARK, by=everywhere)
    made["visit_id"] = visit(made)
    made["report_id"] = report(made["visit_id"])
    line = issued(by=everywhere, country=OTHER, today=timezone.localdate())[0]
    made["recommendation_id"] = line.id
    today = timezone.localdate()
    recommendations.record_answer(recommendation_id=line.id, word="accepted", said_on=today, received_on=today, text=MARK, by=everywhere)
    recommendations.verify(recommendation_id=line.id, outcome="implemented", verified_on=today, way="documents", text=MARK, by=everywhere)
    made["source_id"] = source()
    made["value_id"] = measured(made["source_id"])
    publish(OTHER, made["source_id"])
    publish("demo", source_called(PUBLISHED, by=everywhere, country="demo"))
    made["topic_id"], made["statement_id"] = topic(OTHER, made["source_id"], f"{MARK}: поступило 12 жалоб", MARK)
    topic("demo", source_called(PUBLISHED, by=everywhere, country="demo"), "половина жалоб поступила из трёх учреждений", "газета")
    return made


def topic(country: str, source_id: object, quote: str, speaker: str) -> tuple[object, object]:
    """A published topic with a statement, in both countries under one key."""
    said = Words.of(dict.fromkeys(LANGUAGES, speaker))
    new = NewTopic(said, points=(Point("one", said),), key=PUBLISHED)
    made = claims.make_topic(country=country, new=new, by=everywhere).value
    statement = claims.add_statement(topic_id=made, source_id=source_id, new=NewStatement("one", quote, said, position=said), by=everywhere).value
    publish_topic(topic_id=made, country=country, by=everywhere)
    return made, statement


def publish(country: str, source_id: object) -> None:
    """A source as a published document, in both countries under one key."""
    with record("editions.loaded", by=SYSTEM):
        freeze(kind="document", country=country, key=PUBLISHED, origin="demonstration" if country == "demo" else "sourced", body=frozen(source_id, country, PUBLISHED, everywhere))


def measured(source_id: object) -> object:
    """A value of an indicator, checked by another person."""
    new = NewValue(indicator="complaints", year=2025, source=source_id, quote=f"{MARK}: поступило 12 жалоб.", amount="12", remark=text("значение"))
    made = indicators.enter_value(country=OTHER, new=new, by=everywhere).value
    indicators.check_value(value_id=made, by=colleague, country=OTHER)
    return made


def source() -> object:
    """A source with a figure that somebody confirmed."""
    new = claims.NewSource(title=text("источник"), kind="press", author=MARK)
    made = claims.add_source(country=OTHER, new=new, pasted=f"{MARK}: поступило 12 жалоб.", by=everywhere, later=False).value
    claims.make_proposals(source_id=made, by=everywhere)
    (figure,) = analysis(made, 1, by=everywhere, country=OTHER).figures
    claims.confirm(source_id=made, stretch=(figure.start, figure.end), by=everywhere)
    return made


def visit(made: dict[str, object]) -> object:
    """A visit that has ended, with a finding."""
    today = timezone.localdate()
    entry = visits.plan_visit(
        place_id=made["place_id"], country=OTHER, kind="periodic", announced=True, first_day=today, last_day=today, purpose=MARK, by=everywhere
    ).value
    made["entry_id"] = entry
    visits.approve_plan_entry(entry_id=entry, by=everywhere)
    found = visits.open_visit(entry_id=entry, by=everywhere).value
    team = [(made["member_id"], "leader"), (made["colleague_id"], "member")]
    visits.set_delegation(visit_id=found, delegates=team, by=everywhere)
    for each in warnings(found, by=everywhere):
        visits.accept_warning(visit_id=found, code=each.code, about=each.about, reason=MARK, by=everywhere)
    visits.begin(visit_id=found, by=everywhere)
    seen = Observation(area="regime", text=text("находка"), sources=("own_eyes", "records"))
    made["finding_id"] = visits.add_finding(visit_id=found, seen=seen, by=everywhere).value
    visits.end(visit_id=found, by=everywhere)
    return found


def report(visit_id: object) -> object:
    """The visit's report, issued with one recommendation."""
    from tirek.records.visits.queries import findings

    basis = (findings(visit_id, by=everywhere)[0].id,)
    recommendations.draft_recommendation(visit_id=visit_id, made=Proposal(text("сделать"), "lum-order", basis), by=everywhere)
    made = reports.draft_report(visit_id=visit_id, by=everywhere).value
    reports.edit_report(report_id=made, summary=text("итог"), revision=1, by=everywhere)
    reports.submit(report_id=made, by=everywhere)
    reports.approve(report_id=made, by=colleague)
    for actor in (everywhere, colleague):
        reports.sign(report_id=made, by=actor)
    reports.issue_visit_report(report_id=made, by=everywhere)
    return made


def ids_of(country: str) -> set[str]:
    """Ids of every row of a country."""
    models = [model for model in apps.get_models() if issubclass(model, LedgeredRow)]
    return {str(key) for model in models for key in model._base_manager.filter(country=country).values_list("pk", flat=True)}


