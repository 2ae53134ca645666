"""Labels of recommendations: put on and taken off by whom, found by, counted by, kept beside what lists order by; by a sheet too."""

import pytest

from tests import world
from tests.accounts import account_of
from tests.followup.recommendations.making import ago, answer, draft, issued, read, today, verify
from tests.foundation.sheets.bringing import applied, told, tried, undone
from tests.people import analyst, auditor, foreigner, head, leader, secretary
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.models import Labelled, Recommendation
from tirek.followup.recommendations.refusals import NotInForce, StandsSoAlready, TooManyLabels, UnknownChoice
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.listing import rows
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
TWO = ("group-women", "sdg-16.3")


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def put(key, add=(), remove=(), by=secretary):
    return services.set_labels(recommendation_id=key, add=add, remove=remove, by=by)


def found(by=head, **filters):
    return [one.id for one in queries.recommendations(by=by, country="demo", today=today(), filters=queries.Filters(**filters), size=25)]


def test_labels_are_put_on_and_taken_off_and_the_text_stays(visit):
    key = issued(visit)
    text = read(key).text
    put(key, TWO)
    put(key, ("mandela-24",), ("group-women",), by=head)
    assert read(key).labels == ("mandela-24", "sdg-16.3") and read(key).text == text
    assert not verify_ledger().faults


def test_who_labels_and_what_is_refused(visit):
    key = issued(visit)
    put(key, TWO)
    many = [one.id for one in catalogue().common.labels][:31]
    for refusal, given in (
        (NotAllowed, {"by": leader}), (NotAllowed, {"by": analyst}), (NotFound, {"by": auditor}), (NotFound, {"by": foreigner}), (StandsSoAlready, {"add": TWO}),
        (StandsSoAlready, {"remove": ("group-staff",)}), (UnknownChoice, {"add": ("group-penguins",)}), (TooManyLabels, {"add": many}),
    ):  # fmt: skip
        with pytest.raises(refusal):
            put(key, **{"add": ("right-health",), **given} if "remove" not in given else given)
    services.withdraw(recommendation_id=key, reason="Учреждение закрыто.", by=secretary)
    with pytest.raises(NotInForce):
        put(key, ("right-health",))


def test_a_draft_is_labelled_by_those_who_write_it_and_found_once_it_is_issued(visit):
    key = draft(visit)
    put(key, TWO, by=leader)
    with pytest.raises(NotFound):
        put(key, ("right-health",), by=analyst)
    assert found(labels=("sdg-16.3",)) == [] and not Labelled.objects.exists()
    services.issue(visit_id=visit, report_number="Р-1", on=ago(10), by=leader)
    assert found(labels=("sdg-16.3",)) == [key] and {one.kind for one in Labelled.objects.all()} == {"group", "sdg"}


def test_what_bears_all_of_the_labels_is_listed_in_the_lists_order_and_counted_with_it():
    team = world.members()
    keys = [issued(world.concluded(world.prison(f"Дом {number}"), team), number=f"Р-{number}", days=days) for number, days in enumerate((30, 300, 200))]
    for key in keys:
        put(key, ("sdg-16.3",))
    put(keys[1], ("group-women",))
    answer(keys[2])
    verify(keys[0], "implemented")
    assert found(labels=("sdg-16.3",)) == [keys[0], keys[2], keys[1]]
    assert found(labels=TWO) == [keys[1]] and found(labels=("group-staff",)) == [] and found(by=foreigner, labels=TWO) == []
    narrowed = ({}, {"word": "none"}, {"overdue": True}, {"open": True}, {"verification": "implemented"}, {"state": "withdrawn"}, {"theme": "health_care"}, {"addressee": "lum-prison-service"})
    for more in narrowed:
        filters = queries.Filters(labels=("sdg-16.3",), **more)
        asked = {"by": head, "country": "demo", "today": today()}
        slow = [one for one in queries.recommendations(**asked, filters=queries.Filters(**more)) if "sdg-16.3" in one.labels]
        counted = queries.counts(**asked, filters=filters)
        assert [one.id for one in queries.recommendations(**asked, filters=filters, size=25)] == [one.id for one in slow], more
        unverified = sum(one.state == "issued" and one.verification == "not_verified" for one in slow)
        assert (counted.total, counted.overdue, counted.not_verified) == (len(slow), sum(one.overdue for one in slow), unverified), more


