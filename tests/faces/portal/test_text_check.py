"""A text is checked before it is published: anybody may, limits are told in sentences, and nothing of the text stays anywhere."""

import json
import logging
import re
from html import unescape

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.insight.claims.papers import paragraph, word
from tirek.insight.claims import confined
from tirek.insight.claims.confined import extract_apart
from tirek.insight.claims.parts import parts_of
from tirek.insight.publications import texts

pytestmark = pytest.mark.django_db
WRONG = "В 2024 году поступило 160 жалоб, из них 13 от женщин, 15 от детей и 47 от мужчин, остальные 30 анонимные. Камер 612."
SUM = "Of 36 complaints, 13 came from prisons, 15 from police stations and 8 from hospitals."
SECRET = "Zhanbyrbai 73519 complaints"


def shown(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:2000]
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def file_of(text, name="a.txt"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def test_the_start_page_leads_to_the_check(client):
    assert 'href="/en/check/"' in client.get("/en/").content.decode()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_the_page_says_in_every_language_what_happens_to_the_text(client, language):
    page = shown(client.get(f"/{language}/check/"))
    assert f'lang="{language}"' in page and "csrfmiddlewaretoken" not in page
    assert ("not logged" in page) == (language == "en")


def test_every_figure_of_a_pasted_text_is_marked_and_leads_to_what_it_was_read_as(client):
    page = shown(client.post("/en/check/", {"text": SUM}))
    assert re.findall(r'class="marked[^>]*>([^<]+)<sup>', page) == ["36", "13", "15", "8"]
    ids = set(re.findall(r' id="([^"]+)"', page))
    links = set(re.findall(r' href="#([^"]+)"', page))
    assert links - ids == set()
    assert "13 + 15 + 8 = 36" in page and "Adds up" in page and "36 · complaints" in page


def test_what_does_not_follow_shows_the_calculation_the_reading_and_the_smallest_changes(client):
    page = shown(client.post("/en/check/", {"text": "Complaints fell by 12 per cent, from 312 to 287."}))
    assert "≈ 8.0 % ≠ 12 %" in page and "Read as a change" in page
    assert "325 instead of 312" in page and "8 instead of 12" in page and "Which figure is right the text does not say" in page


@pytest.mark.parametrize("language, told", [("ru", "8,0 % ≠ 12 %"), ("kk", "8,0 % ≠ 12 %"), ("ky", "8,0 % ≠ 12 %"), ("en", "8.0 % ≠ 12 %")])
def test_a_calculation_writes_numbers_as_the_reader_s_language_does(client, language, told):
    text = "Complaints fell by 12 per cent, from 312 to 287."
    assert told in shown(client.post(f"/{language}/check/", {"text": text}))
    checks = json.loads(client.post(f"/{language}/check/", {"text": text, "answer": "json"}).content)["checks"]
    check = next(each for each in checks if each["kind"] == "change")
    assert "8.0 % ≠ 12 %" in check["calculation"] and told in check["sentence"]


def test_the_text_may_come_as_a_file_and_can_then_be_changed(client):
    for name, content in (("a.txt", SUM), ("a.html", f"<!doctype html><p>{SUM}</p>"), ("a.docx", word(paragraph(SUM)))):
        page = shown(client.post("/en/check/", {"text": "", "file": file_of(content, name)}))
        assert "13 + 15 + 8 = 36" in page, name
        assert SUM in page.partition("<textarea")[2]


def test_a_text_full_of_markup_is_shown_as_text(client):
    page = shown(client.post("/en/check/", {"text": '</textarea><script>alert(1)</script> 12 "complaints" <b>'}))
    assert "<script>alert" not in client.post("/en/check/", {"text": "<script>alert(1)</script> 12 complaints"}).content.decode()
    assert "</textarea><script>" in page  # escaped in the answer, which `shown` has unescaped


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": " \n"}, "There is no text yet"),
        ({"text": "x" * (texts.CHARACTERS + 1)}, "more than 200,000 characters"),
        ({"text": "", "file": b""}, "This file is empty"),
        ({"text": "", "file": b"\x89PNG\r\n\x1a\n" + bytes(90)}, "not a document that can be read here"),
        ({"text": "", "file": b"12 complaints " * 500_000}, "This file has 7 MB; at most 5 MB are read"),
        ({"text": SUM, "file": b"12 complaints"}, "You gave a text and a file"),
    ],
)
def test_what_cannot_be_checked_is_told_and_what_was_typed_stays(client, given, sentence):
    sent = {name: file_of(value) if name == "file" else value for name, value in given.items()}
    page = shown(client.post("/en/check/", sent), 422)
    assert sentence in page
    assert given["text"].strip() in page.partition("<textarea")[2]


