"""One house at long work, told what to do over pipes: `python -m tests.trials.works TARGET` reads a verb a line. Each work runs in a process of its own.

A process is forked for each verb, as the house forks its parts. With a second word a work stops at its worst moment, in the middle of what must be whole
(a backup in the middle of its "rows" or "files"), says so, and goes on when it is told to: until then the trial kills whom it likes, or fills the disk.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import contextmanager, redirect_stdout
from unittest.mock import patch

import django

ROWS = 50
HEAD = ["Reference", "Name in Russian", "Name in Kazakh", "Kind of place", "Region"]
VOICE = os.dup(1)
"""What the trial reads; a work's own words go to the error stream."""


def say(**told: object) -> None:
    """One answer, a line of JSON."""
    os.write(VOICE, (json.dumps(told) + "\n").encode())


def heard() -> list[str]:
    """The words of the next line, byte by byte: what comes after it may be another process's."""
    line = b""
    while (byte := os.read(0, 1)) not in {b"\n", b""}:
        line += byte
    return line.decode().split()


def halt() -> None:
    """Stops here until the trial says to go on."""
    say(halted=os.getpid())
    heard()


@contextmanager
def halting(verb: str, number: int = 1):
    """Halts within the transaction of the n-th act with this verb, all of it written and nothing committed."""
    from tirek.foundation.ledger import services

    original, left = services.append, [number]

    def append(draft, act):
        entry = original(draft, act)
        left[0] -= draft.verb == verb
        if draft.verb == verb and left[0] == 0:
            halt()
        return entry

    with patch.object(services, "append", append):
        yield


def sheet():
    """A table of places as somebody brings it."""
    from tests.foundation.sheets.bringing import workbook

    return workbook(HEAD, *([f"P-{n}", f"Учреждение {n}", f"Мекеме {n}", "prison", "LU-TA"] for n in range(ROWS)))


def begin(halts: str) -> None:
    """What stands before: a report that everybody signed."""
    from tests.insight.reports import flow

    flow.signed()


def bring(halts: str) -> None:
    """Somebody uploads a table: in the web server's request."""
    from tests.people import secretary
    from tirek.foundation.sheets import services

    with halting("sheet.brought", 1 if halts else 0):
        services.bring_sheet(kind="places", content=sheet(), country="demo", by=secretary)


def ask(halts: str) -> None:
    """The trial of the rows, then somebody asks to have them entered: in the web server's request."""
    from tests.foundation.sheets.bringing import tried_again
    from tests.people import secretary
    from tirek.foundation.sheets import services
    from tirek.foundation.sheets.models import Sheet

    one = Sheet.objects.get()
    if one.state == "read":
        tried_again(one.pk, secretary)
    with halting("sheet.applying", 1 if halts else 0):
        services.apply_sheet(sheet_id=one.pk, by=secretary)


def enter(halts: str) -> None:
    """The job that enters the rows."""
    from tests.foundation.sheets.bringing import no_step
    from tests.people import secretary
    from tirek.foundation.sheets import services
    from tirek.foundation.sheets.models import Sheet

    with halting("sheet.rows-entered", 2 if halts else 0):
        services.apply_rows(sheet_id=Sheet.objects.get().pk, by=secretary, step=no_step)


def take(halts: str) -> None:
    """The job that writes a list as a file."""
    from tests.people import secretary
    from tirek.foundation.sheets import services
    from tirek.foundation.sheets.models import TakenOut

    asked = TakenOut.objects.first() or TakenOut.objects.get(pk=services.ask_for_list(kind="places", ending="xlsx", purpose="check", country="demo", by=secretary).value)
    services.make_list(list_id=asked.pk, by=secretary, step=once(halts))


def issue(halts: str) -> None:
    """Somebody issues a report: it is frozen."""
    from tests.people import secretary
    from tirek.insight.reports.models import Report
    from tirek.insight.reports.services import issue_visit_report

    with halting("report.issued", 1 if halts else 0):
        issue_visit_report(report_id=Report.objects.get().pk, by=secretary)


def backup(halts: str) -> None:
    """The nightly backup."""
    from tirek.project.cli import backups
    from tirek.project.cli.troubles import Trouble

    tell = once(halts)
    with patch.object(backups, "counting", lambda what: tell if what == (halts or "files") else lambda *told: None):
        try:
            backups.backup(sys.argv[1])
        except Trouble as trouble:
            say(trouble=str(trouble))
            raise


def once(halts: str) -> Callable[..., None]:
    """A step that halts when the first piece is done."""
    left = [bool(halts)]

    def step(*told: object) -> None:
        if left.pop() if left else False:
            halt()

    return step


def stand(halts: str) -> None:
    """What there is now, and whether the ledger and the index hold."""
    from tirek.followup.recommendations.models import Recommendation
    from tirek.foundation.jobs.models import Job
    from tirek.foundation.ledger.checkpoints import write_checkpoint
    from tirek.foundation.ledger.verification import verify
    from tirek.foundation.search.queries import check
    from tirek.foundation.sheets.models import Applied, Reference, Sheet
    from tirek.foundation.sheets.outside import folder
    from tirek.insight.reports.models import Report
    from tirek.registers.places.models import Place

    write_checkpoint()
    row, report = Sheet.objects.first(), Report.objects.get()
    entered = {Place.objects.count() - 1, Applied.objects.count(), Reference.objects.count()}
    say(
        faults=[str(each) for each in verify().faults], searched=check(lambda *told: None).agree, sheet=row.state if row else "", entered=sorted(entered),
        jobs=sorted(Job.objects.values_list("kind", flat=True)), lists=sorted(path.suffix for path in folder().iterdir()),
        report=[report.state, report.number], recommendations=sorted(Recommendation.objects.values_list("state", flat=True)),
    )  # fmt: skip


VERBS = {each.__name__: each for each in (begin, bring, ask, enter, take, issue, backup, stand)}


def work(verb: str, halts: str) -> int:
    """One work, in the process that was made for it; a fault is told by its kind."""
    try:
        with redirect_stdout(sys.stderr):
            VERBS[verb](halts)
    except BaseException as fault:  # noqa: BLE001  the trial is told of it
        traceback.print_exc()
        say(fault=type(fault).__name__)
        return 1
    return 0


def main() -> None:
    """Reads verbs until the pipe ends; says of each how its process ended."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
    django.setup()
    while words := heard():
        child = os.fork()
        if child == 0:
            os._exit(work(words[0], words[1] if len(words) > 1 else ""))
        say(ended=os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
