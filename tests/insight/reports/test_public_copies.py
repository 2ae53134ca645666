"""The public edition of a report is prepared by one person and published by another, as exactly what that one saw; the words taken out are nowhere."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from tests.insight.reports import flow
from tests.people import EVERYBODY, deputy, head, leader, secretary
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.publications.models import Edition
from tirek.insight.publications.refusals import SameAsPublished
from tirek.insight.publications.services import publish_report
from tirek.insight.reports import queries, services
from tirek.insight.reports.blackening import thinner
from tirek.insight.reports.models import PublicCopy
from tirek.insight.reports.refusals import (
    CopyChanged,
    CopyNotOpen,
    CopyStands,
    GroundUnknown,
    NotIssuedNow,
    OwnRedaction,
    ReportReasonNeeded,
    RequestNotRecorded,
    SendingDate,
    SendingNotRecorded,
    WordsNotFound,
)

pytestmark = pytest.mark.django_db
GROUND = "person"


def today():
    return timezone.localdate()


def copy_of(report, by=secretary):
    return queries.public_standing(report, by=by).copy


def begun(report=None):
    """A public edition that is being prepared, of an issued report."""
    report = report or flow.issued()
    services.begin_public_copy(report_id=report, by=secretary)
    return report


def handed_in(report=None, words="светильники"):
    report = begun(report)
    services.black_out(report_id=report, words=words, ground=GROUND, by=secretary)
    services.record_papers(report_id=report, sent_on=today(), by=secretary)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    return report


def published(report=None):
    report = handed_in(report)
    return report, publish_report(report_id=report, seen=copy_of(report, head).seen, by=head).value


def everything_stored():
    """All that the tables hold of public editions and of what is published, and the ledger."""
    rows = [*PublicCopy.objects.values(), *Edition.objects.values(), *apps.get_model("ledger", "Entry").objects.values()]
    return json.dumps(rows, default=str, ensure_ascii=False)


def test_what_is_redacted_is_published_nowhere_and_stored_nowhere():
    report, key = published()
    (edition,) = Edition.objects.filter(kind="report")
    assert (edition.key, edition.version, edition.country) == (key, 1, "demo")
    assert "светильник" not in everything_stored().casefold()
    body = json.loads(edition.body)
    assert body["redacted"][0]["ground"] == GROUND and body["redacted"][0]["passages"] >= 1
    assert "камере" in edition.body and str(report) not in edition.body
    assert queries.public_standing(report, by=head) == queries.PublicStanding(copy=None, published=True)
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_only_the_office_knows_of_it():
    report = begun()
    known = {who.id for who in EVERYBODY if outcome_of(report, who) is None}
    assert known == {head.id, secretary.id}
    for who in EVERYBODY:
        if who.id not in known:
            with pytest.raises((NotFound, NotAllowed)):
                services.black_out(report_id=report, words="камере", ground=GROUND, by=who)
            with pytest.raises((NotFound, NotAllowed)):
                services.drop_public_copy(report_id=report, by=who)
            with pytest.raises((NotFound, NotAllowed)):
                publish_report(report_id=report, seen="", by=who)


def outcome_of(report, who):
    try:
        queries.public_standing(report, by=who)
    except (NotFound, NotAllowed) as refused:
        return refused
    return None


def test_whoever_had_a_hand_in_it_does_not_publish_it():
    report = handed_in()
    assert copy_of(report).mine
    with pytest.raises(OwnRedaction):
        publish_report(report_id=report, seen=copy_of(report).seen, by=secretary)
    assert not copy_of(report, head).mine
    services.return_public_copy(report_id=report, reason="Имя в разделе о медицине.", by=head)
    assert copy_of(report).returned_because == "Имя в разделе о медицине."
    services.black_out(report_id=report, words="камере", ground=GROUND, by=head)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    with pytest.raises(OwnRedaction):
        publish_report(report_id=report, seen=copy_of(report, head).seen, by=head)
    publish_report(report_id=report, seen=copy_of(report, deputy).seen, by=deputy)


def test_what_changed_since_it_was_seen_is_not_published():
    report = begun()
    services.record_papers(report_id=report, sent_on=today(), by=secretary)
    seen = copy_of(report).seen
    services.black_out(report_id=report, words="светильники", ground=GROUND, by=secretary)
    with pytest.raises(CopyChanged):
        services.hand_in_public_copy(report_id=report, seen=seen, by=secretary)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    before = copy_of(report, head).seen
    services.return_public_copy(report_id=report, reason="Ещё раз.", by=head)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    with pytest.raises(CopyChanged):
        publish_report(report_id=report, seen=before, by=head)
    assert not Edition.objects.filter(kind="report").exists()


def test_a_report_is_not_published_before_it_was_sent_nor_by_a_wrong_day():
    report = begun()
    with pytest.raises(SendingNotRecorded):
        services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    for day in (today() + timedelta(days=1), today() - timedelta(days=900)):
        with pytest.raises(SendingDate):
            services.record_papers(report_id=report, sent_on=day, by=secretary)
    assert copy_of(report).papers_missing


def test_a_visit_made_with_the_subcommittee_waits_for_the_states_request():
    report = begun(flow.issued(flow.visit(joint=True)))
    services.record_papers(report_id=report, sent_on=today(), by=secretary)
    with pytest.raises(RequestNotRecorded):
        services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    services.record_papers(report_id=report, sent_on=today(), request_on=today(), request_letter="12/345", by=secretary)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    assert not copy_of(report).papers_missing


def test_marks_are_taken_off_one_by_one_and_whole_texts_are_marked():
    report = begun()
    number = services.black_out(report_id=report, words="камере", ground=GROUND, by=secretary).value
    marks = [each for found in copy_of(report).marks.values() for each in found]
    assert number == len(marks) >= 1
    assert services.take_off(report_id=report, marks=[marks[0].name], by=secretary).value == 1
    assert len([each for found in copy_of(report).marks.values() for each in found]) == number - 1
    place = next(path for path, text in copy_of(report).texts.items() if "светильники" in text)
    services.black_out_texts(report_id=report, places=[place], ground=GROUND, by=secretary)
    (whole,) = copy_of(report).marks[place]
    assert (whole.start, whole.end) == (0, len(copy_of(report).texts[place]))


def test_a_text_marked_whole_is_marked_in_every_language():
    report = begun()
    services.black_out_texts(report_id=report, places=["recommendations/0/text:ru"], ground=GROUND, by=secretary)
    copy = copy_of(report)
    others = {place for place, text in copy.texts.items() if text and place.startswith("recommendations/0/text:")}
    assert set(copy.marks) == others and len(others) > 1 and copy.thinner == {}


def test_whoever_marks_learns_in_which_languages_less_is_marked():
    texts = {"a:ru": "Врач Ордабеков", "a:en": "Dr Ordabekov", "a:kk": " ", "b:ru": "Дом", "b:en": "House", "name": "Ордабеков"}
    assert thinner(texts, {"a:ru": [1], "name": [1]}) == {"en": 1}
    assert thinner(texts, {"a:ru": [1, 2], "a:en": [1], "b:en": [1]}) == {"en": 1, "ru": 1}
    assert thinner(texts, {"a:ru": [1], "a:en": [1]}) == thinner(texts, {}) == {}


def test_what_cannot_be_is_refused_and_changes_nothing():
    report = begun()
    before = copy_of(report)
    with pytest.raises(WordsNotFound):
        services.black_out(report_id=report, words="Никогда", ground=GROUND, by=secretary)
    with pytest.raises(GroundUnknown):
        services.black_out(report_id=report, words="камере", ground="inconvenient", by=secretary)
    with pytest.raises(CopyStands):
        services.begin_public_copy(report_id=report, by=head)
    with pytest.raises(CopyNotOpen):
        services.return_public_copy(report_id=report, reason="Рано.", by=head)
    assert copy_of(report) == before
    services.record_papers(report_id=report, sent_on=today(), by=secretary)
    services.hand_in_public_copy(report_id=report, seen=copy_of(report).seen, by=secretary)
    with pytest.raises(ReportReasonNeeded):
        services.return_public_copy(report_id=report, reason=" ", by=head)
    with pytest.raises(CopyNotOpen):
        services.take_off(report_id=report, marks=[], by=secretary)
    services.drop_public_copy(report_id=report, by=head)
    with pytest.raises(NotFound):
        services.black_out(report_id=report, words="камере", ground=GROUND, by=secretary)


def test_a_draft_has_no_public_edition():
    with pytest.raises(NotIssuedNow):
        services.begin_public_copy(report_id=flow.drafted(), by=secretary)


def test_a_correction_begins_with_what_the_last_edition_left_out_and_becomes_the_next_one():
    old, key = published()
    new = flow.corrected(old)
    with pytest.raises(NotIssuedNow):
        services.begin_public_copy(report_id=old, by=secretary)
    services.begin_public_copy(report_id=new, by=secretary)
    copy = copy_of(new)
    assert copy.sent_on is None, "another version is sent anew"
    assert any("светильники" in copy.texts[path][mark.start : mark.end] for path, marks in copy.marks.items() for mark in marks)
    services.record_papers(report_id=new, sent_on=today(), by=secretary)
    services.hand_in_public_copy(report_id=new, seen=copy_of(new).seen, by=secretary)
    assert publish_report(report_id=new, seen=copy_of(new, head).seen, by=head).value == key
    assert [(each.version, each.change) for each in Edition.objects.filter(kind="report").order_by("version")] == [(1, ""), (2, "correction")]
    services.begin_public_copy(report_id=new, by=secretary)
    services.record_papers(report_id=new, sent_on=today(), by=secretary)
    services.hand_in_public_copy(report_id=new, seen=copy_of(new).seen, by=secretary)
    with pytest.raises(SameAsPublished):
        publish_report(report_id=new, seen=copy_of(new, head).seen, by=head)


def test_a_correction_carries_a_name_with_other_endings_and_tells_what_it_says_in_other_words():
    old = begun()
    services.black_out(report_id=old, words="светильники", ground=GROUND, by=secretary)
    services.black_out_texts(report_id=old, places=["summary:ru"], ground="health", by=secretary)
    services.record_papers(report_id=old, sent_on=today(), by=secretary)
    services.hand_in_public_copy(report_id=old, seen=copy_of(old).seen, by=secretary)
    publish_report(report_id=old, seen=copy_of(old, head).seen, by=head)
    new = services.correct_report(report_id=old, changes=flow.both("Светильникам даны номера."), by=secretary).value
    services.edit_report(report_id=new, summary=flow.both("Условия стали намного лучше.", flow.SUMMARY.in_("kk")), revision=1, by=leader)
    flow.through(new)
    services.begin_public_copy(report_id=new, by=secretary)
    copy = copy_of(new)
    (mark,) = copy.marks["changes:ru"]
    assert copy.texts["changes:ru"][mark.start : mark.end] == "Светильникам"
    assert "summary:ru" not in copy.marks and "summary:kk" in copy.marks
    assert copy.not_again == ((flow.SUMMARY.in_("ru"), "health"),)
