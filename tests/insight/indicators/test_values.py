"""Values that people enter: tied to a sentence, checked by another person, superseded and never rewritten; breaks overridden with a reason."""

from datetime import date

import pytest

from tests import people
from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims import services as claims
from tirek.insight.claims.refusals import NumberUnclear
from tirek.insight.claims.services import NewSource
from tirek.insight.indicators import queries, refusals, services
from tirek.insight.indicators.models import BreakOverride, Value
from tirek.insight.indicators.services import NewValue

pytestmark = pytest.mark.django_db
TEXT = "В 2024 году поступило 1 250 жалоб. Видеонаблюдение установлено не везде."
WORDS = Words.of({"ru": "слова"})


@pytest.fixture
def source():
    return claims.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=people.analyst).value


def new(source, **given):
    return NewValue(**{"indicator": "complaints", "year": 2024, "source": source, "quote": "1 250 жалоб", "amount": "1 250", **given})


def entered(source, by=people.analyst, **given):
    return services.enter_value(country="demo", new=new(source, **given), by=by).value


def test_a_value_stands_where_its_words_stand_and_waits_for_a_second_person(source):
    made = queries.value(entered(source), by=people.analyst, country="demo")
    assert (made.amount, TEXT[made.start : made.end], made.open_to_all, made.may_check) == ("1250", "1 250 жалоб", False, False)
    assert queries.years(by=people.analyst, country="demo") == ()


def test_another_person_checks_a_value_and_only_then_it_may_be_published(source):
    made = entered(source)
    with pytest.raises(refusals.OwnValue):
        services.check_value(value_id=made, by=people.analyst, country="demo")
    services.check_value(value_id=made, by=people.head, country="demo")
    assert queries.years(by=people.analyst, country="demo") == (2024,)
    with pytest.raises(refusals.CheckedAlready):
        services.check_value(value_id=made, by=people.secretary, country="demo")


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"quote": "1 251 жалоба"}, refusals.QuoteElsewhere),
        ({"quote": "  "}, refusals.QuoteElsewhere),
        ({"indicator": "happiness"}, refusals.IndicatorUnknown),
        ({"year": 24}, refusals.YearOutside),
        ({"as_of": date(2023, 12, 31)}, refusals.AsOfOutside),
        ({"as_of": date(2025, 1, 2)}, refusals.AsOfOutside),
        ({"year_stated": False}, refusals.InferenceMissing),
        ({"amount": "много"}, NumberUnclear),
        ({"amount": "-5"}, refusals.CountUnfit),
        ({"amount": "333,5"}, refusals.CountUnfit),
        ({"amount": ""}, refusals.ValueUnfit),
        ({"missing": "closed"}, refusals.ValueUnfit),
        ({"amount": "", "missing": "lost"}, refusals.ValueUnfit),
        ({"step": 1}, refusals.ValueUnfit),
        ({"currency": "KZT"}, refusals.CurrencyUnfit),
        ({"indicator": "law_enforcement_budget"}, refusals.CurrencyUnfit),
        ({"indicator": "video", "amount": "", "step": 5}, refusals.StepOutside),
    ],
)
def test_what_does_not_fit_its_definition_or_its_source_is_refused(source, given, refused):
    with pytest.raises(refused):
        entered(source, **given)
    assert queries.values(by=people.analyst, country="demo") == []


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 7, 1), date(2025, 1, 1)])
def test_the_day_that_a_source_names_lies_in_the_year_or_ends_it(source, day):
    assert queries.value(entered(source, as_of=day), by=people.analyst, country="demo").as_of == day


def test_a_correction_takes_the_place_of_a_value_and_a_later_source_stands_beside_it(source):
    first = entered(source)
    second = services.supersede_value(value_id=first, new=new(source, amount="1251"), by=people.head, country="demo").value
    with pytest.raises(refusals.SupersededAlready):
        services.supersede_value(value_id=first, new=new(source), by=people.head, country="demo")
    with pytest.raises(refusals.SupersededByAnother):
        services.supersede_value(value_id=second, new=new(source, year=2023), by=people.head, country="demo")
    third = services.supersede_value(value_id=second, new=new(source, year=2025), by=people.head, country="demo").value
    for one in (second, third):
        services.check_value(value_id=one, by=people.secretary, country="demo")
    lines = {year: queries.profile(year, by=people.head, country="demo").lines for year in (2024, 2025)}
    found = {year: [(one.amount, one.superseded_year) for line in lines[year] for one in line.values] for year in lines}
    assert found == {2024: [("1251", 2025)], 2025: [("1250", None)]}


