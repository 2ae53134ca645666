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


class QuestionMissing(Refusal):
    """A topic, or a point of it, without a question."""

    code = "topic-question-missing"
    message = _("There is no question yet. Write it so that neither side would put it otherwise.")


class PointUnknown(Refusal):
    """A statement on a point that its topic does not have, or a point taken away on which statements stand."""

    code = "topic-point-unknown"
    message = _("The question has no such point. Add the point first, then the statement; a point with statements cannot be taken away.")


class TopicClosed(Refusal):
    """Something written to a topic that is closed."""

    code = "topic-closed"
    message = _("This question is closed. Open it again before you change it.")


class TopicMeanwhile(Refusal):
    """Two people change one thing; the second had not seen what the first one wrote."""

    code = "topic-meanwhile"
    message = _("Somebody else changed this while you wrote. Load the page again, read the change, then write yours.")


class QuoteNotThere(Refusal):
    """A quote that does not stand in the source's text, or in more than one place."""

    code = "statement-quote-not-there"
    message = _("These words do not stand in the text of this source exactly once. Copy them from the text, with enough of the words around them.")


class SpeakerMissing(Refusal):
    """A statement of nobody."""

    code = "statement-speaker-missing"
    message = _("Say whose words these are: an office or a body, not a person's name.")


class NotOneReading(Refusal):
    """A statement that is read as two things at once, or as none."""

    code = "statement-not-one-reading"
    message = _("A statement is either a position, or a figure, or a silence. Fill in one of the three.")


class AlreadyTakenBack(Refusal):
    """A statement that was taken back before."""

    code = "statement-taken-back"
    message = _("This statement was taken back already.")


class TopicNotReady(Refusal):
    """A topic that cannot be published as it stands."""

    code = "topic-not-ready"
    message = _("The question cannot be published yet: it, its points and the position of every statement must stand in all four languages, and it needs a statement.")
