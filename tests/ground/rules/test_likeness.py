"""Likeness of texts, against a slow definition of its own."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.likeness import RUN, likeness

pytestmark = pytest.mark.pure
WORDS = st.lists(st.sampled_from(["акт", "Акт", "суд", "2024", "қамау", "visit"]), max_size=14)


def slowly(words, others, run):
    """Which words lie in a stretch of `run` words that the other text has at any place."""
    folded, there = [one.casefold() for one in words], [one.casefold() for one in others]
    alike = lambda a, b: all(a + k < len(folded) and b + k < len(there) and folded[a + k] == there[b + k] for k in range(run))  # noqa: E731
    starts = {a for a in range(len(folded)) for b in range(len(there)) if alike(a, b)}
    return [any(place - k in starts for k in range(run)) for place in range(len(folded))]


@given(WORDS, WORDS, st.integers(1, 4), st.sampled_from([" ", ", ", "\n— "]))
def test_the_share_is_that_of_the_slow_definition(words, others, run, between):
    found = likeness(between.join(words), " ".join(others), run)
    inside = slowly(words, others, run)
    assert found.share == (Fraction(sum(inside), len(words)) if words else 0)


@given(WORDS, WORDS, st.integers(1, 4))
def test_the_longest_stretch_stands_in_the_other_text_too_or_is_made_of_such(words, others, run):
    text = " ".join(words)
    start, end = likeness(text, " ".join(others), run).longest
    inside, longest, length = slowly(words, others, run), 0, 0
    for each in inside:
        length = length + 1 if each else 0
        longest = max(longest, length)
    assert len(text[start:end].split()) == longest


def test_a_whole_copy_is_wholly_alike_and_an_excerpt_has_two_shares():
    whole = " ".join(f"слово{number}" for number in range(100))
    excerpt = " ".join(f"слово{number}" for number in range(30))
    assert likeness(whole, whole.upper()).share == 1
    assert likeness(excerpt, whole).share == 1 and likeness(whole, excerpt).share == Fraction(30, 100)


def test_a_common_title_is_no_likeness():
    title = "Национальный превентивный механизм при Уполномоченном по правам человека"
    assert len(title.split()) < RUN and likeness(f"{title} посетил тюрьму.", f"{title} молчит.").share == 0
    assert likeness("", "").share == 0
