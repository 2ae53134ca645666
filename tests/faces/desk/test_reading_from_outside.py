"""Whoever was not there reads nothing of an unissued visit on any page of the desk before the purpose stands in the ledger.

The pages are taken from the addresses themselves, so that a new page is walked without being named here.
"""

from copy import deepcopy
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.insight.reports import flow
from tests.people import head, leader, secretary
from tirek.foundation.files.services import NewFile
from tirek.foundation.ledger.queries import history
from tirek.insight.reports import queries, services
from tirek.records.visits import queries as visits_read
from tirek.records.visits import services as visits

pytestmark = [pytest.mark.django_db, pytest.mark.trial]

NOTHING = UUID("00000000-0000-4000-8000-000000000000")
NO_MATTER = {"secret": "x", "pk": 1, "session_id": 1}
# Arguments of addresses that show nothing of one visit, or that a visit without urgent measures and answers does not have.
OF_OTHER_THINGS = {
    "absence_id", "account_id", "answer_id", "break_id", "change_id", "conflict_id", "document_id", "due_id", "end", "entry_id", "grant_id", "indicator", "invitation_id", "job_id", "key", "kind",
    "link_id", "measure_id", "meeting_id", "mission_id", "paragraph_id", "reply_id", "request_id", "reset_id", "review_id", "sheet_id", "list_id", "source_id", "start", "statement_id", "topic_id", "value_id", "view_id", "of_list",
    "address_id", "bundle_id", "file_id", "noun", "thing", "webhook_id", "message_id", "letter_id", "escalation_id", "paper_id", "earlier_id", "direction", "form", "number", "verification_id", "version", "name", "language", "rule", "text", "year", "month", "amendment", *NO_MATTER,
}  # fmt: skip
OF_THE_VISIT = {
    "visit_id", "report_id", "recommendation_id", "finding_id", "about", "part", "place_id", "member_id", "digest", "signature_id",
}  # fmt: skip
FINDING, SUMMARY, RECOMMENDATION = ("Ржавчина", "Тат басқан"), ("Сводка", "Мәлімет"), ("Покрасить", "Әр камераға шам орнату")
REASON = "Подвал закрыт"  # written once: why a finding rests on one source
WORDS = (*FINDING, *SUMMARY, *RECOMMENDATION, REASON, "Петров", "Сидоров", "Иванов")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def unissued(place, stretches):
    """A visit with a report in draft; no word of its texts stands anywhere else. `stretches`: each text has a passage that could name somebody."""
    visit = world.begun(place, world.members(), announced=True)
    texts = [[*FINDING], [*SUMMARY], [*RECOMMENDATION]]
    if stretches:
        for text, named in zip(texts, ("Петров А.В.", "Сидоров К.Н.", "Иванов П.П."), strict=True):
            text[0] += f". Осуждённый {named} сообщил об этом."
    seen, summary, wanted = texts
    found = replace(world.seen(), text=flow.both(*seen), sources=("own_eyes",), single_source_reason=f"{REASON}.")
    visits.add_finding(visit_id=visit, seen=found, by=leader)
    visits.end(visit_id=visit, by=leader)
    recommendation = flow.recommend(visit, wanted[0])
    report = services.draft_report(visit_id=visit, by=leader).value
    services.edit_report(report_id=report, summary=flow.both(*summary), revision=1, by=leader)
    return visit, report, recommendation


def known(visit, report, recommendation):
    """What the addresses of this visit are filled with."""
    seen, finding = visits_read.visit(visit, by=leader), visits_read.findings(visit, by=leader)[0].id
    open_ = queries.undecided_passages(report, by=leader).others
    brought = [each for each in queries.report(report, by=leader).signatures if each.file_id]
    found = {
        "visit_id": visit, "report_id": report, "recommendation_id": recommendation, "finding_id": finding,
        "about": finding, "part": "single_source_reason", "place_id": seen.place_id, "member_id": seen.delegation[0].member_id,
        "digest": open_[0].digest if open_ else "0" * 64, "signature_id": brought[0].id if brought else NOTHING,
    }  # fmt: skip
    assert set(found) == OF_THE_VISIT
    return found


