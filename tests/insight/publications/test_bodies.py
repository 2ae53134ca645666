"""What the public is given of international bodies: public reports alone, threads over years, and of the mechanism's own what it has published itself."""

import json
import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests import world
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.people import analyst, head, leader, member, secretary
from tirek.followup.international import services as international
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.publications.bodies import codes_of, content
from tirek.insight.publications.queries import bodies_edition
from tirek.insight.publications.queries.bodies import Bodies
from tirek.insight.publications.queries.bodies_ahead import bodies_now
from tirek.insight.publications.refusals import ChangedMeanwhile, SameAsPublished
from tirek.insight.publications.services import freeze, publish_bodies
from tirek.insight.publications.services.bodies import sign_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def thread():
    """2016 goes on in 2023, on whose report a recommendation bears that is not published; the report of 2025 is confidential."""
    visit = world.concluded(world.prison(), world.members())
    national.issued(visit, number="3/2026")
    old = making.old()
    new = making.paragraph(making.report(making.review(2023), symbol="CV/LUM/2", on=date(2025, 4, 7)), number="31", text="Закончить установку светильников.")
    making.link(new, earlier_id=old)
    making.link(new, number="3/2026-1")
    hidden = making.report(making.review(2025), symbol="CV/LUM/3", state="confidential", on=date(2026, 1, 5))
    making.paragraph(hidden, number="9", text="О чём никто не должен читать.")
    return hidden


def published(by=secretary, **given):
    return publish_bodies(country="demo", seen=sign_of(content("demo")), by=by, **given)


def test_a_visitor_reads_one_thread_from_2016_to_2023(thread):
    published()
    seen = bodies_edition("demo")
    codes = {each.symbol: each.code for each in seen.recommendations.values()}
    for code in codes.values():
        assert [(each.year, each.number) for each in seen.thread(code)] == [(2016, "45"), (2023, "31")]
    with pytest.raises(NotFound):
        seen.thread("nothing")


def test_nothing_of_a_report_that_is_not_public_is_in_the_edition(thread):
    body = json.dumps(content("demo"), ensure_ascii=False)
    assert "никто не должен" not in body and "CV/LUM/3" not in body and "Визит Совета посещений, 2025" in body


def test_of_the_mechanisms_own_only_what_it_has_published_is_named(thread):
    assert not any(each["own"] for each in content("demo")["recommendations"])
    with record("editions.loaded", by=SYSTEM) as entry:
        freeze(kind="report", country="demo", key="3-2026", origin="demonstration", body={"recommendations": ["3/2026-1"]})
        entry.of(None)
    told = {each["number"]: each["own"] for each in content("demo")["recommendations"]}
    assert told == {"45": [], "31": [{"number": "3/2026-1", "issued_on": str(national.ago(60)), "report": "3-2026"}]}


def test_neither_a_finding_nor_what_was_verified_is_told(thread):
    body = json.dumps(content("demo"), ensure_ascii=False)
    assert "not_verified" not in body and "finding" not in body and "светильник" in body


def test_what_is_published_is_what_the_person_saw_and_a_report_that_became_public_makes_a_further_edition(thread):
    seen = sign_of(content("demo"))
    published()
    with pytest.raises(SameAsPublished):
        published()
    international.enter_step(report_id=thread, state="public", on=timezone.localdate(), source="Страница Совета", by=secretary)
    with pytest.raises(ChangedMeanwhile):
        publish_bodies(country="demo", seen=seen, by=secretary)
    published(by=analyst)
    assert bodies_edition("demo").version.number == 2 and len(bodies_edition("demo").recommendations) == 3
    assert len(bodies_edition("demo", 1).recommendations) == 2


def test_who_does_not_publish_does_not_see_what_would_be_published_either(thread):
    for who in (leader, member):
        with pytest.raises(NotAllowed):
            bodies_now("demo", by=who)
        with pytest.raises(NotAllowed):
            published(by=who)
    assert bodies_now("demo", by=head).missions[0].year == 2025


