"""What was said before on the form of a draft, with and without script; the thread's page; linking and taking apart."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.accounts import sign_in
from tests.followup.recommendations.making import answer, draft, issued, read, verify
from tests.followup.recommendations.test_repeats import LIGHT, SAME, YARDS, link, said_three_times, visited
from tests.people import analyst, leader, secretary
from tirek.followup.recommendations.models import Recommendation
from tirek.records.visits import queries as visits

pytestmark = pytest.mark.django_db


def signed(person, language="en"):
    client = sign_in(Client(), person)
    client.cookies["language"] = language
    return client


def sent(visit, text, **given):
    finding = str(visits.findings(visit, by=leader)[0].id)
    return {"text_ru": text.best("ru"), "addressee": "lum-prison-service", "kind": "practice", "priority": "ordinary", "findings": [finding], **given}


def words_of(answer):
    return " ".join(answer.content.decode().split())


def test_without_script_a_button_shows_what_was_said_before_and_saves_nothing():
    made, here = issued(visited("Велисадский дом"), text=LIGHT), visited()
    verify(made, "not_implemented")
    client, at = signed(leader), reverse("desk:recommendation-new", args=[here])
    page = client.post(at, sent(here, SAME, look="yes"))
    shown = words_of(page)
    assert page.status_code == 200 and Recommendation.objects.count() == 1
    assert f'value="{made}"' in shown and "Р-1-1" in shown and "Велисадский дом" in shown and "Обеспечить достаточное освещение в карцерах." in shown
    assert "not carried out" in shown and "no word yet" in shown and "Both speak of: “светильники” — “освещение”; “штрафном изоляторе” — “карцерах”" in shown
    assert SAME.best("ru") in shown  # what was typed stays


def test_the_section_alone_comes_for_the_text_that_is_being_written():
    made, here = issued(visited("Велисадский дом"), text=LIGHT), visited()
    client, at = signed(leader, "ru"), reverse("desk:recommendation-before", args=[here])
    told = words_of(client.post(at, sent(here, SAME)))
    assert told.startswith('<div id="before-found" class="stack">') and f'value="{made}"' in told
    assert f'value="{made}"' not in words_of(client.post(at, sent(here, YARDS)))
    chosen = words_of(client.post(at, sent(here, YARDS, repeats=str(made))))
    assert f'value="{made}" id="repeats-{made}" checked' in chosen  # what was chosen is never lost from sight


def test_a_draft_that_was_saved_unseen_leads_to_what_was_said_before():
    made, here = issued(visited("Велисадский дом"), text=LIGHT), visited()
    client, at = signed(leader), reverse("desk:recommendation-new", args=[here])
    saved = client.post(at, sent(here, SAME))
    (row,) = Recommendation.objects.filter(state="draft")
    edit = reverse("desk:recommendation-edit", args=[row.pk])
    assert saved.headers["Location"] == f"{edit}#before"
    assert f'value="{made}"' in words_of(client.get(edit))
    again = client.post(edit, sent(here, SAME, looked="on", revision="1", repeats=str(made)))
    assert again.headers["Location"].endswith(f"recommendations/#{row.pk}")
    assert read(row.pk, leader).repeats == made


def test_that_it_is_something_else_is_remembered_and_can_be_taken_back():
    made, here = issued(visited("Велисадский дом"), text=LIGHT), visited()
    row = draft(here, text=SAME)
    client, edit = signed(leader), reverse("desk:recommendation-edit", args=[row])
    client.post(edit, sent(here, SAME, looked="on", revision="1", other_things=[str(made)]))
    assert read(row, leader).other_things == (made,)
    shown = words_of(client.get(edit))
    assert f'value="{made}" id="other-{made}" checked' in shown and f'id="repeats-{made}"' not in shown
    client.post(edit, sent(here, SAME, looked="on", revision="2"))
    assert read(row, leader).other_things == ()
    wrong = client.post(edit, sent(here, SAME, looked="on", revision="3", other_things=["nonsense"]))
    assert wrong.status_code == 422


def test_the_page_says_how_often_and_leads_to_one_history():
    first, second, third = said_three_times()
    link(third, second)
    link(second, first)
    answer(first, "claimed_implemented", days=300, text="Сделано.")
    verify(second, "not_implemented", days=100)
    client = signed(analyst)
    year = read(first).issued_on.year
    assert f"repeated since {year}, third time" in words_of(client.get(reverse("desk:recommendation", args=[third])))
    thread = words_of(client.get(reverse("desk:recommendation-thread", args=[third])))
    assert f"Recommended 3 times since {year}." in thread and "Take the link apart" not in thread
    places = [thread.index(read(each).number) for each in (first, second)]
    assert places[0] < thread.index("Сделано.") < thread.rindex(">Р-2-1<") and "Светильники осмотрены." in thread
    assert "Тарноборский исправительный дом" not in thread  # an analyst may not know of the visit
    assert "Тарноборский исправительный дом" in words_of(signed(leader).get(reverse("desk:recommendation-thread", args=[third])))
    for language, said in (("ru", "третий раз"), ("kk", "үшінші рет"), ("ky", "үчүнчү жолу")):
        assert said in words_of(signed(analyst, language).get(reverse("desk:recommendation", args=[third])))


def test_the_office_links_by_number_with_a_reason_and_takes_apart():
    first, second, _third = said_three_times()
    client, at = signed(secretary), reverse("desk:recommendation-link", args=[second])
    assert "Р-1-1" in words_of(client.get(at))  # what may say the same stands beside the form
    assert client.post(at, {"number": "Р-77", "reason": "То же."}).status_code == 422
    assert client.post(at, {"number": "Р-2-1", "reason": "То же."}).status_code == 422
    named = client.post(at, {"number": "Р-1-1", "reason": "Так сказал Иванов Пётр Сергеевич."})
    assert named.status_code == 422 and "None of these passages" in words_of(named)
    done = client.post(at, {"number": "Р-1-1", "reason": "То же освещение."})
    assert done.headers["Location"] == reverse("desk:recommendation-thread", args=[second])
    assert "То же освещение." in words_of(client.get(done.headers["Location"]))
    apart = reverse("desk:recommendation-unlink", args=[second, first])
    assert apart in words_of(client.get(done.headers["Location"]))
    assert client.post(apart, {"reason": "Другая обязанность."}).status_code == 302
    shown = words_of(client.get(done.headers["Location"]))
    assert "Nothing is linked with it" in shown and "Р-2-1 does not repeat Р-1-1. Другая обязанность." in shown


def test_the_list_is_narrowed_and_says_how_often():
    first, second, third = said_three_times()
    link(third, second)
    shown = words_of(signed(analyst).get(reverse("desk:recommendations"), {"repeated": "2", "columns": "number,repeated"}))
    assert f"2 times since {read(second).issued_on.year}" in shown
    assert all((read(each).number in shown) == (each != first) for each in (first, second, third))


def test_no_page_asks_more_than_thirty_times_nor_more_often_for_a_longer_thread():
    first, second, third = said_three_times()
    row = draft(visited("Дом черновика"), text=SAME, repeats=first)
    link(third, second)
    pages = [(leader, "recommendation-edit", row), *((secretary, f"recommendation-{name}", third) for name in ("thread", "link")), (secretary, "recommendation", third)]
    short = [asked_by(*page) for page in pages]
    verify(second, "not_implemented")
    answer(first)
    link(second, first)
    long = [asked_by(*page) for page in pages]
    assert max(long) <= 30 and long[1] == short[1], (short, long)


def asked_by(person, name, key):
    """How often a page asks the database."""
    client, address = signed(person), reverse(f"desk:{name}", args=[key])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked) + 1
