"""The demonstration does no harm: what is invented says so, stays in its country and its folder, and points to nothing real."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from tests.accounts import sign_in
from tests.insight.reports.reading import WITHOUT_PDFTOTEXT, text_of
from tests.project.demonstration.test_mixes_nothing import addresses
from tirek.followup.recommendations.queries import missions, recommendations
from tirek.foundation.files.bytes import fetch
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.validation import _inside
from tirek.foundation.ledger.rows import LedgeredRow
from tirek.foundation.people.models import Account
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.documents.composition import PHRASES
from tirek.insight.reports.queries import document_files, reports
from tirek.insight.reports.services import make_documents
from tirek.project.contents import loads
from tirek.project.demonstration import members, people, places
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.year import visits_by_code
from tirek.project.instance import read_instance

pytestmark = pytest.mark.usefixtures("told")
REAL = ("kz", "kg")
CODES = {"authority": "authorities", "addressee": "authorities", "region": "regions", "event": "events"}
"""Columns that hold a code of the pack, and among what it stands there."""
MARKS = {code: PHRASES.say("demonstration", code).split(" — ")[0] for code in LANGUAGES}


def ledgered() -> Iterator[LedgeredRow]:
    """Every ledgered row of the database."""
    for model in apps.get_models():
        if issubclass(model, LedgeredRow):
            yield from model._base_manager.all()


# Rows


def test_every_row_of_the_demonstration_is_marked_and_belongs_to_the_invented_country():
    found = list(ledgered())
    invented = [row for row in found if row.origin == "demonstration"]
    assert len(invented) > 500
    assert {row.country for row in invented} == {"demo"}
    assert {row.origin for row in found if row.country == "demo"} == {"demonstration"}
    assert {(account.demonstration, account.country) for account in Account.objects.all()} == {(True, "demo")}


def test_no_other_row_is_there_than_the_sourced_record():
    rest = [row for row in ledgered() if row.origin != "demonstration"]
    assert {row.origin for row in rest} == {"sourced"}
    assert {type(row).__name__ for row in rest} == {"Mission", "Review", "BodyReport", "Step", "Source", "StoredFile", "Edition", "Topic", "Statement", "Value"}
    assert {row.country for row in rest} <= set(REAL)


def test_every_sourced_row_has_its_source():
    for country in REAL:
        for mission in missions(by=SYSTEM, country=country):
            told_by = [mission.record.source, *(one.source for one in mission.record.statements), *(one.source for one in mission.record.delegation)]
            assert all(packs.source(country, each).title for each in told_by)
            assert not any(packs.source(country, each).kind == "invented" for each in told_by)


def test_no_invented_row_points_to_a_row_of_another_country():
    wrong = []
    for row in ledgered():
        for field in row._meta.concrete_fields:
            other = getattr(row, field.name) if field.is_relation else None
            if isinstance(other, LedgeredRow) and (other.country, other.origin) != (row.country, row.origin):
                wrong.append(f"{type(row).__name__}.{field.name}")
            if isinstance(other, Account) and other.demonstration != (row.country == "demo"):
                wrong.append(f"{type(row).__name__}.{field.name}")
    assert wrong == []


def test_no_invented_row_names_a_real_body_region_or_event():
    known = {among: {getattr(one, "code", None) or one.id for one in getattr(packs.pack("demo"), among)} for among in set(CODES.values())}
    real = {among: {getattr(one, "code", None) or one.id for code in REAL for one in getattr(packs.pack(code), among)} for among in known}
    checked = 0
    for row in ledgered():
        for column, among in CODES.items():
            code = getattr(row, column, "") if row.country == "demo" else ""
            if isinstance(code, str) and code:
                assert code in known[among] and code not in real[among], (type(row).__name__, column, code)
                checked += 1
    assert checked > 60


def test_no_invented_place_has_coordinates():
    place = apps.get_model("places", "Place")
    assert not place.objects.filter(country="demo", latitude__isnull=False).exists()


# Names


def words_in(thing: object) -> Iterator[str]:
    """Every text in a thing of a pack or of the told country."""
    for inner in _inside(thing):
        for cls in type(inner).__mro__:
            for name in getattr(cls, "__slots__", ()):
                value = getattr(inner, name)
                for each in value if isinstance(value, tuple) else (value,):
                    yield from (text for _, text in each.texts) if isinstance(each, Words) else ()


def plain(text: str) -> str:
    """A name without case, quotation marks and numbers."""
    return " ".join(re.sub(r"[«»“”\"№\d]", " ", text.casefold()).split())


def invented_names() -> set[str]:
    """Names of the invented persons, places and bodies."""
    names = {name for _, name, _, _ in people.CAST} | {one.name for one in members.stories() if one.name} | {one.organisation for one in members.stories()}
    names |= {text for one in places.stories() for words in (one.name, one.first_name, *(name.name for name in one.names)) if words for _, text in words.texts}
    pack = packs.pack("demo")
    return {plain(name) for name in (*names, *(text for one in (*pack.authorities, *pack.mechanisms, *pack.regions) for text in words_in(one))) if name}


def test_no_invented_person_place_or_body_has_a_real_name():
    shared = {plain(text) for one in packs.documents() for text in words_in(one)} | {plain(text) for code in REAL for text in words_in(packs.pack(code))}
    speakers = {plain(text) for document in packs.documents() for text in [packs.document_text(document.id)]}
    assert invented_names() & shared == set()
    assert [name for name in invented_names() for text in speakers if f" {name} " in f" {text} "] == []


def test_no_word_of_a_real_country_stands_in_the_told_one():
    capitals = [text for code in REAL for words in (packs.country_name(code), packs.pack(code).head.capital) for _, text in words.texts]
    stems = {text.split()[0].casefold()[:6] for text in capitals}
    folder = places.list_of.__globals__["FOLDER"]
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")]
    assert len(texts) >= 20
    assert [(stem, path) for stem in stems for path in texts if stem in path.casefold()] == []


# What is seen says so


@pytest.fixture
def browser():
    """The head of the invented mechanism."""
    return sign_in(Client(), Telling().actor("head"))


def test_every_page_says_that_it_is_a_demonstration(browser):
    known = {"visit": visits_by_code()["old-bridge-1"], "place": places.places_by_code()["old-bridge"]}
    known["recommendation"] = recommendations(by=SYSTEM, country="demo", today=Telling().today)[0].id
    desk = [reverse(name) for name in addresses()] + [reverse(f"desk:{noun}", args=[key]) for noun, key in known.items()]
    public = ["/en/", "/en/kz/", "/en/kz/facts/terminals/", "/en/kz/missions/spt-2023/", "/accounts/login/", "/accounts/demonstration/"]
    seen = 0
    for client, roads in ((browser, desk), (Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en"), public)):
        for address in roads:
            answer = client.get(address)
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                page, seen = answer.content.decode(), seen + 1
                assert "demo-banner" in page and "are invented" in page, address
    assert seen >= 16


@pytest.mark.skipif(WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed")
def test_every_document_of_an_invented_report_says_so_on_every_page():
    report = next(one for one in reports(by=SYSTEM, country="demo") if one.number.startswith("1/"))
    make_documents(report_id=report.id, by=SYSTEM)
    files = document_files(report.id, by=SYSTEM)
    assert {one.form for one in files} == {"pdf", "docx"}
    for one in files:
        content = fetch(one.file.sha256)
        marks = [MARKS[code] for code in one.languages]
        assert "demonstration" in one.file.name
        if one.form == "pdf":
            text = text_of(content)
            pages = len(re.findall(r"\b(\d+)/(\d+)\b", text))
            assert all(text.upper().count(mark) >= min(pages, 5) for mark in marks), one.file.name
        else:
            parts = zipfile.ZipFile(BytesIO(content))
            headers = [parts.read(name).decode() for name in parts.namelist() if name.startswith("word/header")]
            assert headers and all(any(mark in header.upper() for header in headers) for mark in marks), one.file.name


@pytest.mark.skipif(WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize("what", ["checklist", "card"])
def test_every_paper_for_the_gate_says_so(what):
    leader = sign_in(Client(), Telling().actor("leader"))
    answer = leader.post(reverse(f"desk:visit-paper-{what}", args=[visits_by_code()["quiet-pier-2"]]), {"first": "ru", "second": "kk"})
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content).upper()
    assert MARKS["ru"] in text and MARKS["kk"] in text


# Editions


def test_the_demonstration_has_a_folder_of_its_own(tmp_path):
    demo, main = (read_instance({"DATA_DIR": str(tmp_path), "DEMO": value}) for value in ("1", "0"))
    assert (demo.folder, main.folder) == (tmp_path / "demo", tmp_path / "main")
    assert not {demo.database, demo.files, demo.keys, demo.checkpoints} & {main.database, main.files, main.keys, main.checkpoints}
    assert read_instance({"DATA_DIR": str(tmp_path)}).demo


def test_the_main_edition_loads_the_sourced_record_alone():
    assert [load.name for load in loads(demo=False)] == ["missions", "documents", "editions", "pictures", "topics", "profiles"]
    assert next(iter(loads(demo=True))).name == "missions"


def test_the_told_country_speaks_no_language_that_the_house_does_not():
    assert {code for one in places.stories() for code, _ in one.name.texts} == set(LANGUAGES)
