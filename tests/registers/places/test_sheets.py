"""A register comes in as a sheet: each row says first what it would do; the good ones are entered; the next sheet changes; all of it is taken back."""

from datetime import date
from uuid import uuid4

import pytest

from tests.accounts import account_of
from tests.foundation.sheets.bringing import applied, told, tried, undone, workbook
from tests.people import analyst, head, member, secretary
from tests.world import members, planned, prison
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.sheets import queries, services
from tirek.foundation.sheets.models import KeptMapping
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.registers.places.queries import place, places
from tirek.registers.places.services import correct_place, record_population

pytestmark = pytest.mark.django_db
HEAD = ["Reference", "Name in Russian", "Name in Kazakh", "Kind of place", "Region", "Address", "Latitude", "Longitude", "First day", "Last day"]
FIRST = ["P-1", "Изолятор в долине", "Аңғардағы изолятор", "prison", "LU-TA", "Долинная улица", "51,5", 70.25, "05.01.2010", None]
SECOND = ["P-2", "Дом у моста", None, "prison", "LU-TA", "", None, None, None, None]


@pytest.fixture(autouse=True)
def office():
    account_of(secretary)


def names(by=secretary):
    return sorted(one.name.in_("ru") for one in places(by=by, country="demo"))


def test_a_trial_says_what_each_row_would_do_and_leaves_no_trace():
    before = names()
    found = tried("places", [HEAD, FIRST, ["P-3", "Без региона", None, "prison", None], ["", "Без номера", None, "prison", "LU-TA"], FIRST], secretary)
    assert told(found.id, secretary) == [
        (2, "made", []), (3, "refused", ["sheet-missing"]), (4, "refused", ["sheet-no-reference"]), (5, "refused", ["sheet-reference-twice"]),
    ]  # fmt: skip
    assert names() == before
    assert found.state == "tried" and found.counts == {"made": 1, "refused": 3}


def test_good_rows_are_entered_and_bad_ones_stay_with_their_reason():
    found = applied("places", [HEAD, FIRST, ["P-9", "Кривая дата", None, "prison", "LU-TA", None, None, None, "32.01.2020"], SECOND], secretary)
    assert found.state == "applied" and found.done == 2
    assert {"Изолятор в долине", "Дом у моста"} <= set(names())
    made = next(one for one in places(by=secretary, country="demo") if one.name.in_("ru") == "Изолятор в долине")
    assert (str(made.latitude), str(made.longitude), str(made.opened_on)) == ("51.500000", "70.250000", "2010-01-05")
    assert made.name.in_("kk") == "Аңғардағы изолятор"
    (line,) = queries.lines_of(found.id, by=secretary, country="demo", would="refused")
    assert line.number == 3 and "32.01.2020" in line.faults[0][1]


def test_the_same_sheet_again_changes_nothing_and_a_changed_one_only_what_differs():
    applied("places", [HEAD, FIRST, SECOND], secretary)
    assert tried("places", [HEAD, FIRST, SECOND], secretary).counts == {"same": 2}
    other = [*FIRST[:5], "Другая улица", *FIRST[6:8], None, "31.12.2023"]
    found = tried("places", [HEAD, other, [*SECOND[:3], "hospital", *SECOND[4:]]], secretary)
    first, _ = queries.lines_of(found.id, by=secretary, country="demo")
    assert {change.column for change in first.changes} == {"Address", "Last day"}
    services.apply_sheet(sheet_id=found.id, by=secretary)
    services.apply_rows(sheet_id=found.id, by=secretary, step=lambda *told: None)
    made = next(one for one in places(by=secretary, country="demo") if one.name.in_("ru") == "Изолятор в долине")
    assert made.address == "Другая улица" and str(made.closed_on) == "2023-12-31" and str(made.opened_on) == "2010-01-05"


def test_an_import_is_taken_back_as_a_whole():
    before = names()
    first = applied("places", [HEAD, FIRST, SECOND], secretary)
    second = applied("places", [HEAD, [*FIRST[:5], "Другая улица"], SECOND], secretary)
    assert undone(second.id, secretary).stay == 0
    made = next(one for one in places(by=secretary, country="demo") if one.name.in_("ru") == "Изолятор в долине")
    assert made.address == "Долинная улица"
    assert undone(first.id, secretary).stay == 0
    assert names() == before
    assert tried("places", [HEAD, FIRST, SECOND], secretary).counts == {"made": 2}
    assert not verify().faults