def test_more_text_than_a_form_may_hold_is_told_and_not_only_refused(client):
    assert "more than 200,000 characters" in shown(client.post("/en/check/", {"text": "x" * 2_600_000}), 413)


def test_a_text_of_another_language_is_answered_and_said_to_be_one(client):
    german = "Im Jahr 2024 wurden 120 Beschwerden registriert, davon 70 von Männern und 60 von Frauen. Das Ministerium erklärte, dass alle Empfehlungen der Kommission umgesetzt werden. Die Zahl der Kameras blieb gleich."
    assert "none of Russian, Kazakh, Kyrgyz and English" in shown(client.post("/en/check/", {"text": german}))
    assert "none of Russian" not in shown(client.post("/en/check/", {"text": SUM}))


def long_text(sentences):
    """A text of more than one part, with a sum in each of its lines."""
    return "\n".join(f"В учреждении «Дом {number}а» было {number + 300} жалоб: {number + 100} от женщин и 200 от мужчин." for number in range(sentences))


def test_a_long_text_is_checked_whole_and_shown_in_parts(client, monkeypatch):
    monkeypatch.setattr(texts, "WHOLE", 2000)
    monkeypatch.setattr(texts, "PART", 1000)
    text = long_text(60)
    first = client.post("/en/check/", {"text": text})
    parts = re.findall(r'name="part" value="(\d+)"', shown(first))
    count = len(parts) // 2
    assert count > 2 and parts[:count] == [str(number) for number in range(1, count + 1)]
    marked, told = [], set()
    for number in range(1, count + 1):
        page = shown(client.post("/en/check/", {"text": text, "part": number}))
        told |= set(re.findall(r"Adds up: (\d+)", page))
        marked += re.findall(r'id="figure-(\d+)"', page)
        assert set(re.findall(r' href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    whole = json.loads(client.post("/en/check/", {"text": text, "part": 2, "answer": "json"}).content)
    assert len(told) == 1 and int(told.pop()) >= 60
    assert [int(each) for each in marked] == list(range(1, len(whole["claims"]) + 1))


@pytest.mark.slow
def test_a_page_of_a_text_full_of_figures_shows_no_more_of_them_than_of_another():
    dense = "\n".join(f"В доме {number} было {number + 300} жалоб: {number + 100} от женщин и 200 от мужчин." for number in range(1, 1200))
    found = extract_apart(dense)
    sizes = [len([one for one in found["claims"] if part.start <= one["span"][0] < part.end]) for part in parts_of(dense, texts.part_size(dense, found))]
    assert len(sizes) > 4 and max(sizes) < 2 * texts.FULL
    assert texts.part_size("слово " * 10_000, {"claims": [], "checks": []}) == texts.PART


@pytest.mark.parametrize("part, status", [("99", 200), ("0", 422), ("x", 422), ("-1", 422)])
def test_a_part_that_is_not_there_is_answered(client, part, status):
    shown(client.post("/en/check/", {"text": SUM, "part": part}), status)


def test_when_as_many_texts_as_may_be_are_checked_the_next_one_is_asked_to_wait(client, monkeypatch):
    monkeypatch.setattr(confined, "PATIENCE", 0.01)
    held = [confined.AT_ONCE.acquire() for _ in range(2)]
    try:
        answer = client.post("/en/check/", {"text": SUM})
    finally:
        for _ in held:
            confined.AT_ONCE.release()
    page = shown(answer, 503)
    assert answer.headers["Retry-After"] == "60" and "Wait a minute and try again" in page and SUM in page


def test_a_text_that_takes_too_long_gets_a_sentence_and_the_next_one_its_turn(client, monkeypatch):
    monkeypatch.setattr(confined.extract_apart, "__kwdefaults__", {"effort": confined.Effort(wait=0.05)})
    page = shown(client.post("/en/check/", {"text": SUM}), 422)
    assert "Divide it" in page and SUM in page
    monkeypatch.undo()
    assert "13 + 15 + 8 = 36" in shown(client.post("/en/check/", {"text": SUM}))


def test_the_same_text_can_be_answered_in_another_language(client):
    page = shown(client.post("/en/check/", {"text": SUM}))
    assert re.findall(r'formaction="([^"]+)"', page) == ["/ru/check/", "/kk/check/", "/ky/check/"]
    assert "Сходится" in shown(client.post("/ru/check/", {"text": SUM}))


def test_more_figures_than_a_page_shows_are_told(client, monkeypatch):
    monkeypatch.setattr(texts, "FIGURES", 3)
    page = shown(client.post("/en/check/", {"text": SUM}), 422)
    assert "more than 3 figures" in page and SUM in page


def test_the_check_can_be_saved_as_json_in_the_described_format(client):
    answer = client.post("/ru/check/", {"text": WRONG, "answer": "json"})
    assert "attachment" in answer.headers["Content-Disposition"] and "no-store" in answer.headers["Cache-Control"]
    told = json.loads(answer.content)
    assert told["format"] == "tirek-claims/1" and told["source"]["characters"] == len(WRONG)
    assert set(told["checks"][0]) == {"kind", "claims", "roles", "verdict", "reading", "calculation", "sentence", "repairs"}


def test_a_file_can_be_saved_as_json_at_once(client):
    told = json.loads(client.post("/en/check/", {"file": file_of(SUM), "answer": "json"}).content)
    assert [claim["value"] for claim in told["claims"]] == [36, 13, 15, 8]


def test_the_next_file_waits_no_longer_than_the_next_text(client, monkeypatch):
    monkeypatch.setattr(confined, "PATIENCE", 0.01)
    held = [confined.AT_ONCE.acquire() for _ in range(2)]
    try:
        shown(client.post("/en/check/", {"file": file_of(SUM)}), 503)
    finally:
        for _ in held:
            confined.AT_ONCE.release()


def test_line_ends_are_those_of_the_text_before_a_browser_sent_it(client):
    told = json.loads(client.post("/en/check/", {"text": "Cases: 12.\r\n" + SUM, "answer": "json"}).content)
    assert told["source"]["characters"] == len("Cases: 12.\n" + SUM)


def rows():
    return {model._meta.label: model.objects.count() for model in apps.get_models() if model._meta.managed}


def test_nothing_is_stored_logged_or_counted(client, settings, tmp_path, caplog, monkeypatch):
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    data.mkdir()
    temporary.mkdir()
    settings.TIREK_DATA, settings.FILE_UPLOAD_TEMP_DIR = data, str(temporary)
    monkeypatch.setenv("TMPDIR", str(temporary))
    before = rows()
    with caplog.at_level(logging.DEBUG):
        for sent in ({"text": SECRET}, {"text": SECRET, "answer": "json"}, {"file": file_of(SECRET, "Zhanbyrbai.txt")},
                     {"file": file_of(SECRET.encode() * 150_000, "Zhanbyrbai.txt")}, {"text": SECRET, "file": file_of(SECRET)}, {"text": ""}, {"text": SECRET * 9000}, {"text": SECRET * 99_000}):  # fmt: skip
            assert not client.post("/en/check/", sent).cookies
    assert rows() == before
    assert list(data.iterdir()) == [] and list(temporary.iterdir()) == []
    assert "Zhanbyrbai" not in caplog.text and "73519" not in caplog.text
    assert "/check/" not in caplog.text and "django.request" not in {each.name for each in caplog.records}


def test_no_token_is_asked_for_and_no_session_is_looked_at(django_assert_num_queries):
    client = Client(enforce_csrf_checks=True)
    with django_assert_num_queries(0):
        assert "13 + 15 + 8 = 36" in shown(client.post("/en/check/", {"text": SUM}))


@pytest.mark.parametrize("place", ["cross-site", "same-site"])
def test_a_form_that_another_site_sends_is_refused(client, place):
    page = shown(client.post("/en/check/", {"text": SUM}, HTTP_SEC_FETCH_SITE=place), 403)
    assert "from another website" in page and SUM not in page
    shown(client.post("/en/check/", {"text": SUM}, HTTP_SEC_FETCH_SITE="same-origin"))
