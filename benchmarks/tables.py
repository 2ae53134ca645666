"""A register as a spreadsheet: reading, trying, entering, taking out and taking back. Run: python -m benchmarks.tables [ROWS]

Prints rows a minute of each step for so many places (2,000 unless told), in seconds of the clock and of the processor, and the memory. Aim: 5,000 a minute.
"""

import io
import resource
import shutil
import sys
import time
from collections.abc import Callable
from uuid import UUID

from benchmarks.machine import machine, own_instance

AIM = 5_000


def workbook(rows: int) -> bytes:
    """So many places as a sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Reference", "Name in Russian", "Name in Kazakh", "Kind of place", "Region", "Address", "First day"])
    for number in range(rows):
        sheet.append([f"P-{number}", f"Учреждение номер {number}", f"Мекеме {number}", "prison", "KZ-75", f"Улица, {number}", "05.01.2010"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def timed(words: str, rows: int, work: Callable[[], object]) -> None:
    """Does the work and prints how quick it was."""
    begun, spent = time.perf_counter(), time.process_time()
    work()
    seconds, processor = time.perf_counter() - begun, time.process_time() - spent
    print(f"{words:14} {rows * 60 / seconds:10,.0f} rows a minute   ({seconds:.1f} s, of the processor {processor:.1f} s)")


def ended(sheet: UUID) -> None:
    """Nobody's worker does the jobs here: what they do is called."""
    from tirek.foundation.jobs.models import Job
    from tirek.foundation.sheets.models import Sheet

    Job.objects.filter(pk=Sheet.objects.get(pk=sheet).job).update(state="done")


def main() -> None:
    """Measures in an instance of its own, which is deleted afterwards."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    folder = own_instance(demo=False)
    from tirek.foundation.sheets import services
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.cli.preparing import prepare

    prepare()

    def step(done: int, total: int, words: str = "") -> None:
        """Nobody watches."""

    print(machine())
    content, kept = workbook(rows), {}
    timed("reading", rows, lambda: kept.update(sheet=services.bring_sheet(kind="places", content=content, country="kz", by=SYSTEM).value))
    sheet = kept["sheet"]
    services.try_sheet(sheet_id=sheet, by=SYSTEM)
    timed("trying", rows, lambda: services.try_rows(sheet_id=sheet, by=SYSTEM, step=step))
    ended(sheet)
    services.apply_sheet(sheet_id=sheet, by=SYSTEM)
    timed("entering", rows, lambda: services.apply_rows(sheet_id=sheet, by=SYSTEM, step=step))
    ended(sheet)
    for ending in ("xlsx", "csv"):
        asked = services.ask_for_list(kind="places", ending=ending, purpose="check", country="kz", by=SYSTEM).value
        timed(f"list as {ending}", rows, lambda asked=asked: services.make_list(list_id=asked, by=SYSTEM, step=step))
    services.undo_sheet(sheet_id=sheet, by=SYSTEM)
    timed("taking back", rows, lambda: services.undo_rows(sheet_id=sheet, by=SYSTEM, step=step))
    print(f"aim: {AIM:,} rows a minute; memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
