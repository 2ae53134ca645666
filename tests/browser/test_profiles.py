"""Country profiles in a browser: from the profile to the sentence of a value, weights changed without a script; every page open to everybody."""

import pytest

from tests.browser.screens import EACH, screens
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims import services as claims
from tirek.insight.indicators import services as indicators
from tirek.insight.publications import services as publishing

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIRST = (390, "dark", "kk")
OTHERS = [each for each in EACH if each != FIRST]
PAGES = (
    "kz/profile/", "kg/profile/", "kz/profile/2024/", "kz/profile/2022/investigator_load/", "kz/profile/2022/archive_liability/", "kz/series/registered_cases/",
    "compare/?left=kz-2022&right=kg-2025", "compare/?left=kz-2022&right=kz-2023", "kz/index/", "kg/index/?w_opcat=0", "kz/index/?w_opcat=99",
)  # fmt: skip


@pytest.fixture
def published(transactional_db):
    claims.load_documents(by=SYSTEM)
    indicators.load_values(by=SYSTEM)
    publishing.publish_profiles(by=SYSTEM)


@screens(FIRST, *OTHERS)
def test_every_page_of_a_profile_is_open_to_everybody(walk, published, width, scheme, language):
    person = walk(width=width, scheme=scheme)
    for path in PAGES:
        assert person.open(f"/{language}/{path}") == (422 if path.endswith("=99") else 200), path
        person.must_be_accessible()
        assert person.sideways() == 0, path
    assert person.context.cookies() == []


def test_a_reader_goes_from_the_profile_to_a_sentence_and_weighs_the_index_anew(walk, published):
    person = walk()
    person.open("/en/kz/profile/")
    person.page.get_by_role("link", name="Load of one investigator").click()
    assert "13,57" in person.page.locator("mark").inner_text()
    person.page.get_by_role("link", name="To the profile").click()
    person.go(person.page.get_by_role("link", name="Index with open weights"))
    before = person.page.locator(".index-results dd").all_inner_texts()
    video = person.page.get_by_label("Weight of “Video surveillance”")
    person.page.locator(".weights-group").filter(has=video).locator("summary").click()
    video.fill("10")
    person.go(person.page.get_by_role("button", name="Compute with these weights"))
    after = person.page.locator(".index-results dd").all_inner_texts()
    assert after[0] != before[0] and after[2] != before[2] and "w_video=10" in person.page.url
