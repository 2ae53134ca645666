"""Indicators on the desk: one person enters, another checks; what is refused keeps what was typed."""

import pytest
from django.urls import reverse

from tests.accounts import sign_in
from tests.insight.publications.making import publish
from tests.people import analyst, foreigner, head, member
from tirek.ground.rules.words import Words
from tirek.insight.claims import services as claims
from tirek.insight.claims.services import NewSource
from tirek.insight.indicators import queries, services

pytestmark = pytest.mark.django_db
TEXT = "В 2024 году поступило 1 250 жалоб. Видеонаблюдение установлено не везде."


@pytest.fixture
def source():
    return claims.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=analyst).value


def form(source, **given):
    return {"indicator": "complaints", "source": str(source), "quote": "1 250 жалоб", "year": "2024", "year_stated": "on", "amount": "1 250", **given}


def test_a_value_is_entered_by_one_person_and_checked_by_another(client, source):
    sign_in(client, analyst)
    assert "No value yet" in client.get(reverse("desk:indicators")).content.decode()
    answer = client.post(reverse("desk:value-new"), form(source, as_of="2024-07-01"), follow=True)
    text = answer.content.decode()
    assert "As of" in text and "1 July 2024" in text
    assert "waits for a second person" in text and "1 250 жалоб" in text and "It says what its sentence says" not in text
    (one,) = queries.values(by=head, country="demo")
    sign_in(client, head)
    assert "It says what its sentence says" in client.get(reverse("desk:value", args=[one.id])).content.decode()
    text = client.post(reverse("desk:value-check", args=[one.id]), follow=True).content.decode()
    assert "The value is checked." in text and "Checked by" in text
    assert "Complaints of torture" in client.get(reverse("desk:indicators")).content.decode()


@pytest.mark.parametrize(("language", "shown"), [("en", "1,250.5 KZT"), ("ru", "1\u202f250,5 KZT")])
def test_a_value_is_written_as_on_the_public_page_in_the_reader_s_language(client, source, language, shown):
    new = services.NewValue("prisoner_cost_year", 2024, source, "1 250 жалоб", "1250.5", currency="KZT")
    one = services.enter_value(country="demo", new=new, by=analyst).value
    sign_in(client, head)
    client.cookies["language"] = language
    for address in (reverse("desk:indicators"), reverse("desk:value", args=[one])):
        assert shown in client.get(address).content.decode()


def test_a_published_value_leads_to_its_public_page_and_any_other_nowhere(client):
    source = claims.add_source(country="kz", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=foreigner).value
    one, other = (services.enter_value(country="kz", new=services.NewValue("complaints", 2024, source, "1 250 жалоб", "1 250"), by=foreigner).value for _ in range(2))
    publish("2024", "kz", "profile", lines=[{"code": "complaints", "values": [{"code": str(one)}]}])
    sign_in(client, foreigner)
    public = reverse("portal:profile-line", args=["kz", 2024, "complaints"])
    assert [f'href="{public}"' in client.get(reverse("desk:value", args=[each])).content.decode() for each in (one, other)] == [True, False]


def test_a_refusal_keeps_what_was_typed(client, source):
    sign_in(client, analyst)
    answer = client.post(reverse("desk:value-new"), form(source, quote="1 251 жалоба", remark_ru="Примечание."))
    text = answer.content.decode()
    assert answer.status_code == 422 and "do not stand in the source" in text and "1 251 жалоба" in text and "Примечание." in text
    assert queries.values(by=head, country="demo") == []


def test_words_that_could_name_somebody_are_asked_about(client, source):
    sign_in(client, analyst)
    typed = form(source, speaker_ru="Министр Азамат Жумабеков")
    answer = client.post(reverse("desk:value-new"), typed)
    text = answer.content.decode()
    assert answer.status_code == 422 and "Why these passages stay" in text and "Азамат Жумабеков" in text
    assert client.post(reverse("desk:value-new"), {**typed, "names_nobody": ""}).status_code == 422
    assert client.post(reverse("desk:value-new"), {**typed, "names_nobody": "Office-holder."}).status_code == 302
    (one,) = queries.values(by=head, country="demo")
    assert one.speaker.in_("ru") == "Министр Азамат Жумабеков"
    answer = client.post(reverse("desk:value-supersede", args=[one.id]), {**typed, "amount": "1251"})
    assert answer.status_code == 422 and "Why these passages stay" in answer.content.decode()


def test_a_value_is_superseded_by_another_that_names_it(client, source):
    sign_in(client, analyst)
    client.post(reverse("desk:value-new"), form(source))
    (one,) = queries.values(by=head, country="demo")
    page = client.get(reverse("desk:value-supersede", args=[one.id])).content.decode()
    assert 'value="2024"' in page
    client.post(reverse("desk:value-supersede", args=[one.id]), form(source, amount="", missing="closed"))
    assert "Superseded by" in client.get(reverse("desk:value", args=[one.id])).content.decode()
    assert {each.missing for each in queries.values(by=head, country="demo")} == {"", "closed"}


@pytest.mark.parametrize("name", ["value-check", "profiles-publish", "break-override"])
def test_what_becomes_public_asks_who_signed_in_long_ago_to_confirm(client, source, name):
    one = services.enter_value(country="demo", new=services.NewValue("complaints", 2024, source, "1 250 жалоб", "1 250"), by=analyst).value
    sign_in(client, head)
    session = client.session
    session["confirmed_at"] = 0
    session["account_authentication_methods"] = [{**each, "at": 0} for each in session.get("account_authentication_methods", [])]
    session.save()
    answer = client.post(reverse(f"desk:{name}", args={"value-check": [one], "break-override": ["any", "complaints"]}.get(name, [])))
    assert answer.status_code == 302 and "confirm" in answer.url
    assert not queries.value(one, by=head, country="demo").checked_by


def test_a_member_reads_and_is_offered_nothing_to_write(client, source):
    sign_in(client, member)
    assert "Enter a value" not in client.get(reverse("desk:indicators")).content.decode()
    assert client.get(reverse("desk:value-new")).status_code == 403
    assert "No break is known" in client.get(reverse("desk:breaks")).content.decode()
