"""What may be refused in the exchange with authorities: one exception a thing. They hold nothing of a row."""

from tirek.ground.rules.refusals import Refusal


class ReasonOfRefusal(Refusal):
    """A refusal, or an acceptance in part, without a reason."""

    code = "reply-reason"
    message = "Write why it is not accepted, or which part is not. An authority that does not accept gives its reason."


class ReplyChanged(Refusal):
    """Somebody else saved the reply meanwhile."""

    code = "reply-changed"
    message = "Somebody of your body has changed this reply since you opened it. Nothing was saved: look at it as it stands now, then write again."


class ReplyHandedIn(Refusal):
    """A reply that waits for the head is not changed under his eyes."""

    code = "reply-handed-in"
    message = "This reply is handed in and waits to be sent. Whoever sends it can return it, then it can be changed."


class NothingToSend(Refusal):
    """No reply that could be sent."""

    code = "reply-none"
    message = "There is no reply of your body here that could be sent. It may have been returned or sent meanwhile: open the list again."


class StepUnclear(Refusal):
    """A step without a day, or a day without a step."""

    code = "reply-step"
    message = "Each step needs both: what will be done, and until which day."


class StepGoneBy(Refusal):
    """A step that was to be done before today."""

    code = "reply-step-past"
    message = "The day %(until)s has passed. A plan names days that are still to come; what is done already belongs into the text."


class TooManySteps(Refusal):
    """More steps than a reply holds."""

    code = "reply-steps"
    message = "A reply holds at most %(limit)s steps. Put several into one, or attach the plan as a file."


class TooManyFiles(Refusal):
    """More files than a reply holds."""

    code = "reply-files"
    message = "A reply holds at most %(limit)s files. Put several pages into one file."


class TimeAskedAlready(Refusal):
    """A request waits to be decided."""

    code = "time-asked"
    message = "More time was asked for already, and the mechanism has not decided yet."


class TimeDecided(Refusal):
    """Somebody decided it before."""

    code = "time-decided"
    message = "This request was decided meanwhile. Open the recommendation again to see how."


class NotMoreTime(Refusal):
    """A day that is not later than the one that stands."""

    code = "time-not-more"
    message = "The answer is due on %(due)s. Ask for a later day."


class MessageEmpty(Refusal):
    """A message without words."""

    code = "message-empty"
    message = "Write what you want to say."


class ReplyTooLong(Refusal):
    """More than a reply or a message holds."""

    code = "reply-long"
    message = "This text has %(length)s characters; at most %(limit)s fit. Put the rest into a file. Nothing was saved."


class NotTheSheet(Refusal):
    """A table without the columns of the sheet."""

    code = "sheet-other"
    message = "This is not the spreadsheet of the recommendations: its columns “Recommendation No.”, “Answer” and “What was or will be done” were not found. Take a fresh file and fill that in."


class RowUnknown(Refusal):
    """A number that is not addressed to the body."""

    code = "row-unknown"
    message = "There is no recommendation under the number “%(number)s” that your body answers."


class RowTwice(Refusal):
    """The same recommendation in several rows."""

    code = "row-twice"
    message = "This number stands in several rows. Leave one of them."


class RowForeign(Refusal):
    """A mark that does not fit."""

    code = "row-foreign"
    message = "The mark of this row does not fit its recommendation: the row was put together from others, or the recommendation was worded anew since. Take a fresh file."


class RowUnmarked(Refusal):
    """No mark."""

    code = "row-unmarked"
    message = "This row has no mark of the mechanism, so it cannot be told what was asked. Take a fresh file."


class WordMissing(Refusal):
    """No answer chosen."""

    code = "row-word"
    message = "Choose the answer from the list; “%(typed)s” is none of it."


class StepDayUnclear(Refusal):
    """A day that cannot be read."""

    code = "row-day"
    message = "“%(typed)s” is no day. Write it as DD.MM.YYYY."


class RowMayName(Refusal):
    """A row whose text could name a person."""

    code = "row-may-name"
    message = "These passages could name a person: %(passages)s. Take them out, or confirm below that none of them names a person deprived of liberty."


class TooManyRows(Refusal):
    """More rows than a file of ours holds."""

    code = "sheet-rows"
    message = "At most %(limit)s rows are read at once. Divide the file."


class SheetEntered(Refusal):
    """The answers of a file were entered before."""

    code = "sheet-entered"
    message = "The answers of this file were entered on %(on)s. Bring a mended file as another one."


class ReplyElsewhere(Refusal):
    """Another body of the chain prepares the reply itself."""

    code = "reply-elsewhere"
    message = "The body that answers prepares this reply itself now. Ask its people whether yours is still wanted."


class RewordedSince(Refusal):
    """A reply to words that are no longer in force."""

    code = "reply-reworded"
    message = "The recommendation was worded anew since this reply was written. Read it again, and keep the reply once more if it still fits."


class NothingInOrder(Refusal):
    """A file of which no row can be entered."""

    code = "sheet-nothing"
    message = "No row of this file is in order, so nothing was entered. Let the body mend it, and bring the mended file as another one."


class AnsweredSince(Refusal):
    """A reply that was written before another answer came."""

    code = "reply-answered"
    message = "Another answer of the authority was entered since this reply was written. Read it, and keep the reply once more if it still holds."
