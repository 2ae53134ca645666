"""A word that stood in a withheld edition alone stands at no public address afterwards: pages, files, programs, bulk, feed, kept or not."""

import json
import re
from html import unescape
from itertools import product

import pytest
from django.template.loader import render_to_string
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import override

from tests.faces.published import published
from tests.insight.reports.sample import same, sample
from tests.people import foreigner as head
from tirek.faces.api.urls import urlpatterns as api
from tirek.faces.portal import keeping
from tirek.faces.portal.urls import urlpatterns as portal
from tirek.faces.portal.versions import ListedVersion
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.models import KINDS, Edition
from tirek.insight.publications.queries.editions import version_of
from tirek.insight.publications.services import freeze
from tirek.insight.publications.services.corrections import take_out
from tirek.insight.publications.services.withholding import give_back_edition, withhold_edition
from tirek.insight.reports.documents.public import base, redact, to_json

pytestmark = pytest.mark.django_db
__all__ = ["published"]
MARKED = "Меченослов"
NOTE = Words.of(dict.fromkeys(LANGUAGES, "Taken away: it told too much."))
FACT = "registered-2023"
LINE = {
    "code": "asked-line", "heading": "h", "scale": "", "derived": None, "values": [], "kind": "number", "measure": "outcome", "unit": "", "rule": {},
    "version": 1, "profile": True, "series": False, "breaks": [],
}  # fmt: skip
MADE = {
    "topic": lambda said: {
        "title": Words.of({"en": said}).to_json(), "about": Words.of({"en": said}).to_json(), "place": 1, "beside": "", "points": [], "rivals": [],
        "breaks": [], "statements": [], "lists": {"agree": [], "differ": [], "unknown": [], "alone": []},
    },
    "profile": lambda said: {
        "country": "kz", "year": 2019, "scales": {}, "definitions": {}, "headings": [{"code": "h", "name": {"en": "Heading"}}],
        "lines": [{**LINE, "name": {"en": said}}],
    },
    "bodies": lambda said: {
        "missions": [], "recommendations": [{"code": "asked-line", "symbol": "S", "year": 2016, "number": "1", "text": {"texts": {"en": said}, "source": "en", "stale": []}, "follows": [], "own": []}],
    },
    "report": lambda said: to_json(redact(base(sample(title=same(said))), {})),
}  # fmt: skip
KEYS = {"document": "004", "picture": "country", "topic": "asked", "profile": "2019", "report": "3-2026", "bodies": "country"}
NUMBERS = {"document": 2, "picture": 2, "topic": 1, "profile": 1, "report": 1, "bodies": 1}
"""Which edition of each holds the marked word: the documents and pictures of the record have a first one already."""
VALUES = {
    "country": ["kz"], "fact_id": [FACT], "version": [1, 2, 3], "document_id": ["004"], "section": ["all", "registered"], "form": ["csv", "json", "svg", "png"],
    "code": ["asked-line"], "theme": ["asked-theme"], "key": list(KEYS.values()), "kind": list(KINDS), "year": [2019], "mission_id": ["spt-2023"], "text": ["all"], "name": ["editions", "figures"],
}  # fmt: skip
ASKED = ("/api/v1/kz/documents/004/figures/?version=2", "/api/v1/kz/editions/?kind=topic", "/en/kz/index/?year=2019")


def addresses():
    """Every public address, with every value that it may bear; a new road is walked without a word here."""
    found = list(ASKED)
    for space, patterns in (("portal", portal), ("api", api)):
        for each in flat(patterns):
            names = list(each.pattern.converters)
            if each.name != "nothing":
                found += [reverse(f"{space}:{each.name}", kwargs=dict(zip(names, given, strict=True))) for given in product(*(VALUES[name] for name in names))]
    return [f"/en{path}" if not path.startswith(("/en/", "/api/")) else path for path in found]


def flat(patterns):
    for each in patterns:
        yield from [each] if isinstance(each, URLPattern) else flat(each.url_patterns)


def read(client, path, **headers):
    """Status, text and ETag of an answer."""
    answer = client.get(path, **headers)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, unescape(content.decode(errors="replace")), answer.headers.get("ETag", "")


