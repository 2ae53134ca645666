"""What visits say in words: no code stands in a sentence."""

from django.utils.translation import override

from tirek.faces.desk.visits.words import warning_words


def test_a_warning_names_the_language_that_nobody_speaks():
    with override("en"):
        assert warning_words("no-speaker", (("language", "ky"),)) == "Nobody speaks Kyrgyz, which is spoken in this place."


def test_a_warning_keeps_a_language_that_the_list_does_not_have():
    with override("en"):
        assert "Nobody speaks xx," in warning_words("no-speaker", (("language", "xx"),))
