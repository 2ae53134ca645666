"""What may be refused about visits: one exception a thing, each with what to do next."""

from tirek.ground.rules.refusals import NotAllowed, Refusal


class DatesWrong(Refusal):
    """The last day is before the first."""

    code = "visit-dates"
    message = "The last day is before the first day. Change one of them."


class DayGoneBy(Refusal):
    """A visit is planned for a day that has gone by."""

    code = "day-gone-by"
    message = "The first day has gone by. Plan the visit for today or later; if it has already been, its real day is written when it is begun."


class PlannedTooFar(Refusal):
    """A visit is planned for a year that no plan reaches."""

    code = "planned-too-far"
    message = "The plan reaches until %(last)s. Check the year of the first day."


class VisitTooLong(Refusal):
    """A visit is planned for longer than a visit takes."""

    code = "visit-too-long"
    message = "The visit would take too long: its last day can be %(last)s. Check the year and the month, or plan several visits."


class MomentAhead(Refusal):
    """Something is said to have happened that is still to come."""

    code = "moment-ahead"
    message = "This moment has not come yet. Write when it really happened."


class BegunTooEarly(Refusal):
    """The visit is said to have begun so long ago that the year or the month must be wrong."""

    code = "begun-too-early"
    message = "The visit cannot have begun so long ago: the earliest day is %(first)s. Check the year and the month."


class BegunBeforePlan(Refusal):
    """A visit is said to have begun before its planned day, without a reason."""

    code = "begun-before-plan"
    message = "The visit is planned from %(first)s on, and %(began)s is before that day. If it really begins then, write why."


class BegunLongAgo(Refusal):
    """A beginning is entered days later, without a reason."""

    code = "begun-long-ago"
    message = "The visit would have begun on %(began)s, more than three days ago. If that is right, write why it is entered only now."


class RecordedBefore(Refusal):
    """A beginning after something that happened at the visit."""

    code = "recorded-before"
    message = "Something of this visit is recorded for %(first)s: a meeting, the closing talk or an urgent measure. The visit cannot have begun after it. Write an earlier beginning, or correct that first."


class EndBeforeBeginning(Refusal):
    """The visit is said to have ended before it began."""

    code = "end-before-beginning"
    message = "The end is before the beginning of the visit. Change one of them."


class BeforeVisit(Refusal):
    """A meeting or talk of the visit is said to have been before it began."""

    code = "before-visit"
    message = "The visit began on %(first)s: this day is before it. Write the day on which it really was."


class AfterVisit(Refusal):
    """A meeting or talk is so long after the visit that it is not part of it."""

    code = "after-visit"
    message = "This is too long after the visit to be part of it: the last day is %(last)s. Write what came later where its recommendations are followed."


class PromiseBeforeTalk(Refusal):
    """A promise is said to end before the talk in which it was given."""

    code = "promise-before-talk"
    message = "A promise of the talk on %(held)s cannot end before that day. Correct the day until which it was promised, or leave it empty."


class SeenBeforeVisit(Refusal):
    """A danger is said to have been seen before the visit began."""

    code = "seen-before-visit"
    message = "This is before the visit began. Write when the danger was seen: after the visit began and not later than now."


class SentBeforeSeen(Refusal):
    """A measure is said to have been sent before the danger was seen."""

    code = "sent-before-seen"
    message = "The measure cannot have been sent before the danger was seen. Write when it was really sent: after that moment and not later than now."


class NotSentYet(Refusal):
    """An answer to a measure that nobody has sent."""

    code = "not-sent-yet"
    message = "Nobody can answer a measure that was not sent. Write when it was sent, then the answer."


class MeasureThere(Refusal):
    """A measure in the words of another one: its form was sent twice."""

    code = "measure-there"
    message = "This urgent measure is written down already, in the same words. Nothing was saved a second time: open the page of access."


class FindingThere(Refusal):
    """A finding in the words of another one: its form was sent twice."""

    code = "finding-there"
    message = "This finding is written down already, in the same words. Nothing was saved a second time: open the page of findings."


class MeasureSent(Refusal):
    """A text that was sent is what was sent."""

    code = "measure-sent"
    message = "This urgent measure was sent, so it stays as it was sent. Note what the authority answered, or write another measure."


class AnsweredBeforeSent(Refusal):
    """An answer is said to have come before the measure was sent."""

    code = "answered-before-sent"
    message = "The answer cannot have come before the measure was sent. Correct one of the two moments."


class PlaceNotOpen(Refusal):
    """The place does not work on that day."""

    code = "place-not-open"
    message = "The register says that this place does not work on that day. Choose another place or correct the register."


class PlannedAlready(Refusal):
    """A place for which something is planned in the same month."""

    code = "planned-already"
    message = "A visit to this place is in the plan of this month already, from %(day)s on."


class NoDayLeft(Refusal):
    """A month without a working day on which a visit of that length could begin."""

    code = "no-day-left"
    message = "The month has no working day left on which a visit of this length could begin. Choose another month, or fewer days."


