"""The documentation: whole, in its sections, without a link that leads nowhere, and read without any network."""

import json
import re
from collections import Counter

import pytest

from tests.project.test_commands import names
from tools import states
from tools.docs import contents, finding, site, told
from tools.docs.contents import Page
from tools.docs.rendering import render

pytestmark = pytest.mark.pure


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documentation") / "site"
    return folder, site.build(folder)


def test_the_documentation_is_built_without_a_fault(built):
    folder, faults = built
    assert faults == []
    assert {page.address for page in site.whole()} == {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {"index.html"}


def test_no_page_loads_anything_from_outside(built):
    folder, _ = built
    for path in folder.rglob("*.html"):
        assert [each for each in site.Seen(path.read_text()).loaded if "//" in each] == [], path
    assert not re.search(r"url\(.?(?:https?:)?//|@import", "".join(path.read_text() for path in folder.rglob("*.css")))


def test_every_page_of_a_language_is_found_by_its_search(built):
    folder, _ = built
    for language in contents.LANGUAGES:
        text = (folder / language / "search.js").read_text()
        records = json.loads(text.removeprefix("window.tirekIndex = ").rstrip(";\n"))
        assert {record["a"].partition("#")[0] for record in records} == {f"{page.name}.html" for page in site.whole() if page.language == language}


def made(tmp_path, text, language="en"):
    """The faults of a small site whose only page says this, in a folder of its own."""
    home = contents.DOCS / "index.md"
    others = [Page("index", each, "# Start", home) for each in contents.LANGUAGES if each != language]
    return site.build(tmp_path / "site", [*others, Page("index", language, text, home)])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# A\n\nRead [this](how-to/nothing.md).", "docs/index.md:3: how-to/nothing.md leads nowhere"),
        ("# A\n\nRead [this](#there).", "docs/index.md:3: #there names a part that is not there"),
        ("# A\n\n![A picture](pictures/nothing.png)", "docs/index.md:3: pictures/nothing.png leads nowhere"),
        ("# A\n\n![A picture](https://npm.example/a.png)", "docs/index.md: https://npm.example/a.png would be loaded from outside"),
    ],
)
def test_what_leads_nowhere_is_named_with_its_line(tmp_path, text, fault):
    assert made(tmp_path, text) == [fault]


def test_links_within_to_files_and_to_the_world_hold(tmp_path):
    assert made(tmp_path, "# A\n\n[b](#b), [c](../deploy/nginx.conf), [d](https://npm.example/)\n\n## B") == []
    assert (tmp_path / "site" / "files" / "nginx.conf").is_file()


def test_a_translation_says_that_the_english_page_holds_more(tmp_path):
    def site_of(russian):
        pages = [Page("index", each, "# Start", contents.source("index", each)) for each in contents.LANGUAGES]
        told = [("en", "# A\n\n`tirek a`, `tirek b`"), ("ru", russian)]
        assert site.build(tmp_path / "site", [*pages, *(Page("how-to/serve", each, text, contents.source("how-to/serve", each)) for each, text in told)]) == []
        return (tmp_path / "site/ru/how-to/serve.html").read_text()

    assert 'class="behind"' in site_of("# А\n\n`tirek a`") and 'href="../../en/how-to/serve.html" lang="en"' in site_of("# А\n\n`tirek a`")
    assert 'class="behind"' not in site_of("# А\n\n`tirek b` и `tirek a`")
    assert 'href="../../en/how-to/serve.html">' in site_of("# А\n\n`tirek b` и `tirek a`: [английская](../../how-to/serve.md)")


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    assert "is not empty" in site.build(tmp_path)[0]
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_page_that_no_section_lists_is_named(monkeypatch):
    whole = contents.sections()
    monkeypatch.setattr(contents, "sections", lambda: {**whole, "how-to": whole["how-to"][1:]})
    assert contents.unlisted() == [whole["how-to"][0]]


def test_what_the_code_tells_is_told_whole_in_each_language():
    from tirek.foundation.jurisdictions.queries import glossary

    pages = {(page.name, page.language): page.text for page in told.pages()}
    for language, word, refused in (("ru", "идёт", "Ваша роль этого не позволяет"), ("en", "under way", "Your role does not allow this")):
        assert re.search(rf"^\| {word} \(`under_way`\) \| .*`end` → ", pages[("reference/states", language)], re.M)
        assert pages[("reference/states", language)].count("\n## ") == len(states.tables())
        assert f"| `not-allowed` | {refused}" in pages[("reference/refusals", language)]
        assert pages[("reference/glossary", language)].count("\n| ") == len(glossary()) + 1
        assert {" ".join(words) for words in names() if words and words[-1] in {"run", "verify", "grow"}} <= set(re.findall(r"^## `tirek (.+)`", pages[("reference/command-help", language)], re.M))
        assert "%(" not in pages[("reference/refusals", language)]


def test_a_name_that_is_no_page_is_told():
    assert site.missing([])[0] == "docs/contents.yaml lists tutorials/secretary, which is no page"


def test_markup_in_a_text_stays_text():
    assert "<script>" not in render("# A\n\n<script>alert(1)</script>", str, contents.Path, "Table").html


def test_a_part_is_found_by_its_words_without_its_heading():
    page = Page("a", "en", "# A\n\nOne.\n\n## B\n\nTwo `three`.\n\n| c |\n|---|\n| four |\n")
    told = finding.records(page, render(page.text, str, contents.Path, "Table"))
    assert [(each["a"], each["h"], each["w"]) for each in told] == [("a.html", "", "One."), ("a.html#b", "B", "Two three. c four")]


OF_THE_CODE = {"reference/commands", "reference/settings"}
"""Their Russian pages leave out the rows of those who work on the code, and say where these stand."""
WRITTEN = ["index", *(name for section, pages in contents.sections().items() if section != "house" for name in pages if contents.source(name, "en").exists())]


def blocks(text):
    """What a page gives to be typed or written into a file, and shows of what is answered."""
    return re.findall(r"^```.*?^```", text, re.M | re.S)


def shape(text):
    """The headings of a page by their level, and the rows of its tables by their first name in code."""
    outside = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    lines = [line for line in outside.splitlines() if line.startswith(("#", "|"))]
    return [line.partition(" ")[0] if line[0] == "#" else next(iter(re.findall("`([^`]+)`", line.split("|")[1])), "|") for line in lines]


def numbers(text):
    """Every number outside links and code, however often: limits, sizes, years."""
    return Counter(re.findall(r"\d+", re.sub(r"^```.*?^```|\]\([^)]*\)|`[^`]*`", "", text, flags=re.M | re.S)))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_gives_the_same_in_both_languages(name):
    """The commands that the trials follow, the names of settings, metrics, fields and addresses, the numbers, headings and rows."""
    english, russian = (contents.source(name, language).read_text() for language in ("en", "ru"))
    assert blocks(russian) == blocks(english) and numbers(russian) <= numbers(english)
    if name in OF_THE_CODE:
        assert contents.codes(russian) <= contents.codes(english) and f"](../../{name}.md)" in russian
    elif not name.startswith("tutorials/"):  # they lead to pages in their language
        assert contents.codes(russian) == contents.codes(english)
        assert shape(russian) == shape(english) and numbers(russian) == numbers(english)
