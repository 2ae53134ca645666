"""What is broken, locked, empty or made to hurt gets one clear answer, soon, and the server that asked stays as it was."""

import io
import os
import random
import resource
import subprocess
import sys
import threading
import time
import zipfile
from dataclasses import replace

import pikepdf
import pytest

from tests.insight.claims.papers import RELATIONS, TYPES, archive, locked, paper, paragraph, pdf, run, saved, word
from tirek.foundation.files.apart.running import ROOT
from tirek.insight.claims.formats import answers
from tirek.insight.claims.reading import LIMITS, apart, read_document, refusals

pytestmark = pytest.mark.pure

MEGABYTE = b" " * 1_000_000


def refused(content, kind, limits=LIMITS, name="a", within=15.0):
    """The refusal; the answer must come within so many seconds and cost this process no memory to speak of."""
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(kind) as caught:
        read_document(content, name=name, limits=limits)
    assert time.monotonic() - begun < within
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    return str(caught.value)


def test_an_empty_file_is_told_to_be_empty():
    refused(b"", refusals.EmptyDocument)
    refused(b" \r\n\t\n", refusals.EmptyDocument)


def test_a_file_of_100_mb_is_refused_before_anything_reads_it(monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)
    said = refused(bytes(100_000_000), refusals.DocumentTooLarge, within=0.5)
    assert "100 MB" in said and "30 MB" in said


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\x7fELF" + bytes(100),
        random.Random(1).randbytes(5000),
        archive(
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": RELATIONS.replace("word/document.xml", "xl/workbook.xml"),
                "xl/workbook.xml": "<a/>",
            }
        ),
        archive({"letter.txt": "12 complaints"}),
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>',
    ],
)
def test_what_is_no_document_is_told_what_to_give(content):
    assert ".docx" in refused(content, refusals.NotADocument, name="a.docx")


@pytest.mark.parametrize(
    "content",
    [
        rb"{\rtf1\ansi 12}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
    ],
)
def test_an_old_format_is_told_how_to_save_it_anew(content):
    refused(content, refusals.OldFormat)


def test_documents_under_a_password_are_told_apart_from_broken_ones(tmp_path):
    refused(locked(pdf(tmp_path, "12 жалоб"), user="user", owner="owner"), refusals.PasswordProtected)
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), refusals.PasswordProtected)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_broken_document_is_told_to_be_broken(tmp_path, name):
    whole = saved(paper()) if name.endswith("docx") else pdf(tmp_path, "12 жалоб")
    refused(whole[: len(whole) // 3], refusals.BrokenDocument, name=name)


@pytest.mark.trial
def test_damage_anywhere_in_a_document_never_ends_in_anything_but_a_text_or_a_refusal(tmp_path):
    chance = random.Random(7)
    for whole in (saved(paper()), pdf(tmp_path, "12 жалоб, из них 3 — повторные"), b"<table><tr><td>12<td>3</table>"):
        for _ in range(12):
            harmed = bytearray(whole)
            for _ in range(chance.randint(1, 40)):
                harmed[chance.randrange(len(harmed))] = chance.randrange(256)
            try:
                read_document(bytes(harmed), name="a")
            except refusals.Refusal as refusal:
                assert type(refusal).__module__ == refusals.__name__


def test_a_scan_without_text_says_that_it_is_a_scan(tmp_path):
    said = refused(pdf(tmp_path, "#rect(width: 90%, height: 90%)\n#pagebreak()\n#rect(width: 90%, height: 90%)"), refusals.ScanWithoutText)
    assert "text recognition" in said


def test_a_document_without_text_says_so():
    refused(word("<w:p/>"), refusals.NoText)
    refused(b"<html><body><script>12</script></body></html>", refusals.NoText)


def test_letters_that_a_pdf_does_not_name_are_not_passed_on_as_text(tmp_path):
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(tmp_path, "Поступило 462 жалобы, из них 12 повторных"))) as opened:
        for font in opened.pages[0].Resources.Font.values():
            font.ToUnicode = opened.make_stream(
                b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
                b" 1 beginbfrange <0000> <FFFF> <E000> endbfrange endcmap end"
            )
        opened.save(made)
    refused(made.getvalue(), refusals.LettersUnreadable)


@pytest.mark.parametrize("content", [b"caf\xe9 12 d\xe9tenus", "Gefängnis für 12 Häftlinge".encode("latin-1"), b"\xe9\xe9 12"])
def test_a_text_whose_letters_are_not_certain_is_not_guessed(content):
    assert "UTF-8" in refused(content, refusals.EncodingUnknown)


def test_a_zip_bomb_is_not_unpacked():
    refused(word(b"<w:p/>" + MEGABYTE for _ in range(20)), refusals.UnpacksTooLarge, within=5)
    elsewhere = word(paragraph("12"), **{"word/media/picture.bmp": (MEGABYTE for _ in range(40))})
    assert read_document(elsewhere, name="a").text == "12"
    refused(elsewhere, refusals.UnpacksTooLarge, replace(LIMITS, unpacked=30_000_000), within=5)
    refused(archive({f"part{number}": "" for number in range(6000)}), refusals.UnpacksTooLarge, within=5)


def test_an_archive_that_lies_about_its_sizes_is_read_no_further_than_it_says():
    bomb = bytearray(word(b"<w:p/>" + MEGABYTE for _ in range(20)))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as opened:
        size = opened.getinfo("word/document.xml").file_size
    for place in range(len(bomb) - 4):
        if bomb[place : place + 4] == size.to_bytes(4, "little"):
            bomb[place : place + 4] = (2000).to_bytes(4, "little")
    refused(bytes(bomb), refusals.BrokenDocument, within=5)


