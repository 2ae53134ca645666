"""Two countries, both filled: no list, count, chart, search, export or page of one shows a row of the other."""

import importlib
import inspect
import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.project.demonstration.otherland import MARK, OTHER, PUBLISHED, everywhere, ids_of, otherland
from tirek.followup.recommendations.queries import Asking
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims.queries import sources, topic, topics
from tirek.insight.indicators.queries import values
from tirek.project.demonstration.members import members_by_key
from tirek.project.demonstration.places import places_by_code
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.year import visits_by_code

__all__ = ["otherland"]
pytestmark = pytest.mark.usefixtures("told")
ROOMS = (
    "tirek.foundation.people", "tirek.foundation.ledger", "tirek.foundation.files", "tirek.foundation.jobs", "tirek.foundation.listviews", "tirek.foundation.feeds", "tirek.foundation.webhooks", "tirek.registers.places",
    "tirek.registers.mandate", "tirek.records.visits", "tirek.followup.recommendations", "tirek.followup.international", "tirek.followup.letters", "tirek.followup.exchange", "tirek.insight.reports",
    "tirek.insight.claims", "tirek.insight.publications", "tirek.insight.indicators", "tirek.insight.speeches",
)  # fmt: skip
OF_LUMERIA = ("Тарнобор", "Старый мост", "Мирена Кольт")
THINGS = ("account_id", "place_id", "member_id", "visit_id", "report_id", "recommendation_id", "finding_id", "entry_id", "source_id", "value_id", "topic_id", "statement_id")
PLAIN: dict[str, object] = {"asking": Asking(Words.of({"ru": "Обеспечить достаточное освещение в камерах."})), "version": 1, "year": 2025, "number": 1, "start": 0, "end": 1, "offset": 0, "code": PUBLISHED, "key": PUBLISHED, "kind": "document", "of_list": "places", "languages": ("en", "ru"), "announced": False, "known_to": (), "report_number": "1/2025", "ids": (), "numbers": ("1/2025-1",), "body": "lum-care", "size": 50, "finding_ids": (), "things": (), "dimension": "theme", "column": "issued_on", "keys": ("", "health_care"), "typed": "1/2025-1", "through": "page", "lines": (), "since": timezone.localdate() - timedelta(days=400), "days": (timezone.localdate(),), "text": "В отчёте 1/2025 записано 5 наблюдений.", "values": (Decimal(5),), "report_numbers": ("1/2025",), "verbs": ("visit.begun",)}
"""Where in a text something is asked for, and what is published in both countries."""


def questions() -> list[tuple[str, Callable[..., Any]]]:
    """Every query of every room that is asked for a country."""
    found = []
    for room in ROOMS:
        module = importlib.import_module(f"{room}.queries")
        names = getattr(module, "__all__", None) or [name for name, each in vars(module).items() if getattr(each, "__module__", "") == module.__name__]
        found += [(f"{room}.{name}", getattr(module, name)) for name in names if "country" in parameters(getattr(module, name))]
    return found


def parameters(each: object) -> dict[str, inspect.Parameter]:
    """The parameters of a function; nothing for a class."""
    return dict(inspect.signature(each).parameters) if inspect.isfunction(each) else {}


QUESTIONS = questions()


@pytest.fixture(scope="module")
def mine(otherland) -> dict[str, object]:
    """Things of Lumeria by the name of the parameter that asks for them."""
    question = topics(by=everywhere, country="demo")[0].id
    return {
        "topic_id": question,
        "statement_id": topic(question, by=everywhere, country="demo").statements[0].id,
        "place_id": places_by_code()["old-bridge"],
        "member_id": members_by_key(Telling())["leader"],
        "visit_id": visits_by_code()["old-bridge-1"],
        "account_id": Telling().actor("member").id,
        "source_id": sources(by=everywhere, country="demo")[0].id,
        "value_id": values(by=everywhere, country="demo")[0].id,
    }


@pytest.fixture(scope="module")
def foreign(otherland) -> dict[str, set[str]]:
    """Ids of the rows of the other country, by country."""
    return {"demo": ids_of(OTHER), OTHER: ids_of("demo")}


