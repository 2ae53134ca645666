"""Sources and decisions, through services only: what is entered, read, decided, refused, and who may see it."""

import pytest

from tests import people
from tests.remembering import remembered
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries, refusals, services
from tirek.insight.claims.models import Decision
from tirek.insight.claims.services import Changes, Context, NewSource
from tirek.insight.claims.services.deciding import Seen

pytestmark = pytest.mark.django_db
TEXT = "В 2024 году поступило 120 жалоб: 70 от мужчин и 40 от женщин."


@remembered
def entered(text=TEXT, **given):
    source = services.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press", **given), pasted=text, by=people.analyst).value
    services.make_proposals(source_id=source, by=people.analyst)
    return source


def test_the_documents_of_the_record_are_entered_once_with_their_figures():
    services.load_documents(by=SYSTEM)
    again = services.load_documents(by=SYSTEM)
    found = queries.sources(by=SYSTEM, country="kz")
    assert again.value == 0
    assert {each.code for each in found} == {"000", "002", "003", "004"}
    assert all(each.figures > 0 for each in found)
    assert [each.code for each in queries.sources(by=SYSTEM, country="kg")] == ["001"]


def page(source, number=1, by=people.analyst):
    return queries.analysis(source, number, by=by, country="demo")


def figure(source, quote):
    return next(one for one in page(source).figures if one.quote == quote)


def stretch(found):
    return (found.start, found.end)


def seen(found):
    return Seen(found.decision.id if found.decision else None)


def test_a_pasted_text_is_kept_as_it_came_with_figures_and_checks():
    source = entered()
    found = page(source)
    assert found.text == TEXT
    assert [one.quote for one in found.figures] == ["120", "70", "40"]
    assert [(check.kind, check.verdict) for check in found.checks] == [("sum", "does_not_follow")]
    assert all(one.decision is None and one.checks == (1,) for one in found.figures)


def test_a_confirmed_figure_is_taken_as_proposed_with_what_the_person_says_of_it():
    source = entered()
    one = figure(source, "70")
    services.confirm(source_id=source, stretch=stretch(one), context=Context(speaker="Министерство", flow="flow"), by=people.analyst)
    now = figure(source, "70")
    assert (now.decision.verdict, now.told["value"], now.decision.context) == ("confirmed", 70, (("speaker", "Министерство"), ("flow", "flow")))
    assert queries.progress_of(source, by=people.analyst, country="demo").decided == 1


def test_a_figure_is_taken_otherwise_for_a_reason_and_the_earlier_decision_stays():
    source = entered()
    one = figure(source, "70")
    services.confirm(source_id=source, stretch=stretch(one), by=people.analyst)
    changes = Changes(value="75,5", unit="complaints", hedge="about")
    services.edit(source_id=source, stretch=stretch(one), changes=changes, reason="Опечатка в источнике.", by=people.secretary, seen=seen(figure(source, "70")))
    now = figure(source, "70")
    assert (now.decision.verdict, now.told["value"], now.told["unit"], now.told["hedge"]) == ("edited", 75.5, "complaints", "about")
    assert now.told["interval"][0] < 75.5 < now.told["interval"][1]
    assert [each.verdict for each in queries.history(source, *stretch(one), by=people.analyst, country="demo")] == ["edited", "confirmed"]


def test_a_rejected_figure_needs_a_reason():
    source = entered()
    one = figure(source, "40")
    with pytest.raises(refusals.DecisionReasonMissing):
        services.reject(source_id=source, stretch=stretch(one), reason=" ", by=people.analyst)
    services.reject(source_id=source, stretch=stretch(one), reason="Это номер статьи.", by=people.analyst)
    assert figure(source, "40").decision.told is None


def test_why_a_figure_is_none_or_another_is_searched_for_names():
    source = entered()
    told = {"source_id": source, "reason": "Так посчитал осуждённый Петров А.В.", "by": people.analyst}
    ways = (
        lambda **more: services.reject(stretch=stretch(figure(source, "40")), **told, **more),
        lambda **more: services.edit(stretch=stretch(figure(source, "70")), changes=Changes(value="71"), **told, **more),
        lambda **more: services.add_figure(stretch=(0, 6), quote=TEXT[:6], changes=Changes(value="2024"), **told, **more),
    )
    for way in ways:
        with pytest.raises(PassagesUndecided):
            way()
        assert Decision.objects.get(pk=way(names_nobody=" Так подписан документ. ").value).kept_because == "Так подписан документ."


