"""The sourced record: quotes verbatim, digests equal, four languages everywhere, nothing real in the invented country."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tirek.foundation.jurisdictions import documents, queries
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.validation import _inside
from tirek.ground.rules.words import LANGUAGES, Words

COUNTRIES = ("kz", "kg", "demo")
FACTS = [(country, fact) for country in COUNTRIES for fact in queries.facts(country)]


def words_in(thing: Any) -> Iterator[Words]:
    for inner in _inside(thing):
        for cls in type(inner).__mro__:
            for name in getattr(cls, "__slots__", ()):
                value = getattr(inner, name)
                yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Words))


@pytest.mark.parametrize(("country", "fact"), FACTS, ids=lambda one: getattr(one, "id", one))
def test_the_quote_of_each_fact_stands_verbatim_at_its_offsets(country: str, fact: Any) -> None:
    stored = queries.document_text(fact.document, public=False)
    assert fact.quote
    assert stored[fact.start : fact.end] == fact.quote
    assert fact.country == country
    assert queries.document(fact.document).country == country


@pytest.mark.parametrize(("country", "fact"), FACTS, ids=lambda one: getattr(one, "id", one))
def test_the_figure_of_each_fact_stands_in_its_quote(country: str, fact: Any) -> None:
    spelled = {
        "convicted-2022": "восемь",
        "visits-four-years": "2 тыс",
        "cameras": "45 тысячами",
        "members-forum": "сотни",
        "report-languages": "двух",
    }
    if fact.value is None or fact.counted:
        return
    digits = f"{fact.value:,}".replace(",", " ").replace(".", ",")
    assert spelled.get(fact.id, digits) in fact.quote


@pytest.mark.parametrize("document", queries.documents(), ids=lambda one: one.id)
def test_the_digest_of_each_document_is_that_of_its_bytes(document: Any) -> None:
    assert hashlib.sha256((documents.SOURCES / document.file).read_bytes()).hexdigest() == document.sha256


def test_every_text_of_the_packs_is_there_in_four_languages() -> None:
    owners = [catalogue().common, *catalogue().packs.values()]
    found = [words for owner in owners for words in words_in(owner)]
    assert len(found) > 600
    assert [words for words in found if words.missing(LANGUAGES)] == []


def names_of(country: str) -> set[str]:
    pack = queries.pack(country)
    owners = (*pack.authorities, *pack.regions, *pack.mechanisms)
    return {text.casefold() for owner in owners for words in words_in(owner) for _, text in words.texts}


def test_the_invented_country_shares_no_name_of_a_body_or_region_with_a_real_one() -> None:
    assert names_of("demo") & (names_of("kz") | names_of("kg")) == set()
    codes = [{one.code for one in (*queries.pack(country).authorities, *queries.pack(country).regions)} for country in COUNTRIES]
    assert codes[2] & (codes[0] | codes[1]) == set()


def test_nothing_in_a_real_country_is_invented_and_nothing_in_the_invented_one_is_sourced() -> None:
    for country in COUNTRIES:
        kinds = {queries.source(country, thing.source).kind for thing in _inside(queries.pack(country)) if getattr(thing, "source", None)}
        assert kinds == {"invented"} if country == "demo" else "invented" not in kinds
    assert queries.facts("demo") == ()


def test_assumptions_are_never_marked_as_verified() -> None:
    for country in ("kz", "kg"):
        for thing in _inside(queries.pack(country)):
            if hasattr(thing, "verified") and queries.source(country, thing.source).kind == "assumption":
                assert thing.verified is False


def test_every_region_has_a_square_on_the_map() -> None:
    assert all(one.tile for country in ("demo", "kz", "kg") for one in queries.regions(country))


def test_all_regions_of_the_two_countries_are_there() -> None:
    assert (len(queries.regions("kz", date(2025, 1, 1))), len(queries.regions("kg"))) == (20, 9)
    assert len(queries.regions("kz", date(2022, 6, 7))) == 17


def test_the_figures_of_the_start_page_are_those_of_the_documents() -> None:
    figures = {(country, fact.id): (fact.value, fact.hedge, fact.year) for country, fact in FACTS}
    assert figures["kz", "visits-2017"] == (500, "more_than", 2017)
    assert figures["kz", "cameras"] == (45000, "more_than", None)
    assert figures["kz", "terminals"] == (612, "exact", None)
    assert figures["kz", "complaints"] == (1357, "exact", None)
    assert figures["kz", "convicted-2023"] == (47, "exact", 2023)
    assert figures["kz", "load"][0] == Decimal("13.57")


def test_series_break_in_2023_and_nowhere_else() -> None:
    for series, values in (("registered", [850, 766, 685, 920, 462, 193]), ("convicted", [13, 15, 8, 47, 30])):
        facts = sorted((fact for fact in queries.facts("kz") if fact.series == series), key=lambda fact: fact.year or 0)
        assert [fact.value for fact in facts] == values
        assert [fact.year for fact in facts if fact.breaks] == [2023]


def test_the_public_view_hides_addresses_and_telephones_and_keeps_offsets() -> None:
    stored, shown = (queries.document_text("000", public=public) for public in (False, True))
    assert "@un.org" in stored
    assert "@un.org" not in shown
    assert "ohchr-media" not in shown
    assert len(stored) == len(shown)
    assert documents.public("тел. +7 (7172) 55-61-37, 12345678901234").startswith("тел. ●")
    assert queries.document_text("003") == queries.document_text("003", public=False)


@pytest.mark.parametrize("told", [
    "тел. (7172) 71-98-28", "(0312) 66-12-34", "(727)250-11-22", "звоните 0312 66-12-34", "0 555 12 34 56", "0555-123-456", "тел.: 71-98-28",
    "Телефон доверия: 2-11-22", "+996 312 66 12 34", "8 (727) 250-11-22", "факс 719828",
])  # fmt: skip
def test_a_telephone_is_hidden_however_it_is_written(told: str) -> None:
    shown = documents.public(f"Пишите, {told}, до пятницы.")
    assert len(shown) == len(f"Пишите, {told}, до пятницы.") and not re.search(r"\d{2}", shown)


@pytest.mark.parametrize("told", [
    "(2022) 600-900 дел", "в 2020-2022 годах 13, 15, 8", "34 842 (2023) 1 357", "0,5 %", "2019 г. – 850; 2020 г. – 766", "статья 146 (часть 2) 45 000",
    "телефонов 120 000", "12-03-2024", "(100) 40 842 человека", "0 жалоб, 12 дел",
])  # fmt: skip
def test_a_count_is_no_telephone(told: str) -> None:
    assert documents.public(told) == told


def test_the_mission_of_2023_keeps_its_two_states_of_confidentiality() -> None:
    mission = queries.mission("kz", "spt-2023")
    assert (mission.first_day, mission.last_day, mission.joint_with_mechanism) == (date(2023, 3, 26), date(2023, 4, 1), True)
    assert len(mission.delegation) == 4
    assert len(mission.place_kinds) == 5
    assert mission.report is not None
    assert mission.report.published == date(2025, 4, 7)
    assert [(one.first_day, one.year) for one in queries.missions("kz")] == [(date(2016, 9, 20), 2016), (date(2023, 3, 26), 2023)]


def test_the_glossary_marks_what_a_native_speaker_has_to_check() -> None:
    terms = {term.key: term for term in queries.glossary()}
    assert terms["npm"].native_check == ("ky",)
    assert not terms["torture"].needs_native_check
    assert len(terms) == 97
