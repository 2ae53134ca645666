"""The tutorials cannot go stale: every word that a page prints in bold is one that the product says today, in that language."""

import re

import pytest
import yaml

from tests.browser.tutorials.guide import LARGEST, words
from tests.browser.tutorials.pages import bold
from tests.browser.tutorials.walks import MILL, WALKS
from tests.house.test_floors import ROOT
from tirek.project.demonstration.people import CAST
from tools.docs.contents import DOCS, LANGUAGES, sections, source

pytestmark = pytest.mark.pure
TOLD = ("tirek/project/demonstration/lumeria/places.yaml", "tirek/project/demonstration/lumeria/topics.yaml")
PACKS = ("common", "demo")
"""What is not in a catalogue: names of the demonstration, and the terms of the packs that it uses."""


def texts(held, language):
    """Every text of a language in what a YAML file holds."""
    if isinstance(held, dict):
        return {found for key, value in held.items() for found in ({value} if key == language and isinstance(value, str) else texts(value, language))}
    return {found for value in held for found in texts(value, language)} if isinstance(held, list) else set()


@pytest.fixture(scope="module", params=LANGUAGES)
def said(request):
    """A language, and all that the product says in it."""
    language = request.param
    files = [ROOT / each for each in TOLD] + [path for pack in PACKS for path in (ROOT / "tirek/foundation/jurisdictions/packs" / pack).glob("*.yaml")]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told = {found for path in files for found in texts(yaml.load(path.read_text(encoding="utf-8"), loader), language)}
    catalogue = {source.rpartition("|")[2] for source in words("ru")} if language == "en" else set(words(language).values())
    return language, told | catalogue | {name for _, name, *_ in CAST} | {MILL[language], "Этель Норр"}


@pytest.mark.parametrize("name", WALKS)
def test_every_word_in_bold_is_said_by_the_product(said, name):
    language, known = said
    told = bold(name, language)
    assert len(told) > 3 and set(told) - known == set()


def test_there_is_a_walk_for_each_tutorial_and_a_page_in_each_language():
    assert {f"tutorials/{name}" for name in WALKS} == set(sections()["tutorials"])
    assert all(source(page, language).exists() for page in sections()["tutorials"] for language in LANGUAGES)


def test_every_picture_is_shown_by_its_page_is_small_and_no_other_lies_about():
    shown = set()
    for name in WALKS:
        for language in LANGUAGES:
            page = source(f"tutorials/{name}", language)
            shown |= {(page.parent / link).resolve() for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))}
    held = set((DOCS / "pictures" / "tutorials").rglob("*.png"))
    assert shown == held
    assert [path for path in held if path.stat().st_size > LARGEST] == []