def test_an_entity_bomb_ends_at_its_declaration():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = word(paragraph("&l11;"), declared=f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>')
    refused(bomb, refusals.DeclaresEntities, within=5)
    outside = word(paragraph("&x;"), declared='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    refused(outside, refusals.DeclaresEntities, within=5)


def test_entities_of_a_web_page_define_nothing():
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>12 &x;</p></body></html>'
    assert read_document(page, name="a.html").text.endswith("12 &x;")


@pytest.mark.trial
def test_depth_and_width_without_end_are_cut_off():
    little = replace(LIMITS, seconds=1, wait=20.0, text=200_000)
    hostile = (refusals.TooMuchWork, refusals.TextTooLong)
    deep = read_document(word("<w:p>" * 100_000 + run("12") + "</w:p>" * 100_000, how=zipfile.ZIP_STORED), name="a")
    assert deep.text == "12"
    refused(b"<p>12" + b"<table><tr><td>" * 300_000, hostile, little)
    refused(b"<p>12<table>" + b"<tr><td colspan=99999 rowspan=99999>1" * 50_000, hostile, little)
    refused(b"<p>12 " + b"<![CDATA[" * 300_000, hostile, little)


def nested(levels, width):
    """A PDF whose one page draws a form that draws a form, `width` times on each level, with a word on the last."""
    made = io.BytesIO()
    with pikepdf.new() as paper_:
        page = paper_.add_blank_page(page_size=(300, 300))
        font = paper_.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))
        inner = paper_.make_stream(
            b"BT /F 9 Tf 10 10 Td (12 complaints) Tj ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 300, 300]
        )
        inner.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        for _ in range(levels):
            outer = paper_.make_stream(
                b"1 0 0 1 0.1 0.1 cm /X Do " * width, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 300, 300]
            )
            outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
            inner = outer
        page.Contents = paper_.make_stream(b"/X Do")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        paper_.save(made)
    return made.getvalue()


@pytest.mark.trial
def test_a_pdf_that_never_ends_is_ended():
    assert "12 complaints" in read_document(nested(1, 1), name="a.pdf").text
    refused(nested(9, 20), refusals.TooMuchWork, replace(LIMITS, seconds=1, wait=30.0))


@pytest.mark.trial
def test_a_pdf_with_too_many_pages_says_how_many(tmp_path):
    source = "\n#pagebreak()\n".join(f"Итог {number}" for number in range(6))
    assert "6 pages" in refused(pdf(tmp_path, source), refusals.TooManyPages, replace(LIMITS, pages=5))


def test_a_text_that_is_too_long_is_refused_and_not_cut():
    for content in (b"12 " * 1000, b"<p>" + b"12 " * 1000, word(paragraph("12 " * 1000))):
        assert "2000" in refused(content, refusals.TextTooLong, replace(LIMITS, text=2000))


@pytest.mark.trial
def test_memory_ends_where_the_limit_is():
    refused(b"<p>" + b"<b>12</b>" * 1_000_000, refusals.TooMuchWork, replace(LIMITS, memory=48 << 20))


@pytest.mark.trial
def test_waiting_ends_where_the_limit_is_and_nothing_is_left_running():
    refused(b"12 complaints", refusals.TooMuchWork, replace(LIMITS, wait=0.0), within=2)
    children = subprocess.run(["ps", "--ppid", str(os.getpid()), "-o", "args="], capture_output=True, text=True, check=False).stdout
    assert "formats.child" not in children


def test_no_more_documents_are_read_at_once_than_the_server_bears(monkeypatch):
    monkeypatch.setattr(apart, "_AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(apart, "_PATIENCE", 0.05)
    with apart._AT_ONCE:
        refused(b"12 complaints", refusals.ReadingBusy)
    assert read_document(b"12 complaints", name="a").text == "12 complaints"


def test_a_fault_of_the_reader_itself_is_not_blamed_on_the_document(monkeypatch):
    monkeypatch.setattr(apart, "PROGRAM", "raise ImportError")
    with pytest.raises(RuntimeError):
        read_document(b"12 complaints", name="a")


def in_child(code):
    """What a process of the reading kind prints after this code."""
    start = "import sys; sys.path.insert(0, sys.argv[1]); from tirek.insight.claims.formats import child\n"
    done = subprocess.run([sys.executable, "-I", "-c", start + code, str(ROOT)], capture_output=True, text=True, check=True, env={})
    return done.stdout.split()


def test_the_reading_process_opens_no_file_and_no_connection_once_it_reads():
    limits = {"memory": LIMITS.memory, "seconds": 5}
    code = f"""
import socket, resource
child.confine({limits})
child.loaded("pdf")
child.cap(resource.RLIMIT_NOFILE, 0)
for what in (lambda: open("/dev/null"), lambda: socket.socket(), lambda: open("/dev/null", "w")):
    try:
        what()
        print("opened")
    except OSError as error:
        print(error.errno)
"""
    assert in_child(code) == ["24", "24", "24"]


def test_the_reading_process_loads_nothing_of_the_house_but_its_readers():
    code = "for kind in child.READERS: child.loaded(kind)\nprint(*sys.modules)"
    loaded = in_child(code)
    assert not {"django", "lxml", "docx", "socket", "pypdfium2", "tirek.insight.claims.reading"} & set(loaded)
    assert answers.__name__ in loaded
