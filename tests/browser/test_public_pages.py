"""Every public page without a parameter, in four languages: open to everybody, nothing asked outside, no cookie set."""

from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from tests.browser.screens import EACH, screens
from tests.people import secretary
from tirek.faces.portal.urls import urlpatterns
from tirek.registers.mandate.services import enter_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def addresses(patterns, prefix="/"):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if "<" in route:
            continue
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


FIRST = (1280, "light", "ru")
OTHERS = [each for each in EACH if each != FIRST]
PAGES = [*sorted(set(addresses(urlpatterns)) - {"/about/components/"}), "/kz/picture/", "/kg/picture/", "/kz/facts/registered-2023/", "/kz/following/"]


@screens(FIRST, *OTHERS)
def test_every_public_page_is_open_to_everybody(walk, width, scheme, language):
    person = walk(width=width, scheme=scheme)
    for path in PAGES:
        status = person.open(f"/{language}{path}")
        if status in {404, 405}:  # not offered by this edition, or only written to
            continue
        assert status == 200, path
        person.must_be_accessible()
        assert person.sideways() == 0, path
    assert person.context.cookies() == []


@screens(FIRST, *OTHERS)
def test_the_list_of_members_by_role_is_open_to_everybody(walk, settings, width, scheme, language):
    settings.TIREK_DEMO = True
    for number in range(7):
        since = timezone.localdate() - timedelta(days=30)
        enter_member(country="demo", name=f"N{number}", profession="doctor" if number > 4 else "lawyer", term_since=since, by=secretary)
    person = walk(width=width, scheme=scheme)
    for path, rows in (("members/", 0), ("members/demo/", 1), ("members/kz/", 0), ("kz/mechanisms/", 0)):
        assert person.open(f"/{language}/{path}") == 200
        assert person.page.locator("main tbody tr").count() == rows
        person.must_be_accessible()
        assert person.sideways() == 0, path
    assert person.context.cookies() == []