def wanted_by(name):
    """The arguments of an address of the desk."""
    return get_resolver().namespace_dict["desk"][1].reverse_dict.getlist(name)[0][0][0][1]


def addresses(given):
    """Every address of the desk, filled: (name, path)."""
    desk = get_resolver().namespace_dict["desk"][1].reverse_dict
    for name in filter(lambda key: isinstance(key, str), desk):
        wanted = wanted_by(name)
        if wanted and set(wanted) <= OF_OTHER_THINGS:
            continue
        yield name, reverse(f"desk:{name}", kwargs={each: given.get(each, NO_MATTER.get(each, NOTHING)) for each in wanted})


def sent_to(name, given):
    """What a form sends that hands something out: the first document of the report, so that it is valid."""
    if name != "report-documents":
        return {}
    found = (*queries.document_files(given["report_id"], by=leader), *queries.frozen_files(given["report_id"], by=leader))
    return {"document": str(found[0].id) if found else "", "purpose": "check"}


def shown(client, given):
    """(method and name, words) of every page on which words of the visit stand, or that hands out a file. What a sent form does is undone."""
    found = []
    for name, path in addresses(given):
        for method, sent in ((client.get, {}), (client.post, sent_to(name, given))):
            cookies = deepcopy(client.cookies)
            with transaction.atomic():
                answer = method(path, sent)
                told = b"".join(answer).decode(errors="replace") if answer.streaming else answer.content.decode(errors="replace")
                transaction.set_rollback(True)
            client.cookies = cookies
            assert answer.status_code < 500, path
            found += [(f"{method.__name__} {name}", word) for word in WORDS if word in told]
            if answer.headers.get("Content-Disposition") and {"report_id", "visit_id", "finding_id"} & set(wanted_by(name)):
                found.append((f"{method.__name__} {name}", "a file"))
    return found


def signed_outside(report):
    """Somebody's signed sheet, as it was brought."""
    sheet, line = NewFile(b"%PDF-1.7 sheet", "sheet.pdf", "application/pdf"), queries.report(report, by=leader).signatures[1]
    services.attach_signature_file(report_id=report, member_id=line.member_id, signed_on=timezone.localdate(), file=sheet, by=leader)


@pytest.mark.parametrize(("reader", "state"), [(secretary, "with passages"), (head, "laid for signature")])
def test_no_page_shows_a_word_of_an_unissued_visit_before_the_purpose_is_told(client, place, reader, state):
    visit, report, recommendation = unissued(place, stretches=state == "with passages")
    if state != "with passages":
        services.submit(report_id=report, by=leader)
    if state == "laid for signature":
        services.approve(report_id=report, by=secretary)
        signed_outside(report)
    services.make_documents(report_id=report, by=leader)
    sign_in(client, reader)
    pages = sorted({where for where, _word in shown(client, known(visit, report, recommendation))})
    assert not pages, f"words are read without a purpose: {pages}"
    assert not history("visit", visit, verbs=["visit.read"])
    client.post(reverse("desk:visit-purpose", args=[visit]), {"purpose": "report"})
    read = [client.get(reverse(f"desk:{name}", args=[one])).content.decode() for name, one in (("report-text", report), ("visit-recommendations", visit))]
    assert [word for word in (*FINDING, *SUMMARY, *RECOMMENDATION) if not any(word in each for each in read)] == [], "the words stand on pages"
    assert [each.purpose for each in history("visit", visit, verbs=["visit.read"])] == ["report"]
    assert ("visit.read", "report") in [(each.verb, each.purpose) for each in visits_read.history(visit, by=leader)]
    taken = client.post(reverse("desk:report-documents", args=[report]), sent_to("report-documents", {"report_id": report}))
    assert taken.headers["Content-Disposition"], "who said why takes a document away"