def test_what_is_kept_beside_labels_follows_answer_verification_and_another_day(visit):
    key = issued(visit, days=300)
    put(key, ("sdg-16.3",))
    for act in (lambda: services.move_due(recommendation_id=key, due_on=today(), reason="Письмо № 4.", by=secretary), lambda: answer(key), lambda: verify(key)):
        act()
        row, kept = Recommendation.objects.get(pk=key), Labelled.objects.get()
        assert [getattr(kept, one) for one in ("issued_on", "position", "state", "word", "verification", "due_on")] == [
            getattr(row, one) for one in ("issued_on", "position", "state", "word", "verification", "due_on")
        ]


VISITS = ["Reference", "Place", "Kind of visit", "First day of the visit", "Day of the report"]
HEAD = ["Reference", "Visit", "Recommendation in Russian", "Addressee", "Issued", "Theme", "Affected group", "Задача ЦУР", "Standard"]
ROW = ["12/2019-1", "V-1", "Отремонтировать душевые.", "lum-law", "20.03.2019"]


@pytest.fixture
def past_visit():
    account_of(secretary)
    applied("visits", [VISITS, ["V-1", str(world.prison()), "periodic", "05.03.2019", "20.03.2019"]], secretary)


def labels_now():
    row = Recommendation.objects.get()
    return row.theme, row.labels


def test_a_sheet_brings_labels_by_id_number_or_name_and_takes_them_back(past_visit):
    made = applied("recommendations", [HEAD, [*ROW, "law and policy", "женщины; group-staff", "16.3", "NMR 24"]], secretary)
    assert labels_now() == ("law_policy", ["group-staff", "group-women", "mandela-24", "sdg-16.3"])
    later = applied("recommendations", [HEAD, [*ROW, "victims’ access to justice", "children and juveniles", None, "NMR 24; NMR 45"]], secretary)
    assert labels_now() == ("victims_justice", ["group-children", "mandela-24", "mandela-45", "sdg-16.3"]), "an empty cell says nothing"
    undone(later.id, secretary)
    assert labels_now() == ("law_policy", ["group-staff", "group-women", "mandela-24", "sdg-16.3"])
    undone(made.id, secretary)
    assert not Recommendation.objects.exists() and not Labelled.objects.exists() and not verify_ledger().faults


def test_a_target_that_a_spreadsheet_writes_as_another_is_asked_again(past_visit):
    """16.10, typed as a number, is 16.1 to a spreadsheet: which of the two is meant, only a name tells."""
    wrong = tried("recommendations", [HEAD, [*ROW, None, None, 16.1, None]], secretary)
    assert [codes for _, _, codes in told(wrong.id, secretary)] == [["sheet-choice"]]
    applied("recommendations", [HEAD, [*ROW, None, None, "16.1: less violence in all its forms; 16.10", None]], secretary)
    assert labels_now()[1] == ["sdg-16.1", "sdg-16.10"]


def test_a_sheet_that_goes_out_comes_in_as_the_same_and_what_nobody_knows_is_told(past_visit):
    applied("recommendations", [HEAD, [*ROW, None, "тяжело больные, лица с ВИЧ или туберкулёзом", "16.a", "NMR 24"]], secretary)
    kind = sheet_kind("recommendations")
    (row,) = rows(kind, by=secretary, country="demo")
    names = [column.words for column in kind.columns("demo")]
    assert tried("recommendations", [["Reference", *names], row], secretary).counts == {"same": 1}
    wrong = tried("recommendations", [HEAD, [*ROW, None, "пингвины", None, None], ["12/2019-2", *ROW[1:], None, None, None, "NMR 999"]], secretary)
    assert [codes for _, _, codes in told(wrong.id, secretary)] == [["sheet-not-on-list"], ["sheet-choice"]]
