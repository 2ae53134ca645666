"""Files that people bring and take away: judged by content, bounded, called after the thing they belong to."""

import base64
import io
import zipfile

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from tests.people import secretary
from tirek.faces.frame.file_kinds import DOCUMENTS, PDF, SIGNATURES
from tirek.faces.frame.uploads import LIMIT, Upload, UploadField, as_attachment, ask_for_files_again, bytes_answer, file_answer, keep_upload
from tirek.foundation.files.queries import file_facts
from tirek.ground.rules.refusals import NotFound

PDF_BYTES = b"%PDF-1.7\nA letter\n%%EOF\n"


def packed(**names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(*more):
    return packed(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>", **dict.fromkeys(more, "x")})


class LetterForm(forms.Form):
    letter = UploadField(label="Letter", required=False)
    number = forms.CharField()


def sent(content, name="letter.pdf", number="1", field="letter"):
    files = MultiValueDict({field: [SimpleUploadedFile(name, content)]})
    return LetterForm({"number": number}, files)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PDF_BYTES, "pdf"),
        (b"\xff\xd8\xff\xe0 a scan", "jpg"),
        (b"\x89PNG\r\n\x1a\n a scan", "png"),
        (b"II*\x00 a fax", "tiff"),
        (docx(), "docx"),
        (packed(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<x/>"}), "odt"),
    ],
)
def test_a_file_is_known_by_its_content_whatever_it_is_called(content, ending):
    form = sent(content, name="Жалоба Иванова.exe")
    assert form.is_valid(), form.errors
    made = form.cleaned_data["letter"].named("answer-1")
    assert (made.name, made.content) == (f"answer-1.{ending}", content)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>",
        b"MZ\x90\x00 a program",
        b"PK\x03\x04 torn",
        packed(a="1"),
        docx("word/vbaProject.bin"),
        packed(mimetype="application/vnd.oasis.opendocument.text", **{"Basic/Standard/script.xml": "x"}),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["page", "program", "torn archive", "archive", "macros of Word", "macros of OpenDocument", "drawing with scripts"],
)
def test_what_could_run_or_is_not_understood_is_refused_with_what_may_come_instead(content):
    form = sent(content)
    assert not form.is_valid() and "PDF" in form.errors["letter"][0] and "DOCX" in form.errors["letter"][0]


CMS_BYTES = bytes.fromhex("308205a0" + "06092a864886f70d010702") + b"the rest of a signature" * 9
XMLDSIG = "http://www.w3.org/2000/09/xmldsig#"


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        (CMS_BYTES, True),
        (base64.b64encode(CMS_BYTES), True),
        (base64.encodebytes(CMS_BYTES).replace(b"\n", b"\r\n"), True),
        (b"-----BEGIN CMS-----\n" + base64.encodebytes(CMS_BYTES), True),
        (base64.b64encode(b"<html><script>alert(1)</script>"), False),
        (base64.b64encode(CMS_BYTES) + b"<script>", False),
        (f'<?xml version="1.0"?>\n<!-- signed --><ds:Signature xmlns:ds="{XMLDSIG}"><ds:SignedInfo/></ds:Signature>'.encode(), True),
        (f'\ufeff<Signature xmlns="{XMLDSIG}"/>'.encode(), True),
        (f'<report><digest>ab</digest><ds:Signature xmlns:ds="{XMLDSIG}"/></report>'.encode(), True),
        (f'<report><a><ds:Signature xmlns:ds="{XMLDSIG}"/></a></report>'.encode(), False),
        (f'<html><ds:Signature xmlns:ds="{XMLDSIG}"/></html>'.encode(), False),
        (f'<!DOCTYPE html><html>{XMLDSIG}'.encode(), False),
        (f'<svg xmlns="http://www.w3.org/2000/svg"><script/><s:Signature xmlns:s="{XMLDSIG}"/></svg>'.encode(), False),
        (f'<Signature xmlns="http://www.w3.org/2000/svg" id="{XMLDSIG}"/>'.encode(), False),
        (f'<s:Signature xmlns:s="{XMLDSIG}"><script xmlns="http://www.w3.org/1999/xhtml"/></s:Signature>'.encode(), False),
        (f'<?xml-stylesheet href="x.xsl"?><s:Signature xmlns:s="{XMLDSIG}"/>'.encode(), False),
        (f'<!DOCTYPE s [<!ENTITY a "b">]><s:Signature xmlns:s="{XMLDSIG}">&a;</s:Signature>'.encode(), False),
        (f'<s:Signature xmlns:s="{XMLDSIG}">'.encode(), False),
        (PDF_BYTES, False),
    ],
    ids=["CMS", "base64", "base64 in lines", "PEM", "a page in base64", "base64 and a page", "XML", "XML with a mark", "enveloped", "buried", "a page around it", "page", "drawing", "other namespace", "script inside", "style sheet", "entities", "torn", "PDF"],
)
def test_a_signature_file_is_taken_where_signatures_are_asked_for_and_nowhere_else(content, fits):
    assert any(kind.fits(content) for kind in SIGNATURES) is fits
    assert not any(kind.fits(content) for kind in DOCUMENTS) or content == PDF_BYTES


def test_a_file_too_large_is_refused_with_the_limit_and_nothing_chosen_is_nothing():
    form = sent(PDF_BYTES + b" " * LIMIT)
    assert not form.is_valid() and "20 MB" in form.errors["letter"][0]
    nothing = LetterForm({"number": "1"}, {})
    assert nothing.is_valid() and nothing.cleaned_data["letter"] is None


def test_what_goes_beyond_the_limit_is_not_even_kept_on_the_disk():
    body = SimpleUploadedFile("big.pdf", PDF_BYTES + b"x" * (LIMIT + 5_000_000))
    request = RequestFactory().post("/", {"letter": body})
    arrived = request.FILES["letter"]
    assert LIMIT < arrived.size < LIMIT + 200_000
    assert not LetterForm({"number": "1"}, request.FILES).is_valid()
    small = RequestFactory().post("/", {"letter": SimpleUploadedFile("small.pdf", PDF_BYTES)})
    assert small.FILES["letter"].read() == PDF_BYTES


def test_another_mistake_in_the_form_asks_for_the_file_again():
    form = sent(PDF_BYTES, number="")
    assert not form.is_valid() and "letter" not in form.errors
    ask_for_files_again(form)
    assert "Choose it again" in form.errors["letter"][0]
    other = LetterForm({"number": ""}, {})
    assert not other.is_valid()
    ask_for_files_again(other)
    assert "letter" not in other.errors


@pytest.mark.django_db
def test_a_kept_file_goes_out_under_the_house_s_name_and_cannot_run():
    kept = keep_upload(Upload(PDF_BYTES, PDF), stem="answer-Р-1-1", country="demo", by=secretary)
    assert file_facts(kept).name == "answer-Р-1-1.pdf"
    answer = file_answer(kept, stem="ответ-Р-1-1")
    assert answer.content == PDF_BYTES and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%BE")
    assert answer["Content-Disposition"].endswith("-1-1.pdf")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        file_answer("00000000-0000-4000-8000-000000000000")


def test_no_name_breaks_out_of_its_header():
    answer = HttpResponse()
    as_attachment(answer, 'a"\r\nSet-Cookie: x=1;/../\\b.pdf')
    assert not set(answer["Content-Disposition"]) & set("\r\n/\\") and answer["Content-Disposition"].count('"') == 2
    assert bytes_answer(b"x", name="plain.csv", media_type="text/csv")["Content-Disposition"] == 'attachment; filename="plain.csv"'
