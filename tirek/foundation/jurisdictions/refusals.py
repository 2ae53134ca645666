"""What can go wrong with packs: a bad file refuses the start, an unknown name refuses the question."""

from dataclasses import dataclass

from tirek.ground.rules.refusals import Refusal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a pack: the file as shown to the reader, the line (from 1), one sentence."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class PackRefused(Exception):
    """The packs have faults; all of them are listed with file and line. Nothing of the packs is used until they are mended."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"The jurisdiction packs cannot be used. Mend these lines and start again:\n{lines}")


class UnknownCountry(Refusal):
    """No pack is installed for the country."""

    code = "unknown-country"
    message = "There is no pack for the country “%(country)s”. Choose another country or install its pack."


class UnknownThing(Refusal):
    """The pack has no such authority, kind, term, fact or document. `among` is the pack's section, for programmers: no reader is shown its name."""

    code = "unknown-in-pack"
    message = "The pack “%(country)s” has no “%(code)s”. Go back and choose one that is listed."


class BodyNotThen(Refusal):
    """An authority that did not exist on the day that something is addressed to it, or said by it."""

    code = "body-not-then"
    message = "“%(name)s” did not exist on %(on)s. Choose the body that did its work on that day."


class FacilityUnknown(Refusal):
    """A facility that is no official place of the country's register."""

    code = "facility-unknown"
    message = "There is no such facility in the register of places of this country. Choose one of the list."


class FacilityClosed(Refusal):
    """A facility that is closed, or became a part of another."""

    code = "facility-closed"
    message = "This facility is closed or became a part of another. People act only for one that works today."


class NoRuleOnDate(Refusal):
    """The pack knows the thing, but nothing was in force on the date."""

    code = "no-rule-on-date"
    message = "The pack “%(country)s” has nothing in force for “%(code)s” on %(on)s. Enter it by hand with its source."