def told(year=2024):
    """What may be published of that year, and from which year another source says otherwise."""
    return [(one.amount, one.superseded_year if one.superseded_openly else None) for line in queries.profile(year, by=people.head, country="demo").lines for one in line.values]


def replaced(value, source, by=people.analyst, **given):
    return services.supersede_value(value_id=value, new=new(source, **given), by=by, country="demo").value


def check(value, by=people.head):
    services.check_value(value_id=value, by=by, country="demo")


def test_one_person_alone_takes_no_published_value_from_the_public(source):
    first = entered(source)
    check(first)
    second = replaced(first, source, amount="1251")
    assert told() == [("1250", None)] and queries.years(by=people.head, country="demo") == (2024,)
    check(second)
    assert told() == [("1251", None)]


def test_a_later_year_that_nobody_checked_says_nothing_otherwise_yet(source):
    first = entered(source)
    check(first)
    later = replaced(first, source, year=2025)
    assert told() == [("1250", None)]
    check(later)
    assert told() == [("1250", 2025)]


def test_a_value_waits_for_the_correction_of_its_correction(source):
    first = entered(source)
    check(first)
    second = replaced(first, source, amount="1251")
    third = replaced(second, source, amount="1252")
    assert told() == [("1250", None)]
    assert not queries.value(second, by=people.head, country="demo").may_check
    with pytest.raises(refusals.SupersededAlready):
        check(second)
    check(third)
    assert told() == [("1252", None)]


def test_members_read_values_and_do_not_write_them_and_strangers_see_none(source):
    made = entered(source)
    assert queries.value(made, by=people.member, country="demo").may_work is False
    for work in (lambda: entered(source, by=people.member), lambda: services.check_value(value_id=made, by=people.member, country="demo")):
        with pytest.raises(NotAllowed):
            work()
    with pytest.raises(NotFound):
        queries.value(made, by=people.foreigner, country="demo")
    with pytest.raises(NotFound):
        services.check_value(value_id=made, by=people.auditor, country="demo")


def test_a_break_is_overridden_only_with_a_reason_and_only_where_there_is_one(monkeypatch):
    (known,) = packs.breaks("kz")
    monkeypatch.setattr("tirek.insight.indicators.services.breaking.breaks", lambda country: (known,))
    asked = {"country": "demo", "indicator": "complaints", "break_id": known.id}
    with pytest.raises(refusals.OverrideReasonMissing):
        services.override_break(**asked, reason="  ", by=people.analyst)
    with pytest.raises(refusals.BreakUnknown):
        services.override_break(**{**asked, "indicator": "population"}, reason="Same register.", by=people.analyst)
    with pytest.raises(NotAllowed):
        services.override_break(**asked, reason="Same register.", by=people.member)
    services.override_break(**asked, reason="Same register.", by=people.analyst)
    services.override_break(**asked, reason="Same form.", by=people.head)
    assert [(row.reason, row.decided_by) for row in BreakOverride.objects.all()] == [("Same form.", people.head.id)]
    assert queries.overrides_of(by=people.head, country="demo") == {("complaints", known.id): "Same form."}
    assert queries.overrides_of(by=people.auditor, country="demo") == {}


NAMED = "Сообщил Азамат Жумабеков."


@pytest.mark.parametrize("name", ["inferred", "said", "scope", "remark", "speaker"])
def test_the_words_of_a_value_that_could_name_somebody_stay_only_with_a_reason(source, name):
    given = {name: Words.of({"ru": NAMED})}
    with pytest.raises(PassagesUndecided):
        entered(source, **given)
    first = entered(source)
    asked = {"value_id": first, "new": new(source, **given), "by": people.head, "country": "demo"}
    with pytest.raises(PassagesUndecided):
        services.supersede_value(**asked)
    assert Value.objects.count() == 1
    second = services.supersede_value(**asked, names_nobody=" The minister, in office. ").value
    assert [Value.objects.get(pk=one).kept_because for one in (first, second)] == ["", "The minister, in office."]


def test_the_reason_of_an_override_is_searched_too(monkeypatch):
    (known,) = packs.breaks("kz")
    monkeypatch.setattr("tirek.insight.indicators.services.breaking.breaks", lambda country: (known,))
    asked = {"country": "demo", "indicator": "complaints", "break_id": known.id, "reason": NAMED, "by": people.analyst}
    with pytest.raises(PassagesUndecided):
        services.override_break(**asked)
    assert not BreakOverride.objects.exists()
    services.override_break(**asked, names_nobody="The minister, in office.")
    assert BreakOverride.objects.get().kept_because == "The minister, in office."
