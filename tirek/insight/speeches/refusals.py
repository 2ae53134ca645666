"""What may be refused about sheets for a speech: one exception a thing, each with what to do next. They know no page."""

from tirek.ground.rules.refusals import Refusal


class CountsChanged(Refusal):
    """The record changed since the head looked at the sheet."""

    code = "speech-counts-changed"
    message = "The counts changed since you opened this page, so nothing was frozen. Look at the figures as they stand now, and freeze them then."


class FrozenAlready(Refusal):
    """Nothing changed since the newest version of the day."""

    code = "speech-frozen-already"
    message = "Exactly these figures are frozen as version %(version)s. A further version is made once one of them has changed."


class SheetBusy(Refusal):
    """Another paper is being made."""

    code = "speech-press-busy"
    message = "Another sheet is being made just now. Wait a moment and ask again."
