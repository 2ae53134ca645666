"""The pages of the members: who opens them, and who reads a conflict of interest."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.accounts import account_of, alone, sign_in
from tests.people import EVERYBODY, administrator, conflicted, doctor, foreigner, head, leader, member, nobody, secretary
from tirek.faces.desk.members.changes import CHANGES
from tirek.registers.mandate import services
from tirek.registers.mandate.queries import member as member_facts
from tirek.registers.mandate.queries import members

pytestmark = pytest.mark.django_db
SEES = {head, secretary, leader, conflicted, member, doctor}
WRITES = {head, secretary}
IDS = {"argvalues": EVERYBODY, "ids": lambda each: each.name or "nobody"}
SECRET = "женат на начальнице"


@pytest.fixture
def own():
    """The member with a declared conflict, who signs in."""
    alone(conflicted)
    made = services.enter_member(
        country="demo", name="Иван Конфликт", profession="lawyer", term_since=date(2020, 1, 1), account_id=conflicted.id,
        term_until=timezone.localdate() + timedelta(days=40), by=secretary,
    ).value  # fmt: skip
    services.declare_conflict(member_id=made, reason="relative-works", authority="lum-law", text=SECRET, by=conflicted)
    return made


def shown(client, name, *args, **query):
    answer = client.get(reverse(f"desk:{name}", args=args), query)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("actor", **IDS)
def test_the_truth_table_of_the_members(client, own, actor):
    sign_in(client, actor)
    reads = 302 if actor == nobody else 200 if actor in SEES else 403
    lists = 200 if actor == foreigner else reads
    assert shown(client, "members")[0] == shown(client, "members-public")[0] == lists
    assert shown(client, "member", own)[0] == (404 if reads == 403 and actor != administrator else reads)
    writes = 302 if actor == nobody else 200 if actor in WRITES else 404 if actor == foreigner else 403
    assert {shown(client, f"member-{what}", own)[0] for what in (*CHANGES, "correct")} == {writes}
    declares = 302 if actor == nobody else 200 if actor in {*WRITES, conflicted} else 403 if actor in SEES or actor == administrator else 404
    assert shown(client, "member-conflict", own)[0] == declares


@pytest.mark.parametrize("actor", **IDS)
def test_a_conflict_s_reason_is_read_by_four_alone(client, own, actor):
    sign_in(client, actor)
    pages = "".join(shown(client, name, *args)[1] for name, args in (("member", (own,)), ("members", ()), ("members-public", ())))
    assert (SECRET in pages) == (actor in {head, secretary, leader, conflicted})


def test_the_term_s_clock_says_what_is_left(client, own):
    sign_in(client, leader)
    page = shown(client, "member", own)[1]
    assert "40 days left" in page and "term ends soon" in page


def test_the_list_for_the_public_names_nobody(client, own):
    alone(secretary)
    sign_in(client, secretary)
    page = shown(client, "members-public")[1]
    assert "No numbers are shown" in page and "lawyer" not in page and "Конфликт" not in page


def test_a_person_enters_a_member_and_changes_the_entry(client, own):
    account_of(doctor)
    sign_in(client, secretary)
    typed = {"name": "Мария Ёлкина", "profession": "doctor", "sex": "female", "languages": ["ru", "kk"], "login": "doctor@lumeria.example"}
    answer = client.post(reverse("desk:member-new"), {**typed, "term_since": "2020-01-01", "term_until": "2021-12-31"})
    assert answer.status_code == 302
    made = next(one for one in members(by=head, country="demo") if one.name == "Мария Ёлкина")
    assert str(made.account_id) == doctor.id

    def post(what, **asked):
        return client.post(reverse(f"desk:member-{what}", args=[made.id]), asked).status_code

    assert post("renew", since="2022-01-01", until="2029-12-31") == 302
    assert post("renew", since="2023-01-01") == 422
    assert post("end-term", on="2028-12-31", reason="по жалобе осуждённого Петрова А.В.") == 422
    assert post("end-term", on="2028-12-31", reason="по просьбе") == 302
    assert post("oath", on="2020-01-02") == 302
    assert post("certificate", number="7", issued_on="2020-01-02", issued_by="Петров А.В.") == 422
    assert post("renew", since="2031-01-01", decision="Петров А.В. переведён в карцер.") == 422
    assert post("certificate", number="7", issued_on="2020-01-02") == 302
    assert post("correct", name="Мария Елкина", profession="psychiatrist", revision=member_facts(made.id, by=head, country="demo").revision) == 302
    assert post("conflict", authority="lum-order", reason="contract") == 302
    facts = member_facts(made.id, by=head, country="demo")
    assert (facts.name, facts.term_until, str(facts.account_id)) == ("Мария Елкина", date(2028, 12, 31), doctor.id)
    end = reverse("desk:member-conflict-end", args=[made.id, facts.conflicts[0].id])
    assert client.get(end).status_code == 200
    assert client.post(end, {"until": timezone.localdate().isoformat()}).status_code == 302
    assert client.post(end.replace(str(made.id), str(own)), {"until": "2024-01-01"}).status_code == 404


def test_who_enters_or_renames_a_member_is_told_of_one_with_the_same_name(client, own):
    sign_in(client, secretary)
    told, typed = "Another member with this name stands in the register already.", {"profession": "lawyer", "term_since": "2020-01-01"}
    latin, hidden = "M\u0430рия Ёлкин\u0061", "Мария\u200b Ёл\u00adкина"
    for name, again in (("Мария Ёлкина", False), ("елкина  мария", True), (latin, True), (hidden, True), ("Мария Елхина", False)):
        answer = client.post(reverse("desk:member-new"), {**typed, "name": name}, follow=True)
        assert (told in answer.content.decode()) == again, name
    made = next(one for one in members(by=head, country="demo") if one.name == "Мария Ёлкина")
    for name, again in (("Мария Ёлкина", False), ("Мария Лис", False), ("Елкина Мария", True)):
        asked = {"name": name, "profession": "lawyer", "revision": member_facts(made.id, by=head, country="demo").revision}
        answer = client.post(reverse("desk:member-correct", args=[made.id]), asked, follow=True)
        assert (told in answer.content.decode()) == again, name


def test_an_address_without_an_account_is_refused_and_nothing_typed_is_lost(client):
    sign_in(client, secretary)
    typed = {"name": "Мария", "profession": "doctor", "term_since": "2020-01-01", "login": "nobody@lumeria.example"}
    answer = client.post(reverse("desk:member-new"), typed)
    assert answer.status_code == 422 and "Мария" in answer.content.decode() and members(by=head, country="demo") == ()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_opens_in_every_language(client, own, language):
    sign_in(client, head)
    client.cookies["language"] = language
    for name, args in (("members", ()), ("member", (own,)), ("member-new", ()), ("member-conflict", (own,)), ("members-public", ())):
        assert shown(client, name, *args)[0] == 200