def test_a_passage_that_could_name_somebody_needs_a_reason(thread):
    report = making.thread(making.paragraph(making.report(making.review(2020), symbol="CV/LUM/N"), number="1", text="Выдать Петрову Ивану Сергеевичу очки.", confirmed=True))
    assert report
    with pytest.raises(PassagesUndecided):
        published()
    published(names_nobody="Так напечатано в докладе самого органа.")
    assert bodies_edition("demo").version.number == 1


def test_two_recommendations_have_two_addresses():
    lines = [Line(place, number) for place, number in enumerate(["45 (a)", "45 a", "45-a"])]
    assert list(codes_of(lines).values()) == ["cv-lum-1-45-a", "cv-lum-1-45-a-n2", "cv-lum-1-45-a-n3"]


def test_reports_without_a_symbol_keep_their_recommendations_apart(thread):
    for year in (2018, 2021):
        making.paragraph(making.report(making.review(year), symbol="", title=making.words(f"Доклад {year}")), number="7", text=f"Сказано в {year}.")
    published()
    told = {(one.year, each.text.best("ru")) for one in bodies_edition("demo").missions for report in one.reports if not report.symbol for each in report.recommendations}
    assert told == {(2018, "Сказано в 2018."), (2021, "Сказано в 2021.")}
    assert {each.title.best("ru") for each in bodies_edition("demo").recommendations.values() if not each.symbol} == {"Доклад 2018", "Доклад 2021"}


def test_an_edition_from_before_reports_had_keys_is_read_by_years_and_symbols(thread):
    for year in (2012, 2014):
        making.paragraph(making.report(making.review(year), symbol="", title=making.words(f"Доклад {year}")), number=str(year - 2000), text="Сказано.")
    body = content("demo")
    for each in (*body["recommendations"], *(report for one in body["missions"] for report in one["reports"])):
        each.pop("report", None)
        each.pop("key", None)
    told = [(report.symbol, [each.number for each in report.recommendations]) for one in Bodies(body).missions for report in one.reports]
    assert told == [("CV/LUM/2", ["31"]), ("CV/LUM/1", ["45"]), ("", ["14"]), ("", ["12"])]


def test_names_of_missions_and_titles_of_reports_are_looked_at_as_other_texts_are(thread):
    review = making.review(2020, name=making.words("Визит к Петрову Ивану Сергеевичу"), confirmed=True)
    making.report(review, symbol="CV/LUM/N", title=making.words("Доклад об осуждённом Сидорове П. П."), confirmed=True)
    with pytest.raises(PassagesUndecided) as refused:
        published()
    assert "Петров" in str(refused.value) and "Сидоров" in str(refused.value)
    with pytest.raises(PassagesUndecided):
        making.review(2021, name=making.words("Визит к Петрову Ивану Сергеевичу"))
    with pytest.raises(PassagesUndecided):
        making.report(making.review(2021), symbol="CV/LUM/M", title=making.words("Доклад об осуждённом Сидорове П. П."))
    published(names_nobody="Так напечатано в докладе самого органа.")


@dataclass
class Line:
    id: int
    number: str
    symbol: str = "CV/LUM/1"


@given(st.lists(st.sampled_from(["45", "45 n2", "45-N3", "46", "45 n2 n2"])))
def test_what_is_called_alike_gets_the_number_of_those_before_it(numbers):
    """By the slow definition: all that were given are looked through for each."""
    told: list[str] = []
    for number in numbers:
        plain = "cv-lum-1-" + number.lower().replace(" ", "-")
        same = sum(each == plain or re.fullmatch(re.escape(plain) + r"-n\d+", each) is not None for each in told)
        told.append(f"{plain}-n{same + 1}" if same else plain)
    assert list(codes_of(Line(*each) for each in enumerate(numbers)).values()) == told
