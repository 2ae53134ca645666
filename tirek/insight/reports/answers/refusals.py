"""Refusals about forms that authorities answer in: each says what is wrong and what to do."""

from tirek.ground.rules.refusals import Refusal


class NotAnAnswerForm(Refusal):
    """A document that is not the form of an answer."""

    code = "answer-form-unknown"
    message = "This document is not a form for answers of this system: its mark is missing. Nothing was recorded. Enter the letter’s answers by hand, each at its recommendation."


class AnswerFormOfAnother(Refusal):
    """A form of another report, or with a mark that was changed."""

    code = "answer-form-elsewhere"
    message = "The mark of this form (%(mark)s) belongs to no version of this report. Nothing was recorded. Open the report that it was made of, or ask the authority for the right file."


class AnswerFormsTogether(Refusal):
    """More than one form in one file."""

    code = "answer-forms-together"
    message = "This file holds a form more than once, or several forms. Nothing was recorded. Save each form as a file of its own, without copies, and bring it in."


class AnswerFormFetches(Refusal):
    """A form that would fetch something from elsewhere when a colleague opens it."""

    code = "answer-form-fetches"
    message = "Opened in Word, this document would fetch something from elsewhere (a template, a picture or an object), which the form never does. It was not kept. Ask the authority to fill in the form that it was sent."


class AnswerDayUnknown(Refusal):
    """No day of the letter."""

    code = "answer-day-unknown"
    message = "The form does not say the date of the letter as day, month and year. Write the date of the letter here."


class ChoiceNotOfForm(Refusal):
    """Words in the cell of the answer that are none of the form's choices."""

    code = "answer-choice-unknown"
    message = "“%(words)s” is none of the answers that the form offers. Enter this answer by hand."


class ChoiceMissing(Refusal):
    """A text without a choice."""

    code = "answer-choice-missing"
    message = "Something is written here, but no answer was chosen. Enter this answer by hand."


class NumberNotAsked(Refusal):
    """A recommendation that is not of this report, or twice in the form."""

    code = "answer-number-unknown"
    message = "The report has no such recommendation in force, or the form names it twice."


class LetterNumberTooLong(Refusal):
    """Longer than a number of a letter can be."""

    code = "answer-letter-long"
    message = "The number of the letter is longer than 60 characters. Enter this answer by hand, with its number in short."


class AnsweredSince(Refusal):
    """Another answer came between the trial of a row and recording it."""

    code = "answer-answered-since"
    message = "Since this row was tried, an answer to the recommendation was entered. Nothing was recorded; the row is tried anew. Look at the recommendation, then record the row if it still holds."


class RewordedSince(Refusal):
    """The recommendation was put in other words between the trial of a row and recording it."""

    code = "answer-reworded-since"
    message = "Since this row was tried, a correction of the report put the recommendation in other words. Nothing was recorded; the row is tried anew. Look whether the answer still fits, then record the row."


class CorrectedSince(Refusal):
    """The report was corrected between the trial of a row and recording it."""

    code = "answer-corrected-since"
    message = "Since this row was tried, a correction of the report was issued. Nothing was recorded; the row is tried anew. Look whether the answer still fits, then record the row."


class TriedAnew(Refusal):
    """The rows were tried again after the page was opened."""

    code = "answer-tried-anew"
    message = "The rows were tried again since you opened this page. Nothing was recorded. Look at what stands here now, then choose."


class RowsNotTried(Refusal):
    """The job that tries the rows is not at its end."""

    code = "answer-rows-not-tried"
    message = "The rows of this form are not tried yet. Wait until the work is done, or have them tried again."


class StillTried(Refusal):
    """The job that tries the rows is under way."""

    code = "answer-still-tried"
    message = "The rows of this form are being tried already. Wait until the work is done, or cancel it."
