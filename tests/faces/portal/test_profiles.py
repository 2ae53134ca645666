"""Country profiles in public: every value of document 003 one click from its sentence, what is missing in words, no cookie."""

import re
from datetime import date

import pytest

from tests import sourced
from tests.people import foreigner as head_of_kz
from tests.people import person
from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.ground.rules.words import Words
from tirek.insight.claims import services as claims
from tirek.insight.indicators import services as indicators
from tirek.insight.publications import services as publishing
from tirek.insight.publications.models import Edition
from tirek.insight.publications.queries import index_items

pytestmark = pytest.mark.django_db
analyst_of_kz = person("analyst of kz", Role.ANALYST, country="kz")


@pytest.fixture
def published(db):
    sourced.documents()
    sourced.values()
    return sourced.profiles()


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return re.sub(r"[\u202f\xa0]", " ", answer.content.decode())


def test_the_profile_reproduces_document_003_with_every_value_one_click_from_its_sentence(client, published):
    shown = page(client, "/ru/kz/profile/")
    for figure in ("19 126 000", "40 842", "342 500 000 000 KZT", "733 718 937 EUR", "13,57", "1 357", "298"):
        assert figure in shown, figure
    assert "год выведен" in shown
    for one in packs.indicators():
        if one.profile:
            address = f"/ru/kz/profile/2022/{one.code}/"
            assert address in shown
            quotes = [each.quote for each in packs.stated_values("kz") if each.indicator == one.code and each.document == "003"]
            assert all(re.sub(r"\s+", " ", quote) in re.sub(r"\s+", " ", page(client, address)) for quote in quotes), one.code


def test_what_is_missing_is_said_in_words_and_is_no_zero(client, published):
    shown = page(client, "/en/kz/profile/2022/")
    assert "there is no data. It does not say why" in shown and "the data are closed" in shown
    assert page(client, "/en/kg/profile/2025/").count("no source of the record states it") > 35
    assert "<strong class=\"number\">0" not in page(client, "/en/kg/profile/2025/")


def test_the_load_is_said_to_hold_and_to_be_of_different_bodies(client, published):
    shown = page(client, "/en/kz/profile/2022/investigator_load/")
    assert "It adds up" in shown and "not of the same bodies" in shown and "The year is inferred" in shown


def test_the_superseded_liability_leads_to_the_later_source(client, published):
    assert "/en/kz/profile/2024/archive_liability/" in page(client, "/en/kz/profile/2022/archive_liability/")
    assert "its text is not held here" in page(client, "/en/kz/profile/2024/archive_liability/")


def test_who_may_watch_stands_as_a_table_with_what_is_unknown(client, published):
    shown = page(client, "/en/kz/profile/2025/")
    table = shown[shown.index("Who may watch") :]
    rows = {row[0]: re.findall(r'<td role="cell" data-label="([^"]+)">.*?(yes|no|unknown)(?:<| ·)', row[1], re.S) for row in re.findall(r'role="rowheader">([^<]+)</th>(.*?)</tr>', table, re.S)}
    assert rows["prosecution"] == [("live, in law", "unknown"), ("live, in practice", "yes"), ("archive, in law", "unknown"), ("archive, in practice", "yes")]
    assert {answer for _column, answer in rows["national preventive mechanism"]} == {"unknown"}


def test_a_changed_value_makes_a_further_edition_and_the_first_stays(client, published):
    from tirek.foundation.ledger.services import record
    from tirek.insight.indicators.models import Value

    assert publishing.publish_profiles(by=SYSTEM).value == 0
    with record("values.loaded", by=SYSTEM):
        row = Value.objects.get(code="003-cases-opened")
        row.amount = "23"
        row.save()
    assert publishing.publish_profiles(by=SYSTEM).value == 1
    assert "values were entered or changed" in page(client, "/en/kz/profile/2022/")
    assert ">23<" in page(client, "/en/kz/profile/2022/") and ">21<" in page(client, "/en/kz/profile/2022/editions/1/")


def test_a_line_is_cited_in_four_languages_with_an_address_at_which_it_stays(client, published):
    shown = page(client, "/en/kz/profile/2022/complaints/")
    assert shown.count("/kz/profile/2022/editions/1/complaints/") == 4
    assert all(f"/{code}/kz/profile/2022/editions/1/complaints/" in shown for code in ("ru", "kk", "ky", "en"))
    assert "1,357 (complaints; year inferred; " in shown and "1 357 (жалобы; год выведен; " in shown and "Kazakhstan, 2022" in shown and "Қазақстан" in shown
    assert "(computed; year inferred)" in page(client, "/en/kz/profile/2022/sdg_16_3_2/")
    assert "year inferred" not in page(client, "/en/kz/profile/2023/registered_cases/")
    assert "Complaints are not cases and not established facts" in shown
    assert "/en/kz/replies/profile/2022/" in shown
    assert "Complaints are not cases" not in page(client, "/en/kg/profile/2025/complaints/")


