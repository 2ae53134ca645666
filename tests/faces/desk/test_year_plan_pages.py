"""The pages of a year's plan and of coverage: what is written, handed in, approved, amended, printed, and what each reader finds."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import page, send
from tests.people import head, leader, member, secretary
from tirek.faces.desk.plan.covering import asks
from tirek.faces.desk.plan.words import in_words_order
from tirek.ground.rules.annual_plan import Target
from tirek.insight.planning import queries
from tirek.records.visits import services as visits

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


def typed(*targets, lines=(), **given):
    """A plan as a person fills it in: targets (kind, region, visits, days, travel, money), lines (what, amount)."""
    sent = {"targets-TOTAL_FORMS": len(targets), "targets-INITIAL_FORMS": 0, "lines-TOTAL_FORMS": len(lines), "lines-INITIAL_FORMS": 0, "notes": ""}
    for number, values in enumerate(targets):
        sent |= {f"targets-{number}-{name}": value for name, value in zip(("place_kind", "region", "visits", "days", "travel_days", "cost"), values, strict=True)}
    for number, (what, amount) in enumerate(lines):
        sent |= {f"lines-{number}-what": what, f"lines-{number}-amount": amount}
    return {**sent, **given}


def held():
    return queries.annual_plan(by=secretary, country="demo", year=YEAR)


def write(client, *targets, **given):
    return send(client, "plan-write", YEAR, **typed(*targets, revision=held().revision, **given))


PRISON = ("prison", "LU-TA", "2", "3", "1", "1500000.50")
SIZO = ("sizo", "", "4", "", "", "")


def test_a_plan_is_begun_written_handed_in_approved_amended_and_printed(client, place, team):
    sign_in(client, secretary)
    assert "Begin an empty plan" in page(client, "plan-year", YEAR)[1]
    assert client.post(reverse("desk:plan-year-begin", args=[YEAR])).url == reverse("desk:plan-write", args=[YEAR])
    assert write(client, PRISON, SIZO, ("", "", "", "", "", ""), lines=[("Перевод", "250000")], notes="Первый год")[0] == 302
    text = page(client, "plan-year", YEAR)[1]
    assert "1,500,000.50\u00a0LUD" in text and "1,750,000.50\u00a0LUD" in text and "whole country" in text and "Hand in" in text
    assert send(client, "plan-year-submit", YEAR)[0] == 302 and "waits for the head" in page(client, "plan-year", YEAR)[1]
    assert page(client, "plan-write", YEAR)[0] == 403 and send(client, "plan-year-approve", YEAR)[0] == 403
    sign_in(client, head)
    assert "is approved" not in client.post(reverse("desk:plan-year-approve", args=[YEAR]), {"revision": "old"}, follow=True).content.decode()
    assert "is approved" in client.post(reverse("desk:plan-year-approve", args=[YEAR]), {"revision": held().revision}, follow=True).content.decode()
    code, text = write(client, PRISON, lines=[("Перевод", "250000")], notes="Первый год", reason="")
    assert code == 422 and "Why the approved plan is amended" in text
    assert write(client, PRISON, lines=[("Перевод", "300000")], notes="Первый год", reason="Денег меньше.")[0] == 302
    text = page(client, "plan-year", YEAR)[1]
    assert "Amendment 1" in text and "Денег меньше." in text and "no target" in text and "300,000.00" in text and "Head" in text
    sign_in(client, leader)
    code, text = page(client, "plan-year-sheet", YEAR)
    assert code == 200 and "1,800,000.50\u00a0LUD" in text and held().revision in text and "Amendment 1" in text
    assert page(client, "plan-write", YEAR)[0] == 403


def test_what_is_wrong_in_a_line_is_told_there_and_everything_typed_stays(client, place):
    sign_in(client, secretary)
    client.post(reverse("desk:plan-year-begin", args=[YEAR]))
    wrong = {"Choose the kind of place": ("", "LU-TA", "3", "", "", ""), "Write how many visits": ("prison", "", "", "2", "", ""), "two decimal": ("prison", "", "1", "1", "0", "1.234")}
    for words, line in wrong.items():
        code, text = write(client, line)
        assert code == 422 and (words in text or "decimal places" in text), words
    code, text = write(client, PRISON, PRISON)
    assert code == 422 and "stands in two lines" in text and "1500000.50" in text
    code, text = write(client, PRISON, lines=[("", "5"), ("Проезд", "")])
    assert code == 422 and "Write what the money is for" in text and "Write how much" in text
    code, text = write(client, PRISON, more="1")
    assert code == 200 and 'name="targets-5-place_kind"' in text and "1500000.50" in text and held().content.targets == ()
    assert send(client, "plan-write", YEAR, **typed(PRISON, revision="old"))[0] == 422
    code, text = write(client, PRISON, notes="Просила мать Петрова А.В.")
    assert code == 422 and 'name="names_nobody"' in text
    assert write(client, PRISON, notes="Просила мать Петрова А.В.", names_nobody="Так надо.")[0] == 302
    assert "Так надо." in page(client, "passages")[1]


def test_a_form_that_is_sent_untouched_changes_nothing(client, place):
    sign_in(client, secretary)
    client.post(reverse("desk:plan-year-begin", args=[YEAR]))
    write(client, PRISON, SIZO, lines=[("Перевод", "250000.10")], notes="Первый год\r\nвторая строка")
    before, address = held().content, reverse("desk:plan-write", args=[YEAR])
    assert len(before.targets) == 2 and client.post(address, shown(client, address)).status_code == 302
    assert held().content == before
    client.cookies["language"] = "ru"
    assert client.post(address, {**shown(client, address), "targets-0-visits": "7"}).status_code == 302, "дом предварительного содержания"
    assert [each.visits for each in held().content.targets] == [2, 7] and held().content.lines == before.lines


def test_lines_stand_as_the_readers_alphabet_has_them():
    cells = [("ivs", "LU-OR"), ("prison", "LU-OR"), ("prison", "LU-VE"), ("prison", ""), ("social-home", "LU-TA")]
    with override("ru"):
        found = in_words_order([Target(kind, region, 1) for kind, region in cells], "demo")
    assert [one.cell for one in found] == [("social-home", "LU-TA"), ("prison", ""), ("prison", "LU-VE"), ("prison", "LU-OR"), ("ivs", "LU-OR")]


def test_a_plan_begins_with_what_the_law_asks_for(client, place):
    sign_in(client, secretary)
    client.post(reverse("desk:plan-year-begin", args=[YEAR + 2]), {"proposed": "1"})
    assert [each.visits for each in queries.annual_plan(by=secretary, country="demo", year=YEAR + 2).content.targets] == [1]
    assert "is begun already" in client.post(reverse("desk:plan-year-begin", args=[YEAR + 2]), follow=True).content.decode()
    assert "from 2000 to" in client.post(reverse("desk:plan-year-begin", args=[YEAR + 9]), follow=True).content.decode()
    assert page(client, "plan-year", 1850)[0] == 404


def test_coverage_counts_begun_visits_alone_and_names_what_its_reader_may_know_of(client, place, team):
    visit = world.planned(place, team, days=0)
    for person in (head, leader):
        sign_in(client, person)
        text = page(client, "plan-coverage")[1]
        assert "Тарноборский" in text and "never visited</span>" in text
        assert ((timezone.localdate()).strftime("%-d %b %Y") in text) == (person == leader), "who knows of it sees when"
        assert ("1 place" in page(client, "plan-coverage", stands="never")[1]) and "No place fits" in page(client, "plan-coverage", stands="in_time")[1]
    visits.begin(visit_id=visit, by=leader)
    sign_in(client, head)
    assert "1 place" in page(client, "plan-coverage", stands="in_time", text="ТАРНОБОР", region="LU-TA", place_kind="prison")[1]
    assert "No place fits" in page(client, "plan-coverage", stands="never")[1] and "could not be used" in page(client, "plan-coverage", stands="x")[1]
    sign_in(client, member)
    assert page(client, "plan-coverage")[0] == 403


def test_what_a_rule_asks_is_one_sentence():
    today = timezone.localdate()
    due = SimpleNamespace(kind="periodic", past=True, overdue_days=4, due_on=today - timedelta(days=4))
    assert asks(SimpleNamespace(due=due, past=True), "demo", today).text.startswith("periodic: overdue by 4 days")


def test_entries_are_narrowed_by_place_and_paged(client, place, team):
    day = timezone.localdate().replace(month=12, day=30)
    for number in range(52):
        visits.plan_visit(
            place_id=place, country="demo", kind="periodic", announced=True, by=secretary,
            first_day=day, last_day=day + timedelta(days=number % 2),
        )  # fmt: skip
    sign_in(client, secretary)
    text = page(client, "plan", year=YEAR)[1]
    assert "52 entries" in text and text.count("/desk/plan/") > 50 and 'aria-current="page">1<' in text
    assert page(client, "plan", year=YEAR, page=2)[1].count("<tr role") == 3
    assert "52 entries" in page(client, "plan", year=YEAR, region="LU-TA", place_kind="prison", text="тарнобор")[1]
    assert "No entry fits" in page(client, "plan", year=YEAR, place_kind="sizo")[1] and "No entry fits" in page(client, "plan", year=YEAR, text="нигде")[1]


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_of_a_year_opens_in_every_language(client, place, language):
    sign_in(client, secretary)
    client.post(reverse("desk:plan-year-begin", args=[YEAR]), {"proposed": "1"})
    write(client, PRISON)
    client.cookies["language"] = language
    for name, *args in (("plan-year", YEAR), ("plan-year", YEAR + 1), ("plan-write", YEAR), ("plan-year-sheet", YEAR), ("plan-coverage",)):
        assert page(client, name, *args)[0] == 200, name
