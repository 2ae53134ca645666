"""Labels on the pages: chosen on their form, shown, found by, put on several, taken along in the file."""

import csv
import io
import re

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.test_recommendations_pages import posted, shown
from tests.followup.recommendations.making import draft, issued, read
from tests.people import analyst, leader, secretary
from tirek.followup.recommendations import services

pytestmark = pytest.mark.django_db
STOOD = re.compile(r'name="stood" value="([^"]+)"')
SELECT = re.compile(r'<select name="label".*?</select>', re.S)
CHOSEN = re.compile(r'<option value="([^"]*)" selected')
TWO = ("group-women", "sdg-16.3")


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def test_labels_are_chosen_by_kind_and_rules_by_their_numbers(client, visit):
    key = issued(visit)
    sign_in(client, secretary)
    assert 'name="group"' in shown(client, "recommendation-labels", key)[1]
    assert posted(client, "recommendation-labels", key, group=["group-women"], sdg=["sdg-16.3"], standard="NMR 24; bangkok-19").url == reverse("desk:recommendation", args=[key])
    assert read(key).labels == ("bangkok-19", "group-women", "mandela-24", "sdg-16.3")
    page = shown(client, "recommendation", key)[1]
    assert "Affected group" in page and "16.3: rule of law" in page and "Mandela Rules 24: " in page
    assert "(1)</summary>" in shown(client, "recommendation-labels", key)[1]
    stood = STOOD.findall(shown(client, "recommendation-labels", key)[1])
    assert posted(client, "recommendation-labels", key, right=["right-health"], standard="", stood=stood).status_code == 302
    assert read(key).labels == ("right-health",)


def test_what_a_colleague_ticked_meanwhile_stays(client, visit):
    key = issued(visit)
    services.set_labels(recommendation_id=key, add=("right-health", "measure-law"), by=secretary)
    sign_in(client, secretary)
    stood = STOOD.findall(shown(client, "recommendation-labels", key)[1])
    services.set_labels(recommendation_id=key, add=("right-privacy", "mandela-24"), remove=("measure-law",), by=secretary)
    posted(client, "recommendation-labels", key, right=["right-health"], measure=["measure-law"], group=["group-women"], standard="", stood=stood)
    assert read(key).labels == ("group-women", "mandela-24", "right-health", "right-privacy")


def test_a_form_that_is_asked_again_still_knows_what_it_showed(client, visit):
    key = issued(visit)
    services.set_labels(recommendation_id=key, add=TWO, by=secretary)
    sign_in(client, secretary)
    again = posted(client, "recommendation-labels", key, group=["group-women"], standard="penguins", stood=TWO)
    assert tuple(STOOD.findall(again.content.decode())) == TWO


def test_words_that_fit_several_rules_or_none_are_asked_again(client, visit):
    key = issued(visit)
    sign_in(client, secretary)
    for written, told in (("solitary confinement", "More than one rule fits"), ("penguins", "No rule fits “penguins”")):
        answer = posted(client, "recommendation-labels", key, standard=written)
        assert answer.status_code == 422 and told in answer.content.decode()
    assert read(key).labels == ()


def test_a_draft_is_labelled_where_it_is_written(client, visit):
    key = draft(visit)
    sign_in(client, leader)
    assert reverse("desk:recommendation-labels", args=[key]) in shown(client, "visit-recommendations", visit)[1]
    assert posted(client, "recommendation-labels", key, measure=["measure-training"]).url.endswith(f"#{key}")
    assert "train staff" in shown(client, "visit-recommendations", visit)[1]


@pytest.mark.parametrize("page", ["recommendations", "recommendations-board", "recommendations-timeline"])
def test_every_label_that_narrows_is_shown_and_stays_when_something_else_is_asked(client, visit, page):
    services.set_labels(recommendation_id=issued(visit), add=TWO, by=secretary)
    sign_in(client, analyst)
    told = shown(client, page, label=[*TWO], overdue="on")[1]
    lists = SELECT.findall(told)
    assert [CHOSEN.findall(each) for each in lists] == [["group-women"], ["sdg-16.3"], [""]]
    assert len(re.findall('aria-label="One label more"', told)) == 2 and len(set(re.findall(r'<select name="label"[^>]* id="([^"]+)"', told))) == 3
    assert len(SELECT.findall(shown(client, page)[1])) == 1


def test_the_list_is_narrowed_by_label_and_standard_and_shows_them(client, visit):
    key = issued(visit)
    services.set_labels(recommendation_id=key, add=(*TWO, "mandela-24"), by=secretary)
    sign_in(client, analyst)
    for query, told in (({"label": "sdg-16.3"}, True), ({"standard": "NMR 24"}, True), ({"label": "group-women", "standard": "mandela-24"}, True), ({"label": "group-staff"}, False)):
        assert ("Р-1-1" in shown(client, "recommendations", **query)[1]) is told, query
    page = shown(client, "recommendations", label="sdg-16.3", columns="number,labels")[1]
    assert "Affected group: women; SDG target: 16.3: rule of law" in page
    assert "No rule fits" in shown(client, "recommendations", standard="penguins")[1]


def test_several_get_a_label_and_lose_it_after_a_preview(client, visit):
    key = issued(visit)
    sign_in(client, secretary)
    sent = {"chosen": str(key), "deed": "label", "label": "group-women", "standard": "NMR 24"}
    preview = posted(client, "recommendations-several", **sent, step="preview").content.decode()
    assert "will get the label" in preview and read(key).labels == ()
    assert "Choose a label" in posted(client, "recommendations-several", **{**sent, "label": "", "standard": ""}, step="preview").content.decode()
    assert "has the label" in posted(client, "recommendations-several", **sent, step="make", seen=f"{key}=").content.decode()
    assert read(key).labels == ("group-women", "mandela-24")
    posted(client, "recommendations-several", **{**sent, "deed": "unlabel", "standard": ""}, step="make", seen=f"{key}=group-women,mandela-24")
    assert read(key).labels == ("mandela-24",)


def test_the_file_has_a_column_for_each_kind(client, visit):
    key = issued(visit)
    services.set_labels(recommendation_id=key, add=(*TWO, "mandela-24"), by=secretary)
    services.set_theme(recommendation_id=key, theme="victims_justice", by=secretary)
    sign_in(client, secretary)
    answer = client.post(reverse("desk:recommendations-export"), {"purpose": "report"})
    head, row = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";"))[-2:]
    told = dict(zip(head, row, strict=True))
    assert (told["Theme"], told["Affected group"], told["SDG target"][:4], told["Standard"], told["Right"]) == ("victims’ access to justice", "women", "16.3", "Mandela Rules 24", "")
