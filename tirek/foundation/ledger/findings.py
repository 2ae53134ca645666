"""What a verification finds and what it cannot see; and checks by apps above the ledger of what their ledgered rows point at.

It knows no table: an app registers its check when it starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

Progress = Callable[[int, int], None]

UNSEEN = (
    _("entries newer than the last checkpoint, if someone took them out of the database within that minute with all that they wrote"),
    _(
        "a rewriting by somebody who can write both the database and the checkpoint file: without the keys they can roll the records back to an "
        "earlier checkpoint, that is put rows back, take the later entries out and cut checkpoints off the end (or hide these only while this "
        "check runs), and rewrite entries from before there were seals, and the program goes on from there and signs it; with the signing key "
        "and the key of the seals they can rewrite everything. A rollback of the database alone, or a cut of the file alone, is found. "
        "Compare a checkpoint printed in an issued report, or kept elsewhere, with the file"
    ),
    _("what is not in ledgered rows: the accounts' passwords, second factors and sessions, and files in the files folder that no row names"),
    _("figures that the program proposes for a source: its text and the rules make them again, and nothing vouches for them until a person decides"),
    _("rows that were read without the program, straight from the database or the disk"),
    _("a row that was changed without the program and put back as it was before this check or an act met it; and what was meanwhile read from it"),
    _(
        "a row that was put back to what an earlier entry recorded while its newer lines were hidden from an act that wrote it, "
        "if these lines were put back as well before this check"
    ),
    _("what was never entered"),
    _("entries and rows whose salt was erased: their place in the tree holds, their content can no longer be tested"),
)
"""English sentences; faces translate them."""


Place = str | int


@dataclass(frozen=True, slots=True)
class Told:
    """An English sentence with named places and what stands in them: a face says the sentence in its reader's language, a terminal in English."""

    message: str
    places: Mapping[str, Place]

    def __str__(self) -> str:
        return self.message % self.places


def told(message: str, **places: Place) -> Told:
    """The sentence with what stands in its places."""
    return Told(message, places)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: where (entry number or table and row) and what to tell."""

    kind: str
    where: str
    told: Told

    @property
    def sentence(self) -> str:
        """In English."""
        return str(self.told)


@dataclass(frozen=True, slots=True)
class Findings:
    """The outcome: how much was checked, what does not hold, what is no fault but worth knowing, and what this check cannot see."""

    entries: int
    rows: int
    checkpoints: int
    files: int
    faults: tuple[Fault, ...]
    remarks: tuple[Told, ...] = ()
    unseen: tuple[str, ...] = UNSEEN

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


FileCheck = Callable[[list[Fault], Progress], int]
"""Adds faults to the list, tells of its progress, returns how many files it read."""

_file_checks: list[FileCheck] = []


def register_file_check(check: FileCheck) -> None:
    """Lets an app above check the bytes that its ledgered rows name, as a part of each verification."""
    if check not in _file_checks:
        _file_checks.append(check)


def check_files(faults: list[Fault], progress: Progress) -> int:
    """Runs the registered checks. Returns how many files were read."""
    return sum(check(faults, progress) for check in _file_checks)
