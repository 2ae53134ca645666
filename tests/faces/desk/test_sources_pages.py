"""Sources on the desk: entering, reading beside the figures, deciding by form; what is refused keeps what was typed."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse

from tests.accounts import sign_in
from tests.people import analyst, member, secretary
from tirek.faces.desk.sources.words import CONTEXT
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries, services
from tirek.insight.claims.context import LONGEST
from tirek.insight.claims.queries.analysis import Progress
from tirek.insight.claims.services import NewSource, proposing
from tirek.insight.claims.unit_words import UNITS
from tirek.insight.claims.units import KNOWN

pytestmark = pytest.mark.django_db
TEXT = "В 2024 году поступило 120 жалоб: 70 от мужчин и 40 от женщин."


@pytest.fixture
def source(client):
    sign_in(client, analyst)
    made = services.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=analyst).value
    services.make_proposals(source_id=made, by=analyst)
    return made


def form(**given):
    return {"title_ru": "Отчёт", "kind": "press", "distance": "original", "text": TEXT, **given}


def stretch(source, quote="70"):
    (found,) = [one for one in queries.analysis(source, 1, by=analyst, country="demo").figures if one.quote == quote]
    return found.start, found.end


def decide(client, source, name, quote="70", **data):
    """Sends a form as the page holds it at present."""
    given = {"proposal": figures(source)[quote].digest, **data}
    return client.post(reverse(f"desk:{name}", args=[source, *stretch(source, quote)]), given)


def figures(source):
    return {one.quote: one for one in queries.analysis(source, 1, by=analyst, country="demo").figures}


def test_a_text_is_entered_and_waits_for_its_reading(client):
    sign_in(client, analyst)
    answer = client.post(reverse("desk:source-new"), form(dated="2025-03-01"))
    assert answer.status_code == 302
    text = client.get(answer.url).content.decode()
    assert "The source is entered" in text and "Reading the figures" in text and 'class="job"' in text
    (line,) = queries.sources(by=analyst, country="demo")
    assert (line.dated, line.read, line.held) == (date(2025, 3, 1), False, True)


def test_a_file_is_entered_as_it_came_and_handed_out_as_it_came(client):
    sign_in(client, analyst)
    page = "<html><body><p>Поступило 12 жалоб.</p></body></html>".encode()
    sent = BytesIO(page)
    sent.name = "письмо от Иванова.html"
    answer = client.post(reverse("desk:source-new"), form(text="", file=sent))
    source = queries.sources(by=analyst, country="demo")[0].id
    assert answer.url == reverse("desk:source", args=[source])
    back = client.get(reverse("desk:source-file", args=[source]))
    assert (back.content, back["Content-Type"]) == (page, "text/html")
    assert back["Content-Disposition"].startswith("attachment") and "Иванов" not in back["Content-Disposition"]
    assert "source.exported" in [each.verb for each in history("source", source)]


@pytest.mark.parametrize(
    "given, sentence",
    [
        ({"text": ""}, "There is no text yet"),
        ({"not_held": "on"}, "Only one of the three"),
        ({"title_ru": ""}, "This field is required"),
        ({"dated": "2099-01-01"}, "is in the future"),
        ({"text": "", "file": BytesIO(b"\x89PNG\r\n\x1a\n" + b"0" * 100)}, "not a document that can be read here"),
    ],
)
def test_what_cannot_be_entered_is_said_and_what_was_typed_stays(client, given, sentence):
    sign_in(client, analyst)
    for each in given.values():
        if isinstance(each, BytesIO):
            each.seek(0)
            each.name = "x.png"
    answer = client.post(reverse("desk:source-new"), form(author="Пресс-служба", **given))
    text = answer.content.decode()
    assert answer.status_code == 422 and sentence in text and 'value="Пресс-служба"' in text
    assert queries.sources(by=analyst, country="demo") == []


def test_the_same_document_is_refused_with_the_title_it_has(client, source):
    answer = client.post(reverse("desk:source-new"), form())
    assert answer.status_code == 422 and "entered already, as “Сводка”" in answer.content.decode()


def test_the_page_shows_the_text_with_its_figures_and_their_checks(client, source):
    text = client.get(reverse("desk:source", args=[source])).content.decode()
    assert text.count("data-figure") == 3 and "0 of 3 figures decided" in text
    assert "70 + 40 = 110 ≠ 120" in text and "Does not follow from the figures given" in text
    assert "It would hold with this figure as:" in text


def test_large_numbers_of_figures_are_written_in_groups(client, source, monkeypatch):
    monkeypatch.setattr(queries, "progress_of", lambda *args, **given: Progress(17_780, 1_840, ()))
    text = client.get(reverse("desk:source", args=[source])).content.decode()
    assert "1,840 of 17,780 figures decided" in text and "17780" not in text


def test_confirming_leads_to_the_next_figure_that_waits(client, source):
    answer = decide(client, source, "figure-confirm", "120")
    start, end = stretch(source, "70")
    assert answer.url.endswith(f"?part=1#figure-{start}-{end}")
    assert figures(source)["120"].decision.verdict == "confirmed"
    assert "1 of 3 figures decided" in client.get(reverse("desk:source", args=[source])).content.decode()


@pytest.fixture
def other_rules(source, monkeypatch):
    """Has the source read by rules that take its 70 for persons."""

    def read_anew():
        whole = proposing.extracted
        claims = [{**each, "unit": "persons"} if each["quote"] == "70" else each for each in whole(TEXT)["claims"]]
        monkeypatch.setattr(proposing, "extracted", lambda text: {**whole(text), "claims": claims})
        services.make_proposals(source_id=source, by=secretary)

    return read_anew


def test_what_is_confirmed_is_what_the_page_showed(client, source, other_rules):
    start, end = stretch(source)
    page = client.get(reverse("desk:source", args=[source])).content.decode()
    sent = re.search(rf'id="figure-{start}-{end}".*?name="proposal" value="([0-9a-f]{{64}})"', page, re.DOTALL)[1]
    other_rules()
    answer = client.post(reverse("desk:figure-confirm", args=[source, start, end]), {"proposal": sent}, follow=True)
    text = answer.content.decode()
    assert answer.redirect_chain[0][0].endswith(f"?part=1#figure-{start}-{end}")
    assert "otherwise now than when your page was loaded" in text and "70 · persons" in text
    assert figures(source)["70"].decision is None
    assert decide(client, source, "figure-confirm").status_code == 302
    assert figures(source)["70"].decision.told["unit"] == "persons"


def test_a_page_that_names_no_proposal_confirms_nothing(client, source):
    decide(client, source, "figure-confirm", proposal="")
    assert figures(source)["70"].decision is None


@pytest.mark.parametrize("name, typed", [("figure-reject", {}), ("figure", {"value": "75", "kind": "count"})])
def test_a_form_about_another_proposal_comes_back_with_the_new_one_and_what_was_typed(client, source, other_rules, name, typed):
    sent = {**typed, "reason": "Опечатка.", "proposal": figures(source)["70"].digest}
    other_rules()
    refused = decide(client, source, name, **sent)
    text = refused.content.decode()
    assert refused.status_code == 422 and "70 · persons" in text and "Опечатка." in text
    assert text.count(f'name="proposal" value="{figures(source)["70"].digest}"') == 2
    assert figures(source)["70"].decision is None


def test_a_figure_is_changed_with_a_reason_and_what_is_wrong_keeps_what_was_typed(client, source):
    typed = {"value": "семь", "kind": "count", "unit": "complaints", "hedge": "about", "speaker": "Министерство", "reason": "Опечатка."}
    refused = decide(client, source, "figure", **typed)
    text = refused.content.decode()
    assert refused.status_code == 422 and "“семь” is not a number" in text and 'value="Министерство"' in text and "Опечатка." in text
    assert decide(client, source, "figure", **{**typed, "value": "1 075,5"}).status_code == 302
    now = figures(source)["70"]
    assert (now.told["value"], now.told["unit"], now.decision.reason) == (1075.5, "complaints", "Опечатка.")
    page = client.get(reverse("desk:figure", args=[source, *stretch(source)])).content.decode()
    assert "Decided before" in page and 'value="1075.5"' in page


def test_a_proposal_is_rejected_with_a_reason_only(client, source):
    assert decide(client, source, "figure-reject", seen="").status_code == 422
    assert decide(client, source, "figure-reject", reason="Номер статьи.").status_code == 302
    assert figures(source)["70"].decision.verdict == "rejected"


@pytest.mark.parametrize("name, typed", [("figure-reject", {}), ("figure", {"value": "75", "kind": "count"})])
def test_a_reason_that_could_name_somebody_is_asked_about_in_the_form_that_sent_it(client, source, name, typed):
    sent = {**typed, "reason": "Так сказал осуждённый Петров А.В."}
    asked = decide(client, source, name, **sent)
    text = asked.content.decode()
    assert asked.status_code == 422 and text.count('name="names_nobody"') == 1 and "Петров А.В." in text
    assert decide(client, source, name, **sent, names_nobody="").status_code == 422
    assert decide(client, source, name, **sent, names_nobody="Так подписан документ.").status_code == 302
    assert figures(source)["70"].decision.reason == sent["reason"]


def test_a_missed_figure_is_added_by_words_that_stand_once(client, source):
    address = f"{reverse('desk:figure-add', args=[source])}?part=1"
    typed = {"value": "2", "kind": "count", "reason": "Сказано словами."}
    assert "do not stand in this part" in client.post(address, {**typed, "quote": "нет таких"}).content.decode()
    assert "stand more than once" in client.post(address, {**typed, "quote": "от"}).content.decode()
    assert client.post(address, {**typed, "quote": "мужчин и"}).status_code == 302
    assert figures(source)["мужчин и"].told["value"] == 2


def test_who_decides_second_reads_the_first_one_s_decision(client, source):
    services.confirm(source_id=source, stretch=stretch(source), by=secretary)
    answer = decide(client, source, "figure-reject", reason="Нет.")
    assert answer.status_code == 422 and "Somebody else decided" in answer.content.decode()
    assert figures(source)["70"].decision.verdict == "confirmed"


def test_a_member_reads_and_finds_no_way_to_decide(client, source):
    sign_in(client, member)
    text = client.get(reverse("desk:source", args=[source])).content.decode()
    assert "data-figure" in text and "figure-actions" not in text
    assert "Enter a source" not in client.get(reverse("desk:sources")).content.decode()


@pytest.mark.parametrize("part", ["0", "2", "x", "-1", "9" * 50])
def test_a_part_that_is_not_there_does_not_exist(client, source, part):
    assert client.get(f"{reverse('desk:source', args=[source])}?part={part}").status_code == 404


def test_everything_that_a_person_may_say_of_a_figure_has_its_words_and_is_kept(client, source):
    assert tuple(CONTEXT) == tuple(LONGEST)
    given = {name: "flow" if name == "flow" else "de_jure" if name == "basis" else "Так." for name in CONTEXT}
    assert decide(client, source, "figure", value="70", kind="count", reason="…", **given).status_code == 302
    assert dict(figures(source)["70"].decision.context) == given


def test_every_unit_that_a_person_may_choose_has_a_word():
    assert {unit for unit in KNOWN if not (unit.isupper() and len(unit) == 3)} == set(UNITS)


def test_no_two_fields_of_the_page_of_a_figure_have_one_id(client, source):
    page = client.get(reverse("desk:figure", args=[source, *stretch(source)])).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids)) and 'for="reject_reason"' in page
