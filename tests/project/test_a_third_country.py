"""A third country, written as a newcomer writes it: the files of docs/how-to/a-whole-pack.md as they stand there, and one whole visit through them.

Nothing of the house is edited for it. If the page goes stale, or the house learns to need a known country, this fails.
"""

import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from tests.accounts import account_of, sign_in
from tests.people import person
from tests.project.commands import ROOT
from tirek.faces.desk.map.measuring import Asked, measured
from tirek.followup.recommendations import queries as followed
from tirek.followup.recommendations import services as following
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.jurisdictions import apps, loading, queries
from tirek.foundation.jurisdictions.loading import COUNTRY_FILES, OPTIONAL
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries as reports
from tirek.insight.reports import services as reporting
from tirek.records.visits import queries as visited
from tirek.records.visits import services as visits
from tirek.records.visits.services.findings import Observation
from tirek.registers.mandate.services import enter_member
from tirek.registers.places.services import record_population, register_place

PAGE = ROOT / "docs" / "how-to" / "a-whole-pack.md"
BLOCK = re.compile(r"^`(\w+\.yaml)`: [^`]*?(?:`[^`]*`[^`]*?)*\n\n```yaml\n(.*?)```$", re.MULTILINE | re.DOTALL)
XO = "xo"
HEAD, CLERK = person("xo-head", Role.HEAD, country=XO), person("xo-clerk", Role.SECRETARIAT, country=XO)
LEADER = person("xo-leader", Role.LEADER, Role.MEMBER, country=XO)
VISITOR, MEDIC = person("xo-visitor", Role.MEMBER, country=XO), person("xo-medic", Role.MEDIC, country=XO)


def blocks() -> dict[str, str]:
    """The files of the page, by name."""
    return dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))


def written(folder: Path) -> Path:
    """The folder of packs, made as the page says."""
    (folder / "packs" / XO).mkdir(parents=True)
    for name, text in blocks().items():
        (folder / "packs" / XO / name).write_text(text, encoding="utf-8")
    return folder / "packs"


@pytest.fixture
def olkhenia(tmp_path):
    """The pack, in force for one test."""
    loading.bind(written(tmp_path))
    yield XO
    loading.bind(*(Path(one) for one in settings.TIREK_PACKS))


def both(english, russian):
    """A text in the two languages in which the country reports."""
    return Words.of({"en": english, "ru": russian})


def test_the_page_holds_every_file_that_a_pack_needs_and_no_other(olkhenia):
    needed = {f"{name}.yaml" for name in (COUNTRY_FILES.keys() - OPTIONAL) | {"pack"}}
    assert blocks().keys() == needed and PAGE.read_text(encoding="utf-8").count("```yaml") == len(needed)
    assert apps.check_packs() == [] and XO in queries.countries() and not queries.is_invented(XO)


