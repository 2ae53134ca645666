"""`tirek mail bounce`: a mail server hands over what came back; which person's mail it was is marked and shown, and nothing of it is kept or printed."""

import sys

from tirek.project.cli.databases import reach
from tirek.project.cli.preparing import refuse_foreign_database, start_django
from tirek.project.cli.steps import say
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import SettingRefused, read_instance

LARGEST = 1_000_000
TRY_LATER = 75
"""EX_TEMPFAIL (sysexits.h): a mail server keeps the notification and hands it over again."""


def bounce() -> int:
    """Reads one delivery status notification from the standard input. 0 also for what is none: a mail server would send another mail about it."""
    raw = sys.stdin.buffer.read(LARGEST)
    try:
        instance = read_instance()
        start_django()
        reach(instance)
        refuse_foreign_database(instance)
        from tirek.foundation.notices.services import take_back

        status = take_back(raw)
    except (Trouble, SettingRefused) as trouble:
        print(f"tirek: {trouble}", file=sys.stderr)
        return TRY_LATER
    say(f"Marked: {status}" if status else "Nothing of ours has failed by this: ignored.")
    return 0