def test_a_figure_that_was_not_found_is_added_by_its_place():
    source = entered("Ни одного ответа не пришло, жалоб было 12.")
    quote = "Ни одного"
    services.add_figure(source_id=source, stretch=(0, len(quote)), quote=quote, changes=Changes(value="0"), reason="Сказано словами.", by=people.analyst)
    added = figure(source, quote)
    assert (added.number, added.told["value"], added.decision.verdict, added.otherwise) == (None, 0, "added", False)


@pytest.mark.parametrize("place, quote", [((0, 3), "xyz"), ((5, 5), ""), ((-1, 4), "В 20"), ((70, 9000), "x")])
def test_words_that_do_not_stand_there_are_no_figure(place, quote):
    with pytest.raises(refusals.StretchOutside):
        services.add_figure(source_id=entered(), stretch=place, quote=quote, changes=Changes(value="1"), reason="…", by=people.analyst)


def test_the_second_of_two_who_decide_reads_the_first_ones_decision_before():
    source = entered()
    one = figure(source, "70")
    services.confirm(source_id=source, stretch=stretch(one), by=people.analyst)
    with pytest.raises(refusals.DecidedMeanwhile):
        services.reject(source_id=source, stretch=stretch(one), reason="Нет.", by=people.secretary)


@pytest.mark.parametrize("given", ["семь", "", "1e999999", "NaN", "1,2,3", "9" * 40])
def test_what_is_no_number_is_not_taken_for_one(given):
    source = entered()
    with pytest.raises(refusals.NumberUnclear):
        services.edit(source_id=source, stretch=stretch(figure(source, "70")), changes=Changes(value=given), reason="…", by=people.analyst)


def test_a_decision_whose_proposal_is_no_longer_made_waits_for_another_look(monkeypatch):
    source = entered()
    one = figure(source, "70")
    services.confirm(source_id=source, stretch=stretch(one), by=people.analyst)
    from tirek.insight.claims.services import proposing

    whole = proposing.extracted
    monkeypatch.setattr(proposing, "extracted", lambda text: {**whole(text), "claims": [each for each in whole(text)["claims"] if each["quote"] != "70"], "checks": []})
    services.make_proposals(source_id=source, by=people.analyst)
    left = queries.progress_of(source, by=people.analyst, country="demo").left_over
    assert [(each.quote, each.otherwise) for each in left] == [("70", True)]
    assert figure(source, "70").decision.verdict == "confirmed"


def test_the_same_document_is_entered_once_a_country():
    entered()
    with pytest.raises(refusals.SourceTwice):
        entered()


def test_a_source_whose_text_is_not_held_is_told_of_and_not_read():
    report = services.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Доклад"}), kind="ngo_report"), by=people.analyst).value
    comment = entered(about=report, distance="comment")
    assert queries.source(comment, by=people.analyst, country="demo").about_title.best("ru") == "Доклад"
    with pytest.raises(refusals.TextNotHeld):
        services.make_proposals(source_id=report, by=people.analyst)


@pytest.mark.parametrize("who", ["member", "doctor", "leader"])
def test_members_read_sources_and_do_not_decide(who):
    source = entered()
    by = getattr(people, who)
    assert page(source, by=by).figures
    with pytest.raises(NotAllowed):
        services.confirm(source_id=source, stretch=stretch(figure(source, "70")), by=by)


@pytest.mark.parametrize("who", ["focal", "receiver", "auditor", "administrator", "foreigner"])
def test_to_others_a_source_does_not_exist(who):
    source = entered()
    by = getattr(people, who)
    assert queries.sources(by=by, country="demo") == []
    with pytest.raises(NotFound):
        page(source, by=by)
    with pytest.raises(NotFound):
        services.confirm(source_id=source, stretch=(17, 20), by=by)


def test_a_long_text_is_shown_in_parts_that_are_the_text():
    text = "\n".join(f"В {2000 + number % 20} году поступило {number + 100} жалоб." for number in range(700))
    source = entered(text)
    first = page(source)
    parts = [page(source, each.number) for each in first.parts]
    assert "".join(each.text for each in parts) == text
    assert sum(len(each.figures) for each in parts) == 700
    with pytest.raises(NotFound):
        page(source, len(parts) + 1)