class LeaderNeeded(Refusal):
    """A delegation has exactly one leader."""

    code = "leader-needed"
    message = "A delegation has exactly one leader. Give that role to one member."


class LeaderCannotSignIn(Refusal):
    """The leader of a delegation has no account in use: nobody could decide what is the leader's alone."""

    code = "leader-cannot-sign-in"
    message = "%(name)s has no account in use, and only the leader decides about warnings, begins and ends the visit. Ask the administrator to invite this member and to link the account, or give the role of leader to another member."


class LeaderOnly(NotAllowed):
    """What is the leader's alone, asked by somebody else."""

    code = "leader-only"
    message = "Only the leader of the delegation does this. If the leader cannot, choose another leader on the page of the team."


class PreparationOver(NotAllowed):
    """What belongs to the preparation of a visit that has begun, or is cancelled."""

    code = "preparation-over"
    message = "The visit is no longer being prepared: it has begun, or it was cancelled. Who organises it and when it begins cannot be changed any more."


class NotUnderWay(NotAllowed):
    """The end of a visit that is not under way."""

    code = "not-under-way"
    message = "Only a visit that is under way can be ended. Look at the visit's page to see in which state it is."


class MemberTwice(Refusal):
    """The same member twice."""

    code = "member-twice"
    message = "One member stands twice in the delegation. Keep one of the two lines."


class WarningsUndecided(Refusal):
    """Warnings about the team wait for the leader."""

    code = "warnings-undecided"
    message = "The leader has not yet decided about %(count)s warning about the team. Open the team's page and decide it with a reason."
    plural = "The leader has not yet decided about %(count)s warnings about the team. Open the team's page and decide each with a reason."
    counts = "count"


class ReasonNeeded(Refusal):
    """A decision needs its reason in words."""

    code = "reason-needed"
    message = "Give the reason in words: others will read it later."


class AccessIncomplete(Refusal):
    """A delay or refusal without who, on what ground or, for a delay, how long. `missing` holds the parts that are not told."""

    code = "access-incomplete"
    message = "A delay or a refusal says who, on what ground and, if it was a delay, how many minutes. Fill in what is missing."

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__()


class SourcesNeeded(Refusal):
    """A finding rests on two kinds of source, or says why not."""

    code = "sources-needed"
    message = "A finding rests on at least two kinds of source. Name a second one, or write why there is only one."


class TextNeeded(Refusal):
    """A finding without a text."""

    code = "text-needed"
    message = "Write what was seen, in at least one language."


class TextTooLong(Refusal):
    """A text beyond what one paragraph can be."""

    code = "text-too-long"
    message = "This text has %(length)s characters; at most %(limit)s fit. Divide it into several findings. Nothing was saved."


class DoctorOnly(Refusal):
    """A medical finding is the doctor's."""

    code = "doctor-only"
    message = "Only the doctor of the delegation words, changes, releases or takes back a medical finding."


class PartsRefused(Refusal):
    """Some parts of what was entered together are refused; nothing is saved. `parts` holds (name of the part, its number, its refusal)."""

    code = "parts-refused"
    message = "Nothing was saved yet: %(count)s part has something to change. Everything you typed is still in the form."
    plural = "Nothing was saved yet: %(count)s parts have something to change. Everything you typed is still in the form."
    counts = "count"

    def __init__(self, parts: tuple[tuple[str, int, Refusal], ...]) -> None:
        self.parts = parts
        super().__init__(count=len(parts))


class ChangedMeanwhile(Refusal):
    """Somebody else saved first."""

    code = "changed-meanwhile"
    message = "Somebody else has changed this while you were writing. Your text is still in the form: compare it with the new one and save again."


class NothingThere(Refusal):
    """The hit that was decided is not in the text any more."""

    code = "hit-gone"
    message = "This passage is no longer in the text. Look at the text again."


class UnknownCode(Refusal):
    """A code that the pack does not list."""

    code = "unknown-code"
    message = "“%(what)s” is not in the list of this country. Choose one of the list."


class NotYetBegun(Refusal):
    """What belongs to a visit that has begun."""

    code = "not-begun"
    message = "The visit has not begun. Begin it first."


class AlreadyReported(Refusal):
    """The report has frozen the findings."""

    code = "already-reported"
    message = "The report is issued and its findings are frozen. A correction of the report makes a new version."


class NothingToRestore(Refusal):
    """A record that stands as it was issued, or whose report is being corrected."""

    code = "nothing-to-restore"
    message = "There is nothing to put back: the record of this visit stands as in the issued report, or a correction is under way."


class NotOverYet(Refusal):
    """A past visit that is not over."""

    code = "visit-not-over"
    message = "This visit is not over yet. Put it into the plan instead: there it stays hidden from those who must not know of it."


class ReportedBefore(Refusal):
    """A past visit whose report is dated before its end or ahead."""

    code = "visit-reported-before"
    message = "The report cannot be dated before the end of the visit or after today. Correct one of the days."