def test_words_of_a_source_in_another_language_are_said_to_be_translated(client, published):
    assert "are translated here by Tirek" in page(client, "/en/kz/profile/2022/") and "переведены в Tirek" not in page(client, "/ru/kz/profile/2022/")
    shown = page(client, "/en/kz/profile/2022/archive_liability/")
    assert "archive.” [translated]" in shown and "[перевод]" not in shown and "[аударма]" in shown


def test_a_line_of_an_earlier_edition_stays_as_it_was(client, published):
    from tirek.foundation.ledger.services import record
    from tirek.insight.indicators.models import Value

    with record("values.loaded", by=SYSTEM):
        row = Value.objects.get(code="003-cases-opened")
        row.amount = "23"
        row.save()
    publishing.publish_profiles(by=SYSTEM)
    now, before = (page(client, f"/en/kz/profile/2022/{each}cases_opened/") for each in ("", "editions/1/"))
    assert ">23<" in now and "This is an earlier edition" not in now
    assert ">21<" in before and ">23<" not in before and "This is an earlier edition" in before and "/editions/1/cases_opened/" in before
    assert client.get("/en/kz/profile/2022/editions/9/cases_opened/").status_code == 404


def test_an_edition_with_a_value_that_people_entered_is_not_of_the_sourced_record(client, published):
    assert set(Edition.objects.filter(kind="profile").values_list("origin", flat=True)) == {"sourced"}
    title = Words.of({"ru": "Сводка"})
    of = claims.add_source(country="kz", new=claims.NewSource(title=title, kind="press"), pasted="Поступило 1 250 жалоб.", by=analyst_of_kz).value
    new = indicators.NewValue(indicator="complaints", year=2022, source=of, quote="1 250 жалоб", amount="1250", as_of=date(2022, 7, 1))
    one = indicators.enter_value(country="kz", new=new, by=analyst_of_kz).value
    indicators.check_value(value_id=one, by=head_of_kz, country="kz")
    publishing.publish_profile(country="kz", by=head_of_kz)
    found = dict(Edition.objects.filter(kind="profile", country="kz").order_by("version").values_list("key", "origin"))
    assert found["2022"] == "entered" and set(found.values()) == {"entered", "sourced"}
    shown = page(client, "/en/kz/profile/2022/complaints/")
    assert 'As of: <time datetime="2022-07-01">' in shown and '<blockquote lang="ru">' in shown and "<blockquote><mark>1 250 жалоб</mark>" in shown


def test_before_anything_is_published_the_page_says_what_will_stand_there(client, db):
    assert "Nothing is published yet" in page(client, "/en/kz/profile/")
    for address in ("/demo/profile/", "/kz/profile/1999/", "/kz/profile/2022/population/", "/zz/profile/"):
        assert client.get(address).status_code == 404


def test_a_series_draws_its_break_and_computes_no_change_across_it(client, published):
    shown = page(client, "/en/kz/series/registered_cases/")
    assert "A broken line before 2023" in shown and "Not computed: a break in the series lies between" in shown
    assert "\u221281 (\u221210.6%)" in shown and "\u2212269 (\u221258.2%)" in shown
    assert "49.8" not in shown and "What does a fall mean?" in shown
    assert "/en/kz/series/registered_cases/" in page(client, "/en/kz/profile/2022/")
    for address in ("/en/kz/series/population/", "/en/kg/series/registered_cases/"):
        assert client.get(address).status_code == 404


def test_what_a_fall_may_mean_stands_in_another_order_for_another_reader(client, published):
    rivals = [one.text.in_("en") for one in packs.explanations("complaints_fall")]
    orders = set()
    for _ in range(12):
        shown = page(client, "/en/kz/series/registered_cases/")
        assert all(one in shown for one in rivals)
        orders.add(tuple(sorted(rivals, key=shown.index)))
    assert len(orders) > 1


def test_no_explanation_of_a_fall_is_told_twice_in_other_words(client, published):
    rivals = [one.text.in_("en") for one in packs.explanations("complaints_fall")]
    assert sum("less torture" in one for one in rivals) == 1 and len(rivals) >= 4
    assert page(client, "/en/kz/series/registered_cases/").count("less torture") == 1


def test_what_is_to_be_said_of_a_figure_stands_where_a_change_is_computed_from_it(client, published):
    for address in ("/en/kz/series/convicted_persons/", "/en/compare/?left=kz-2023&right=kz-2024"):
        shown = page(client, address)
        assert "\u221217 (\u221236.2%)" in shown and "12 more persons are still before the court" in shown, address


def test_an_override_of_a_break_stands_beside_the_change(client, published):
    indicators.override_break(country="kz", indicator="registered_cases", break_id="investigation-2023", reason="The form of the register did not change.", by=SYSTEM)
    publishing.publish_profiles(by=SYSTEM)
    shown = page(client, "/en/kz/series/registered_cases/")
    assert "(\u221249.8%)" in shown and shown.count("The form of the register did not change.") >= 2


