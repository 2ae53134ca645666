"""The ledger is verified while people work: what is written meanwhile is no fault."""

import subprocess
import sys

import pytest

from tests.project.commands import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
WORK = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
django.setup()
from tirek.foundation.files.services import store_file
from tirek.foundation.ledger.checkpoints import write_checkpoint
from tirek.foundation.ledger.services import record
from tirek.foundation.files.models import StoredFile
from tirek.ground.rules.actors import SYSTEM
number = 0
while True:
    number += 1
    made = store_file(content=f"file {number}".encode(), name=f"{number}.txt", media_type="text/plain", country="kz", by=SYSTEM).value
    with record("file.renamed", by=SYSTEM):
        first = StoredFile.objects.order_by("pk").first()
        first.name = f"{number}.text"
        first.save()
    if number % 7 == 0:
        write_checkpoint()
    print(number, flush=True)
"""
AS_A_JOB = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
django.setup()
from tirek.foundation.jobs import services
from tirek.foundation.jobs.models import Job
from tirek.ground.rules.actors import SYSTEM
job = services.enqueue(kind_name="ledger.verify", arguments={}, by=SYSTEM)
services.run(job_id=job)
done = Job.objects.get(pk=job)
print(done.state, done.done == done.total > 0, done.result["faults"])
"""


def test_what_is_written_while_the_ledger_is_verified_is_no_fault(new_house, with_records):
    house = new_house(like=with_records)
    with subprocess.Popen([sys.executable, "-c", WORK], cwd=ROOT, env=house.environ, stdout=subprocess.PIPE, text=True) as worker:
        try:
            worker.stdout.readline()
            for _ in range(3):
                done = house.tirek("ledger", "verify")
                assert done.returncode == 0, done.stdout + done.stderr
            told = house.python("-c", AS_A_JOB)
            assert told.stdout.split("\n")[0] == "done True []", told.stdout + told.stderr
        finally:
            worker.kill()
            written = sum(1 for _ in worker.stdout)
    assert written > 20
