"""A worker that is killed while it enters rows, takes them back or writes a list: the next one goes on, nothing is entered twice, the ledger verifies."""

import json

import pytest

from tests.project import ready

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ROWS = 60
BEGIN = """
import json, os, sys, time, django
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
django.setup()
from uuid import UUID
from tests.foundation.sheets.bringing import no_step, tried, workbook
from tirek.foundation.ledger.verification import verify
from tirek.foundation.sheets import services
from tirek.foundation.sheets.models import Applied, Reference, Sheet, TakenOut
from tirek.foundation.sheets.outside import folder
from tirek.ground.rules.actors import SYSTEM
from tirek.registers.places.models import Place
HEAD = ["Reference", "Name in Russian", "Kind of place", "Region"]
def told(done, total, words=""):
    print(done, flush=True)
    time.sleep(float(sys.argv[-1]) * bool(done))
"""
BRING = f"""
rows = [HEAD, *([f"P-{{n}}", f"Учреждение {{n}}", "prison", "KZ-75"] for n in range({ROWS}))]
found = tried("places", rows, SYSTEM, country="kz")
services.apply_sheet(sheet_id=found.id, by=SYSTEM)
print(found.id)
"""
APPLY = "services.apply_rows(sheet_id=UUID(sys.argv[1]), by=SYSTEM, step=told)"
UNDO = """
if Sheet.objects.get().state == "applied":
    from tests.foundation.sheets.bringing import ended
    ended(UUID(sys.argv[1]))
    services.undo_sheet(sheet_id=UUID(sys.argv[1]), by=SYSTEM)
services.undo_rows(sheet_id=UUID(sys.argv[1]), by=SYSTEM, step=told)
"""
LIST = """
asked = TakenOut.objects.first() or TakenOut.objects.get(pk=services.ask_for_list(kind="places", ending="csv", purpose="check", country="kz", by=SYSTEM).value)
services.make_list(list_id=asked.pk, by=SYSTEM, step=told)
"""
STAND = """
from tirek.foundation.ledger.checkpoints import write_checkpoint
write_checkpoint()
print(json.dumps({"places": Place.objects.count(), "applied": Applied.objects.count(), "undone": Applied.objects.filter(undone=True).count(),
    "references": Reference.objects.count(), "state": Sheet.objects.get().state, "faults": [str(each) for each in verify().faults],
    "files": sorted(each.name for each in folder().iterdir()), "lists": TakenOut.objects.count()}))
"""


@pytest.fixture
def house(new_house, with_tables):
    return new_house(like=with_tables)


def run(house, script, *arguments, kill_at=None):
    """Runs a script in the house; killed, it dies when it has told of `kill_at` steps. What it printed."""
    rest = "30" if kill_at is not None else "0"
    process, words = ready.begun(["-c", BEGIN + script, *arguments, rest], house.environ)
    said = []
    with words:
        for line in words:
            said.append(line.strip())
            if kill_at is not None and len(said) >= kill_at:
                process.kill()
                break
    assert process.wait(120) == (-9 if kill_at is not None else 0)
    return said


def test_rows_lists_and_taking_back_survive_a_killed_worker(house):
    sheet = run(house, BRING)[-1]

    def stand():
        return json.loads(run(house, STAND)[-1])

    run(house, APPLY, sheet, kill_at=2)
    half = stand()
    assert 0 < half["places"] < ROWS and half["places"] == half["applied"] == half["references"] and half["state"] == "applying"
    assert half["faults"] == []
    run(house, APPLY, sheet)
    whole = stand()
    assert (whole["places"], whole["applied"], whole["references"], whole["state"], whole["faults"]) == (ROWS, ROWS, ROWS, "applied", [])
    run(house, LIST, kill_at=1)
    assert not [name for name in stand()["files"] if not name.startswith(".")], "no list that is not whole"
    run(house, LIST)
    assert [name for name in stand()["files"] if name.endswith(".csv")]
    run(house, UNDO, sheet, kill_at=2)
    left = stand()
    assert 0 < left["undone"] < ROWS and left["places"] == ROWS - left["undone"] and left["faults"] == []
    run(house, UNDO, sheet)
    gone = stand()
    assert (gone["places"], gone["references"], gone["undone"], gone["state"], gone["faults"]) == (0, 0, ROWS, "undone", [])
