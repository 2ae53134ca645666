"""What may be refused about recommendations: one exception a thing."""

from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.transitions import IllegalMove


class BasisNeeded(Refusal):
    """A recommendation rests on findings."""

    code = "basis-needed"
    message = "A recommendation rests on at least one finding of the same visit. Choose one."


class RecommendationTextNeeded(Refusal):
    """No text."""

    code = "recommendation-text"
    message = "Write what is recommended, in at least one language."


class RecommendationTooLong(Refusal):
    """Longer than one recommendation can be."""

    code = "recommendation-long"
    message = "This text has %(length)s characters; at most %(limit)s fit. Divide it into several recommendations. Nothing was saved."


class NoAddressee(Refusal):
    """An addressee that the pack does not know."""

    code = "addressee-unknown"
    message = "“%(code)s” is not an authority of this country. Choose one of the list."


class Frozen(Refusal):
    """Issued text does not change."""

    code = "recommendation-frozen"
    message = "An issued recommendation does not change. Record an answer or a verification, or repeat it in a later report."


class NotInForce(Refusal):
    """An answer, a verification or a withdrawal where nothing is in force."""

    code = "recommendation-not-in-force"
    message = "This recommendation is not in force: it is still a draft, or it was withdrawn or replaced. Nothing can be entered for it."


class CannotFollow(IllegalMove):
    """A word or an outcome that cannot come after the present one; mostly somebody entered another one meanwhile."""

    code = "recommendation-cannot-follow"
    message = "This cannot follow what stands there now. Somebody may have entered something meanwhile: look at the recommendation again."


class DateAhead(Refusal):
    """A date in the future."""

    code = "date-ahead"
    message = "The day %(on)s has not come yet. Write the day on which it really was."


class BeforeIssue(Refusal):
    """An answer or a verification from before there was a recommendation."""

    code = "date-before-issue"
    message = "The recommendation was issued on %(issued)s, and %(on)s is before that day. Write the day on which it really was."


class ReceivedBeforeWritten(Refusal):
    """A letter that came before it was written."""

    code = "received-before-written"
    message = "The letter cannot have come on %(received)s if it was written on %(written)s. Compare both days with the letter."


class NamedBeforeLetter(Refusal):
    """A day for carrying out that was over when the letter was written."""

    code = "named-before-letter"
    message = "A letter of %(written)s cannot name %(named)s as the last day for carrying it out. Compare both days with the letter."


class EvidenceNeeded(Refusal):
    """A verification says what was seen."""

    code = "evidence-needed"
    message = "Write what was seen or read: a verification without evidence cannot be relied on."


class RecommendationChanged(Refusal):
    """Somebody else saved first."""

    code = "recommendation-changed"
    message = "Somebody else has changed this recommendation while you were writing. Your text is still in the form: compare and save again."


class ReasonNeeded(Refusal):
    """A closing, or a stretch that is kept, without a reason."""

    code = "reason-needed"
    message = "Write why: others will read it years from now."


class StretchGone(Refusal):
    """The stretch that was decided is not in the text any more."""

    code = "stretch-gone"
    message = "This passage is no longer in the text. Look at the text again."


class TextMayName(Refusal):
    """A text that could name a person, not confirmed."""

    code = "text-may-name"
    message = "Passages of this text could name a person. Take them out, or confirm that none of them names a person deprived of liberty."


class OfficialUnfit(Refusal):
    """What is no name or no function of an official: too long, or with numbers that tell more of the person than the office."""

    code = "official-unfit"
    message = "Write the name and the function of the official only: without telephone, personal number or address, in at most 120 and 200 characters."


class LetterNumberNames(Refusal):
    """The number of a letter that could name somebody: nothing there needs a name, so no reason lets it stay."""

    code = "letter-number-names"
    message = "Write the number of the letter only, without names and personal numbers."


class StandsSoAlready(Refusal):
    """A change that changes nothing."""

    code = "recommendation-stands-so"
    message = "This stands so already. Nothing was changed."


class AnswerCame(Refusal):
    """Another day for an answer that came."""

    code = "answer-came"
    message = "The authority has answered already, so no day is waited for any more."


class DueGoneBy(Refusal):
    """A day for the answer that has gone by."""

    code = "due-gone-by"
    message = "The day %(on)s has gone by. Choose a day on which the answer can still come."


class DueTooFar(Refusal):
    """A day for the answer more than a year ahead: mostly a slip of the pen."""

    code = "due-too-far"
    message = "The day %(on)s is more than a year ahead. Choose an earlier one."


