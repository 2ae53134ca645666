"""What may be refused about letters: one exception a thing. They know no page."""

from tirek.ground.rules.refusals import Refusal


class LetterEntered(Refusal):
    """A letter of this body, number and date stands in the register."""

    code = "letter-entered"
    message = "A letter with this number and date of the same body stands in the register already. Nothing was saved: open that one."


class NumberNeeded(Refusal):
    """No number and no sign that there is none."""

    code = "letter-number-needed"
    message = "Write the number of the letter as it stands on it. Where it has none, write “n/n”."


class BeforeSending(Refusal):
    """Sent, or come, before it was written."""

    code = "letter-before-its-date"
    message = "The letter is dated %(dated)s and cannot have been sent or received on %(moved)s. Look at both days again."


class NotAnAnswer(Refusal):
    """An answer read out of a letter that went out."""

    code = "letter-not-incoming"
    message = "Answers are read out of letters that came in. This one went out."


class NotOutgoing(Refusal):
    """A letter that came in needs nobody's confirmation."""

    code = "letter-not-outgoing"
    message = "Only letters that went out are confirmed by the body to which they went."


class AcknowledgedAlready(Refusal):
    """The body confirmed it before."""

    code = "letter-acknowledged"
    message = "It stands here already that the body confirmed this letter on %(on)s."


class AcknowledgedBeforeSent(Refusal):
    """Confirmed before it was sent."""

    code = "letter-acknowledged-early"
    message = "The body cannot have confirmed on %(on)s a letter that was sent on %(sent)s. Look at the day again."


class PagesUnlike(Refusal):
    """Pages that the letter does not have."""

    code = "letter-pages"
    message = "Write both pages, the first one not after the last. The letter’s file has %(pages)s pages."


class NothingChosen(Refusal):
    """No recommendation named."""

    code = "letter-about-nothing"
    message = "Choose at least one recommendation, or write its number."


class NumbersUnknown(Refusal):
    """Numbers under which no issued recommendation stands."""

    code = "letter-numbers-unknown"
    message = "No issued recommendation stands under: %(numbers)s. Nothing was added: mend these numbers, or take them out."


class TooManyNumbers(Refusal):
    """More numbers than one letter can be about."""

    code = "letter-too-many-numbers"
    message = "These are more than %(most)s numbers. Nothing was added: look at the runs again, or enter them in several steps."


class BodyElsewhere(Refusal):
    """A letter to a body about what it does not answer for."""

    code = "letter-body-elsewhere"
    message = "This authority answers neither for these recommendations nor for bodies under it: %(numbers)s. Choose their own authority, or take them out."


class ReadAlready(Refusal):
    """The part has its answer."""

    code = "letter-part-read"
    message = "The answer of this part is entered already. What was entered stands on the page of the recommendation."


class NothingToTakeFurther(Refusal):
    """No ground: the answer is not overdue, nothing was refused, nothing was verified as undone."""

    code = "escalation-no-ground"
    message = "There is no ground to take %(number)s further: its answer is not overdue, it was not refused, and nobody verified that it is undone. Take it out of the list."


class RungTaken(Refusal):
    """A rung at or below one that was taken."""

    code = "escalation-rung-taken"
    message = "%(number)s was taken to this rung or a higher one already. Choose a higher rung, or take it out of the list."


class BodyUnlikeRung(Refusal):
    """A body that cannot stand on the rung."""

    code = "escalation-body"
    message = "This authority does not stand on the chosen rung for %(number)s. Choose the body itself, one above it, the prosecution or parliament, as the rung says."


class BodyOnRungNeeded(Refusal):
    """A rung with a body, and none named."""

    code = "escalation-body-needed"
    message = "Choose the authority to which it is taken."


class NoBodyOnRung(Refusal):
    """A body named for the Subcommittee or the public."""

    code = "escalation-no-body"
    message = "Neither the Subcommittee nor the public is an authority of the country. Leave the authority empty."


class DayGoneBy(Refusal):
    """An answer asked for on a day that is past."""

    code = "letter-answer-by-past"
    message = "An answer cannot be asked for until a day that is past. Choose a later day."


class LetterHolds(Refusal):
    """Something hangs on a letter that is to be taken out."""

    code = "letter-holds"
    message = "Answers were read out of this letter, or its receipt was confirmed, so it stays in the register. What was entered of it wrongly can be mended."


class DecisionWritten(Refusal):
    """A letter of the decision was written with what stands in it."""

    code = "escalation-written"
    message = "A letter of this decision was written with what stands in it, so it stays as it is. Take a new decision, and say in its reason what has changed."


class AnswersStand(Refusal):
    """Answers were read out of it under its number and days."""

    code = "letter-answers-stand"
    message = "Answers were read out of this letter: they stand under its authority, number and days, so these stay. The kind, the way, our own number and the file can be mended."


class AnsweredMeanwhile(Refusal):
    """A reminder of what was answered."""

    code = "paper-answered"
    message = "These were answered already, so there is nothing to remind of: %(numbers)s. Leave them out."


class PaperSent(Refusal):
    """A written letter that stands in the register already."""

    code = "paper-sent"
    message = "This letter stands in the register already, perhaps entered in another window. Nothing was saved: look there."


class AnswerDayNeeded(Refusal):
    """A letter that sends recommendations whose day of the answer has passed, and asks for no other day."""

    code = "paper-answer-day"
    message = "The day of the answer has passed for some of these. Write until when an answer is asked for, so that the letter does not ask for a day that is over."
