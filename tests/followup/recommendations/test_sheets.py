"""Recommendations of past visits come in with the authority's word and what was verified, apart; later words are added, never written over; all of it goes again."""

from datetime import date

import pytest

from tests.accounts import account_of
from tests.foundation.sheets.bringing import applied, told, tried, undone
from tests.people import analyst, secretary
from tests.world import prison
from tirek.followup.recommendations.models import Answer, Recommendation, Verification
from tirek.followup.recommendations.services.past import amend_past_recommendation
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ledger.verification import verify
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.listing import rows
from tirek.foundation.sheets.models import Sheet
from tirek.foundation.sheets.refusals import NothingStays
from tirek.records.visits.models import Visit

pytestmark = pytest.mark.django_db
VISITS = ["Reference", "Place", "Kind of visit", "First day of the visit", "Day of the report"]
HEAD = ["Reference", "Visit", "Recommendation in Russian", "Addressee", "Issued", "The authority says", "Date of the letter", "The mechanism verified", "Day of the verification", "What was found"]
FIRST = ["12/2019-1", "V-1", "Отремонтировать душевые.", "lum-law", "20.03.2019", "accepts", "10.04.2019", None, None, None]
SECOND = ["12/2019-2", "V-1", "Выделить второго врача.", "lum-law", "20.03.2019", None, None, "carried out in part", "01.09.2019", "Врач принят на полставки."]


@pytest.fixture(autouse=True)
def past_visit():
    account_of(secretary)
    applied("visits", [VISITS, ["V-1", str(prison()), "periodic", "05.03.2019", "20.03.2019"]], secretary)


def stand():
    return {row.number: (row.word, row.verification, row.state) for row in Recommendation.objects.all()}


def test_they_come_in_with_both_axes_and_go_again():
    bad = [["3", "V-1", None, "lum-law", "20.03.2019"], ["4", "V-1", "Текст.", "lum-law", "20.03.2019", "accepts", None], ["5", "V-9", "Текст.", "lum-law", "20.03.2019"]]
    found = applied("recommendations", [HEAD, FIRST, SECOND, *bad], secretary)
    assert [codes for _, _, codes in told(found.id, secretary)] == [[], [], ["recommendation-text"], ["recommendation-word-undated"], ["sheet-thing"]]
    assert stand() == {"12/2019-1": ("accepted", "not_verified", "issued"), "12/2019-2": ("none", "partially_implemented", "issued")}
    assert Recommendation.objects.get(number="12/2019-1").due_on is not None
    assert tried("recommendations", [HEAD, FIRST, SECOND], secretary).counts == {"same": 2}
    later = applied("recommendations", [HEAD, [*FIRST[:5], "says that it is done", "01.12.2019"]], secretary)
    assert stand()["12/2019-1"][0] == "claimed_implemented" and Answer.objects.count() == 2
    assert undone(later.id, secretary).stay == 0
    assert stand()["12/2019-1"][0] == "accepted" and Answer.objects.count() == 1
    assert undone(found.id, secretary).stay == 0
    assert not Recommendation.objects.exists() and not Answer.objects.exists() and not Verification.objects.exists()
    assert not verify().faults


def test_what_stayed_is_taken_back_once_nothing_hangs_on_it():
    visits = Sheet.objects.get(kind="visits").pk
    later = applied("recommendations", [HEAD, FIRST], secretary)
    assert undone(visits, secretary).stay == 1
    undone(later.id, secretary)
    assert undone(visits, secretary).stay == 0 and not Visit.objects.exists()
    with pytest.raises(NothingStays):
        undone(visits, secretary)


def test_nothing_of_the_history_is_written_over():
    applied("recommendations", [HEAD, FIRST, SECOND], secretary)
    earlier = tried("recommendations", [HEAD, [*FIRST[:5], "does not accept", "01.04.2019"], [*SECOND[:7], "carried out", "01.09.2019"]], secretary)
    assert [codes for _, _, codes in told(earlier.id, secretary)] == [["sheet-not-by-sheet"], ["sheet-not-by-sheet"]]


def test_the_term_runs_from_the_day_of_issue_that_a_sheet_mends():
    applied("recommendations", [HEAD, FIRST, [*SECOND[:4], "20.03.2019"]], secretary)
    amend_past_recommendation(recommendation_id=Recommendation.objects.get(number=SECOND[0]).pk, changes={"due_on": date(2019, 12, 31)}, by=secretary)
    mended = applied("recommendations", [HEAD, [*FIRST[:4], "20.03.2018"], [*SECOND[:4], "20.03.2018"]], secretary)
    dues = {row.number: row.due_on for row in Recommendation.objects.all()}
    assert dues == {FIRST[0]: due("demo", "answer", date(2018, 3, 20)), SECOND[0]: date(2019, 12, 31)}
    undone(mended.id, secretary)
    assert Recommendation.objects.get(number=FIRST[0]).due_on == due("demo", "answer", date(2019, 3, 20))


def test_a_text_that_could_name_somebody_needs_a_reason():
    named = [*FIRST[:2], "Освободить Ивана Петровича Сидорова.", *FIRST[3:]]
    assert told(tried("recommendations", [HEAD, named], secretary).id, secretary) == [(2, "refused", ["passages-undecided"])]


def test_the_list_that_goes_out_is_the_list_that_comes_in():
    applied("recommendations", [HEAD, FIRST, SECOND], secretary)
    found = list(rows(sheet_kind("recommendations"), by=analyst, country="demo"))
    assert {row[0]: row[2] for row in found} == {"12/2019-1": "Отремонтировать душевые.", "12/2019-2": "Выделить второго врача."}
    from tirek.foundation.sheets.listing import headings

    told_again = [headings(sheet_kind("recommendations"), "demo"), *found]
    assert tried("recommendations", told_again, secretary).counts == {"same": 2}
