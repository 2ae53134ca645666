"""The public value of a report: what was marked stands in no text of it, everything else stays, and nothing inside leads out."""

import io
import json
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.insight.reports.sample import four, sample
from tirek.ground.rules.redaction import GROUNDS, Mark, redacted
from tirek.insight.reports.blackening import alike, occurrences
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Table
from tirek.insight.reports.documents.public import (
    NUMBERS,
    REFERENCES,
    TEXTS,
    base,
    from_json,
    leaves,
    parts,
    public_docx,
    public_pdf,
    redact,
    to_json,
)

pytestmark = pytest.mark.pure
NAME = "Карим Ордабеков"
NAMED = sample(
    summary=four(
        "Врач И. К. Ордабеков сказал, что Ордабекову, как и Ёлкиной Айгүл, отказали.", "Ордабековтың айтуынша, Айгүлдің өтініші қабылданбады.",
        "Ордабековдун айтымында, өтүнүч кабыл алынган жок.", "Dr Ordabekov said so; Ordabekov’s note says the same.",
    ),
    title=four("Посещение, беседа с Ордабековым", "Ордабековпен әңгіме", "Ордабеков менен маек", "Talk with Ordabekov"),
)  # fmt: skip
BASE = base(NAMED)
KNOWN_NAMES = {"rows", "kind", "layout", "languages", "number", "version", "digest", "checkpoint", "outcome", "article", "attached_by", "change", "withdrawn", "changed_records"}


def kinds_of_model():
    return [each for each in vars(model).values() if is_dataclass(each) and each.__module__ == model.__name__]


def test_every_text_field_of_the_model_is_known():
    """A new field that holds people's words must be a `Words`, or be named here: else a name could stand in it past every redaction."""
    for kind in kinds_of_model():
        hints = get_type_hints(kind)
        for field in fields(kind):
            hint = hints[field.name]
            texty = hint is str or str in get_args(hint)
            assert not texty or not field.init or field.name in TEXTS | REFERENCES | NUMBERS | KNOWN_NAMES, (kind, field.name)


def test_nothing_inside_leads_out():
    told = json.dumps(to_json(redact(base(sample()), {})), ensure_ascii=False)
    assert "0000-4000-8000" not in told and "9f86d081" not in told and "lumeria\\n4182" not in told and "1284" not in told
    assert from_json(json.loads(told)) == redact(base(sample()), {})


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(st.data())
def test_each_text_is_redacted_alone_and_the_rest_stays(data):
    known = leaves(BASE)
    paths = data.draw(st.lists(st.sampled_from(sorted(known)), max_size=4, unique=True))
    marks = {path: [Mark(start := data.draw(st.integers(0, len(known[path]) - 1)), data.draw(st.integers(start + 1, len(known[path]))), data.draw(st.sampled_from(GROUNDS)))] for path in paths}
    made = leaves(redact(BASE, marks).document)
    assert set(made) == set(known)
    for path, text in known.items():
        assert made[path] == (redacted(text, marks[path]) if path in marks else text)


ALL = ("Ордабеков", "Ордабекова", "Ордабекову", "Ордабековым", "Ордабекове", "ОРДАБЕКОВОЙ", "Ордабековтың", "Ордабековдун", "Ордабековпен", "Орда\u00adбеков", "Ордабеко\u0301ва")


@pytest.mark.parametrize("said", ALL)
def test_every_ending_is_found(said):
    for asked in ("Ордабеков", "Ордабековым", "ордабекова"):
        assert occurrences({"a": f"Здесь {said} сказал."}, asked) == (("a", 6, 6 + len(said)),)


@pytest.mark.parametrize(("one", "other"), [("айгүл", "айгүлдің"), ("айгүл", "айгүлге"), ("петровский", "петровского"), ("ёлкина".replace("ё", "е"), "елкиной"), ("мария", "марию")])
def test_names_that_are_one(one, other):
    assert alike(one, other, False) and alike(other, one, False) and not alike(one, other, True)


