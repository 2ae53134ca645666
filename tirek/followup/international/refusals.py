"""What may be refused about reports of international bodies: one exception a thing. They know no page."""

from tirek.ground.rules.refusals import Refusal


class ReviewUnclear(Refusal):
    """A procedure or a year that cannot be meant."""

    code = "international-review"
    message = "Choose the kind of body, and write a year between 1950 and next year."


class DaysTurned(Refusal):
    """A mission that ends before it begins."""

    code = "international-days"
    message = "The last day is before the first one. Change one of them."


class SymbolTaken(Refusal):
    """A second report under one symbol."""

    code = "international-symbol"
    message = "There is a report with the symbol %(symbol)s already. Open that one, or look at the symbol again."


class SourceNeeded(Refusal):
    """A step that nobody could look up."""

    code = "international-source"
    message = "Write where this can be looked up: a letter with its number and date, an address, a document."


class ReportUnknown(Refusal):
    """A row of a table about a report that is not there."""

    code = "international-report-unknown"
    message = "No report with the symbol “%(symbol)s” is entered here. Enter the report first, or write its symbol as it stands on its page."


class ParagraphUnclear(Refusal):
    """What is no number of a paragraph."""

    code = "international-paragraph"
    message = "“%(number)s” is no number of a paragraph. Write it as it is cited, as 45, 45 (a) or 122.31."


class ParagraphTextNeeded(Refusal):
    """A recommendation without words."""

    code = "international-text"
    message = "Write what is recommended, in at least one language."


class ParagraphTaken(Refusal):
    """A second text under one number of one report."""

    code = "international-paragraph-taken"
    message = "Paragraph %(number)s of %(symbol)s is entered already. Change that one."


class AddresseeUnknown(Refusal):
    """An authority that the pack does not have."""

    code = "international-addressee"
    message = "“%(code)s” is not an authority of this country. Choose one of the list."


class LinkedAlready(Refusal):
    """The same link a second time."""

    code = "international-linked"
    message = "This is linked already."


class NotEarlier(Refusal):
    """A recommendation that is to go on from one of the same report or of a later one."""

    code = "international-not-earlier"
    message = "Choose a recommendation of an earlier report: a thread goes on from the older one to the newer one."


class NothingThere(Refusal):
    """A number under which the person finds no recommendation."""

    code = "international-no-number"
    message = "You find no issued recommendation with the number “%(number)s”. Copy the number from its page."


class NamedAlready(Refusal):
    """A reader who reads it anyway."""

    code = "international-reader"
    message = "This person reads the report already. Nothing was changed."


class PublicForAll(Refusal):
    """A reader named for what everybody reads."""

    code = "international-public"
    message = "This report is public; everybody reads it."


class NothingChosen(Refusal):
    """No paragraph of a document chosen."""

    code = "international-nothing-chosen"
    message = "Choose at least one paragraph."


class NoParagraphs(Refusal):
    """A text without numbered paragraphs."""

    code = "international-no-paragraphs"
    message = "No numbered paragraph was found in this text. Bring the recommendations in as a table instead: symbol, paragraph, text."


class Sourced(Refusal):
    """What comes from a pack's sourced record."""

    code = "international-sourced"
    message = "This stands here as the sourced record of the country tells it, and follows it. Put it right there, with its source."


class LinksStand(Refusal):
    """Links that would lead from the later to the earlier one."""

    code = "international-links-stand"
    message = "With these days a recommendation would go on from a later one. Take the links between their recommendations back first."


class StepBetween(Refusal):
    """A step dated outside the steps beside it."""

    code = "international-step-between"
    message = "The steps beside it are dated %(before)s and %(after)s. Its day must lie between them: compare all with their sources."


class DueUnclear(Refusal):
    """Nothing that could be due."""

    code = "international-due"
    message = "Choose the kind of body and write what is due."


class ContactAhead(Refusal):
    """A contact that has not been."""

    code = "international-contact-ahead"
    message = "The day %(on)s has not come yet. Write the day on which the contact was."


class ContactTextNeeded(Refusal):
    """A contact without words."""

    code = "international-contact-text"
    message = "Choose how the contact was, and write what it was about."


class DaysOfAnotherYear(Refusal):
    """Days that are not of the year that is given, or a last day alone."""

    code = "review-days-year"
    message = "The days and the year do not agree: the year is that of the first or the last day, and a last day needs a first one. Leave both days out where they are not known."
