"""What may be refused about sources and about decisions on their figures. Texts only; no rule and no table."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class TitleMissing(Refusal):
    """A source without a title."""

    code = "source-title-missing"
    message = _("The source has no title. Write it as it stands on the document.")


class SourceTwice(Refusal):
    """The same bytes entered a second time in one country."""

    code = "source-twice"
    message = _("This document is entered already, as “%(title)s”. Open that source instead.")


class SourceCodeUnknown(Refusal):
    """A kind, distance, language or verdict that is not in the lists."""

    code = "source-code-unknown"
    message = _("“%(given)s” is not in the list. Choose one that the list has.")


class SourceDateAhead(Refusal):
    """A document dated in the future."""

    code = "source-date-ahead"
    message = _("The date of the document, %(given)s, is in the future. Correct it, or leave it empty if the document states none.")


class TextNotHeld(Refusal):
    """Something that needs the text of a source of which only others' words are known."""

    code = "source-text-not-held"
    message = _("The text of this source is not held here, so its figures cannot be read. What others say of it is shown as retold.")


class NotYetRead(Refusal):
    """A decision before the figures of the source were read."""

    code = "source-not-yet-read"
    message = _("The figures of this source are still being read. Wait until they are shown, then decide.")


class StretchOutside(Refusal):
    """A stretch that does not lie in the text, or whose words are others."""

    code = "decision-stretch-outside"
    message = _("These words do not stand in this place of the text. Load the page again and choose the figure anew.")


class DecisionReasonMissing(Refusal):
    """A figure rejected, changed or added without a reason."""

    code = "decision-reason-missing"
    message = _("Say in a few words why the proposal is rejected or changed, so that others can follow it.")


class DecidedMeanwhile(Refusal):
    """Two people decide about one figure; the second had not seen the first one's decision."""

    code = "decision-meanwhile"
    message = _("Somebody else decided about this figure while you looked at it. Read that decision first, then decide again if you disagree.")


class ProposalChanged(Refusal):
    """A decision about a proposal that is read otherwise now than when the page was loaded."""

    code = "decision-proposal-changed"
    message = _("The rules read this figure otherwise now than when your page was loaded. Nothing was decided: read what is proposed now, then decide.")


class NumberUnclear(Refusal):
    """A corrected value that is no number."""

    code = "decision-number-unclear"
    message = _("“%(given)s” is not a number. Write digits, with a point or a comma before decimals, for example 1250 or 13.57.")


class PeriodReversed(Refusal):
    """A period whose last day is before its first."""

    code = "decision-period-reversed"
    message = _("The last day of the period is before the first day. Change one of them.")


class UnitUnknown(Refusal):
    """A unit that is not in the list of units."""

    code = "decision-unit-unknown"
    message = _("“%(given)s” is not a unit of the list. Choose one that the list has.")
