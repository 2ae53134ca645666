"""What the report prints of access is what was recorded: a delay is no refusal, and what nobody entered was not “not asked for”."""

import json
from dataclasses import replace

import pytest

from tests.insight.reports import flow
from tests.insight.reports.sample import sample
from tests.people import leader
from tirek.insight.reports import queries
from tirek.insight.reports.documents.blocks import Table
from tirek.insight.reports.documents.composition import parts
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.records.visits import services as visits

ANSWERS = {
    "ru": ("да", "с задержкой", "отказано", "не записано"),
    "kk": ("иә", "кідіріспен", "бас тартылды", "жазылмаған"),
    "ky": ("ооба", "кечигүү менен", "баш тартылды", "жазылган эмес"),
    "en": ("yes", "delayed", "refused", "not recorded"),
}


def text(line):
    return "".join(piece if isinstance(piece, str) else getattr(piece, "text", "#") for piece in line)


def in_one(document, language):
    (part,) = parts(replace(document, languages=(language,), layout="apart"))
    return part.blocks


def table(document, language):
    """Right -> how it was honoured."""
    heads, rows = next((each.heads, each.rows) for each in in_one(document, language) if isinstance(each, Table) and len(each.heads) == 3)
    assert len(heads) == 3
    return [text(row[2][0][1]) for row in rows]


def notes(document, language="en"):
    """The lines below each refusal and delay."""
    rows = {each.row for each in document.refusals}
    return [[text(note[0][1]) for note in block.notes] for block in in_one(document, language) if getattr(block, "row", None) in rows]


@pytest.mark.parametrize("language", ANSWERS)
def test_the_table_tells_granted_delayed_refused_and_not_recorded_apart(language):
    (first, second) = sample().entitlements
    told = [replace(first, granted=None if not outcome else outcome == "granted", outcome=outcome) for outcome in ("granted", "delayed", "refused", "")]
    assert table(sample(entitlements=(*told, second)), language)[:4] == list(ANSWERS[language])


def test_the_lines_below_follow_the_outcome_and_not_the_minutes():
    (one,) = sample().refusals
    four = [replace(one, outcome=outcome, minutes=minutes, row=f"{outcome}{minutes}") for outcome in ("delayed", "refused") for minutes in ("delay", "")]
    found = notes(sample(refusals=tuple(four)))
    assert [(each[0].split(":")[0], each[2]) for each in found] == [
        ("Delayed by", "Delay: # minutes"), ("Delayed by", "Delay: not recorded"), ("Refused by", "How long: # minutes"), ("Refused by", "Access not given"),
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_report_prints_the_rows_of_its_visit():
    visit = flow.full_visit()
    document = queries.report_document(flow.drafted(visit), by=leader)
    assert sorted(each.outcome for each in document.entitlements) == ["", "", "", "", "", "", "delayed", "granted", "refused"]
    assert sorted(table(document, "en")) == ["delayed", *["not recorded"] * 6, "refused", "yes"]
    assert sorted(each[0].split(":")[0] for each in notes(document)) == ["Delayed by", "Refused by"]


@pytest.mark.django_db
def test_what_others_have_to_keep_is_printed_as_violated_and_not_as_refused():
    visit = flow.full_visit()
    visits.record_access(visit_id=visit, entitlement="no_sanction", outcome="refused", by_whom="начальник отряда", ground="не названо", by=leader)
    document = queries.report_document(flow.drafted(visit), by=leader)
    assert table(document, "en").count("violated") == 1
    (lines,) = [each for each in notes(document) if each[0].startswith("Violated by: ")]
    assert len(lines) == 2, "nothing was asked for, so no access was refused"


def test_a_report_that_was_frozen_before_says_no_more_than_it_knew():
    stored = json.loads(freeze(sample()))
    stored["format"] = "tirek-visit-report/4"
    for each in (*stored["report"]["entitlements"], *stored["report"]["refusals"]):
        del each["outcome"]
    read = thaw(json.dumps(stored).encode())
    assert table(read, "en") == ["refused or delayed", "yes"] and notes(read)[0][2] == "Delay: # minutes"


@pytest.mark.django_db
def test_the_checklist_of_a_draft_says_how_many_entitlements_are_not_recorded():
    visit = flow.full_visit()
    report = flow.drafted(visit)
    (need,) = [each for each in queries.needs(report, by=leader) if each.code == "access"]
    assert (need.done, need.blocks, need.count) == (False, False, 6)
    for code in ("numbers", "treatment", "free_choice", "spt_contact", "no_sanction", "objection_limits"):
        visits.record_access(visit_id=visit, entitlement=code, outcome="granted", by=leader)
    (need,) = [each for each in queries.needs(report, by=leader) if each.code == "access"]
    assert (need.done, need.count) == (True, 0)
