"""Why pages cannot be shown, each with one sentence that says what to do next."""

from tirek.ground.rules.refusals import Refusal


class PagesBusy(Refusal):
    """Other pages are being drawn."""

    code = "pages-busy"
    message = "Other pages are being drawn at this moment. Wait a few seconds and open this one again."


class PagesLocked(Refusal):
    """The PDF opens with a password alone."""

    code = "pages-locked"
    message = "This PDF asks for a password. Save it without one and choose it again."


class PagesBroken(Refusal):
    """The PDF is damaged, or takes too much work."""

    code = "pages-broken"
    message = "The pages of this PDF cannot be read: it is damaged, or too large to be drawn. Scan the letter again and choose the new file."


class TooManyPages(Refusal):
    """More pages than a letter has."""

    code = "pages-too-many"
    message = "This PDF has %(pages)s pages; a letter can have at most %(limit)s. Divide it into parts, each with its own letter."
