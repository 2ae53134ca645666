"""Extraction in a process apart says the same as extraction here, has an end, and takes nothing of the server with it."""

import resource
import time
from pathlib import Path

import pytest

from tirek.insight.claims.confined import AT_ONCE, Effort, extract_apart
from tirek.insight.claims.extracting import extract
from tirek.insight.claims.reading import refusals
from tirek.insight.claims.told import told

pytestmark = pytest.mark.pure
TEXTS = Path(__file__).parent / "texts" / "seen"


@pytest.mark.parametrize("name", ["ru-ombudsman-chapter", "en-shadow-report", "kk-news", "ky-news"])
def test_the_process_apart_says_what_extraction_here_says(name):
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    assert extract_apart(text) == told(extract(text))


def test_a_text_of_spaces_and_one_that_is_too_long_are_not_begun():
    with pytest.raises(refusals.NoText):
        extract_apart(" \n")
    with pytest.raises(refusals.TextTooLong):
        extract_apart("12 ", effort=Effort(text=2))


@pytest.mark.slow
@pytest.mark.parametrize("effort", [Effort(seconds=1), Effort(wait=1.5), Effort(answer=100)])
def test_a_text_that_takes_too_much_is_ended_and_leaves_the_server_as_it_was(effort):
    text = (TEXTS / "ru-ombudsman-chapter.txt").read_text(encoding="utf-8") * 40
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(refusals.TooMuchWork):
        extract_apart(text, effort=effort)
    assert time.monotonic() - begun < 15
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
    assert AT_ONCE._value == 2


def test_letters_that_no_encoding_knows_do_not_stop_it():
    assert extract_apart("12 complaints \ud800 and 13 cases")["claims"]
