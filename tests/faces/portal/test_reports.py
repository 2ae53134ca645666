"""Published reports in public: what was taken out stands at no address and in no file, an edition stays as it was, and a withheld one is gone."""

import io
import re
import shutil
import subprocess
import zipfile
from html import unescape

import pytest

from tests.accounts import sign_in
from tests.insight.reports.sample import four, sample
from tests.people import foreigner as head
from tirek.faces.portal.reports import press
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.redaction import Mark
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.services import freeze
from tirek.insight.publications.services.withholding import withhold_edition
from tirek.insight.reports.blackening import occurrences
from tirek.insight.reports.documents.public import base, leaves, redact, to_json

pytestmark = pytest.mark.django_db
SUMMARY = four(
    "Врач И. К. Ордабеков сказал, что Ордабекову, как и Ордабековым, отказали.", "Ордабековтың айтуынша, өтініш қабылданбады.",
    "Ордабековдун айтымында, өтүнүч кабыл алынган жок.", "Dr Ordabekov said so; Ordabekov’s note says the same.",
)  # fmt: skip
TITLE = four("Посещение, беседа с Ордабековым", "Ордабековпен әңгіме", "Ордабеков менен маек", "Talk with Ordabekov")
NAME = re.compile("рдабеков|rdabekov", re.IGNORECASE)
ADDRESS = "/en/kz/reports/3-2026/"
FILES = f"{ADDRESS}editions/1/"


def body(names=("Ордабеков", "Ordabekov"), **changes):
    """A public edition of a whole invented report, each name taken out in all its endings."""
    document = base(sample(summary=SUMMARY, title=TITLE, number="3/2026", **changes))
    marks = {}
    for name in names:
        for path, start, end in occurrences(leaves(document), name):
            marks.setdefault(path, []).append(Mark(start, end, "person"))
    return to_json(redact(document, marks))


def frozen(*bodies):
    with record("editions.loaded", by=SYSTEM) as entry:
        for each in bodies:
            freeze(kind="report", country="kz", key="3-2026", origin="sourced", body=each, change="correction")
        entry.of(None)


@pytest.fixture
def report(db):
    """A report published under a real country: the invented one has no public pages."""
    frozen(body())


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def text(client, address, status=200):
    return unescape(read(client, address, status).decode())


def test_a_visitor_finds_a_report_and_reads_it_with_black_stretches_in_words(client, report):
    assert "/en/kz/reports/" in text(client, "/en/kz/")
    listed = text(client, "/en/kz/reports/")
    assert ADDRESS in listed and "[redacted: personal data]" in listed and "Report 3/2026" in listed
    shown = text(client, f"{ADDRESS}?in=ru")
    assert '<span class="redacted">изъято: персональные данные</span>' in shown and "окна закрыты листами железа" in shown
    assert "персональные данные" in shown.rpartition("<table")[2], "it ends with how much was taken out on which ground"
    assert not re.search(r'id="[a-z]+-00000000', shown)
    assert text(client, f"{ADDRESS}editions/1/").count("<main") == 1


def test_many_reports_stand_on_pages_the_latest_first_each_in_its_newest_edition(client):
    one = body()
    with record("editions.loaded", by=SYSTEM) as entry:
        for turn, number in enumerate([*range(1, 28), 5]):
            told = {**one, "report": {**one["report"], "number": f"{number}/{turn}"}}
            freeze(kind="report", country="kz", key=f"{number}-2026", origin="sourced", body=told, change="correction")
        entry.of(None)
    pages = [re.findall(r"/reports/(\d+)-2026/\"", text(client, f"/en/kz/reports/?page={number}")) for number in (1, 2)]
    assert pages[0][:3] == ["5", "27", "26"] and len(pages[0]) == 25 and sorted(map(int, pages[0] + pages[1])) == list(range(1, 28))


