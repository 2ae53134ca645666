"""Frozen bytes: the same values have the same bytes, and come back as the same values."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.insight.reports.sample import four, sample
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.documents.composition import parts
from tirek.insight.reports.documents.frozen import NotAReport, freeze, thaw

pytestmark = pytest.mark.pure


def test_a_full_report_comes_back_as_it_was():
    document = sample()
    assert thaw(freeze(document)) == document
    assert freeze(thaw(freeze(document))) == freeze(document)


def test_every_changed_value_changes_the_bytes():
    document, seen = sample(), {freeze(sample())}
    for changed in (
        replace(document, summary=four("а", "а", "а", "a")), replace(document, chart=None), replace(document, closing_talk=None),
        replace(document, version="2"), replace(document, signatures=()), replace(document, emblem=None), replace(document, numbers=document.numbers[::-1]),
    ):  # fmt: skip
        seen.add(freeze(changed))
        assert thaw(freeze(changed)) == changed
    assert len(seen) == 8


@given(st.tuples(*[st.text()] * 4), st.booleans())
def test_any_text_comes_back(texts, stale):
    words = Words.of(dict(zip(LANGUAGES, texts, strict=True)), stale=LANGUAGES if stale else ())
    assert thaw(freeze(sample(summary=words))).summary == words


def test_a_report_of_the_format_before_keeps_its_promises_as_they_were_said():
    stored = json.loads(freeze(sample()))
    stored["format"] = "tirek-visit-report/3"
    del stored["report"]["closing_talk"]["promises"]
    read = thaw(json.dumps(stored).encode())
    assert read == sample()
    assert read.closing_talk.promised.in_("ru") in {text for block in parts(read)[0].blocks for text in said_in(block)}


def said_in(block):
    return [piece for _, line in getattr(block, "said", ()) for piece in line if isinstance(piece, str)]


@pytest.mark.parametrize("content", [b"{}", b"[]", b'{"format":"tirek-visit-report/99","report":{}}'])
def test_other_bytes_are_refused(content):
    with pytest.raises(NotAReport):
        thaw(content)
