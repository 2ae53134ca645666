"""Through the ministry's sign-in service in a real browser: its security policy lets no form end elsewhere, and the way there and back goes all the same."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache

from tests.browser.test_signing_in import by_name
from tests.faces.desk.outside.conftest import service
from tests.foundation.people.cast import account, with_passkey
from tirek.foundation.people.provider import Provider
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import link_identity
from tirek.ground.rules.actors import Role

__all__ = ["service"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_one_goes_to_the_service_and_comes_back_signed_in(walk, transactional_db, service, settings, tmp_path):
    settings.TIREK_DATA = tmp_path
    cache.clear()
    aida = with_passkey(account("aida", Role.MEMBER))
    link_identity(issuer=service.issuer, subject=service.person, by=actor_of(aida))
    person = by_name(walk(locale="en-US"))
    settings.TIREK_PEOPLE_COME_TO = person.base
    settings.TIREK_OIDC = Provider(service.issuer, "tirek", settings.TIREK_OIDC.secret_file, "the Ministry", frozenset({"m"}))
    service.says = {"acr": "m"}
    person.open("/en/accounts/login/?next=/desk/places/")
    person.must_be_accessible()
    person.press("Sign in at the Ministry")
    person.page.wait_for_url("**/desk/places/")
    person.open("/en/accounts/")
    person.see("Your account is linked to the sign-in service.")
    person.must_be_accessible()
    assert len(service.seen) == 1 and {urlsplit(each).path for each in person.outside()} == {"/realm/authorize", "/realm/asks"}
    person.requests.clear()  # the service's own pages are the one place outside that was meant
