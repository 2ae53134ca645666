"""Kinds of check, their readings, roles, hedges and verdicts in the reader's words; `unit_word` for faces. It knows no text and no figure."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tirek.insight.claims.unit_words import unit_word as unit_word

KINDS = {
    "sum": (gettext_noop("Sum of parts"), gettext_noop("Read as parts and their whole: the parts should add up to the whole.")),
    "part": (gettext_noop("Part of a whole"), gettext_noop("Read as a part and its whole: the part should not be more than the whole.")),
    "percent": (gettext_noop("Share in per cent"), gettext_noop("Read as a share: the part divided by the whole should give the stated per cent.")),
    "change": (gettext_noop("Change in per cent"), gettext_noop("Read as a change: from the earlier figure to the later one it should be the stated per cent.")),
    "ratio": (gettext_noop("Times more or fewer"), gettext_noop("Read as a ratio: one figure should be the stated number of times the other.")),
    "range": (gettext_noop("Stated range"), gettext_noop("Read as a range: every figure should lie within the stated one.")),
    "comparison": (gettext_noop("More and less"), gettext_noop("Read as a comparison: the figure said to be greater should be greater.")),
    "difference": (gettext_noop("Difference"), gettext_noop("Read as a difference: the later figure less the earlier one should give the stated difference.")),
    "direction": (gettext_noop("Rise or fall"), gettext_noop("Read as a rise or a fall: the figures should go the way that the words say.")),
    "exchange": (gettext_noop("Exchange rate"), gettext_noop("Read as two pairs of sums of money: both pairs should give the same rate of exchange.")),
    "rate": (gettext_noop("Rate"), gettext_noop("Read as a rate: the first figure divided by the second should give the stated rate.")),
    "funnel": (gettext_noop("Stages"), gettext_noop("Read as stages of one path: a later stage should not have more than an earlier one.")),
    "category": (gettext_noop("Belonging to the whole"), gettext_noop("Read as a whole and what it contains: what is listed should belong to it.")),
    "unit_switch": (gettext_noop("One number, two units"), gettext_noop("Read as one number that is named with two different units.")),
    "false_precision": (gettext_noop("More digits than the source"), gettext_noop("Read as an exact figure that was made of a rounded one.")),
    "proportion": (gettext_noop("Said to be proportional"), gettext_noop("Read as two series of years that are said to be directly proportional: they should rise and fall together.")),
    "twice": (gettext_noop("One figure in two places"), gettext_noop("Read as one figure that is named twice: both places should print the same.")),
}  # fmt: skip
READINGS = {
    "window": gettext_noop("Read as a total over the stated number of years: the figures of these years should add up to it. Every span of so many years was tried."),
    "likely": gettext_noop("Read as a part of what is counted before it, as the unit and the time suggest; no word of the text says so."),
    "some": gettext_noop("Read as parts of a whole that the text need not tell completely."),
}
"""Readings that are told instead of the kind's."""
ROLES = {
    "first_series": gettext_noop("The one series"), "second_series": gettext_noop("The other series"),
    "parts": gettext_noop("Parts"), "whole": gettext_noop("Whole"), "part": gettext_noop("Part"), "percent": gettext_noop("Stated per cent"),
    "before": gettext_noop("Earlier figure"), "after": gettext_noop("Later figure"), "times": gettext_noop("Stated number of times"), "values": gettext_noop("Figures"),
    "range": gettext_noop("Range"), "greater": gettext_noop("Said to be greater"), "less": gettext_noop("Said to be less"), "difference": gettext_noop("Stated difference"),
    "a": gettext_noop("First sum"), "b": gettext_noop("First sum in the other money"), "c": gettext_noop("Second sum"), "d": gettext_noop("Second sum in the other money"),
    "numerator": gettext_noop("What is divided"), "denominator": gettext_noop("By what it is divided"), "rate": gettext_noop("Stated rate"), "earlier": gettext_noop("Earlier stage"),
    "later": gettext_noop("Later stage"), "first": gettext_noop("In the first place"), "second": gettext_noop("In the second place"), "exact": gettext_noop("Exact figure"),
    "rounded": gettext_noop("Rounded figure"),
}  # fmt: skip
VERDICTS = {
    "does_not_follow": (gettext_noop("Does not follow from the figures given"), "≠"),
    "holds": (gettext_noop("Adds up"), "="),
    "holds_with_rounding": (gettext_noop("Adds up with rounding"), "≈"),
    "cannot_be_checked": (gettext_noop("Cannot be checked from the text"), "?"),
    "wording": (gettext_noop("Remarks on wording"), "?"),
    "likely": (gettext_noop("Perhaps parts of a whole"), "≤"),
}
"""In the order of the page; a figure bears the sign of the first that speaks of it, and none for what is only likely."""
WORDING, LIKELY = "wording", "likely"
REMARKED = frozenset({"unit_switch", "false_precision", "proportion"})
"""Kinds of check without arithmetic: nothing is said to be wrong, a wording is pointed out."""
FOLDED = frozenset({"cannot_be_checked", WORDING, LIKELY})
HEDGES = {
    "more_than": gettext_noop("more than %(number)s"),
    "less_than": gettext_noop("less than %(number)s"),
    "at_least": gettext_noop("at least %(number)s"),
    "at_most": gettext_noop("at most %(number)s"),
    "about": gettext_noop("about %(number)s"),
    "almost": gettext_noop("almost %(number)s"),
}
MISSING = {
    "not_collected": gettext_noop("a figure said not to exist or not to be collected"),  # "no data" does not say which
    "not_published": gettext_noop("a figure said not to be published"),
    "closed": gettext_noop("a figure said to be closed"),
    "not_applicable": gettext_noop("a figure said not to apply"),
}


def class_of(check: Mapping[str, Any]) -> str:
    """Under which heading a check stands: its verdict; what is only a remark on wording, or a part that no word makes one, stands apart."""
    if check["kind"] in REMARKED:
        return WORDING
    return LIKELY if check["reading"] == LIKELY else str(check["verdict"])


def kind_word(kind: str) -> str:
    """The name of a kind of check."""
    return _(KINDS[kind][0])


def reading_words(kind: str, reading: str | None) -> str:
    """As what the figures were read."""
    return _(READINGS.get(reading or "", KINDS[kind][1]))


def role_word(role: str) -> str:
    """The name of a part in a check."""
    return _(ROLES[role])