def marked_document(body, span):
    """The document with the marked word just before a figure's sentence, in its drawer's sight."""
    text = body["text"]
    return {**body, "text": f"{text[: span[0] - 11]}{MARKED} {text[span[0] :]}"}


@pytest.fixture
def twice(published, settings, monkeypatch):
    """Of each kind a thing with an edition that holds the marked word, and a newest one without it. The pages are kept."""
    settings.TIREK_KEEPS_PAGES = True
    monkeypatch.setattr(keeping, "ASKED_EVERY", 0)
    monkeypatch.setattr(keeping, "SHELF", keeping.Shelf())
    document, picture = (json.loads(Edition.objects.get(country="kz", kind=kind, key=KEYS[kind]).body) for kind in ("document", "picture"))
    told = {**picture, "documents": {**picture["documents"], "004": {**picture["documents"]["004"], "edition": 2}}}
    quoting = {**told, "figures": {**told["figures"], FACT: {**told["figures"][FACT], "label": {"en": MARKED}}}}
    editions = {
        "document": (marked_document(document, picture["figures"][FACT]["span"]), document), "picture": (quoting, told),
        **{kind: (make(MARKED), make("Nothing else.")) for kind, make in MADE.items()},
    }  # fmt: skip
    with record("editions.loaded", by=SYSTEM) as entry:
        for kind, bodies in editions.items():
            for body, note in zip(bodies, (f"{MARKED} came.", "Words went."), strict=True):
                freeze(kind=kind, country="kz", key=KEYS[kind], origin="sourced", body=body, change="correction", note=Words.of({"en": note}))
        entry.of(None)


def withhold(kind):
    withhold_edition(kind=kind, country="kz", key=KEYS[kind], version=NUMBERS[kind], note=NOTE, because="Asked.", by=head)


@pytest.mark.slow
def test_the_marked_word_is_gone_from_every_public_address(client, twice):
    before = {path: read(client, path) for path in addresses()}
    shown = {path for path, (_status, text, _tag) in before.items() if MARKED in text}
    for path in (
        "/en/documents/004/editions/2/", "/en/kz/picture/editions/2/", "/en/kz/picture/editions/2/all.json", f"/en/kz/facts/{FACT}/editions/2/",
        "/en/kz/topics/asked/editions/1/", "/en/kz/profile/2019/editions/1/", "/en/kz/reports/3-2026/editions/1/", "/en/kz/reports/3-2026/editions/1/all.json", "/api/v1/kz/editions/topic/asked/1/", "/api/v1/kz/bulk/editions.json",
        "/api/v1/kz/editions/", "/en/kz/feed/", "/en/documents/004/",
    ):  # fmt: skip
        assert path in shown, path
    for kind in KEYS:
        withhold(kind)
    for path in before:
        status, text, _tag = read(client, path, HTTP_IF_NONE_MATCH=before[path][2] or '"none"')
        assert MARKED not in text, path
        assert status != 304 or path not in shown, path
        if re.search(r"(document.*004|picture|facts/.*|picture/country)/(editions/)?2/|(asked|2019|3-2026)/(editions/)?1/|version=2", path) and before[path][0] == 200:
            assert status == 410, path
    for kind in KEYS:
        give_back_edition(kind=kind, country="kz", key=KEYS[kind], version=NUMBERS[kind], because="By mistake.", by=head)
    assert {path for path in before if MARKED in read(client, path)[1]} == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_its_place_stand_the_day_the_note_and_the_way_to_the_newest_in_every_language(client, twice, language):
    withhold("topic")
    status, text, tag = read(client, f"/{language}/kz/topics/asked/editions/1/")
    assert (status, tag) == (410, "") and "Taken away: it told too much." in text and f'href="/{language}/kz/topics/asked/"' in text
    assert "Taken away" in read(client, f"/{language}/kz/topics/asked/")[1]


