"""Withholding an earlier edition: the office alone, never the newest, with words for everybody; given back with a reason; both in the ledger."""

import pytest

from tests.insight.publications.making import publish
from tests.people import analyst, foreigner, head, member, secretary
from tirek.foundation.ledger.queries import history
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition, Withheld
from tirek.insight.publications.queries import each_whole, edition, listed, stamp
from tirek.insight.publications.queries.finding import editions_with
from tirek.insight.publications.queries.kept import kept_in_publications
from tirek.insight.publications.queries.mark import mark
from tirek.insight.publications.queries.withholding import whole_edition, withholdable
from tirek.insight.publications.refusals import EditionWithheld, NewestStands, NotWithheld, WithheldAlready, WordsMissing
from tirek.insight.publications.services.withholding import give_back_edition, withhold_edition

pytestmark = pytest.mark.django_db
THING = {"kind": "topic", "country": "demo", "key": "question"}
NOTE = Words.of({"en": "It named a person.", "ru": "В ней был назван человек."})


@pytest.fixture(autouse=True)
def three():
    for text in ("Prisoner Marked Wordly was there.", "One prisoner was there.", "A prisoner was there."):
        publish("question", "demo", "topic", title={}, text=text)


def withhold(version=1, by=head, **given):
    return withhold_edition(**THING, **{"version": version, "note": NOTE, "because": "Asked by the person.", "by": by, **given})


def first():
    return Edition.objects.get(kind="topic", version=1).pk


def test_a_withheld_edition_is_not_given_and_the_lists_say_since_when_and_why():
    marks = mark(), stamp("demo")
    withhold()
    with pytest.raises(EditionWithheld) as refused:
        edition("topic", "demo", "question", 1)
    assert isinstance(refused.value, NotFound) and refused.value.params["note"] == NOTE
    versions = edition("topic", "demo", "question").versions
    assert [each.withheld and each.withheld.note for each in versions] == [None, None, NOTE]
    assert [each.version.withheld is None for each in listed("demo")] == [True, True, False]
    assert ["Wordly" in str(body) for _line, body in each_whole("demo")] == [False, False, False]
    assert [body is None for _line, body in each_whole("demo")] == [True, False, False]
    assert (mark(), stamp("demo")) != marks and mark() != marks[0] and stamp("demo") != marks[1]
    assert edition("topic", "demo", "question", 2).body["text"] == "One prisoner was there."
    assert [entry.verb for entry in history("edition", first())] == ["edition.withheld"] and verify().holds


def test_what_an_edition_says_of_its_change_goes_with_it():
    withhold(2)
    said = edition("topic", "demo", "question").versions[1]
    assert (said.number, said.change, said.note) == (2, "correction", Words())


def test_the_office_reads_it_with_who_and_why_and_gives_it_back_with_a_reason():
    withhold(by=secretary)
    held = whole_edition("topic", "question", 1, by=head, country="demo")
    assert held.withheld and not held.newest and ("text", "Prisoner Marked Wordly was there.") in held.texts
    assert [(each.by, each.because) for each in held.withholdings] == [(secretary.id, "Asked by the person.")]
    before = mark(), stamp("demo")
    with pytest.raises(WordsMissing):
        give_back_edition(**THING, version=1, because=" ", by=head)
    give_back_edition(**THING, version=1, because="By mistake.", by=head)
    assert edition("topic", "demo", "question", 1).body["text"].startswith("Prisoner") and mark() != before[0] and stamp("demo") != before[1]
    with pytest.raises(NotWithheld):
        give_back_edition(**THING, version=1, because="Again.", by=head)
    withhold()
    assert [each.given_back_because for each in whole_edition("topic", "question", 1, by=head, country="demo").withholdings] == ["", "By mistake."]
    assert [entry.verb for entry in history("edition", first())] == ["edition.withheld", "edition.given-back", "edition.withheld"] and verify().holds


def test_the_newest_is_never_withheld_and_an_edition_only_once():
    with pytest.raises(NewestStands):
        withhold(3)
    withhold()
    with pytest.raises(WithheldAlready):
        withhold()
    assert withholdable("topic", "question", by=head, country="demo") == (2,)
    with pytest.raises(NotFound):
        withhold(9)
    assert Withheld.objects.count() == 1


def test_words_are_asked_for_and_those_for_everybody_are_searched_for_names():
    for given in ({"note": Words()}, {"because": "  "}):
        with pytest.raises(WordsMissing):
            withhold(**given)
    named = Words.of({"ru": "Осуждённый Петров В. С. назван."})
    with pytest.raises(PassagesUndecided):
        withhold(note=named)
    with pytest.raises(PassagesUndecided):
        withhold(because=named.in_("ru"))
    withhold(note=named, names_nobody="Вымышленное лицо.")
    assert Withheld.objects.get().kept_because == "Вымышленное лицо."
    assert [(each.sort, each.page, each.reason) for each in kept_in_publications(by=head, country="demo")] == [("edition", "topic/question", "Вымышленное лицо.")]
    assert kept_in_publications(by=analyst, country="demo") == ()
    with pytest.raises(PassagesUndecided):
        give_back_edition(**THING, version=1, because=named.in_("ru"), by=head)
    give_back_edition(**THING, version=1, because=named.in_("ru"), by=head, names_nobody="Роль.")
    assert Withheld.objects.get().kept_because == "Вымышленное лицо.\nРоль."


def test_the_office_finds_every_edition_in_which_words_stand():
    publish("other", "demo", "topic", title={}, parts=[{"text": "said of marked\n  wordly, too"}])
    publish("kz-thing", "kz", "topic", title={}, text="Marked Wordly")
    withhold()
    found = editions_with("  MARKED   wordly ", by=secretary, country="demo")
    assert [(each.key, each.number, each.state) for each in found] == [("other", 1, "newest"), ("question", 1, "withheld")]
    give_back_edition(**THING, version=1, because="x", by=head)
    assert [each.state for each in editions_with("Marked Wordly", by=head, country="demo")] == ["newest", "earlier"]
    assert editions_with("nowhere", by=head, country="demo") == () == editions_with("   ", by=head, country="demo")


@pytest.mark.parametrize("who", [analyst, member, foreigner])
def test_nobody_but_the_office_of_the_country_withholds_gives_back_or_reads(who):
    acts = (
        lambda: withhold(by=who), lambda: give_back_edition(**THING, version=1, because="x", by=who),
        lambda: whole_edition("topic", "question", 1, by=who, country="demo"), lambda: withholdable("topic", "question", by=who, country="demo"),
        lambda: editions_with("word", by=who, country="demo"),
    )  # fmt: skip
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