def strangers(shown: str, foreign: set[str]) -> list[str]:
    """Ids of the other country in a text."""
    return [one for one in re.findall(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", shown) if one in foreign]


def ask(each: Callable[..., Any], country: str, things: dict[str, object]) -> str:
    """The answer to a question as text; a question about a thing that the country does not have is answered with NotFound."""
    given: dict[str, object] = {}
    for name, parameter in parameters(each).items():
        if name == "country":
            given[name] = country
        elif name in {"by", "actor"}:
            given[name] = everywhere
        elif parameter.default is not inspect.Parameter.empty or parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            continue
        elif name == "now":
            given[name] = timezone.now()
        elif name == "since":
            given[name] = timezone.localdate() - timedelta(days=3650)
        elif name in {"today", "on", "day", "first", "last", "due_on", "sent_on"}:
            given[name] = timezone.localdate()
        elif name == "until":
            given[name] = timezone.localdate() + timedelta(days=3650)
        elif name == "filters":
            given[name] = parameter.annotation()
        elif name in PLAIN:
            given[name] = PLAIN[name]
        elif name in things:
            given[name] = things[name]
        elif name.removesuffix("s") in things:
            given[name] = [things[name.removesuffix("s")]]
        elif name.endswith("_id"):
            pytest.skip(f"nothing of the kind {name} is told")
        else:
            pytest.fail(f"This test does not know what to give for “{name}”: teach it.")
    answer = each(**given)
    return repr(tuple(answer)) if isinstance(answer, Iterable) and not isinstance(answer, str | dict) else repr(answer)


UNPUBLISHED = frozenset({"profile", "profile_in", "series", "index_items", "report_edition", "bodies_edition"})
"""Questions about kinds of which neither of the two invented countries has anything published: an invented country's profile is never public."""


@pytest.mark.parametrize(("name", "each"), [one for one in QUESTIONS if one[0] in {f"tirek.insight.publications.{each}" for each in UNPUBLISHED}])
def test_nothing_of_an_invented_country_is_published_as_a_profile(name, each, mine, otherland):
    for country, things in (("demo", mine), (OTHER, otherland)):
        with pytest.raises(NotFound):
            ask(each, country, things)


@pytest.mark.parametrize(("name", "each"), [one for one in QUESTIONS if one[0].rpartition(".")[2] not in UNPUBLISHED or "publications" not in one[0]], ids=lambda one: one if isinstance(one, str) else "")
def test_no_question_is_answered_with_rows_of_another_country(name, each, mine, otherland, foreign):
    for country, things in (("demo", mine), (OTHER, otherland)):
        shown = ask(each, country, things)
        assert strangers(shown, foreign[country]) == []
        assert (MARK in shown) <= (country == OTHER)
        if country == OTHER:
            assert not any(word in shown for word in OF_LUMERIA)


@pytest.mark.parametrize(("name", "each"), [one for one in QUESTIONS if set(parameters(one[1])) & set(THINGS)], ids=lambda one: one if isinstance(one, str) else "")
def test_a_thing_of_another_country_is_not_found(name, each, mine, otherland):
    for country, things in (("demo", otherland), (OTHER, mine)):
        try:
            shown = ask(each, country, things)
        except NotFound:
            continue
        assert shown in {"()", "{}", "None", "''", "0", "False"}, shown


def test_the_questions_are_those_of_the_house():
    asked = {name.rpartition(".")[2] for name, _ in QUESTIONS}
    assert {"places", "counts", "members", "public_list", "visits", "plan_entries", "recommendations", "tally", "due_answers", "reports", "entries", "accounts"} <= asked


def addresses(ending: str = "") -> list[str]:
    """Names of desk addresses that need no argument."""
    desk = next(each for each in get_resolver().url_patterns if str(each.pattern) == "desk/")

    def walk(resolver):
        for each in resolver.url_patterns:
            if hasattr(each, "url_patterns"):
                yield from walk(each)
            elif "<" not in str(each.pattern):
                yield f"desk:{each.name}"

    return sorted(name for name in walk(desk) if name.endswith(ending))


def roads_to_one_thing() -> list[tuple[str, str]]:
    """Names of desk addresses that need one id and nothing else, with the name of the id."""

    def walk(resolver, route):
        for each in resolver.url_patterns:
            path = f"{route}{each.pattern}"
            if hasattr(each, "url_patterns"):
                yield from walk(each, path)
            elif len(ids := re.findall(r"<(\w+):(\w+)>", path)) == 1 and ids[0][0] == "uuid":
                yield f"desk:{each.name}", ids[0][1]

    return sorted(set(walk(next(each for each in get_resolver().url_patterns if str(each.pattern) == "desk/"), "")))


@pytest.fixture
def browser(otherland) -> Client:
    """Somebody with every role in both countries."""
    return sign_in(Client(), everywhere)


def choose(browser: Client, country: str) -> None:
    """Chooses the country in the header."""
    assert browser.post(reverse("desk:choose-country"), {"country": country}).status_code == 302


def test_the_country_is_chosen_in_the_header_of_every_page(browser):
    for country, other in (("demo", OTHER), (OTHER, "demo")):
        choose(browser, country)
        page = browser.get(reverse("desk:home")).content.decode()
        header = page[page.index("<header") : page.index("</header>")]
        assert re.search(rf'<option value="{country}"[^>]* selected', header), header
        assert re.search(rf'<option value="{other}"', header)


@pytest.mark.parametrize("name", addresses())
def test_no_page_mixes_countries(browser, foreign, name):
    for country in ("demo", OTHER):
        choose(browser, country)
        for query in ("", "?text=дом&q=дом", "?text=а"):
            answer = browser.get(reverse(name) + query)
            page = answer.content.decode() if not answer.streaming else b"".join(answer.streaming_content).decode()
            assert strangers(page, foreign[country]) == [], (name, country)
            assert (MARK in page) <= (country == OTHER)
            if country == OTHER:
                assert not any(word in page for word in OF_LUMERIA)


@pytest.mark.parametrize(("name", "key"), roads_to_one_thing())
def test_a_thing_of_another_country_has_no_page(browser, mine, otherland, name, key):
    for country, things in (("demo", otherland), (OTHER, mine)):
        if key in things:
            choose(browser, country)
            for answer in (browser.get(reverse(name, args=[things[key]])), browser.post(reverse(name, args=[things[key]]))):
                assert answer.status_code in {404, 405}, (country, answer.status_code)


@pytest.mark.parametrize("name", addresses("-export"))
def test_no_file_mixes_countries_and_one_of_invented_rows_says_so(browser, name):
    for country in ("demo", OTHER):
        choose(browser, country)
        answer = browser.post(reverse(name), {"purpose": "check"})
        assert answer.status_code == 200
        text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8-sig")
        assert (MARK in text) == (country == OTHER)
        assert ("Старый мост" in text or "old-bridge" in text or "Correctional" in text) == (country == "demo")
        assert "emonstration" in text.splitlines()[0]