@pytest.mark.parametrize(("one", "other"), [("ордабеков", "орда"), ("окно", "око"), ("камера", "камин"), ("врач", "враг")])
def test_words_that_are_not(one, other):
    assert not alike(one, other, False)


def test_initials_go_with_the_name_and_words_go_in_their_order():
    text = {"a": "Врач И. К. Ордабеков и Ордабеков К. Э. пришли. Карим Ордабеков, Ордабеков и Карим."}
    found = [text["a"][start:end] for _path, start, end in occurrences(text, "Ордабеков")]
    assert found[:2] == ["И. К. Ордабеков", "Ордабеков К. Э."]
    assert [text["a"][start:end] for _path, start, end in occurrences(text, NAME)] == [NAME]


def test_a_name_is_in_no_block_of_the_public_edition():
    public = blackened()
    for languages in (("ru",), ("kk",), ("ky",), ("en",), ("ru", "kk")):
        told = repr(parts(public, languages))
        assert "рдабеков" not in told and "rdabekov" not in told and "Айгүл" not in told and "⟦" not in told
    assert "redacted: personal data" in repr(parts(public, ("en",)))


def test_passages_are_counted_as_a_reader_meets_them():
    """Told independently: of the places of texts, each with its languages, the most signs that one of them has."""
    public, most = blackened(), Counter()
    made = leaves(public.document)
    for path, text in made.items():
        place, _, code = path.rpartition(":") if path[-3:-2] == ":" else (path, "", "")
        most[place, code] = text.count("⟦redacted:person⟧")
    places = {place for place, _code in most}
    assert public.passages() == (("person", sum(max(number for (at, _code), number in most.items() if at == place) for place in places)),)
    assert 0 < public.passages()[0][1] < sum(most.values())
    english = dict(public.passages(("en",)))["person"]
    assert english <= dict(public.passages())["person"]
    told = next(block for block in reversed(parts(public, ("en",))[0].blocks) if isinstance(block, Table))
    assert told.rows[0][2] == (("en", (str(english),)),)


def test_a_report_in_which_nothing_is_redacted_says_so():
    public = redact(base(replace(NAMED)), {})
    assert public.passages() == () and "Nothing of the report" in repr(parts(public, ("en",)))


def blackened():
    """The sample without what is asked for: public value."""
    marks = {}
    for words in ("Ордабеков", "Ordabekov", "Айгүл"):
        for path, start, end in occurrences(leaves(BASE), words):
            marks.setdefault(path, []).append(Mark(start, end, "person"))
    return redact(BASE, marks)


def says_nothing(content):
    """Whether no letter of a name stands in bytes, in whatever writing a file could hold them."""
    return not any(word.encode(code) in content for word in ("рдабеков", "rdabekov", "РДАБЕКОВ", "Айгүл") for code in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.mark.parametrize("languages", [("ru", "kk"), ("en",)])
def test_the_docx_holds_it_in_none_of_its_parts(languages):
    content = public_docx(blackened(), languages)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        whole = {name: opened.read(name) for name in opened.namelist()}
    assert all(says_nothing(part) and says_nothing(name.encode()) for name, part in whole.items())
    told = whole["word/document.xml"].decode()
    assert ("изъято: персональные данные" if "ru" in languages else "redacted: personal data") in told and 'w:fill="000000"' in told
    assert "0000-4000-8000" not in told and "9f86d081" not in told


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not there")
def test_the_pdf_holds_it_neither_in_its_text_nor_in_its_properties(tmp_path):
    paper = tmp_path / "public.pdf"
    paper.write_bytes(public_pdf(blackened(), ("ru", "kk")))
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True).stdout.decode()
    known = subprocess.run(["pdfinfo", paper], check=True, capture_output=True).stdout
    plain = "".join(text.split())
    assert "рдабеков" not in plain and "Айгүл" not in plain and says_nothing(known) and says_nothing(paper.read_bytes())
    assert "изъято:персональныеданные" in plain and "0000-4000-8000" not in plain and "9f86d081" not in plain
    assert "изъято: персональные данные" in known.decode()
