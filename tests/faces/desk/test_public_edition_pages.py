"""The pages on which a report is made public: one person marks and hands in, a second one reads it as it will be printed and publishes it."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.insight.reports import flow
from tests.people import analyst, head, leader, secretary
from tirek.insight.publications.models import Edition
from tirek.insight.reports import queries

pytestmark = [pytest.mark.django_db, pytest.mark.page]


def page(name, report):
    return reverse(f"desk:report-public{name}", args=[report])


def signed_in(who):
    made = Client()
    sign_in(made, who)
    return made


def text(answer):
    return answer.content.decode()


def told(answer):
    """The words of a page without its tags."""
    return re.sub(r"<[^>]+>", "", text(answer).partition("<main")[2])


def test_from_the_first_mark_to_what_everybody_reads():
    report = flow.issued()
    office, second = signed_in(secretary), signed_in(head)
    assert "No public edition is being prepared" in text(office.get(page("", report)))
    office.post(page("-begin", report))
    marked = office.post(page("", report), {"do": "words", "words": "светильники", "ground": "person"}, follow=True)
    assert '<mark class="redacting">светильники</mark>' in text(marked)
    early = text(office.get(page("-shown", report)))
    assert "Record first when the report was sent" in early and 'name="seen"' not in early
    office.post(page("", report), {"do": "papers", "sent_on": timezone.localdate().isoformat()})
    shown = office.get(page("-shown", report))
    assert "светильник" not in told(shown).casefold() and '<span class="redacted">' in text(shown)
    office.post(page("-hand-in", report), {"seen": seen(shown)})
    mine = office.get(page("-shown", report))
    assert "You took part in preparing it" in text(mine) and 'name="seen"' not in text(mine)
    refused = office.post(page("-publish", report), {"seen": queries.public_standing(report, by=secretary).copy.seen}, follow=True)
    assert "You took part in preparing this public edition" in text(refused) and not Edition.objects.filter(kind="report").exists()
    looked = second.get(page("-shown", report))
    second.post(page("-publish", report), {"seen": seen(looked)})
    (edition,) = Edition.objects.filter(kind="report")
    assert "светильник" not in edition.body.casefold() and json.loads(edition.body)["redacted"] == [{"ground": "person", "passages": 1}]
    assert "This version is published" in text(office.get(page("", report)))


def seen(answer):
    return re.search(r'name="seen" value="(\w+)"', text(answer))[1]


def test_texts_are_marked_whole_and_marks_taken_off():
    report = flow.issued()
    office = signed_in(secretary)
    office.post(page("-begin", report))
    place = re.search(r'name="place" value="(recommendations/0/text:ru)"', text(office.get(page("", report) + "?in=ru")))[1]
    office.post(page("-choose", report), {"do": "texts", "place": place, "ground": "health"})
    marks = queries.public_standing(report, by=secretary).copy.marks
    assert "Less is marked in some languages" not in text(office.get(page("", report)))
    office.post(page("-choose", report), {"do": "off", "mark": marks[place][0].name})
    for name in ("", "-shown"):
        assert re.search(r"Less is marked.+<a href=\"\?in=ru\">Русский</a>: 1 text", text(office.get(page(name, report))), re.DOTALL)
    office.post(page("-choose", report), {"do": "off", "mark": [mark.name for found in marks.values() for mark in found]})
    assert queries.public_standing(report, by=secretary).copy.marks == {}


def test_what_is_refused_comes_back_with_what_was_typed():
    report = flow.issued()
    office, second = signed_in(secretary), signed_in(head)
    office.post(page("-begin", report))
    wrong = office.post(page("", report), {"do": "words", "words": "Ордабеков", "ground": "person"})
    assert wrong.status_code == 422 and 'value="Ордабеков"' in text(wrong) and "stand nowhere in the report" in text(wrong)
    office.post(page("", report), {"do": "papers", "sent_on": timezone.localdate().isoformat()})
    office.post(page("-hand-in", report), {"seen": seen(office.get(page("-shown", report)))})
    second.post(page("-give-back", report), {"reason": "Ещё раз прочесть раздел о медицине."})
    assert "Ещё раз прочесть раздел о медицине." in text(office.get(page("", report)))
    old = queries.public_standing(report, by=secretary).copy.seen
    office.post(page("", report), {"do": "words", "words": "камере", "ground": "person"})
    changed = office.post(page("-hand-in", report), {"seen": old}, follow=True)
    assert "has changed since you opened this page" in text(changed)
    office.post(page("-drop", report))
    assert "No public edition is being prepared" in text(office.get(page("", report)))


def test_nobody_else_is_offered_it():
    report = flow.issued()
    for who in (leader, analyst):
        visitor = signed_in(who)
        assert "Public edition" not in text(visitor.get(reverse("desk:report", args=[report])))
        assert visitor.get(page("", report)).status_code in (403, 404)