@pytest.mark.django_db
def test_a_whole_visit_runs_through_a_country_that_nobody_of_the_house_knows(olkhenia, client):
    today = timezone.localdate()
    for each in (HEAD, CLERK, LEADER, VISITOR, MEDIC):
        account_of(each)
    place = register_place(country=XO, name=both("Upper keep", "Верхний острог"), kind="keep", region="XO-N", opened_on=date(2021, 3, 1), by=CLERK).value
    record_population(place_id=place, counted_on=today, capacity=40, male=44, female=0, unknown=0, by=CLERK)
    team = [
        enter_member(country=XO, name=each.name.title(), profession=work, term_since=date(2021, 3, 1), account_id=each.id, by=CLERK, sex=sex).value
        for each, work, sex in ((LEADER, "lawyer", "female"), (VISITOR, "psychologist", "male"), (MEDIC, "doctor", "female"))
    ]
    (stands,) = visited.standings(by=CLERK, country=XO, today=today)
    assert stands.past and stands.due.kind == "round", "eighteen months have gone by since the mechanism began"

    entry = visits.plan_visit(
        place_id=place, country=XO, kind="round", announced=False, first_day=today, last_day=today + timedelta(days=1), by=LEADER, organisers=(HEAD.id,), on=today,
    ).value  # fmt: skip
    visits.approve_plan_entry(entry_id=entry, by=HEAD)
    visit = visits.open_visit(entry_id=entry, by=LEADER).value
    visits.set_delegation(visit_id=visit, delegates=[(team[0], "leader")], by=LEADER)
    assert ("too-few", (("count", "1"), ("minimum", "2"))) in {(each.code, each.params) for each in visited.warnings(visit, by=LEADER)}
    visits.set_delegation(visit_id=visit, delegates=[(team[0], "leader"), (team[1], "member"), (team[2], "doctor")], by=LEADER)
    for each in visited.warnings(visit, by=LEADER):
        visits.accept_warning(visit_id=visit, code=each.code, about=each.about, reason="The interviews are divided so.", by=LEADER)
    now = datetime.now(UTC)
    visits.begin(visit_id=visit, by=LEADER, at=now - timedelta(minutes=30), because="The way was short.")
    visits.record_access(visit_id=visit, entitlement="all_places", outcome="granted", by=LEADER)
    finding = visits.add_finding(
        visit_id=visit, by=LEADER,
        seen=Observation(area="living_conditions", text=both("There is no light in the cells.", "В камерах нет света."), sources=("own_eyes", "records"), standards=("mandela-13",)),
    ).value  # fmt: skip
    urgent = visits.send_urgent_measure(
        visit_id=visit, what=both("Show the man to a medic.", "Показать человека лекарю."), authority_code="xo-gates", observed_at=now, sent_at=now, by=LEADER
    )
    assert urgent.value and {each.limit_hours for each in visited.urgent_measures(visit, by=LEADER)} == {12}
    visits.end(visit_id=visit, by=LEADER)
    assert not visited.standings(by=CLERK, country=XO, today=today)[0].past

    made = Proposal(both("Hang a lamp in every cell.", "Повесить лампу в каждой камере."), "xo-gates", (finding,))
    recommendation = following.draft_recommendation(visit_id=visit, made=made, by=LEADER).value
    report = reporting.draft_report(visit_id=visit, by=LEADER).value
    reporting.edit_report(report_id=report, summary=both("One thing is to be mended.", "Исправить нужно одно."), revision=1, by=LEADER)
    reporting.submit(report_id=report, by=LEADER)
    reporting.approve(report_id=report, by=CLERK)
    facts = reports.report(report, by=LEADER)
    assert facts.signatures_due == queries.due(XO, "signature", facts.frozen_on) and facts.dissents_due == queries.due(XO, "dissent", facts.frozen_on)
    for each in (LEADER, VISITOR, MEDIC):
        reporting.sign(report_id=report, by=each)
    reporting.issue_visit_report(report_id=report, by=CLERK)
    issued = followed.recommendation(recommendation, by=HEAD, today=today)
    assert issued.state == "issued" and issued.due_on == today + timedelta(days=45) and issued.number

    following.record_answer(recommendation_id=recommendation, word="accepted", said_on=today, received_on=today, text="The lamps are bought.", by=CLERK)
    following.verify(recommendation_id=recommendation, outcome="implemented", verified_on=today, way="documents", text="The bills were seen.", by=LEADER)
    kept = followed.recommendation(recommendation, by=HEAD, today=today)
    assert (kept.word, kept.verification) == ("accepted", "implemented")
    shown(client, visit, report, recommendation, place)


def shown(client, visit, report, recommendation, place):
    """The desk says all of it in the country's own words: each page in English, and one after the other in the other languages."""
    sign_in(client, LEADER)
    pages = [("places",), ("home",), ("plan",), ("visits",), ("visit", visit), ("visit-findings", visit), ("report", report), ("recommendation", recommendation), ("place", place),
             ("members",), ("plan-coverage",), ("map",), ("charts",), ("plan-year", timezone.localdate().year)]  # fmt: skip
    texts = {}
    for number, (name, *args) in enumerate(pages):
        for language in ("en", ("ru", "kk", "ky")[number % 3]):
            client.cookies["language"] = language
            answer = client.get(reverse(f"desk:{name}", args=args), follow=True)
            assert answer.status_code == 200, (language, name)
            texts[language, name] = answer.content.decode()
    assert "Gates" in texts["en", "recommendation"] and "острог" in texts["ru", "places"] and "North Reach" in texts["en", "places"]
    assert not [key for key, text in texts.items() if "Тарнобор" in text or "Блюститель" in text or "correctional house" in text]
    found = measured("occupancy", Asked(by=LEADER, country=XO, today=timezone.localdate(), kind=""))
    assert (found.of("XO-N").value, found.of("XO-S").value) == (110, None) and "South Reach" in texts["en", "map"]


@pytest.mark.trial
def test_the_command_of_the_page_finds_the_pack_in_order(house, tmp_path):
    packs = written(tmp_path)
    assert "TIREK_PACKS=packs tirek check" in PAGE.read_text(encoding="utf-8")
    told = house.tirek("check", TIREK_PACKS=os.fspath(packs), TIREK_COUNTRY=XO, DEMO="0")
    assert told.returncode == 0 and "All holds." in told.stdout
