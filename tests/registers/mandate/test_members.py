"""Members: who sees them and their conflicts, terms that never cross, and what the rule of team balance learns of them."""

from datetime import date

import pytest

from tests import world
from tests.accounts import account_of
from tests.people import EVERYBODY, conflicted, doctor, foreigner, head, leader, member, person, secretary
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.services import disable_account
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.spans import Span
from tirek.ground.rules.team_balance import Occasion, warnings
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits
from tirek.registers.mandate import queries, refusals, services
from tirek.registers.mandate.queries import MemberFilters
from tirek.registers.places.services import register_place

pytestmark = pytest.mark.django_db
SEES = {head, secretary, leader, conflicted, member, doctor}
ON = date(2024, 3, 1)
NAMED = "Осуждённый Петров А.В. не возражал."


def enter(name="Айжан Сәтбаева", **given):
    asked = {"country": "demo", "name": name, "profession": "lawyer", "term_since": date(2023, 1, 1), "by": secretary, **given}
    return services.enter_member(**asked).value


def read(member_id, by=head):
    return queries.member(member_id, by=by, country="demo")


@pytest.fixture
def prison():
    return register_place(country="demo", name=Words.of({"ru": "Дом"}), kind="prison", region="LU-TA", by=secretary).value


@pytest.fixture
def own():
    """The member with a conflict of interest, who signs in."""
    account_of(conflicted)
    return enter("Конфликт", account_id=conflicted.id)


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda each: each.name or "nobody")
def test_those_who_send_and_those_who_go_see_the_members(actor):
    member_id = enter()
    assert len(queries.members(by=actor, country="demo")) == (1 if actor in SEES else 0)
    if actor in SEES:
        assert read(member_id, actor).name == "Айжан Сәтбаева"
    else:
        with pytest.raises(NotFound):
            read(member_id, actor)


def test_a_head_elsewhere_finds_nobody_and_changes_nobody():
    member_id = enter()
    assert queries.members(by=foreigner, country="kz") == queries.members(by=foreigner, country="demo") == ()
    with pytest.raises(NotFound):
        services.end_term(member_id=member_id, on=ON, reason="x", by=foreigner)
    with pytest.raises(NotAllowed):
        enter(by=foreigner)


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda each: each.name or "nobody")
def test_conflicts_are_read_by_office_leader_and_the_member_alone(own, prison, actor):
    services.declare_conflict(member_id=own, reason="worked-there", place_id=prison, text="до 2019 года", by=conflicted)
    if actor not in SEES:
        return
    facts = read(own, actor)
    assert facts.conflicts_open == bool(facts.conflicts) == (actor in {head, secretary, leader, conflicted})


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda each: each.name or "nobody")
def test_a_member_declares_own_conflicts_and_the_office_everybody_s(own, actor):
    def declare():
        services.declare_conflict(member_id=own, reason="relative-works", authority="lum-law", by=actor)

    if actor in {head, secretary, conflicted}:
        declare()
        assert read(own).conflicts[0].declared_by == actor.id
    else:
        with pytest.raises(NotAllowed if actor in SEES else NotFound):
            declare()


def test_a_conflict_ends_by_the_member_and_only_once(own):
    made = services.declare_conflict(member_id=own, reason="contract", authority="lum-law", since=date(2024, 1, 1), by=conflicted).value
    with pytest.raises(refusals.ConflictDeclared):
        services.declare_conflict(member_id=own, reason="contract", authority="lum-law", by=head)
    with pytest.raises(NotFound):
        services.end_conflict(conflict_id=made, until=ON, by=member)
    with pytest.raises(refusals.TermReversed):
        services.end_conflict(conflict_id=made, until=date(2023, 1, 1), by=conflicted)
    services.end_conflict(conflict_id=made, until=ON, by=conflicted)
    with pytest.raises(refusals.ConflictEnded):
        services.end_conflict(conflict_id=made, until=ON, by=conflicted)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"reason": "other", "authority": "lum-law"}, refusals.ConflictNeedsWords),
        ({"reason": "whim", "authority": "lum-law"}, refusals.CodeUnknown),
        ({"reason": "contract"}, refusals.ConflictWithOne),
        ({"reason": "contract", "authority": "interior"}, Refusal),
        ({"reason": "contract", "place_id": "not-an-id"}, NotFound),
    ],
)
def test_a_conflict_that_names_nothing_is_refused(own, wrong, refusal):
    with pytest.raises(refusal):
        services.declare_conflict(member_id=own, by=head, **wrong)