def test_what_was_used_or_changed_since_stays_and_says_so():
    found = applied("places", [HEAD, FIRST, SECOND], secretary)
    made = {one.name.in_("ru"): one.id for one in places(by=secretary, country="demo")}
    planned(made["Изолятор в долине"], members())
    assert undone(found.id, secretary).stay == 1
    (stays,) = [line for line in queries.lines_of(found.id, by=secretary, country="demo") if line.codes]
    assert stays.codes == {"sheet-still-used"}
    assert "Дом у моста" not in names() and "Изолятор в долине" in names()
    changed = applied("places", [HEAD, [*FIRST[:5], "Другая улица"]], secretary)
    applied("places", [HEAD, [*FIRST[:5], "Третья улица"]], secretary)
    assert undone(changed.id, secretary).stay == 1
    assert place(made["Изолятор в долине"], by=secretary, country="demo").address == "Третья улица"


def test_a_thing_without_a_reference_is_found_by_its_id():
    known = prison()
    found = tried("places", [HEAD, [str(known), None, None, None, None, "Новая улица"]], secretary)
    assert found.counts == {"changed": 1}


def test_a_row_is_known_by_its_name_in_any_language():
    found = tried("places", [["Reference", "Name in Kyrgyz", "Name in Russian", "Kind of place", "Region"], ["P-1", "Түрмө", None, "prison", "LU-TA"]], secretary)
    assert queries.lines_of(found.id, by=secretary, country="demo")[0].label == "Түрмө"


def test_names_in_other_languages_are_headings_too_and_a_mapping_is_kept():
    russian = ["Номер у нас", "Название учреждения", "Вид", "Регион"]
    row = ["P-1", "Изолятор в долине", "prison", "LU-TA"]
    content = [["Реестр учреждений на 1 января"], [], russian, row]
    first = services.bring_sheet(kind="places", content=workbook(*content), country="demo", by=secretary).value
    services.look_at(sheet_id=first, sheet=0, heading_row=2, by=secretary)
    services.map_columns(sheet_id=first, mapping={0: "reference", 1: "name_ru", 2: "kind", 3: "region"}, by=secretary)
    assert KeptMapping.objects.count() == 1
    again = tried("places", content[2:], head)
    assert again.counts == {"made": 1}


def test_a_passage_that_could_name_somebody_needs_one_reason_for_the_sheet():
    row = [*FIRST[:5], "Дом Ивана Петровича Сидорова"]
    found = tried("places", [HEAD, row], secretary)
    assert told(found.id, secretary) == [(2, "refused", ["passages-undecided"])]
    from tests.foundation.sheets.bringing import tried_again

    assert tried_again(found.id, secretary, names_nobody="Так называется улица.").counts == {"made": 1}


def test_counts_are_found_by_place_and_day():
    applied("places", [HEAD, FIRST, SECOND], secretary)
    heading = ["Place", "Counted on", "Capacity", "Men and boys", "Women and girls", "Of them minors"]
    found = applied("counts", [heading, ["P-1", "01.01.2024", 100, 80, 5, 3], ["Дом у моста", "2024-01-01", 50], ["P-7", "2024-01-01", 1]], secretary)
    assert told(found.id, secretary) == [(2, "made", []), (3, "made", []), (4, "refused", ["sheet-thing"])]
    again = applied("counts", [heading, ["P-1", "01.01.2024", 110]], secretary)
    made = next(one for one in places(by=secretary, country="demo") if one.name.in_("ru") == "Изолятор в долине")
    assert (made.last_count.capacity, made.last_count.male) == (110, 80)
    undone(again.id, secretary)
    assert place(made.id, by=secretary, country="demo").last_count.capacity == 100
    undone(found.id, secretary)
    assert place(made.id, by=head, country="demo").last_count is None


def test_two_counts_of_one_place_and_day_in_a_sheet_are_not_written_over_each_other():
    applied("places", [HEAD, FIRST], secretary)
    heading = ["Place", "Counted on", "Capacity"]
    found = applied("counts", [heading, ["P-1", "01.01.2024", 100], ["Изолятор в долине", "2024-01-01", 120], ["P-1", "01.01.2025", 90]], secretary)
    assert told(found.id, secretary) == [(2, "made", []), (3, "refused", ["sheet-row-twice"]), (4, "made", [])]
    assert queries.lines_of(found.id, by=secretary, country="demo")[0].changes[0].after == "P-1", "a thing is told by its reference"
    again = tried("counts", [heading, ["P-1", "01.01.2024", 110], ["P-1", "01.01.2024", 120]], secretary)
    assert told(again.id, secretary) == [(2, "changed", []), (3, "refused", ["sheet-row-twice"])]