def test_the_name_stands_at_no_address_of_it_in_none_of_its_endings(client, report):
    for address in (
        "/en/kz/", "/en/kz/reports/", "/ru/kz/reports/", ADDRESS, f"{ADDRESS}?in=ru", "/kk/kz/reports/3-2026/?in=kk-ru", f"{ADDRESS}editions/1/", f"{FILES}all.json",
        "/en/kz/feed/", "/ru/kz/feed/", "/api/v1/kz/editions/", "/api/v1/kz/editions/report/3-2026/1/", "/api/v1/kz/bulk/editions.json",
        "/en/kz/replies/report/3-2026/", "/en/kz/replies/report/3-2026/change/",
    ):  # fmt: skip
        assert not NAME.search(text(client, address)), address
    assert ADDRESS.replace("/en", "") in text(client, "/en/kz/feed/") and "redacted: personal data" in text(client, "/en/kz/feed/")


def test_the_docx_holds_it_in_none_of_its_parts(client, report):
    with zipfile.ZipFile(io.BytesIO(read(client, f"{FILES}ru-kk.docx"))) as opened:
        whole = {name: opened.read(name).decode(errors="replace") for name in opened.namelist()}
    assert not any(NAME.search(part) for part in whole.values()) and "изъято: персональные данные" in whole["word/document.xml"]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not there")
def test_the_pdf_holds_it_nowhere_and_is_made_once(client, report, tmp_path, monkeypatch):
    answer = client.get(f"{FILES}ru-kk.pdf")
    assert "kz-report-3-2026-1-ru-kk.pdf" in answer.headers["Content-Disposition"]
    paper = tmp_path / "report.pdf"
    paper.write_bytes(answer.content)
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True).stdout.decode()
    known = subprocess.run(["pdfinfo", paper], check=True, capture_output=True).stdout.decode()
    plain = "".join(said.split())
    assert not NAME.search(plain) and not NAME.search(known) and "изъято:персональныеданные" in plain
    with press.PRESS.one_at_a_time:  # whoever has it kept needs no press, others are asked to wait
        monkeypatch.setattr(press.PRESS, "wait", 0)
        assert client.get(f"{FILES}ru-kk.pdf", HTTP_IF_NONE_MATCH=answer.headers["ETag"]).status_code == 304
        assert client.get(f"{FILES}kk.pdf").headers["Retry-After"] == "5"


def test_a_withheld_edition_is_gone_at_every_address_and_the_next_one_stays(client):
    frozen(body(names=("Ordabekov",)), body())
    assert NAME.search(text(client, f"{FILES}all.json")) and NAME.search(text(client, f"{ADDRESS}editions/1/"))
    client.get(f"{FILES}ru.docx")
    note = Words.of(dict.fromkeys(LANGUAGES, "Taken away: it told too much."))
    withhold_edition(kind="report", country="kz", key="3-2026", version=1, note=note, because="Asked.", by=head)
    for address in (f"{ADDRESS}editions/1/", *(f"{FILES}{name}" for name in ("all.json", "ru.docx", "ru.pdf"))):
        gone = text(client, address, 410)
        assert not NAME.search(gone) and "it told too much" in gone, address
    shown = text(client, ADDRESS)
    assert not NAME.search(shown) and "it told too much" in shown and "the report was corrected" in shown
    assert not NAME.search(text(client, "/api/v1/kz/bulk/editions.json")) and not NAME.search(text(client, "/ru/kz/feed/"))


def test_what_is_not_there_is_not_there(client, report):
    for address in (
        "/en/kz/reports/4-2026/", f"{ADDRESS}editions/2/", "/en/kg/reports/3-2026/", "/en/demo/reports/", "/en/zz/reports/", f"{FILES}all.pdf", f"{FILES}ru.json",
        f"{FILES}fr.pdf", f"{FILES}ru-ru.pdf", f"{FILES}ru.txt",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert "No report is published yet" in text(client, "/en/kg/reports/") and "/en/kg/reports/" not in text(client, "/en/kg/")
    assert client.post(ADDRESS).status_code == 405


def test_the_office_finds_it_among_what_is_published(client, report):
    sign_in(client, head)
    for address in ("/en/desk/publications/", "/en/desk/publications/report/3-2026/", "/en/desk/publications/report/3-2026/editions/1/"):
        shown = text(client, address)
        assert "redacted: personal data" in shown and not NAME.search(shown), address
    assert ADDRESS in text(client, "/en/desk/publications/report/3-2026/")
    assert "\u27e6" not in text(client, "/en/desk/publications/report/3-2026/editions/1/")
