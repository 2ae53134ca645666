"""The history of a place: no two entries of one kind on one day, and one answer to who was responsible when."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people import head, member, secretary
from tirek.foundation.jurisdictions.queries import pack
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, Refusal
from tirek.ground.rules.spans import Span, cut, overlap, overlapping
from tirek.ground.rules.words import Words
from tirek.registers.places import queries, refusals, services

DAY = timedelta(days=1)
FIRST = date(2020, 1, 1)
days = st.one_of(st.none(), st.integers(0, 60).map(lambda n: FIRST + n * DAY))


def enter(name="Тарноборский исправительный дом", **given_):
    asked = {"country": "demo", "name": Words.of({"ru": name}), "kind": "prison", "region": "LU-TA", "by": secretary, **given_}
    return services.register_place(**asked).value


def read(place_id):
    return queries.place(place_id, by=head, country="demo")


def days_of(span):
    return {FIRST + n * DAY for n in range(-5, 70) if (span.since is None or span.since <= FIRST + n * DAY) and (span.until is None or FIRST + n * DAY <= span.until)}


@pytest.mark.pure
@given(days, days, days, days)
def test_overlap_means_a_common_day(a, b, c, d):
    one, other = Span(a, b), Span(c, d)
    if one.ordered and other.ordered:
        assert overlap(one, other) == bool(days_of(one) & days_of(other))


@pytest.mark.pure
@given(days, days, days, days)
def test_a_cut_leaves_exactly_the_days_that_the_new_span_does_not_take(a, b, c, d):
    old, new = Span(a, b), Span(c, d)
    if not (old.ordered and new.ordered and overlap(old, new)):
        return
    left = cut(old, new)
    if left is not None:
        assert days_of(left) == days_of(old) - days_of(new) != set()
    else:
        rest = sorted(days_of(old) - days_of(new))
        assert not rest or (rest[-1] - rest[0]).days + 1 > len(rest)  # swallowed, or split in two


@pytest.mark.pure
def test_overlapping_answers_in_order_of_date():
    one, two = Span(date(2021, 1, 1), date(2021, 12, 31)), Span(None, date(2020, 12, 31))
    assert overlapping([one, two], Span(date(2020, 6, 1), None)) == (two, one)


@pytest.mark.django_db(transaction=False)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.sampled_from(["lum-order", "lum-law", "lum-schools-old", "lum-care"]), days, days), max_size=5), on=days)
def test_whatever_is_entered_no_day_has_two_authorities_and_the_answer_is_the_slow_one(db, changes, on):
    place_id = enter(kind="childrens-home")
    for code, since, until in changes:
        try:
            services.change_authority(place_id=place_id, authority=code, since=since, until=until, by=head)
        except Refusal:
            continue
    facts = read(place_id)
    day = on or FIRST
    assert sum(day in days_of(row.span) for row in facts.authorities) <= 1
    assert facts.authority_code_on(day) == slow_authority(facts, day)


def slow_authority(facts, on):
    """By the words of the rule alone: own entry of the day, else the pack's line for the kind; then whoever follows by that day."""
    code = ""
    for row in facts.authorities:
        if (row.span.since or date.min) <= on <= (row.span.until or date.max):
            code = row.authority
    if not code:
        for kind in pack(facts.country).place_kinds:
            for rule in kind.responsible if kind.code == facts.kind else ():
                if (rule.since or date.min) <= on <= (rule.until or date.max):
                    code = rule.authority
    moved = True
    while moved:
        moved = False
        for body in pack(facts.country).authorities:
            if body.code == code and body.succeeded_by and body.succeeded_by.on <= on:
                code, moved = body.succeeded_by.to, True
    return code


@pytest.mark.django_db
def test_a_children_s_home_changes_its_ministry_with_the_pack():
    facts = read(enter("Приют", kind="childrens-home"))
    assert facts.authority_code_on(date(2022, 12, 31)) == "lum-schools-old"
    assert facts.authority_code_on(date(2023, 1, 1)) == "lum-schools"
    assert [(one.what, one.on) for one in queries.story(facts)] == [("authority", None), ("authority", date(2023, 1, 1))]


@pytest.mark.django_db
def test_its_own_authority_is_followed_by_its_successor():
    place_id = enter(opened_on=date(2018, 5, 1))
    services.change_authority(place_id=place_id, authority="lum-schools-old", since=date(2021, 1, 1), by=head)
    facts = read(place_id)
    assert [facts.authority_code_on(date(year, 6, 1)) for year in (2020, 2022, 2024)] == ["lum-prison-service", "lum-schools-old", "lum-schools"]
    assert [one.on for one in queries.story(facts) if one.what == "authority"] == [date(2018, 5, 1), date(2021, 1, 1), date(2023, 1, 1)]


