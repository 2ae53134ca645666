"""What may be refused about a text that is to be checked, beside what reading and extraction refuse: each with what to do next."""

from tirek.ground.rules.refusals import Refusal


class TooManyFigures(Refusal):
    """A text whose figures and checks would make a page that no browser shows."""

    code = "check-too-many-figures"
    message = "This text holds more than %(limit)s figures or checks; a page cannot show them. Divide it and give the parts one by one."
