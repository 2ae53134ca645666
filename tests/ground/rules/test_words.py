"""Words in several languages: nothing is lost on the way to storage, and an edit of the source marks what it leaves behind."""

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.words import LANGUAGES, Words

texts = st.dictionaries(st.sampled_from(LANGUAGES), st.text(min_size=1).filter(str.strip), max_size=4)


@given(texts, st.sampled_from(LANGUAGES))
def test_storing_and_reading_gives_the_same_words(given_texts, source):
    words = Words.of(given_texts, source if source in given_texts else "")
    assert Words.from_json(words.to_json()) == words


def test_changing_the_source_makes_an_unchanged_translation_stale():
    words = Words.of({"ru": "Душ холодный", "kk": "Душ суық"})
    after = words.rewritten({"ru": "Душ ледяной", "kk": "Душ суық"})
    assert after.stale == {"kk"}
    assert after.rewritten({"ru": "Душ ледяной", "kk": "Душ мұздай"}).stale == frozenset()


def test_changing_only_a_translation_makes_nothing_stale():
    words = Words.of({"ru": "Душ холодный", "kk": "Душ суық"})
    assert words.rewritten({"ru": "Душ холодный", "kk": "Душ өте суық"}).stale == frozenset()


def test_the_best_text_falls_back_to_the_source():
    words = Words.of({"kk": "Душ суық", "ru": "Душ холодный"}, source="kk")
    assert (words.best("en"), words.best_language("en"), words.best("ru")) == ("Душ суық", "kk", "Душ холодный")
    assert words.missing(("ru", "ky")) == ("ky",)
    assert not Words() and Words().best("ru") == ""


def test_words_are_the_same_in_whatever_order_a_database_gives_their_languages():
    one, other = Words.of({"ru": "свет", "kk": "жарық"}), Words.of({"kk": "жарық", "ru": "свет"}, source="ru")
    assert one.same_as(other) and not one.same_as(Words.of({"ru": "свет", "kk": "жарық"}, stale=["kk"]))


def test_the_order_in_which_a_database_gives_languages_back_is_no_difference():
    written = Words.of({"ru": "порядок", "kk": "тәртіп", "en": "order"}, "ru", ("kk",))
    stored = written.to_json()
    other = {**stored, "texts": dict(sorted(stored["texts"].items()))}
    assert Words.from_json(other) == written and Words.of({"en": "order", "ru": "порядок", "kk": "тәртіп"}, "ru", ("kk",)) == written
