"""A figure that no sheet knows is found where it was published, or in the issued report that its sentence names; nothing that was taken out is."""

import pytest

from tests import world
from tests.insight.publications.making import publish
from tests.insight.reports import flow
from tests.insight.speeches import making
from tests.people import analyst, person
from tirek.ground.rules.actors import Role
from tirek.ground.rules.speech_matching import Verdict
from tirek.insight.claims.extracting import extract
from tirek.insight.claims.told import told
from tirek.insight.reports.models import Report
from tirek.insight.speeches import queries

pytestmark = pytest.mark.django_db
PAPER = "In 2021 the mechanism visited 77 institutions. In 2021 it trained 31 inspectors."
abroad = person("abroad", Role.ANALYST, country="kz")


def published(**body):
    publish("004", "kz", text=PAPER, found={**told(extract(PAPER))}, **body)


def checked(text, by=abroad, country="kz", year=2026):
    return queries.checked_speech(text, by=by, country=country, year=year).figures


def test_a_figure_of_a_published_document_is_found_with_the_way_to_it():
    published()
    (figure,) = checked("In 2021 we visited 77 institutions.")
    assert figure.verdict is Verdict.FOUND and not figure.lines
    (line,) = figure.printed
    assert (line.sort, line.key, line.figure, line.quote) == ("document", "004", 1, "77")


@pytest.mark.parametrize("text", ["In 2022 we visited 77 institutions.", "In 2021 we visited 78 institutions.", "In 2021, 77 complaints came in."])
def test_another_year_number_or_thing_is_not_in_the_record(text):
    published()
    assert [each.verdict for each in checked(text)] == [Verdict.UNCOMPARED]


def test_what_was_taken_out_of_a_document_is_found_no_more():
    published()
    assert checked("In 2021 we visited 77 institutions.")[0].printed
    start = PAPER.index("77")
    published(out=[{"span": [start, start + 2], "reason": "unlawful"}])
    assert checked("In 2021 we visited 77 institutions.")[0].verdict is Verdict.UNCOMPARED
    assert checked("In 2021 it trained 31 inspectors.")[0].printed


def test_documents_of_another_country_are_not_looked_through():
    published()
    assert [each.verdict for each in checked("In 2021 we visited 77 institutions.", by=analyst, country="demo")] == [Verdict.UNCOMPARED]


def test_an_edition_that_was_read_is_not_read_again(django_assert_num_queries):
    published()
    checked("In 2021 we visited 77 institutions.")
    with django_assert_num_queries(2):
        checked("In 2021 we visited 77 institutions.")


def test_a_number_of_an_issued_report_is_found_where_the_sentence_names_the_report():
    done = world.concluded(world.prison(), world.members(), findings=3)
    flow.recommend(done)
    flow.issued(done)
    report = Report.objects.get(visit=done, state="issued")
    text = f"В отчёте № {report.number} записано 3 наблюдения. В прошлом отчёте записано 3 наблюдения."
    named, unnamed = checked(text, by=analyst, country="demo")
    assert named.verdict is Verdict.FOUND and {(each.sort, each.key) for each in named.printed} == {("report", str(report.pk))}
    assert unnamed.printed == ()
    assert checked("В отчёте № 999/2026 записано 3 наблюдения.", by=analyst, country="demo")[0].printed == ()


def test_what_a_sheet_tells_otherwise_still_differs_though_it_was_printed_once():
    making.ten_issued()
    making.frozen()
    year = making.year()
    paper = f"In {year} the mechanism conducted 9 visits."
    publish("paper", "demo", text=paper, found=told(extract(paper)), sha256="")
    (figure,) = checked(f"In {year} we conducted 9 visits.", by=analyst, country="demo", year=year)
    assert figure.verdict is not Verdict.UNCOMPARED and [each.key for each in figure.printed] == ["paper"]