def test_nobody_has_a_conflict_with_a_place_of_another_country(own):
    kz = person("kz-secretary", Role.SECRETARIAT, country="kz")
    there = register_place(country="kz", name=Words.of({"ru": "Дом"}), kind="prison", region="KZ-75", by=kz).value
    with pytest.raises(NotFound):
        services.declare_conflict(member_id=own, reason="contract", place_id=there, by=head)


def test_terms_never_cross_and_the_newest_is_the_member_s():
    member_id = enter(term_until=date(2024, 12, 31))
    with pytest.raises(refusals.TermOverlaps):
        services.renew_term(member_id=member_id, since=date(2024, 12, 31), by=head)
    services.renew_term(member_id=member_id, since=date(2025, 2, 1), until=date(2026, 12, 31), by=head)
    facts = read(member_id)
    assert (facts.term_since, facts.term_until) == (date(2025, 2, 1), date(2026, 12, 31))
    assert [facts.serves_on(day) for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 2, 1))] == [True, False, True]


def test_a_term_that_ends_early_says_why():
    member_id = enter(term_until=date(2024, 12, 31))
    with pytest.raises(refusals.ReasonForEndMissing):
        services.end_term(member_id=member_id, on=ON, reason=" ", by=head)
    with pytest.raises(refusals.NoTermThen):
        services.end_term(member_id=member_id, on=date(2020, 1, 1), reason="по просьбе", by=head)
    services.end_term(member_id=member_id, on=ON, reason="по просьбе", by=head)
    facts = read(member_id)
    assert (facts.term_until, facts.terms[0].ended_reason) == (ON, "по просьбе")
    assert [one.id for one in queries.members(by=head, country="demo", filters=MemberFilters(state="former", on=date(2024, 3, 2)))] == [member_id]


@pytest.mark.parametrize(
    "save",
    [
        lambda member, **said: enter(decision=NAMED, **said),
        lambda member, **said: services.renew_term(member_id=member, since=date(2030, 1, 1), decision=NAMED, by=head, **said),
        lambda member, **said: services.add_certificate(member_id=member, number=NAMED, issued_on=date(2023, 1, 10), by=head, **said),
        lambda member, **said: services.add_certificate(member_id=member, number="17", issued_on=date(2023, 1, 10), issued_by=NAMED, by=head, **said),
    ],
)  # fmt: skip
def test_a_decision_and_a_certificate_that_could_name_somebody_say_why(save):
    member_id = enter(term_until=date(2029, 12, 31))
    with pytest.raises(PassagesUndecided):
        save(member_id)
    save(member_id, names_nobody="Это глава механизма.")
    assert [each.reason for each in queries.kept_in_members(by=head, country="demo")] == ["Это глава механизма."]


def test_oath_and_certificate_are_recorded_once():
    member_id = enter()
    services.record_oath(member_id=member_id, on=date(2023, 1, 10), by=secretary)
    with pytest.raises(refusals.OathTaken):
        services.record_oath(member_id=member_id, on=date(2023, 1, 11), by=secretary)
    services.add_certificate(member_id=member_id, number=" 17 ", issued_on=date(2023, 1, 10), by=secretary)
    with pytest.raises(refusals.CertificateTaken):
        services.add_certificate(member_id=member_id, number="17", issued_on=date(2023, 1, 10), by=secretary)
    facts = read(member_id)
    assert (facts.oath_on, facts.certificates[0].number) == (date(2023, 1, 10), "17")
    assert verify().holds


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": " "}, refusals.MemberNameMissing),
        ({"profession": "witch"}, refusals.CodeUnknown),
        ({"languages": ["ru", "xx"]}, refusals.CodeUnknown),
        ({"sex": "f"}, refusals.CodeUnknown),
        ({"region": "KZ-75"}, Refusal),
        ({"term_until": date(2022, 1, 1)}, refusals.TermReversed),
        ({"account_id": "00000000-0000-4000-8000-000000000000"}, refusals.AccountNotOfMechanism),
        ({"by": leader}, NotAllowed),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nobody(wrong, refusal):
    with pytest.raises(refusal):
        enter(**wrong)
    assert queries.members(by=head, country="demo") == ()


def test_one_account_is_one_member(own):
    with pytest.raises(refusals.AccountTaken):
        enter("Другой", account_id=conflicted.id)
    assert queries.member_of(conflicted).id == own
    assert queries.member_of(head) is None
    assert queries.account_ids([own]) == {str(own): conflicted.id}