def test_files_drawings_and_programs_answer_410_too(client, twice):
    for kind in ("picture", "document"):
        withhold(kind)
    for path in (*(f"/en/kz/picture/editions/2/registered.{form}" for form in ("csv", "json", "svg", "png")), "/api/v1/kz/documents/004/figures/?version=2"):
        assert client.get(path).status_code == 410, path
    fault = client.get("/api/v1/kz/editions/picture/country/2/").json()["error"]
    assert fault["code"] == "withheld" and "/api/v1/kz/editions/picture/country/" in fault["message"]
    listed = client.get("/api/v1/kz/editions/picture/country/").json()["versions"]
    assert [each["withheld"] and each["withheld"]["note"]["en"] for each in listed] == [None, NOTE.in_("en"), None] and listed[1]["note"] is None


def test_a_drawer_of_an_earlier_picture_keeps_its_sentence_and_loses_what_stood_around_it(client, twice):
    address = f"/en/kz/facts/{FACT}/editions/2/"
    assert MARKED in read(client, address)[1]
    with record("editions.loaded", by=SYSTEM) as entry:  # a picture without the word itself, which rests on the document's marked edition
        body = json.loads(Edition.objects.get(country="kz", kind="picture", version=3).body)
        freeze(kind="picture", country="kz", key="country", origin="sourced", body={**body, "name": {"en": "K"}}, change="values")
        entry.of(None)
    resting = f"/en/kz/facts/{FACT}/editions/3/"
    assert MARKED in read(client, resting)[1]
    withhold("document")
    status, text, _tag = read(client, resting)
    assert status == 200 and MARKED not in text and "is withheld; the sentence alone stands here" in text and body["figures"][FACT]["quote"] in text


def test_a_reader_of_the_feed_is_told_of_what_was_withheld(client, twice):
    withhold("topic")
    feed = read(client, "/en/kz/feed/")[1]
    entry = next(each for each in feed.split("<entry>")[1:] if "/editions/topic/asked/1/" in each)
    assert "Withheld since" in entry and NOTE.in_("en") in entry and "Nothing else., edition 1" in entry
    assert feed.split("<entry>")[1] == entry


@pytest.mark.slow
def test_a_passage_that_was_taken_out_stands_at_no_newest_public_address_and_its_figure_neither(client, published):
    quote = " ".join(json.loads(Edition.objects.get(country="kz", kind="picture").body)["figures"][FACT]["quote"].split())
    flat = " ".join
    before = {path for path in addresses() if quote in flat(read(client, path)[1].split())}
    assert {f"/en/kz/facts/{FACT}/", "/en/kz/picture/all.json"} <= before and FACT in read(client, "/en/kz/")[1]
    document = json.loads(Edition.objects.get(country="kz", kind="picture").body)["figures"][FACT]["document"]
    take_out(country="kz", key=document, words=quote, reason="names_person", note=NOTE, by=head)
    for kind, key in (("document", document), ("picture", "country")):
        withhold_edition(kind=kind, country="kz", key=key, version=1, note=NOTE, because="Asked.", by=head)
    after = {path for path in addresses() if quote in flat(read(client, path)[1].split())}
    assert after == set()
    page = read(client, f"/en/documents/{document}/")[1]
    assert "A passage was taken out here." in page and "The text names a detained person" in page and "●●●" not in page
    assert client.get(f"/en/kz/facts/{FACT}/").url == f"/en/documents/{document}/" and FACT not in read(client, "/en/kz/")[1]
    assert FACT not in read(client, "/api/v1/kz/bulk/figures.csv")[1] and FACT not in read(client, "/en/kz/picture/all.json")[1]
    assert NOTE.in_("en") in read(client, "/en/kz/feed/")[1]


@pytest.mark.pure
def test_no_date_in_the_list_of_editions_ends_with_two_full_stops():
    held = version_of(1, timezone.now(), "", Words(), timezone.now(), NOTE)
    noted = version_of(2, timezone.now(), "", NOTE, None, None)
    with override("ru"):
        shown = render_to_string("portal/_versions.html", {"versions": [ListedVersion(held, "", "/1/"), ListedVersion(noted, "", "/2/")], "shown": None})
    assert "г.." not in re.sub(r"<[^>]+>", "", shown) and NOTE.in_("ru") in shown
