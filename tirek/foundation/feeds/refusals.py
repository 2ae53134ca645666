"""What may be refused about the address of a calendar."""

from tirek.ground.rules.refusals import Refusal


class TooManyAddresses(Refusal):
    """More than anybody keeps an eye on."""

    code = "calendar-too-many"
    message = "You have %(most)s addresses of your calendar, which is the most. End one that you do not use any more, then make a new one."


class ReadTooOften(Refusal):
    """A program that asks without end."""

    code = "calendar-too-often"
    message = "This calendar has been read too often within the hour. Set the program to ask less often; once an hour is enough."
