"""Verdicts and remarks as sentences of the reader's language. No sentence names a cause, a speaker or a fault."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tirek.foundation.ui.formats import calculation as as_written
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.insight.claims.unit_words import unit_word

VERDICTS = {
    Verdict.HOLDS: gettext_noop("It adds up: %(calculation)s."),
    Verdict.HOLDS_WITH_ROUNDING: gettext_noop("It adds up with rounding: %(calculation)s."),
    Verdict.DOES_NOT_FOLLOW: gettext_noop("It does not follow from the figures given: %(calculation)s. Which figure is right the text does not say."),
    Verdict.CANNOT_BE_CHECKED: gettext_noop("It cannot be checked from the text: %(calculation)s."),
}
REMARKS = {
    "figure_missing": gettext_noop("One of the figures is not given."),
    "bounds_only": gettext_noop("The text gives bounds only; whether the figures agree cannot be told from them."),
    "figure_open": gettext_noop("One of the figures is a bound or a range that leaves both answers open."),
    "division_by_nothing": gettext_noop("A share of nothing is not defined."),
    "years_missing": gettext_noop("The text does not give the figures of %(missing)s; with them the others (%(window)s) would have to make %(rest)s more."),
    "not_said_together": gettext_noop("Whether these figures are meant together the text does not say; if they are, they do not agree."),
    "no_word_says_so": gettext_noop("No word was found that relates these figures; they stand near one another and agree too well for chance."),
    "whole_not_counted": gettext_noop("Only a number of whole things can be tested for shares that are not possible."),
    "every_share_possible": gettext_noop("Of so many, every share printed this way is possible."),
    "units_differ": gettext_noop("Different things are counted: %(first)s and %(second)s. Whether the later came of the earlier the text does not say."),
    "rest_not_told": gettext_noop("%(rest)s of the whole are in none of these parts, if nobody and nothing is counted in two of them. Whether these are meant to be all the parts the text does not say."),
    "rise_and_fall": gettext_noop("What is directly proportional rises and falls together; the sentence names a rise and a fall. Steps from one year to the next: %(steps)s, the same way in %(same)s of them."),
    "rest_unaccounted": gettext_noop("%(rest)s of the whole are in none of the parts."),
    "parts_exceed_whole": gettext_noop("Together the parts are %(by)s more than the whole."),
    "part_exceeds_whole": gettext_noop("The part is %(by)s more than the whole."),
    "later_exceeds_earlier": gettext_noop("At the later stage there are %(by)s more than at the earlier one."),
    "share_of_the_rest": gettext_noop("The stated share fits what remains of the whole without the part, %(rest)s."),
    "no_whole_number_gives_it": gettext_noop("No whole number of %(whole)s makes %(percent)s as printed; the nearest are %(below)s and %(above)s."),
    "percentage_points": gettext_noop("The two shares differ by %(points)s percentage points, which is not the same as per cent."),
    "from_the_later_figure": gettext_noop("The per cent is right if counted from the later figure, not from the earlier."),
    "to_not_by": gettext_noop("The later figure is %(percent)s of the earlier; it did not change by so much."),
    "other_direction": gettext_noop("The size is right, but the change goes the other way."),
    "counted_as_increase": gettext_noop("The one is %(quotient)s times the other; the stated number counts only what was added."),
    "holds_from_some": gettext_noop("It holds counted from %(holding)s; from %(others)s it does not."),
    "outside_range": gettext_noop("%(outside)s lies outside the stated range; the figures run from %(low)s to %(high)s."),
    "equal": gettext_noop("The two figures are equal."),
    "differ_by": gettext_noop("The two figures differ by %(by)s."),
    "printed_differently": gettext_noop("One figure is printed as %(first)s in one place and as %(second)s in another."),
    "rates_differ": gettext_noop("The two pairs give the rates %(first)s and %(second)s."),
    "finer_than_its_source": gettext_noop("%(exact)s has more digits (%(exact_digits)s) than %(rounded)s (%(rounded_digits)s), from which it was made."),
    "not_of_the_whole": gettext_noop("Not everything listed inside the whole belongs to it."),
    "unit_changed": gettext_noop("One number is named with two units: %(first)s and %(second)s."),
}


def sentence(outcome: Outcome) -> str:
    """The verdict with its calculation, then what else there is to say."""
    return sentence_of(outcome.verdict, outcome.calculation, outcome.remark, dict(outcome.values))


def sentence_of(verdict: str, calculation: str, remark: str, values: Mapping[str, str]) -> str:
    """The same from plain values."""
    told = _(VERDICTS[Verdict(verdict)]) % {"calculation": as_written(calculation)}
    more = remark_of(remark, values)
    return f"{told} {more}" if more else told


def remark_of(remark: str, values: Mapping[str, str]) -> str:
    """What else there is to say about a verdict; nothing where it has no remark."""
    if remark in {"unit_changed", "units_differ"}:
        return _(REMARKS[remark]) % {name: unit_word(value) for name, value in values.items()}
    return _(REMARKS[remark]) % {name: as_written(value).replace("⌀", _("their mean")) for name, value in values.items()} if remark in REMARKS else ""
