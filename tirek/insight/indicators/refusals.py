"""What may be refused about values of indicators and breaks in series. Texts only; no rule and no table."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class IndicatorUnknown(Refusal):
    """A code that no definition has."""

    code = "indicator-unknown"
    message = _("There is no indicator “%(given)s”. Choose one of the list.")


class ValueUnfit(Refusal):
    """An amount for a scale, a step for a number, or neither."""

    code = "value-unfit"
    message = _("A value is a number, a step of the scale, or words, as its indicator asks, or the reason why there is none. Fill in one of them.")


class StepOutside(Refusal):
    """A step that the scale does not have."""

    code = "value-step-outside"
    message = _("The scale of this indicator has no step %(given)s. Choose one of its steps.")


class CurrencyUnfit(Refusal):
    """Money without a currency, or a currency of something else."""

    code = "value-currency-unfit"
    message = _("A sum of money needs its currency, and no other figure has one. Correct the currency.")


class CountUnfit(Refusal):
    """A count below nothing, or of parts of people or things."""

    code = "value-count-unfit"
    message = _("%(given)s cannot be a count: people and things are counted in whole numbers from 0. Correct the number.")


class YearOutside(Refusal):
    """A year that cannot be meant."""

    code = "value-year-outside"
    message = _("The year %(given)s cannot be meant. Write a year like 2024.")


class AsOfOutside(Refusal):
    """A day that lies outside the year of its value."""

    code = "value-as-of-outside"
    message = _("The day lies outside the year of the value. Correct the day or the year; the first day of the next year may end a year.")


class InferenceMissing(Refusal):
    """A year that the source does not state, without a word why it is taken."""

    code = "value-inference-missing"
    message = _("The source states no year. Say in a sentence why this year is taken.")


class QuoteElsewhere(Refusal):
    """Words that do not stand in the source."""

    code = "value-quote-elsewhere"
    message = _("These words do not stand in the source. Copy the sentence as it stands there.")


class OwnValue(Refusal):
    """The person who entered a value checks it."""

    code = "value-own"
    message = _("You entered this value yourself. Ask a colleague to compare it with its sentence.")


class CheckedAlready(Refusal):
    """A value that was checked before."""

    code = "value-checked-already"
    message = _("This value has been checked already. Load the page again.")


class SupersededAlready(Refusal):
    """A value whose place another one took before."""

    code = "value-superseded-already"
    message = _("Another value has taken the place of this one already. Open that one, and supersede it if it is wrong too.")


class SupersededByAnother(Refusal):
    """A value that is to supersede one of another indicator, or of a later year."""

    code = "value-superseded-by-another"
    message = _("A value is superseded by one of the same indicator and of the same or a later year. Correct the year.")


class BreakUnknown(Refusal):
    """A break that the law time line does not have for this indicator."""

    code = "break-unknown"
    message = _("The time line has no such break for this indicator. Choose one that it has.")


class OverrideReasonMissing(Refusal):
    """A break overridden without a reason."""

    code = "break-reason-missing"
    message = _("Say why the figures before and after can be compared all the same; the reason is shown beside every result.")