def test_two_profiles_stand_side_by_side_only_when_somebody_asks(client, published):
    assert "<table" not in page(client, "/en/compare/")
    years = page(client, "/en/compare/?left=kz-2023&right=kz-2024")
    assert "You asked for these two years" in years and "\u2212269 (\u221258.2%)" in years
    assert "Not computed: By document 004" in page(client, "/en/compare/?left=kz-2022&right=kz-2023")
    countries = page(client, "/en/compare/?left=kz-2022&right=kg-2025")
    assert "You asked for these two countries" in countries and "%)" not in countries and "unknown" in countries
    assert client.get("/en/compare/?left=kz-2022&right=demo-2025").status_code == 422


def test_weights_change_the_score_and_what_is_missing_changes_the_transparency_alone(client, published):
    def numbers(query=""):
        return re.findall(r'<dd class="number">(?:<span class="number">)?([^<]+)', page(client, f"/en/kz/index/?year=2022{query}"))

    even = numbers()
    assert even[2] == "61.1%"
    assert numbers("&w_torture_ban=10")[0] != even[0] and numbers("&w_torture_ban=10")[2] == "74.1%"
    kg = page(client, "/en/kg/index/")
    assert re.findall(r"With a step: [^.]+", kg) == ["With a step: 2 of 18 values with weight"]
    assert "11.1%" in kg and "39 of 41 values" in page(client, "/en/kz/index/")
    assert numbers("&seed=7") == numbers("&seed=7") and "seed 7" in page(client, "/en/kz/index/?seed=7")
    assert client.get("/en/kz/index/?w_torture_ban=99").status_code == 422


def test_a_year_that_is_no_year_is_told_and_breaks_nothing(client, published):
    asked = client.get("/en/kz/index/", {"year": "9" * 5000})
    assert asked.status_code == 422 and b"2022" in asked.content


def test_no_score_is_told_of_a_country_of_which_little_is_entered(client, published):
    shown = page(client, "/en/kg/index/")
    assert "No score: too few steps are entered." in shown and '<dd class="number">—</dd>' in shown
    assert "Completeness of this record" in shown and "Transparency: share" not in shown
    assert "assigned by Tirek" in shown and "not compared with another country’s" in shown
    assert "No score" not in page(client, "/en/kz/index/")


def test_the_words_of_the_source_stand_before_the_step_that_is_ours(client, published):
    for address in ("/en/kz/profile/2022/", "/en/kz/profile/2022/torture_ban/", "/en/compare/?left=kz-2022&right=kg-2025"):
        shown = page(client, address)
        words, step = shown.index("A direct prohibition is laid down"), shown.index("step assigned by Tirek: provided for in full")
        assert words < step and "<strong>provided for" not in shown, address


def test_a_step_that_the_words_do_not_bear_is_not_assigned(client, published):
    for code in ("jurisdiction", "investigation_budget", "individual_complaints", "external_control_law", "external_control_practice", "video_archive", "torture_definition"):
        shown = page(client, f"/en/kz/profile/2022/{code}/")
        assert "step assigned by Tirek:" not in shown and "point to none of them" in shown, code
    assert "investigating_body" not in page(client, "/en/kz/index/")


def test_a_break_is_told_without_a_day_that_no_source_states(client, published):
    assert "1 January 2023" not in page(client, "/en/kz/series/registered_cases/")


def test_a_series_names_who_says_its_figures(client, published):
    assert "Commissioner for Human Rights" in page(client, "/en/kz/series/registered_cases/")


def test_weights_are_folded_by_class_and_what_a_reader_changed_stands_open(client, published):
    shown = page(client, "/en/kz/index/?year=2022")
    folded = re.findall(r'<details class="disclosure weights-group"( open)?>.*?</details>', shown, re.DOTALL)
    fields = [len(re.findall(r'name="w_', each)) for each in re.findall(r'<details class="disclosure weights-group".*?</details>', shown, re.DOTALL)]
    assert len(folded) >= 2 and not any(folded) and sum(fields) == len(re.findall(r'name="w_', shown)) and all(fields)
    code = re.search(r'name="w_(\w+)"', shown)[1]
    for weight, status in (("5", 200), ("99", 422)):
        answer = client.get("/en/kz/index/", {"year": "2022", f"w_{code}": weight})
        opened = re.findall(r'<details class="disclosure weights-group" open>.*?</details>', answer.content.decode(), re.DOTALL)
        assert answer.status_code == status and len(opened) == 1 and f'name="w_{code}"' in opened[0]


def test_the_index_names_what_it_leaves_out_beside_the_score(client, published):
    shown = page(client, "/en/kz/index/?year=2022")
    left = re.search(r"Left out of the score, because no step is entered here:(.*?)</p>", shown, re.DOTALL)[1]
    unknown = [one for one in index_items("kz", 2022) if one.step is None]
    assert unknown and all(f"/en/kz/profile/2022/{one.code}/" in left for one in unknown)
    assert left.count("<a ") == len(unknown) and "the score could be lower or higher" in left
