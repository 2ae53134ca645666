"""What leaves the house does not say why a visit was made: visits of every kind, announced or not, give the same papers and pages."""

import io
import itertools
import json
import re
from dataclasses import replace

import docx
import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.test_lists_as_files import written
from tests.insight.reports import flow, reading
from tests.insight.reports.sample import sample
from tests.insight.reports.test_report_docx import all_text
from tests.people import focal, head, leader, receiver, secretary
from tirek.faces.desk.lists.kinds import WORK_LISTS
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.jurisdictions.queries import visit_kinds
from tirek.ground.proof.canonical import canonical
from tirek.insight.reports import queries
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.services.documents import MAKERS

pytestmark = pytest.mark.django_db
OWN = (  # what is a visit's own without telling why: ids, digests, the ledger's signed lines, numbers, moments
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", r"\b[0-9a-f]{64}\b", r"[A-Za-z0-9+/]{40,}=*", r"\b\d+/20\d\d\b",
    r"20\d\d-\d\d-\d\dT[\d:.+]+", r"csrf\w*\W[^>]*>",
)  # fmt: skip


def common(text):
    """The words of a text without what is the visit's own, in no order: rows stand in that of their ids."""
    for pattern in OWN:
        text = re.sub(pattern, "…", text)
    return sorted(re.findall(r"\S+", text))


def outside(path, who):
    """A page and every page of the house that it leads to, as somebody of an authority gets them."""
    client = sign_in(Client(), who)
    first = client.get(path, follow=True).content.decode()
    ways = sorted({way for way in re.findall(r'href="(/[^"#?]*)"', first) if not way.startswith("/static/") and "logout" not in way})
    return "\n".join([first, *(client.get(way, follow=True).content.decode() for way in ways)])


def without_checkpoint(content):
    """Frozen bytes without the ledger's checkpoint, which is of its hour and no visit's."""
    stored = json.loads(content)
    stored["report"]["checkpoint"] = ""
    return json.dumps(stored, ensure_ascii=False, indent=1)


def anonymous(document):
    """The report with the same id for every row and the same digest for every signature: a line of a PDF may end inside of one."""
    text = re.sub(OWN[0], "00000000-0000-4000-8000-000000000000", freeze(document).decode())
    return thaw(re.sub(OWN[1], "0" * 64, text).encode())


def papers(place, team, kind, announced):
    """Everything of one visit that leaves the house, by what it is; the visit is taken back, since lists show how many there were."""
    before = transaction.savepoint()
    made = made_papers(place, team, kind, announced)
    transaction.savepoint_rollback(before)
    return made


def made_papers(place, team, kind, announced):
    visit = world.concluded(place, team, kind=kind, announced=announced)
    flow.recommend(visit)
    report = flow.issued(visit)
    whole = anonymous(replace(queries.report_document(report, by=head), checkpoint=""))
    made = {f"frozen {number}": without_checkpoint(file_bytes(each.id)) for number, each in enumerate(queries.frozen_files(report, by=head))}
    made["docx"] = all_text(docx.Document(io.BytesIO(MAKERS["docx"](replace(whole, languages=("ky", "en"))))))
    made["pdf"] = reading.text_of(MAKERS["pdf"](whole)) if not reading.WITHOUT_PDFTOTEXT else ""
    desk = sign_in(Client(), leader)
    for what in ("checklist", "card"):
        answer = desk.post(reverse(f"desk:visit-paper-{what}", args=[visit]), {"first": "ru", "second": "kk"})
        assert answer["Content-Type"] == "application/pdf"
        made[what] = reading.text_of(answer.content) if not reading.WITHOUT_PDFTOTEXT else ""
    office = sign_in(Client(), secretary)
    sent = office.post(reverse("desk:recommendations-export"), {"purpose": "authority"})
    made["file of recommendations"] = b"".join(sent.streaming_content).decode().splitlines()[-1]
    columns = ",".join(each.key for each in WORK_LISTS["visits"].columns)
    made["file of visits"] = "\n".join(sorted(set(written("visits", f"columns={columns}", secretary).decode().splitlines())))
    made |= {who.name: outside(reverse("desk:home"), who) for who in (focal, receiver)}
    return {what: common(text) for what, text in made.items()}


@pytest.mark.slow
def test_papers_and_pages_of_visits_of_every_kind_are_equal():
    place, team = world.prison(), world.members()
    for who in (focal, receiver):
        account_of(who)
    kinds = [each.code for each in visit_kinds("demo")]
    assert len(kinds) > 3
    first, *others = [(kinds[0], True), *zip(kinds, itertools.cycle((False, True)))]
    expected = papers(place, team, *first)
    for kind, announced in others:
        found = papers(place, team, kind, announced)
        for what, words in expected.items():
            assert found[what] == words, (what, kind, announced)


def test_a_report_frozen_when_its_title_page_still_told_the_kind_is_read_without_it():
    stored = json.loads(freeze(sample()))
    stored["format"] = "tirek-visit-report/1"
    stored["report"]["visit"] |= {"kind": {"texts": {"ru": "специальное"}, "source": "ru", "stale": []}, "announced": False}
    assert thaw(canonical(stored)) == sample()