@pytest.mark.django_db
def test_a_new_name_ends_the_old_one_the_day_before_and_search_finds_both():
    place_id = enter("Дом «Старый»")
    services.rename_place(place_id=place_id, name=Words.of({"ru": "Дом «Новый»"}), since=date(2024, 3, 1), by=head)
    facts = read(place_id)
    assert facts.name_on(date(2024, 2, 29)).in_("ru") == "Дом «Старый»"
    assert facts.name.in_("ru") == facts.name_on(date(2024, 3, 1)).in_("ru") == "Дом «Новый»"
    for text in ("старый", "НОВЫЙ"):
        assert [one.id for one in queries.places(by=head, country="demo", filters=queries.PlaceFilters(text=text))] == [place_id]
        assert queries.place_ids(by=head, country="demo", filters=queries.PlaceFilters(text=text)) == {place_id}


@pytest.mark.django_db
def test_a_name_of_the_past_takes_the_head_of_the_first_one():
    place_id = enter("Новый дом")
    services.rename_place(place_id=place_id, name=Words.of({"ru": "Прежний дом"}), since=None, until=date(2010, 12, 31), by=head)
    facts = read(place_id)
    assert facts.name.in_("ru") == "Новый дом"
    assert [(row.name.in_("ru"), row.span) for row in facts.names] == [("Прежний дом", Span(None, date(2010, 12, 31))), ("Новый дом", Span(date(2011, 1, 1), None))]


@pytest.mark.django_db
def test_days_that_would_split_a_name_are_refused_with_the_days_in_the_way():
    place_id = enter()
    with pytest.raises(refusals.HistoryOverlaps):
        services.rename_place(place_id=place_id, name=Words.of({"ru": "Другой"}), since=date(2020, 1, 1), until=date(2020, 2, 1), by=head)
    with pytest.raises(refusals.DatesReversed):
        services.rename_place(place_id=place_id, name=Words.of({"ru": "Другой"}), since=date(2020, 2, 1), until=date(2020, 1, 1), by=head)
    assert len(read(place_id).names) == 1


@pytest.mark.django_db
def test_closing_and_opening_again():
    place_id = enter(opened_on=date(2000, 1, 1))
    services.close_place(place_id=place_id, on=date(2019, 12, 31), by=head)
    with pytest.raises(refusals.AlreadyClosed):
        services.close_place(place_id=place_id, on=date(2020, 12, 31), by=head)
    with pytest.raises(refusals.AlreadyOpen):
        services.reopen_place(place_id=place_id, on=date(2019, 12, 31), by=head)
    services.reopen_place(place_id=place_id, on=date(2021, 6, 1), by=head)
    facts = read(place_id)
    assert [facts.open_on(day) for day in (date(1999, 12, 31), date(2019, 12, 31), date(2020, 1, 1), date(2021, 6, 1))] == [False, True, False, True]
    assert (facts.opened_on, facts.closed_on, facts.is_open) == (date(2000, 1, 1), None, True)
    assert [one.what for one in queries.story(facts) if one.what in ("opened", "closed")] == ["opened", "closed", "opened"]


@pytest.mark.django_db
def test_a_place_that_became_a_part_of_another_keeps_its_record_and_changes_no_more():
    one, other = enter("Малый дом", opened_on=date(2001, 1, 1)), enter("Большой дом")
    services.merge_places(place_id=one, into_id=other, on=date(2022, 7, 1), by=head)
    facts, big = read(one), read(other)
    assert (facts.closed_on, facts.merged_into.place_id, big.merged_here[0].place_id) == (date(2022, 6, 30), other, one)
    assert [happening.what for happening in queries.story(facts)][-1] == "merged"
    assert "took-in" in [happening.what for happening in queries.story(big)]
    with pytest.raises(refusals.MergedAway):
        services.rename_place(place_id=one, name=Words.of({"ru": "Иной"}), since=date(2023, 1, 1), by=head)
    with pytest.raises(refusals.MergedAway):
        services.merge_places(place_id=other, into_id=one, on=date(2023, 1, 1), by=head)
    with pytest.raises(refusals.MergedWithItself):
        services.merge_places(place_id=other, into_id=other, on=date(2023, 1, 1), by=head)


