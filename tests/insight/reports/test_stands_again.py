"""Only a passage that somebody kept may stand in a report: what was taken out or put in general words waits again wherever it is written again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass

import pytest
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.people import leader, member, secretary
from tirek.followup.recommendations.queries import undecided_stretches, visit_recommendations
from tirek.followup.recommendations.services import decide_stretch
from tirek.ground.rules.text_check import check_text
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.refusals import HitsUndecided
from tirek.records.visits import services as visits
from tirek.records.visits.queries import closing_talk as closing_talk_of
from tirek.records.visits.queries import findings

pytestmark = pytest.mark.django_db

NAME, NUMBER = "Ерлан Сейткалиев", "900101300123"
STRETCHES = {NAME.casefold(), NUMBER}
TOLD = f"Света нет, так сказано: {NAME}, ИИН {NUMBER}."
DECISIONS = ("kept", "generalised", "taken_out")


@dataclass(frozen=True)
class Road:
    """A text of a report: how it is written, and who decides about it.

    `printed_as_put`: the record keeps its words, the report prints others. `another_row`: what is written again is a row of its own.
    """

    begin: Callable[[], object]
    write: Callable[[object, Words], object]
    printed_as_put: bool = False
    another_row: bool = False
    who: object = leader


def summary(report, text):
    services.edit_report(report_id=report, summary=text, revision=queries.report(report, by=leader).revision, by=leader)


def changes(report, text):
    facts = queries.report(report, by=leader)
    services.edit_report(report_id=report, summary=facts.summary, changes=text, revision=facts.revision, by=leader)


def amendment(report, text):
    (finding, *_) = findings(queries.report(report, by=leader).visit_id, by=leader)
    services.amend_finding(report_id=report, finding_id=finding.id, text=text, by=leader)


def dissent(report, text):
    if queries.report(report, by=member).dissents:
        services.take_back_dissent(report_id=report, by=member)
    services.add_dissent(report_id=report, text=text, by=member)


def closing_talk(report, text):
    visit, told = queries.report(report, by=leader).visit_id, text.in_("kk") if NAME in text.in_("kk") else text.in_("ru")
    held_on = closing_talk_of(visit, by=leader).held_on
    visits.record_closing_talk(visit_id=visit, held_on=held_on, with_whom="начальник", note=told, names_nobody="Так сказано в беседе.", by=leader)


def translation(report, text):
    found = next(each for each in queries.texts_written_once(report, by=leader) if each.part == "note")
    told = {"kk": text.best("ru"), "en": text.in_("en")}
    services.translate_text(report_id=report, about=found.about, part="note", language="ru", text=Words.of(told), by=secretary)


def correction():
    return services.correct_report(report_id=flow.issued(), changes=flow.both("Исправлено."), by=secretary).value


def full():
    return flow.drafted(flow.full_visit())


ROADS = {
    "summary": Road(flow.drafted, summary),
    "summary of a correction": Road(correction, summary),
    "changes": Road(correction, changes),
    "amendment": Road(correction, amendment),
    "dissent": Road(flow.for_signature, dissent, another_row=True, who=member),
    "closing talk": Road(full, closing_talk, printed_as_put=True),
    "translation": Road(full, translation, printed_as_put=True),
}


def printed(value: object) -> Iterator[str]:
    """Every text in several languages that the report prints."""
    if isinstance(value, Words):
        yield from (text for _code, text in value.texts)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from printed(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from printed(getattr(value, each.name))


def standing(report):
    """What could name a person in what the report would print now, by the text check alone; the law's and the frame's own words name nobody."""
    document = queries.report_document(report, by=leader)
    texts = [*printed(document), *printed([each.text for each in queries.report(report, by=leader).dissents])]
    return {hit.text.casefold() for text in texts for hit in check_text(text)}


def waiting(report):
    found = queries.undecided_passages(report, by=leader)
    return {each.hit.text.casefold() for each in found.others} | {each.text.casefold() for each in (*found.findings, *found.recommendations)}


def decide(report, decision, who, replacement="один человек"):
    """Decides about everything that waits now."""
    while found := queries.undecided_passages(report, by=leader).others:
        told = {"reason": "должностное лицо", "replacement": replacement}
        services.decide_passage(report_id=report, digest=found[0].digest, decision=decision, by=who, **told)


@pytest.mark.slow
@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("road", ROADS)
def test_what_waits_is_what_could_name_somebody_in_the_text_but_what_was_kept(road, decision):
    at, report = ROADS[road], ROADS[road].begin()
    kept: set[str] = set()
    for again, text in enumerate((flow.both(TOLD), flow.both(TOLD), flow.both("Ничего.", TOLD), Words.of({"ru": TOLD, "kk": TOLD, "en": TOLD}))):
        at.write(report, text)
        kept = set() if at.another_row else kept
        assert waiting(report) == standing(report) - kept
        if not at.printed_as_put or not again:
            assert waiting(report) == STRETCHES - kept
        decide(report, decision, at.who)
        kept = STRETCHES if decision == "kept" else set()
        assert waiting(report) == set() and standing(report) <= kept
    assert bool(standing(report)) == (decision == "kept")


@pytest.mark.parametrize("decision", ["generalised", "taken_out"])
def test_a_name_that_was_cut_and_is_written_again_is_not_submitted(decision):
    report = flow.drafted()
    summary(report, flow.both(TOLD))
    decide(report, decision, leader)
    services.submit(report_id=report, by=leader)
    services.return_to_draft(report_id=report, reason="Дополнить.", by=secretary)
    summary(report, flow.both(TOLD))
    with pytest.raises(HitsUndecided):
        services.submit(report_id=report, by=leader)


def test_a_decision_about_the_first_version_cuts_nothing_out_of_its_correction():
    visit = flow.visit()
    report = flow.drafted(visit)
    summary(report, flow.both(TOLD))
    decide(report, "taken_out", leader)
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    new = services.correct_report(report_id=report, changes=flow.both(TOLD), by=secretary).value
    assert waiting(new) == STRETCHES
    with pytest.raises(HitsUndecided):
        services.submit(report_id=new, by=leader)


def test_who_kept_a_name_and_cut_it_later_is_asked_again():
    report = flow.drafted()
    summary(report, flow.both(TOLD))
    digests = [each.digest for each in queries.undecided_passages(report, by=leader).others]
    decide(report, "kept", leader)
    for digest in digests:
        services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=leader)
    summary(report, flow.both(TOLD))
    assert waiting(report) == STRETCHES


def test_general_words_that_name_somebody_wait_too():
    report = full()
    closing_talk(report, flow.both(f"Говорил {NAME}."))
    (first, *_) = queries.undecided_passages(report, by=leader).others
    services.decide_passage(report_id=report, digest=first.digest, decision="generalised", replacement="Сериков А.Б.", by=leader)
    assert waiting(report) == standing(report) == {"сериков а.б."}
    decide(report, "taken_out", leader)
    assert waiting(report) == standing(report) == set()


def test_what_was_cut_from_a_record_stays_cut_when_the_same_name_is_kept_in_the_words_of_a_correction():
    visit = world.begun(world.prison(), world.members())
    one = world.seen("Журнал не ведётся.", sources=("records",), single_source_reason=f"Сказал это {NAME}.", names_nobody="Должность.")
    finding = visits.add_finding(visit_id=visit, seen=one, by=leader).value
    visits.end(visit_id=visit, by=leader)
    flow.recommend(visit)
    report = flow.drafted(visit)
    decide(report, "taken_out", leader)
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    new = services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary).value
    services.amend_finding(report_id=new, finding_id=finding, text=flow.both(f"Журнал ведёт {NAME}."), by=leader)
    assert waiting(new) == {NAME.casefold()}
    decide(new, "kept", leader)
    (section,) = queries.report_document(new, by=leader).sections
    assert NAME in section.paragraphs[0].text.in_("ru")
    assert NAME not in section.paragraphs[0].single_source_reason.in_("ru")


@pytest.mark.parametrize("decision", ["generalised", "taken_out"])
def test_other_words_of_a_recommendation_wait_again_too(decision):
    visit = flow.visit()
    report = flow.issued(visit)
    new = services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary).value
    (issued,) = visit_recommendations(visit, by=leader, today=timezone.localdate())
    told = flow.both(f"Перевести: {NAME}, ИИН {NUMBER}.")
    for _again in range(2):
        services.reword_recommendation(report_id=new, recommendation_id=issued.id, text=told, indicator=Words(), by=leader)
        assert waiting(new) == STRETCHES
        while found := undecided_stretches(visit, by=leader):
            decide_stretch(recommendation_id=found[0].recommendation_id, digest=found[0].digest, decision=decision, replacement="человека", by=leader)
        assert waiting(new) == set()
