"""What a test asks of an instance about the reading of one source, each time in a process of its own: `python sourcing.py WORD [SOURCE]`, an answer in JSON."""

import json
import os
import sys
from datetime import timedelta

import django

LINES = 600


def enter(_source):
    """A long source that waits for its reading."""
    from tirek.ground.rules.actors import SYSTEM
    from tirek.ground.rules.words import Words
    from tirek.insight.claims.services import NewSource, add_source

    text = "\n".join(f"В {2000 + number % 20} году поступило {number + 100} жалоб." for number in range(LINES))
    return str(add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=text, by=SYSTEM).value)


def state(source):
    """How far the job is and what is kept of its work."""
    from tirek.foundation.jobs.models import Job
    from tirek.foundation.ledger.queries import history
    from tirek.insight.claims.models import Extraction, Proposal

    (job,) = Job.objects.all()
    kept = {"readings": Extraction.objects.filter(source=source).count(), "figures": Proposal.objects.filter(extraction__source=source).count()}
    told = [each.verb for each in history("source", source)].count("source.read")
    return {"state": job.state, "attempts": job.attempts, "told": told, **kept}


def lease_over(_source):
    """The time after which a worker that gave no sign is taken for dead, then what the scheduler does each minute: how many jobs were lost."""
    from django.utils import timezone

    from tirek.foundation.jobs.models import Job
    from tirek.foundation.jobs.services import requeue_lost

    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    return requeue_lost()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
    sys.path.insert(0, "")
    django.setup()
    print(json.dumps({"enter": enter, "state": state, "lease_over": lease_over}[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")))
