"""Refusals: one exception type per thing that can go wrong; they know no language and no face."""

from typing import ClassVar


class Refusal(Exception):
    """Something a person asked for that the rules do not allow.

    `code` is stable and machine-readable; `message` is an English sentence with named %(name)s
    places that a face translates with the same `params`. Subclasses set both. Where the sentence
    hangs on a number, `message` is for one, `plural` for more, and `counts` names the place of it.
    """

    code: ClassVar[str] = "refused"
    message: ClassVar[str] = "This is not possible."
    plural: ClassVar[str] = ""
    counts: ClassVar[str] = ""

    def __init__(self, **params: object) -> None:
        self.params = params
        text = self.plural if self.plural and params.get(self.counts) != 1 else self.message
        super().__init__(text % params if params else text)


class NotFound(Refusal):
    """There is no such thing, or the person may not know whether there is: the two answers are the same on purpose."""

    code = "not-found"
    message = "There is no such page, or it is not open to you."


class NotAllowed(Refusal):
    """The person's roles do not allow this."""

    code = "not-allowed"
    message = "Your role does not allow this. Ask the head of the mechanism if you think it should."
