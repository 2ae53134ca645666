"""How likely figures agree by chance, and which of several relations is meant: against counting and against Bayes' rule written out."""

from fractions import Fraction
from math import exp, prod

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import drawn
from tirek.ground.figures.quantities import Interval
from tirek.ground.figures.relations.relation import Relation
from tirek.ground.figures.relations.witness.chance import grain, of_quotient, of_share, of_total
from tirek.ground.figures.relations.witness.weighing import SURE, Trial, likeliest, weighed

pytestmark = pytest.mark.pure

wholes = st.integers(1, 400)
GRAINS = sorted(Fraction(one) * 10**power for power in range(12) for one in (1, 5))


@drawn(st.lists(wholes, min_size=1, max_size=3), st.sampled_from(GRAINS[:14]))
def test_the_grain_is_the_greatest_of_its_kind_that_divides_all(values, by):
    values = [Fraction(one) * by for one in values]
    assert grain(values) == max(one for one in GRAINS if all((value / one).denominator == 1 for value in values))


@pytest.mark.parametrize(("values", "made"), [(["0.4", "2"], "0.1"), (["2.55"], "0.05"), ([0, 300], 100), (["1500000", "250000"], 50_000)])
def test_the_grain_of_decimals_and_of_round_numbers(values, made):
    assert grain([Fraction(one) for one in values]) == Fraction(made)


@drawn(wholes, st.integers(0, 100))
def test_a_part_meets_a_share_no_oftener_by_chance_than_counting_says(whole, percent):
    meeting = [part for part in range(1, whole + 1) if abs(Fraction(part * 100, whole) - percent) <= Fraction(1, 2)]
    told = of_share((Fraction(whole), Fraction(1)), Fraction(whole), Fraction(1, 100), exact=False)
    assert len(meeting) / whole <= told + 1 / whole
    exactly = [part for part in meeting if Fraction(part * 100, whole) == percent]
    assert len(exactly) / whole <= of_share((Fraction(whole), Fraction(1)), Fraction(whole), Fraction(1, 100), exact=True)


@drawn(wholes, wholes)
def test_rounder_figures_agree_oftener_by_chance(whole, part):
    fine, round_ = ([Fraction(one) * by for one in (part, whole)] for by in (1, 10))
    assert of_share(round_, Fraction(whole * 10), Fraction(0), exact=True) >= of_share(fine, Fraction(whole * 10), Fraction(0), exact=True)
    assert of_total(round_, Fraction(whole * 10)) >= of_total(fine, Fraction(whole * 10))


@drawn(st.integers(1, 300), st.integers(1, 300))
def test_a_chance_is_between_nothing_and_one(above, below):
    made = Fraction(above, below)
    for exact in (True, False):
        told = of_quotient((Fraction(above), Fraction(below)), Interval(made * Fraction(9, 10), made * Fraction(11, 10)), Fraction(above), exact=exact)
        assert 0 < told <= 1


def _trials(told):
    return [Trial(cost, chance if agrees else None, number, Relation(str(number), ())) for number, (cost, chance, agrees) in enumerate(told)]


several = st.lists(st.tuples(st.floats(-3, 6), st.floats(0.001, 0.9), st.booleans()), min_size=1, max_size=6)


@drawn(several, st.floats(0.05, 0.95))
def test_weights_are_those_of_bayes_rule_written_out(told, none):
    """One trial is meant, or none; the meant one agrees, each other agrees with its own chance."""
    whole = sum(exp(-cost) for cost, _, _ in told)
    before = [(1 - none) * exp(-cost) / whole for cost, _, _ in told]

    def seen(meant):
        return prod((agrees if number == meant else chance if agrees else 1 - chance) for number, (_, chance, agrees) in enumerate(told))

    joint = [weight * seen(number) for number, weight in enumerate(before)]
    every = sum(joint) + none * seen(None)
    for likely, trial in weighed(_trials(told), none):
        assert likely == pytest.approx(joint[trial.says] / every)


@drawn(several, st.floats(0.05, 0.95))
def test_only_what_agrees_and_is_likely_is_proposed(told, none):
    found = likeliest(_trials(told), none)
    agreeing = {str(number) for number, (_, _, agrees) in enumerate(told) if agrees}
    assert found is None or found.kind in agreeing
    assert (found is not None) == any(likely >= SURE for likely, _ in weighed(_trials(told), none))


def test_mentions_of_one_number_count_together():
    one = Relation("one", ())
    told = [Trial(0.0, 0.1, "same", one), Trial(0.0, 0.1, "same", one), Trial(0.0, 0.1, "other", Relation("other", ()))]
    likely = {trial.says: likely for likely, trial in weighed(told, 0.2)}
    assert likely["same"] == pytest.approx(2 * likely["other"])


def test_of_nothing_nothing_is_proposed():
    assert likeliest([], 0.5) is None
