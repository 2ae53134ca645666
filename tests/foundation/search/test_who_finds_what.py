"""Nobody finds what he or she may not see, and everybody finds the rest: against a slow definition that reads all visible rows, for every person of the cast."""

from dataclasses import replace

import pytest

from tests import world
from tests.followup.international import making as of_bodies
from tests.followup.letters import making as of_letters
from tests.followup.recommendations import making
from tests.people import EVERYBODY, analyst, deputy, doctor, foreigner, head, leader, member, secretary
from tests.remembering import remembered
from tirek.followup.international import queries as international
from tirek.followup.international import services as international_done
from tirek.followup.international.models import Paragraph
from tirek.followup.letters import queries as letters
from tirek.followup.letters import services as letters_done
from tirek.followup.letters.models import Letter
from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.reach import reach
from tirek.foundation.files.bytes import fetch
from tirek.foundation.ledger.services import record
from tirek.foundation.search import queries, services, sorts
from tirek.foundation.search.near import correctable, nearly
from tirek.foundation.search.words import spots, stem, stems_told
from tirek.ground.rules.refusals import NotFound, Refusal
from tirek.ground.rules.words import Words
from tirek.insight.claims.models import Source
from tirek.insight.claims.services import NewSource, add_source
from tirek.records.visits import queries as visits
from tirek.records.visits import services as visits_done
from tirek.records.visits.models import Finding, Visit
from tirek.registers.mandate.models import Member
from tirek.registers.places.models import Place

pytestmark = pytest.mark.django_db
QUESTIONS = ("камера", "камерах освещение", "Тарноборского", "дом", "исправительного дома", "светильник", "жарық", "вентиляция", "Скрытое", "осветили", "Leader", "12-3/45", "Вх-7", "CV/LUM/1")
BEGUN = ("Тарнобор", "осве", "псих", "дом вент", "каме")
WRONG = ("жарык", "освещиние", "Тарнборский", "вентеляция", "психиатар", "скрытоее")


def all_texts():
    """Every row that is searched: sort, key -> its texts with their languages, and who may read them, asked of the rooms one by one."""
    for place in Place.objects.all():
        texts = [pair for name in (place.name, *(each.name for each in place.names.all())) for pair in name.texts]
        yield "place", place, [*texts, ("", place.address)], lambda by, row=place: Place.objects.visible_to(by, row.country).filter(pk=row.pk).exists()
    for visit in Visit.objects.select_related("place"):
        yield "visit", visit, visit.place.name.texts, lambda by, row=visit: Visit.objects.known_to(by).filter(pk=row.pk).exists()
    for finding in Finding.objects.select_related("visit__place").filter(taken_back=False):
        yield "finding", finding, [*finding.text.texts, *finding.visit.place.name.texts], lambda by, row=finding: reads(row, by)
    for row in Member.objects.all():
        yield "member", row, [("", row.name), ("", row.organisation)], lambda by, row=row: Member.objects.visible_to(by, row.country).filter(pk=row.pk).exists()
    for row in Source.objects.select_related("text"):
        texts = [*row.title.texts, *row.publisher.texts, ("", row.author), (row.language, fetch(row.text.sha256).decode())]
        yield "source", row, texts, lambda by, row=row: Source.objects.visible_to(by, row.country).filter(pk=row.pk).exists()
    for row in Letter.objects.filter(taken_out_on=None):
        yield "letter", row, [("", row.number), ("", row.registered_as)], lambda by, row=row: shown(lambda: letters.letter(row.pk, by=by, today=making.today()))
    for row in Paragraph.objects.select_related("report"):
        yield "paragraph", row, [("", f"{row.report.symbol} {row.number}"), *row.text.texts], lambda by, row=row: shown(lambda: international.thread(row.pk, by=by, today=making.today()))
    for row in Recommendation.objects.exclude(state="dropped"):
        yield "recommendation", row, [("", row.number), *row.text.texts, *row.indicator.texts], lambda by, row=row: opens(row, by)


def reads(row, by):
    try:
        found = visits.finding(row.pk, by=by)
        return bool(found.text) and not visits.must_say_why(row.visit_id, by=by)
    except NotFound:
        return False


def shown(read):
    try:
        return bool(read())
    except NotFound:
        return False


def opens(row, by):
    try:
        reach(row.pk, by)
        return True
    except Refusal:
        return False


def slowly(question, by, way="whole"):
    """The definition: of all rows that one may read, those in whose texts every word asked for stands in some form, or in a wider way."""
    words = [spot.word for spot in spots(question)]
    found = {}
    for sort, row, texts, may in all_texts():
        if row.country != "demo" or not may(by):
            continue
        stood = {one for language, text in texts for spot in spots(text) for one in stems_told(spot.word, language)}
        if all(stands(word, stood, way == "begun" and word == words[-1], way == "nearly") for word in words):
            found.setdefault(sort, set()).add(str(row.pk))
    return found


def stands(word, stood, begins, nearly_so):
    asked = {stem(word, language) for language in ("ru", "kk", "ky", "en")} if not word.isascii() else {stem(word, "en")}
    if asked & stood or (begins and len(word) >= 4 and any(each.startswith(word) for each in stood)):
        return True
    return nearly_so and any(correctable(one) and correctable(other) and nearly(one, other) for one in asked for other in stood)


def found_by(question, by, country="demo", way="whole"):
    """Sort -> keys of all pages."""
    found = {}
    for sort in ("place", "visit", "finding", "recommendation", "member", "source", "letter", "paragraph"):
        after = None
        while True:
            _asked, page = queries.search_sort(question, sort=sort, by=by, country=country, after=after, way=way)
            if page is None:
                break
            assert len({hit.key for hit in page.hits} & found.get(sort, set())) == 0
            found.setdefault(sort, set()).update(hit.key for hit in page.hits)
            after = page.then
            if after is None:
                break
    return found


