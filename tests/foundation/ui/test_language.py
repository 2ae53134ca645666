"""The language of a page stands first in its path; public pages need no cookie for it."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import get_script_prefix
from django.utils import translation

from tirek.foundation.ui.language import LanguageMiddleware, language_address, language_in_path

pytestmark = pytest.mark.pure


def answer(path: str, **headers):
    seen = {}

    def page(request):
        seen.update(language=translation.get_language(), path=request.path_info, prefix=get_script_prefix(), full=request.get_full_path())
        return HttpResponse("")

    request = RequestFactory().get(path, **headers)
    response = LanguageMiddleware(page)(request)
    return seen, response


@pytest.mark.parametrize("code", ["ru", "kk", "ky", "en"])
def test_the_first_part_of_the_path_is_the_language(code):
    seen, response = answer(f"/{code}/places/?a=1")
    assert (seen["language"], seen["path"], seen["prefix"]) == (code, "/places/", f"/{code}/")
    assert seen["full"] == f"/{code}/places/?a=1"
    assert response.headers["Content-Language"] == code
    assert not response.cookies


def test_other_words_are_no_language():
    assert language_in_path("/kkk/") is None
    assert language_in_path("/de/") is None
    assert language_in_path("/kk") == "kk"


def test_the_browsers_wish_is_heard_where_the_address_says_nothing():
    seen, response = answer("/places/", HTTP_ACCEPT_LANGUAGE="ky")
    assert seen["language"] == "ky" and "Accept-Language" in response.headers["Vary"]


def test_staff_pages_remember_the_language():
    _seen, response = answer("/kk/desk/")
    assert response.cookies["language"].value == "kk" and response.cookies["language"]["httponly"]


def test_the_prefix_is_gone_after_the_page_even_when_it_breaks():
    def broken(request):
        raise RuntimeError("page")

    with pytest.raises(RuntimeError):
        LanguageMiddleware(broken)(RequestFactory().get("/kk/"))
    assert get_script_prefix() == "/"


def test_the_same_page_in_another_language_keeps_its_query():
    assert language_address(RequestFactory().get("/places/?state=open"), "ky") == "/ky/places/?state=open"
    assert language_address(None, "ky") == "/ky/"