@pytest.mark.django_db
def test_a_merge_cuts_the_days_after_it_and_is_refused_before_a_later_opening():
    one, other = enter("Малый дом", opened_on=date(2001, 1, 1), closed_on=date(2023, 12, 31)), enter("Большой дом")
    services.reopen_place(place_id=one, on=date(2024, 6, 1), by=head)
    with pytest.raises(refusals.AlreadyOpen):
        services.merge_places(place_id=one, into_id=other, on=date(2022, 7, 1), by=head)
    assert read(one).merged_into is None and read(one).openings[0].until == date(2023, 12, 31)
    services.merge_places(place_id=one, into_id=other, on=date(2025, 1, 1), by=head)
    assert [span.until for span in read(one).openings] == [date(2023, 12, 31), date(2024, 12, 31)]


@pytest.mark.django_db
def test_a_name_of_tomorrow_waits_for_its_day():
    place_id = enter()
    with pytest.raises(refusals.DayAhead):
        services.rename_place(place_id=place_id, name=Words.of({"ru": "Завтра"}), since=date(2999, 1, 1), by=head)


@pytest.mark.django_db
def test_counts_keep_what_is_not_known_apart_from_zero():
    place_id = enter()
    with pytest.raises(refusals.CountEmpty):
        services.record_population(place_id=place_id, counted_on=date(2024, 1, 1), by=head)
    with pytest.raises(refusals.CountWrong):
        services.record_population(place_id=place_id, counted_on=date(2024, 1, 1), male=2, female=0, minors=3, by=head)
    with pytest.raises(refusals.DayAhead):
        services.record_population(place_id=place_id, counted_on=date(2999, 1, 1), male=2, by=head)
    services.record_population(place_id=place_id, counted_on=date(2024, 1, 1), capacity=420, male=300, by=head)
    with pytest.raises(refusals.AlreadyCounted):
        services.record_population(place_id=place_id, counted_on=date(2024, 1, 1), male=301, by=head)
    services.record_population(place_id=place_id, counted_on=date(2024, 1, 1), male=301, replaces_because="Опечатка.", by=head)
    last = read(place_id).last_count
    assert (last.capacity, last.male, last.female, last.total, last.source) == (None, 301, None, 301, "Опечатка.")


@pytest.mark.django_db
def test_a_tie_to_an_event_is_of_the_country_s_list_and_made_once():
    place_id = enter("Спортивный зал", kind="unofficial", unofficial_reason="Рассказ двух задержанных.")
    services.tie_to_event(place_id=place_id, event="bridge-feast-unrest", by=head)
    with pytest.raises(refusals.AlreadyTied):
        services.tie_to_event(place_id=place_id, event="bridge-feast-unrest", by=head)
    with pytest.raises(refusals.EventUnknown):
        services.tie_to_event(place_id=place_id, event="january-2022", by=head)
    facts = read(place_id)
    assert facts.unofficial and [one.what for one in queries.story(facts)] == ["event"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": Words()}, refusals.NameMissing),
        ({"kind": "unofficial"}, refusals.ReasonMissing),
        ({"unofficial": True}, refusals.ReasonMissing),
        ({"latitude": 43}, refusals.CoordinatesWrong),
        ({"latitude": 91, "longitude": 1}, refusals.CoordinatesWrong),
        ({"opened_on": date(2020, 1, 2), "closed_on": date(2020, 1, 1)}, refusals.DatesReversed),
        ({"region": "KZ-75"}, Refusal),
        ({"kind": "palace"}, Refusal),
        ({"by": member}, NotAllowed),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(wrong, refusal):
    given_ = {"country": "demo", "name": Words.of({"ru": "Дом"}), "kind": "prison", "region": "LU-TA", "by": secretary, **wrong}
    with pytest.raises(refusal):
        services.register_place(**given_)
    assert queries.counts(by=head, country="demo").total == 0


@pytest.mark.django_db
def test_mending_a_mistake_leaves_no_row_of_history():
    place_id = enter("Дмо", opened_on=date(2010, 1, 1))
    services.correct_place(place_id=place_id, name=Words.of({"ru": "Дом"}), opened_on=date(2011, 1, 1), address=" ул. Тихая, 1 ", by=head)
    facts = read(place_id)
    assert (facts.name.in_("ru"), len(facts.names), facts.opened_on, facts.address) == ("Дом", 1, date(2011, 1, 1), "ул. Тихая, 1")
    assert verify().holds