class NoCaretaker(Refusal):
    """Somebody who cannot follow recommendations up."""

    code = "caretaker-unknown"
    message = "This person has no part in the mechanism’s work in this country today. Choose somebody of the list."


class VisitNotBegun(Refusal):
    """A verification at a visit that has not begun."""

    code = "verifying-visit-not-begun"
    message = "This visit has not begun, so nothing was seen there yet. Choose another visit or none."


class VisitElsewhere(Refusal):
    """A verification at a visit to another place."""

    code = "verifying-visit-elsewhere"
    message = "This visit was to another place, so nothing of this one was seen there. Choose a visit to the place, or none."


class VisitBeforeIssue(Refusal):
    """A verification at a visit that began before there was anything to carry out."""

    code = "verifying-visit-before-issue"
    message = "This visit began before the recommendation was issued, so it cannot show what was done since. Choose a later visit, or none."


class VisitNotNamed(Refusal):
    """Something seen on the spot, at no visit."""

    code = "visit-not-named"
    message = "Say on which visit it was seen on the spot, or say that it was read in documents."


class VerifiedBeforeVisit(Refusal):
    """A verification at a visit, dated before that visit began."""

    code = "verified-before-visit"
    message = "The visit that you name began on %(first)s, and %(on)s is before that day. Correct the day, or choose another visit or none."


class VerifiedAfterVisit(Refusal):
    """A verification on the spot, dated after the visit that is named had ended."""

    code = "verified-after-visit"
    message = "The visit that you name ended on %(last)s, so nothing was seen there on %(on)s. Correct the day, or choose another visit or none."


class VerifiedThere(Refusal):
    """Another beginning for a visit at which something was verified that could not have been seen there then."""

    code = "verified-there"
    message = "Recommendation %(number)s was verified at this visit. The visit can begin neither after the day of that verification nor before the recommendation was issued. Write another beginning."


class EnteredAlready(Refusal):
    """An answer or a verification in all things like one that stands: its form was sent twice, and nobody could take one of them out."""

    code = "entered-already"
    message = "This is entered already, with the same days, words and file. Nothing was saved a second time: open the page of the recommendation."


class UnknownChoice(Refusal):
    """A code that is not in the list."""

    code = "choice-unknown"
    message = "“%(what)s” is not one of the choices. Choose one of the list."


class TooManyLabels(Refusal):
    """More labels than anybody would find it by."""

    code = "labels-too-many"
    message = "A recommendation bears at most %(most)s labels. Take some off first."


class NumberTaken(Refusal):
    """Two recommendations under one number."""

    code = "recommendation-number-taken"
    message = "The number %(number)s stands on another recommendation already. Give this one its own."


class DayOfWordMissing(Refusal):
    """An answer or a verification without its day, its words or its kind."""

    code = "recommendation-word-undated"
    message = "An answer needs what the authority says and the day of its letter; a verification needs what was found, its day and the words for it."


class SaidTogether(Refusal):
    """A link between two that stand in one thread already: a cycle."""

    code = "said-together"
    message = "Both stand in one thread already. Nothing was linked."


class NotEarlier(Refusal):
    """A link to what was said later, or to itself."""

    code = "not-earlier"
    message = "A recommendation can only repeat an earlier one. Open the later one of both and link it to the earlier one."


class OneReport(Refusal):
    """A link within one report."""

    code = "one-report"
    message = "Both stand in one report, so nothing was said again. Choose one of an earlier report."


class NotLinked(Refusal):
    """Taking apart what is not linked."""

    code = "not-linked"
    message = "These two are not linked. Somebody may have taken them apart meanwhile: look at the thread again."


class NotBeneath(Refusal):
    """A body that does not stand beneath the one that answers."""

    code = "recommendation-not-beneath"
    message = "Only a body beneath yours can be asked to prepare the answer. Choose one of the list."


class AlreadyDelegated(Refusal):
    """Asked before."""

    code = "recommendation-delegated"
    message = "This body was asked already. It can prepare the answer now."


class NotAnHeir(Refusal):
    """A body that took over nothing of the addressee."""

    code = "recommendation-no-heir"
    message = "This body took over no duties of the addressee. Choose one of those among which they were divided."


class BodysOwnWord(Refusal):
    """An answer that the body sent itself."""

    code = "recommendation-bodys-own-word"
    message = "The newest answer was sent by the body itself and stays. A later one can be entered."
