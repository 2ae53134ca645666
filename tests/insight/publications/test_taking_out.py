"""Taking a passage out of a published document: its words, its figures and what rests on them go from the newest edition and stay away; the places of all else stay true."""

from types import SimpleNamespace

import pytest

from tests.insight.publications.making import publish
from tests.people import analyst, head, member, secretary
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ledger.queries import history
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition
from tirek.insight.publications.passages import NOTHING, Passage, carried, masked, places, taken
from tirek.insight.publications.profile_bodies import broken, surroundings
from tirek.insight.publications.queries import edition
from tirek.insight.publications.refusals import CodeUnknown, PassageNotThere, WordsMissing
from tirek.insight.publications.services.corrections import take_out

pytestmark = pytest.mark.django_db
TEXT = "Поступило 12 жалоб. Из них 5 подал\nМеченослов из камеры. Его  звали Меченослов, остальные 7 нет."
NOTE = Words.of({"ru": "Убран отрывок.", "kk": "Үзінді алынды."})


def claim(number, quote, of):
    start = TEXT.index(quote)
    return {"id": f"c{number}", "span": [start, start + len(quote)], "quote": quote, "of": of}


CLAIMS = [claim(1, "12", "жалоб"), claim(2, "5", "Меченослов"), claim(3, "7", "Меченослов")]
CHECKS = [{"kind": "part", "claims": ["c2", "c1"]}, {"kind": "part", "claims": ["c3", "c1"]}]
FOUND = {"source": {"language": "ru"}, "claims": CLAIMS, "checks": CHECKS}


@pytest.fixture(autouse=True)
def published_document():
    publish("summary", "demo", text=TEXT, sha256="a", found=FOUND)


def out(words="Из них 5 подал Меченослов", by=secretary, **given):
    return take_out(country="demo", key="summary", words=words, by=by, **{"reason": "names_person", "note": NOTE, **given})


def body():
    return edition("document", "demo", "summary").body


def test_the_words_their_figures_and_the_checks_of_these_go_and_all_else_stands_where_it_stood():
    assert out().value == 1 and out("Меченослов").value == 1
    held = body()
    assert "Меченослов" not in str(held) and len(held["text"]) == len(TEXT)
    assert [(each["quote"], each["of"]) for each in held["found"]["claims"]] == [("12", "жалоб"), ("7", None)]
    assert all(held["text"][slice(*each["span"])] == each["quote"] for each in held["found"]["claims"])
    assert held["found"]["checks"] == [CHECKS[1]] and [each["reason"] for each in held["out"]] == ["names_person", "names_person"]
    versions = edition("document", "demo", "summary").versions
    assert [(each.number, each.change, each.note) for each in versions] == [(3, "correction", NOTE), (2, "correction", NOTE), (1, "", Words())]
    assert edition("document", "demo", "summary", 1).body["text"] == TEXT
    pk = Edition.objects.get(version=2).pk
    assert [each.verb for each in history("edition", pk)] == ["edition.passage-taken-out"] and verify().holds


def test_a_further_edition_leaves_the_passage_out_as_well_also_of_a_text_that_is_another_now():
    out("Меченослов")
    again = taken({"text": TEXT, "found": FOUND}, carried("demo", "summary", "a", TEXT))
    assert (again["text"], again["out"]) == (body()["text"], body()["out"])
    other = taken({"text": "Ещё один Меченослов.", "found": FOUND | {"claims": [], "checks": []}}, carried("demo", "summary", "b", "Ещё один Меченослов."))
    assert other["text"] == f"Ещё один {masked(10)}."
    assert carried("demo", "unknown", "a", TEXT) == NOTHING


def test_words_that_do_not_stand_there_a_reason_of_another_kind_and_a_note_that_names_somebody_are_refused():
    for words in ("нет такого", "  ", "Меченосло"):
        with pytest.raises(PassageNotThere):
            out(words)
    with pytest.raises(CodeUnknown):
        out(reason="twice")
    with pytest.raises(WordsMissing):
        out(note=Words())
    with pytest.raises(PassagesUndecided):
        out(note=Words.of({"ru": "Осуждённый Петров В. С. назван."}))
    assert Edition.objects.count() == 1


def test_the_office_alone_takes_out():
    for who in (analyst, member):
        with pytest.raises(NotAllowed):
            out(by=who)
    with pytest.raises(NotFound):
        take_out(country="demo", key="other", words="x", reason="unlawful", note=NOTE, by=head)


def test_the_mask_of_what_is_out_is_no_words_to_take_out():
    out("Из них 5 подал Меченослов")
    for words in (masked(7), masked(26)):
        with pytest.raises(PassageNotThere):
            out(words)
    assert len(body()["out"]) == 1


@pytest.mark.parametrize(("text", "words", "found"), [("a  b\nc", "a b c", 1), ("ab a", "a", 1), ("a.b a.b", "a.b", 2)])
def test_words_are_found_whatever_the_spaces_and_as_whole_words(text, words, found):
    assert len(places(text, words)) == found


def test_a_profile_quotes_nothing_that_was_taken_out():
    one = packs.breaks("kz")[0]
    text = packs.document_text(one.document)
    start = text.index(one.quote)
    out = {one.document: (Passage(start + 5, start + 15, "unlawful"),)}
    assert broken("kz", one.indicators[0], {}, out)[0]["quote"] == f"{one.quote[:5]}{masked(10)}{one.quote[15:]}"
    beside = surroundings(SimpleNamespace(document=one.document, start=start + 20, end=start + 30, quote=text[start + 20 : start + 30]), out)
    assert masked(10) in beside["before"] and beside["quote"] == text[start + 20 : start + 30]