def test_what_an_import_made_stays_where_somebody_changed_it_since():
    found = applied("places", [HEAD, FIRST, SECOND], secretary)
    made = {one.name.in_("ru"): one.id for one in places(by=secretary, country="demo")}
    with_counts = applied("counts", [["Place", "Counted on", "Capacity"], ["P-2", "01.01.2024", 100]], secretary)
    record_population(place_id=made["Дом у моста"], counted_on=date(2024, 1, 1), capacity=90, replaces_because="Исправлено по письму.", by=secretary)
    assert undone(with_counts.id, secretary).stay == 1
    correct_place(place_id=made["Изолятор в долине"], address="Верхняя улица", by=secretary)
    correct_place(place_id=made["Дом у моста"], address="Набережная", by=secretary)
    assert undone(found.id, secretary).stay == 2
    assert {code for line in queries.lines_of(found.id, by=secretary, country="demo") for code in line.codes} == {"sheet-changed-since"}
    assert place(made["Изолятор в долине"], by=secretary, country="demo").address == "Верхняя улица"


def test_a_heading_that_stands_twice_keeps_both_meanings():
    heading = ["Рег. №", "Название учреждения", "Вид", "Регион", "Дата", "Дата"]
    rows = [heading, ["P-1", "Изолятор в долине", "prison", "LU-TA", "05.01.2010", "31.12.2023"]]
    first = services.bring_sheet(kind="places", content=workbook(*rows), country="demo", by=secretary).value
    meant = {0: "reference", 1: "name_ru", 2: "kind", 3: "region", 4: "opened_on", 5: "closed_on"}
    services.map_columns(sheet_id=first, mapping=meant, by=secretary)
    again = services.bring_sheet(kind="places", content=workbook(*rows), country="demo", by=secretary).value
    _, _, columns = queries.columns_of(again, by=secretary, country="demo")
    assert {one.number: one.key for one in columns} == meant


def test_only_those_who_write_the_register_bring_sheets_in():
    for who in (member, analyst):
        with pytest.raises(NotAllowed):
            services.bring_sheet(kind="places", content=b"", country="demo", by=who)
    found = tried("places", [HEAD, FIRST], secretary)
    for verb in (lambda: queries.sheet(found.id, by=member, country="demo"), lambda: services.apply_sheet(sheet_id=found.id, by=member)):
        with pytest.raises(NotFound):
            verb()


def test_a_job_that_was_killed_goes_on_where_it_was(monkeypatch):
    found = tried("places", [HEAD, FIRST, SECOND], secretary)
    services.apply_sheet(sheet_id=found.id, by=secretary)

    class Killed(BaseException):
        pass

    from tirek.foundation.sheets.services import applying

    monkeypatch.setattr(applying, "AT_ONCE", 1)
    steps = []

    def killed_at_the_second(*told):
        steps.append(told)
        if len(steps) > 1:
            raise Killed

    with pytest.raises(Killed):
        services.apply_rows(sheet_id=found.id, by=secretary, step=killed_at_the_second)
    assert queries.sheet(found.id, by=secretary, country="demo").done == 1
    services.apply_rows(sheet_id=found.id, by=secretary, step=lambda *told: None)
    assert queries.sheet(found.id, by=secretary, country="demo").done == 2
    assert names().count("Изолятор в долине") == 1


def test_a_row_that_is_refused_among_many_undoes_itself_alone(monkeypatch):
    found = tried("places", [HEAD, FIRST, SECOND], secretary)
    services.apply_sheet(sheet_id=found.id, by=secretary)
    from tirek.foundation.sheets.models import Reference

    with record("place.registered", by=secretary):  # somebody else's sheet was quicker
        Reference(kind="places", country="demo", reference="P-1", subject=uuid4()).save()
    services.apply_rows(sheet_id=found.id, by=secretary, step=lambda *told: None)
    assert told(found.id, secretary) == [(2, "refused", ["sheet-row-impossible"]), (3, "made", [])]
    assert "Дом у моста" in names() and "Изолятор в долине" not in names() and not verify().faults