def test_nobody_joins_the_own_account_to_somebody_who_is_entered():
    account_of(secretary)
    plain = enter("Без входа")
    with pytest.raises(refusals.OwnAccount):
        services.correct_member(member_id=plain, account_id=secretary.id, by=secretary)
    assert read(plain).account_id is None
    services.correct_member(member_id=plain, account_id=secretary.id, by=head)
    services.correct_member(member_id=plain, account_id=secretary.id, organisation="Секретариат", by=secretary)
    assert str(read(plain).account_id) == secretary.id and read(plain).organisation == "Секретариат"


def test_an_account_in_use_gives_place_to_another_only_once_it_is_closed(own):
    account_of(doctor)
    for other in (doctor.id, None):
        with pytest.raises(refusals.AccountInUse):
            services.correct_member(member_id=own, account_id=other, by=secretary)
    assert str(read(own).account_id) == conflicted.id
    disable_account(account_id=conflicted.id, country="demo", by=SYSTEM)
    services.correct_member(member_id=own, account_id=doctor.id, by=secretary)
    assert str(read(own).account_id) == doctor.id


def test_a_secretary_outside_a_hidden_visit_does_not_become_one_of_its_delegation():
    team = world.members()
    hidden = world.planned(world.prison(), team)
    account_of(secretary)
    for one in team.values():
        with pytest.raises((refusals.OwnAccount, refusals.AccountInUse)):
            services.correct_member(member_id=one, account_id=secretary.id, by=secretary)
    with pytest.raises(NotFound):
        visits.visit(hidden, by=secretary)


def test_search_and_filters_narrow_the_list():
    one = enter("Айжан Сәтбаева", languages=["kk", "ru"], region="LU-TA")
    two = enter("Ёлкина Мария", profession="doctor", languages=["ru"])

    def found(**filters):
        return [each.id for each in queries.members(by=head, country="demo", filters=MemberFilters(**filters))]

    assert found() == [one, two]
    assert found(text="СӘТБАЕВА") == found(language="kk") == found(region="LU-TA") == [one]
    assert found(text="елкина") == found(profession="doctor") == [two]
    assert found(state="serving", on=date(2022, 1, 1)) == []


def test_the_rule_of_balance_learns_of_terms_conflicts_and_every_kind_of_doctor(own, prison):
    medic = enter("Психиатр", profession="psychiatrist", sex="female", languages=["ru"], term_until=date(2024, 12, 31))
    services.declare_conflict(member_id=own, reason="worked-there", place_id=prison, since=date(2020, 1, 1), until=date(2024, 2, 1), by=head)
    services.declare_conflict(member_id=own, reason="contract", authority="lum-schools-old", since=date(2020, 1, 1), by=head)
    before, after = (queries.team_facts([own, medic], on=day) for day in (date(2022, 6, 1), ON))
    assert [each.name for each in after] == ["Конфликт", "Психиатр"]
    assert before[0].conflicts == {str(prison), "lum-schools-old"}
    assert after[0].conflicts == {"lum-schools-old", "lum-schools"}
    assert after[1].profession == "doctor" and Span(after[1].term_since, after[1].term_until).holds(ON)
    occasion = Occasion(ON, ON, touches=frozenset({"lum-schools"}), languages=frozenset({"ru"}))
    assert [each.code for each in warnings(after, occasion)] == ["one-sex", "conflict"]


def test_the_public_list_names_nobody():
    enter(region="LU-TA", languages=["kk"], sex="female", term_until=date(2024, 12, 31))
    enter("Бывший", term_until=date(2023, 12, 31))
    assert queries.public_list("demo", on=ON) == ()  # one person: a number would point at her
    for name in ("Вторая", "Третья", "Четвёртая"):
        enter(name)
    enter("Врач", profession="doctor")
    groups = queries.public_list("demo", on=ON)
    assert groups == (queries.PublicGroup((Role.MEDIC, Role.MEMBER), 5),)
    assert queries.public_list("kz", on=ON) == ()


def test_the_reason_why_a_term_ends_is_searched_for_names():
    told = {"member_id": enter(), "on": ON, "reason": "Перешла в клинику, её место занял Иванов А.Б.", "by": head}
    with pytest.raises(PassagesUndecided):
        services.end_term(**told)
    services.end_term(**told, names_nobody="Так зовут нового члена.")


def test_the_words_of_a_conflict_are_searched_for_names(prison):
    named = {"member_id": enter(), "reason": "worked-there", "place_id": prison, "text": "Брат, Иванов А.Б., там работает.", "by": secretary}
    with pytest.raises(PassagesUndecided):
        services.declare_conflict(**named)
    services.declare_conflict(**named, names_nobody="Так зовут брата, он там не содержится.")