@remembered
def lumeria():
    """Visits in every state, one of them hidden, with findings of which one waits for the doctor; drafts, and recommendations that were issued."""
    place, team = world.prison(), world.members()
    concluded = world.concluded(place, team)
    made = making.issued(concluded)
    of_letters.letter([made], registered_as="Вх-7")
    of_letters.letter(direction="out", number="Вх-7/2")
    letters_done.take_out_letter(letter_id=of_letters.letter([made], number="12-3/45-2"), reason="Внесено дважды.", by=secretary)
    of_bodies.old()
    of_bodies.new()
    report = international.reports(by=head, country="demo")[0].id
    of_bodies.named(report, doctor)
    of_bodies.named(report, analyst)
    international_done.end_reader(report_id=report, account=analyst.id, by=head)
    making.draft(concluded, text=making.words("Проверить вентиляцию камер.", "Камералардың желдетуін тексеру."))
    going = world.begun(world.prison("Психиатрический дом Вентиляции"), team)
    visits_done.add_finding(visit_id=going, seen=replace(world.seen("Психиатр приходит раз в год.", area="health_care"), medical=True), by=doctor)
    visits_done.add_finding(visit_id=going, seen=world.seen("Вентиляция не работает."), by=leader)
    told = world.concluded(world.prison("Дом Отчётный"), team)
    hidden = world.planned(world.prison("Скрытое учреждение"), team)
    world.planned(world.prison("Открытое учреждение"), team, announced=True)
    new = NewSource(title=Words.of({"ru": "Об освещении камер"}), kind="ngo_report", language="ru")
    add_source(country="demo", new=new, pasted="В 2020 году осветили 12 камер. Вентиляция есть в 3 из них. " + "Остальное без изменений. " * 200, by=analyst, later=False)
    with record("visit.reported", by=leader) as act:
        visit = Visit.objects.get(pk=told)
        visit.state = "reported"
        visit.save()
        Place(country="kz", kind="prison", region="KZ-AKM", name=Words.of({"ru": "Тарноборский дом в чужой стране"})).save()
        act.of(None)
    return hidden


@pytest.fixture
def filled():
    hidden = lumeria()
    services.rebuild()
    return hidden


@pytest.mark.parametrize("question", QUESTIONS)
def test_everybody_finds_exactly_what_he_or_she_may_see(filled, question):
    for by in (*EVERYBODY, deputy):
        assert found_by(question, by) == slowly(question, by), by.name


@pytest.mark.parametrize("question", BEGUN)
def test_by_beginnings_too(filled, question):
    for by in (head, secretary, leader, member, doctor, analyst, deputy, foreigner):
        assert found_by(question, by, way="begun") == slowly(question, by, way="begun"), by.name
    assert found_by(question, doctor, way="begun")


@pytest.mark.parametrize("question", WRONG)
def test_with_typing_errors_too(filled, question):
    for by in (head, secretary, leader, member, doctor, analyst, deputy, foreigner):
        assert found_by(question, by, way="nearly") == slowly(question, by, way="nearly"), by.name


def test_the_questions_find_something(filled):
    assert all(found_by(question, leader) for question in QUESTIONS)
    assert all(found_by(question, doctor, way="nearly") or found_by(question, leader, way="nearly") for question in WRONG)


def test_a_hidden_visit_is_found_by_those_who_prepare_it_and_told_of_to_nobody_else(filled):
    assert str(filled) in found_by("скрытое", leader)["visit"]
    for by in (head, secretary, analyst):
        assert set(found_by("скрытое", by)) == {"place"}


def test_no_corrected_word_comes_of_what_may_not_be_seen(filled):
    assert queries.search("психиатар", by=doctor, country="demo").instead
    assert not [word for word in queries.search("вентеляция", by=analyst, country="demo").instead if word not in {"вентиляции", "вентиляция"}]
    answer = queries.search("психиатар", by=foreigner, country="demo")
    assert answer.found == () and answer.instead == ()


def test_another_country_s_rows_are_found_there_alone(filled):
    assert len(found_by("чужой", foreigner, country="kz")["place"]) == 1
    assert found_by("чужой", foreigner) == found_by("чужой", head) == {}


def test_full_pages_come_although_the_index_names_what_may_not_be_seen(filled, monkeypatch):
    """An index that names an audience too wide: the room's queryset alone decides, and pages are full."""
    whole = found_by("дом", leader)
    sort = sorts.sort_of("visit")
    monkeypatch.setitem(sorts._sorts, "visit", replace(sort, told=lambda keys: [replace(each, audience=(*each.audience, "office.demo")) for each in sort.told(keys)]))
    monkeypatch.setattr(queries, "PAGE", 1)
    services.rebuild()
    assert found_by("дом", leader) == whole
    assert set(found_by("скрытое", head)) == {"place"}


def test_numbers_are_those_of_what_is_seen(filled, monkeypatch):
    monkeypatch.setattr(queries, "COUNTED", 2)
    counts = {each.sort: (each.count, each.more) for each in queries.search("учреждение", by=leader, country="demo").found}
    assert counts == {"place": (2, False), "visit": (2, False)}
    counts = {each.sort: (each.count, each.more) for each in queries.search("дом", by=leader, country="demo").found}
    assert counts["place"] == (2, True)
    assert {each.sort: each.count for each in queries.search("учреждение", by=head, country="demo").found} == {"place": 2, "visit": 1}


def test_a_wider_way_is_taken_only_where_nothing_fits(filled):
    ways = {question: queries.search(question, by=leader, country="demo").way for question in ("камерах", "каме", "камирах")}
    assert ways == {"камерах": "whole", "каме": "begun", "камирах": "nearly"}
