"""Rights that open content need two persons: who may confirm, in which order things may happen, and how the first head comes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.people.cast import PASSWORD, account, actor, invited, with_passkey
from tests.people import person
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, Invitation, RightRequest
from tirek.foundation.people.queries import actor_of, invitation_behind, invitations, invited_alone_by, right, rights, rights_to_decide
from tirek.foundation.people.refusals import (
    AdministratorSeesNoContent,
    AskerLostRight,
    InvitationNotUsable,
    NobodyCanConfirm,
    OwnRights,
    ReasonNeeded,
    ReceiverClosed,
    RightAskedOrHeld,
    RightDecided,
    SecondPersonThere,
    TwoPersonsForRight,
)
from tirek.foundation.people.services import (
    accept_invitation,
    accept_set_up,
    confirm_right,
    disable_account,
    enable_account,
    end_grant,
    expire_rights,
    give_role,
    grant_role,
    invite,
    make_setup_link,
    refuse_right,
    revoke_invitation,
)
from tirek.ground.rules.actors import NOBODY, SYSTEM, Role
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
KZ = {"country": "kz"}
NOT_ALONE = [role for role in Role if role is not Role.AUDITOR]
BODY = {Role.FOCAL_POINT, Role.BODY_HEAD, Role.RECEIVER}


@pytest.fixture
def asker():
    return actor("asker", Role.ADMINISTRATOR)


@pytest.fixture
def head():
    return actor("head", Role.HEAD)


@pytest.fixture
def owner():
    return account("owner")


def asked(owner, by, role=Role.MEMBER, at=None):
    return give_role(account_id=owner.pk, role=role, by=by, at=at, **KZ).value.pk


def asked_in(by, role=Role.MEMBER, at=None, email="aida@npm.example"):
    made = invite(email=email, name="Aida", language="kk", role=role, by=by, at=at, **KZ).value
    assert made.secret == ""
    return RightRequest.objects.get(invitation_id=made.invitation_id).pk


def held(account):
    return actor_of(Account.objects.get(pk=account.pk)).roles_in("kz")


def verbs():
    return [verb for verb in Entry.objects.order_by("seq").values_list("verb", flat=True) if verb.startswith("right.")]


def test_a_role_holds_only_when_a_second_person_confirmed_it(owner, asker, head):
    request = asked(owner, asker)
    assert held(owner) == frozenset()
    confirm_right(request_id=request, by=head, **KZ)
    assert held(owner) == {Role.MEMBER}
    assert verbs() == ["right.asked", "right.confirmed"] and verify().holds


def test_an_invitation_gets_its_link_at_the_confirmation_and_whoever_asked_never_holds_it(asker, head):
    link = invited(asker, head)
    assert invitation_behind(link.secret).email == "aida@npm.example"
    made = accept_invitation(secret=link.secret, password=PASSWORD).value
    assert held(made) == {Role.MEMBER} and verbs() == ["right.asked", "right.confirmed"] and verify().holds


@pytest.mark.parametrize("role", NOT_ALONE)
def test_nobody_gives_or_invites_alone_to_any_role_but_the_auditor_s(owner, asker, head, role):
    body = {"authority": "lum-law"} if role in BODY else {}
    where = {"country": "demo"} if body else KZ
    if body:
        asker = actor("demo-admin", Role.ADMINISTRATOR, country="demo")
        actor("demo-head", Role.HEAD, country="demo")
        owner = account("demo-owner", country="demo")
    with pytest.raises(TwoPersonsForRight):
        grant_role(account_id=owner.pk, role=role, by=asker, **where, **body)
    give_role(account_id=owner.pk, role=role, by=asker, **where, **body)
    assert actor_of(owner).grants == frozenset()
    made = invite(email="aida@npm.example", name="Aida", language="kk", role=role, by=asker, **where, **body).value
    assert made.secret == ""


def test_an_auditor_is_made_by_one_person_but_not_beside_another_role(owner, asker, head):
    give_role(account_id=owner.pk, role=Role.AUDITOR, by=asker, **KZ)
    assert held(owner) == {Role.AUDITOR}
    member = account("member", Role.MEMBER)
    asked(member, asker, Role.AUDITOR)
    assert held(member) == {Role.MEMBER}
    asked(owner, asker, Role.MEMBER)
    assert held(owner) == {Role.AUDITOR}


ABLE = {Role.HEAD, Role.ADMINISTRATOR}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("country", ["kz", "kg"])
def test_who_may_confirm_and_refuse(owner, asker, role, country):
    actor("another", Role.HEAD)
    other = account("other", role, country=country, authority="") if role not in BODY else None
    by = actor_of(other) if other else person("x", role, country=country)
    request, able = asked(owner, asker), role in ABLE and country == "kz"
    assert bool(rights_to_decide(by=by, **KZ)) is able
    acts = (lambda: refuse_right(request_id=request, reason="no", by=by, **KZ), lambda: confirm_right(request_id=request, by=by, **KZ))
    if able:
        acts[1]()
        assert held(owner) == {Role.MEMBER}
    else:
        for act in (*acts, lambda: rights(by=by, **KZ)):
            with pytest.raises(NotAllowed):
                act()
        with pytest.raises(NotFound):
            right(request, by=by, **KZ)
        assert held(owner) == frozenset()


def test_neither_who_asked_nor_who_gets_it_confirms(asker):
    getting = account("getting", Role.HEAD)
    actor("second", Role.HEAD)
    request = asked(getting, asker, Role.MEDIC)
    for by in (asker, actor_of(getting)):
        with pytest.raises(TwoPersonsForRight):
            confirm_right(request_id=request, by=by, **KZ)
        assert rights_to_decide(by=by, **KZ) == ()
    with pytest.raises(TwoPersonsForRight):
        refuse_right(request_id=request, reason="no", by=actor_of(getting), **KZ)
    assert held(getting) == {Role.HEAD}


def test_nobody_outside_the_country_and_nobody_without_account_decides(owner, asker, head):
    request = asked(owner, asker)
    with pytest.raises(NotFound):
        confirm_right(request_id=request, country="kg", by=actor("foreign", Role.HEAD, country="kg"))
    with pytest.raises(NotAllowed):
        confirm_right(request_id=request, by=NOBODY, **KZ)


def test_nobody_asks_for_himself_and_an_administrator_gets_no_second_role(asker, head):
    with pytest.raises(OwnRights):
        give_role(account_id=asker.id, role=Role.MEMBER, by=asker, **KZ)
    with pytest.raises(AdministratorSeesNoContent):
        asked(account("second", Role.ADMINISTRATOR), asker)


@pytest.mark.parametrize("ask", [asked, lambda owner, by: asked_in(by)], ids=["role", "invitation"])
def test_a_right_whose_asker_lost_the_own_right_meanwhile_cannot_be_confirmed(owner, head, ask):
    one, other = account("one", Role.ADMINISTRATOR), actor("other", Role.ADMINISTRATOR)
    request = ask(owner, actor_of(one))
    end_grant(grant_id=one.grants.get().pk, by=other, **KZ)
    with pytest.raises(AskerLostRight):
        confirm_right(request_id=request, by=head, **KZ)
    assert not right(request, by=head, **KZ).may_confirm
    refuse_right(request_id=request, reason="the asker has left", by=head, **KZ)
    assert held(owner) == frozenset()


def test_a_right_whose_asker_was_closed_meanwhile_cannot_be_confirmed(owner, head):
    one, other = account("one", Role.ADMINISTRATOR), actor("other", Role.ADMINISTRATOR)
    request = asked(owner, actor_of(one))
    disable_account(account_id=one.pk, by=other, **KZ)
    with pytest.raises(AskerLostRight):
        confirm_right(request_id=request, by=head, **KZ)


def test_a_right_confirmed_before_its_asker_was_closed_stays(owner, head):
    one, other = account("one", Role.ADMINISTRATOR), actor("other", Role.ADMINISTRATOR)
    confirm_right(request_id=asked(owner, actor_of(one)), by=head, **KZ)
    disable_account(account_id=one.pk, by=other, **KZ)
    assert held(owner) == {Role.MEMBER}


def test_an_account_closed_meanwhile_gets_no_right_until_it_is_open_again(owner, asker, head):
    request = asked(owner, asker)
    disable_account(account_id=owner.pk, by=asker, **KZ)
    with pytest.raises(ReceiverClosed):
        confirm_right(request_id=request, by=head, **KZ)
    assert not owner.grants.exists()
    enable_account(account_id=owner.pk, by=asker, **KZ)
    confirm_right(request_id=request, by=head, **KZ)
    assert held(owner) == {Role.MEMBER}


def test_a_role_that_does_not_fit_any_more_is_refused_at_the_confirmation(owner, asker, head):
    request = asked(owner, asker)
    grant_role(account_id=owner.pk, role=Role.ADMINISTRATOR, by=SYSTEM, **KZ)
    with pytest.raises(AdministratorSeesNoContent):
        confirm_right(request_id=request, by=head, **KZ)


def test_what_was_decided_is_decided(owner, asker, head):
    second = actor("second", Role.ADMINISTRATOR)
    request = asked(owner, asker)
    refuse_right(request_id=request, reason="not agreed", by=head, **KZ)
    for by in (head, second):
        with pytest.raises(RightDecided):
            confirm_right(request_id=request, by=by, **KZ)
    other = asked(owner, asker)
    confirm_right(request_id=other, by=second, **KZ)
    with pytest.raises(RightDecided):
        refuse_right(request_id=other, reason="too late", by=head, **KZ)
    assert verbs() == ["right.asked", "right.refused", "right.asked", "right.confirmed"] and verify().holds


def test_refusing_says_why_and_whoever_asked_may_take_it_back(owner, asker, head):
    request = asked(owner, asker)
    with pytest.raises(ReasonNeeded):
        refuse_right(request_id=request, reason="  ", by=head, **KZ)
    refuse_right(request_id=request, reason="a mistake of mine", by=asker, **KZ)
    assert [(one.state, one.reason) for one in rights(by=head, **KZ)] == [("refused", "a mistake of mine")]


def test_the_reason_of_a_refusal_is_searched_for_names(owner, asker, head):
    refused = {"request_id": asked(owner, asker), "reason": "Detainee John Smith complained of this person.", "by": head, **KZ}
    with pytest.raises(PassagesUndecided):
        refuse_right(**refused)
    assert [one.state for one in rights(by=head, **KZ)] == ["waiting"]
    assert refuse_right(**refused, names_nobody=" He works in the office. ").value.kept_because == "He works in the office."


def test_asking_twice_or_for_what_is_held_is_refused(owner, asker, head):
    confirm_right(request_id=asked(owner, asker), by=head, **KZ)
    asked(owner, asker, Role.MEDIC)
    for role in (Role.MEMBER, Role.MEDIC):
        with pytest.raises(RightAskedOrHeld):
            asked(owner, asker, role)


@pytest.mark.parametrize(("hours", "holds"), [(71, True), (73, False)])
def test_a_right_waits_72_hours(owner, asker, head, hours, holds):
    request = asked(owner, asker, at=timezone.now() - timedelta(hours=hours))
    assert bool(rights_to_decide(by=head, **KZ)) is holds
    if holds:
        confirm_right(request_id=request, by=head, **KZ)
    else:
        with pytest.raises(RightDecided):
            confirm_right(request_id=request, by=head, **KZ)
    assert bool(held(owner)) is holds


def test_what_expired_is_written_once_and_its_invitation_is_gone(owner, asker, head):
    long_ago = timezone.now() - timedelta(hours=73)
    asked(owner, asker, at=long_ago)
    asked_in(asker, at=long_ago)
    waiting = asked(owner, asker, Role.MEDIC)
    assert expire_rights() == 2 and expire_rights() == 0
    assert verbs().count("right.expired") == 2 and verify().holds
    assert Invitation.objects.get().revoked_at is not None
    assert sorted(one.state for one in rights(by=head, **KZ)) == ["expired", "expired", "waiting"]
    confirm_right(request_id=waiting, by=head, **KZ)
    asked(owner, asker)


def test_a_withdrawn_or_refused_invitation_cannot_be_confirmed(asker, head):
    one, two = asked_in(asker), asked_in(asker, email="two@npm.example")
    revoke_invitation(invitation_id=RightRequest.objects.get(pk=one).invitation_id, by=asker, **KZ)
    refuse_right(request_id=two, reason="unknown to me", by=head, **KZ)
    for request in (one, two):
        with pytest.raises(RightDecided):
            confirm_right(request_id=request, by=head, **KZ)
    assert {line.state for line in invitations(by=head, **KZ)} == {"withdrawn"}


def test_an_invitation_without_its_second_person_opens_nothing_even_for_who_knows_the_secret(asker, head):
    link = invited(asker, head)
    with_link = RightRequest.objects.get()
    with record("right.asked", by=SYSTEM) as entry:
        with_link.confirmed_at = with_link.confirmed_by = None
        with_link.save()
        entry.of(None)
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link.secret, password=PASSWORD)


def set_up(countries=("kz", "kg"), email="first@npm.example", **link):
    secret = make_setup_link(**link).value.secret
    words = {"email": email, "name": "First", "language": "ru", "password": PASSWORD}
    return actor_of(accept_set_up(secret=secret, countries=list(countries), **words).value)


def first_head(by, email="head@npm.example", **where):
    return invite(email=email, name="Head", language="kk", role=Role.HEAD, by=by, **(where or KZ)).value


def test_the_first_head_of_each_country_is_invited_by_one_and_the_ledger_and_the_head_are_told():
    first = set_up()
    for country in ("kz", "kg"):
        link = first_head(first, email=f"{country}@npm.example", country=country)
        assert invitation_behind(link.secret).alone == "First"
        made = accept_invitation(secret=link.secret, password=PASSWORD).value
        assert invited_alone_by(by=actor_of(made), country=country) == "First"
    assert Entry.objects.filter(verb="invitation.made-alone").count() == 2 and verify().holds


def test_before_the_first_head_nobody_else_can_be_invited_or_given_a_role():
    first, somebody = set_up(), account("somebody")
    for role in (Role.MEMBER, Role.ADMINISTRATOR, Role.SECRETARIAT):
        with pytest.raises(NobodyCanConfirm):
            invite(email="aida@npm.example", name="Aida", language="kk", role=role, by=first, **KZ)
        with pytest.raises(NobodyCanConfirm):
            asked(somebody, first, role)
    with pytest.raises(NobodyCanConfirm):
        asked(somebody, first, Role.HEAD)


def test_a_second_first_head_ends_the_link_of_the_first_and_only_one_comes_in():
    first = set_up()
    one, two = first_head(first), first_head(first, email="two@npm.example")
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=one.secret, password=PASSWORD)
    accept_invitation(secret=two.secret, password=PASSWORD)
    assert first_head(first, email="three@npm.example").secret == ""


def test_whoever_ends_the_head_or_the_other_administrator_does_not_become_first_again():
    first = set_up()
    made = accept_invitation(secret=first_head(first).secret, password=PASSWORD).value
    end_grant(grant_id=made.grants.get().pk, by=first, **KZ)
    with pytest.raises(NobodyCanConfirm):
        first_head(first, email="two@npm.example")


def test_a_first_head_s_link_dies_when_somebody_else_came_to_lead_meanwhile():
    link = first_head(set_up())
    account("other", Role.ADMINISTRATOR)
    with pytest.raises(InvitationNotUsable):
        accept_invitation(secret=link.secret, password=PASSWORD)


def test_a_head_alone_invites_no_second_head():
    with pytest.raises(NobodyCanConfirm):
        first_head(actor("only", Role.HEAD))


def test_a_head_whom_two_persons_invited_is_told_nothing(asker, head):
    made = accept_invitation(secret=invited(asker, head, role=Role.HEAD).secret, password=PASSWORD).value
    assert invited_alone_by(by=actor_of(made), **KZ) == ""


def test_the_terminal_makes_a_second_administrator_only_where_a_second_person_is_missing():
    first = set_up()
    made = set_up(country="kz", countries=["kg"], email="second@npm.example")
    with_passkey(Account.objects.get(pk=first.id))
    with_passkey(Account.objects.get(pk=made.id))
    assert {(grant.role, grant.country) for grant in made.grants} == {(Role.ADMINISTRATOR, "kz")}
    with pytest.raises(SecondPersonThere):
        make_setup_link(country="kz")
    asked(account("somebody"), first)
    with pytest.raises(NobodyCanConfirm):
        invite(email="x@npm.example", name="X", language="kk", role=Role.MEMBER, by=first, country="kg")
