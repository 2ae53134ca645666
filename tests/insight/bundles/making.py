"""Bundles made through services only, with the keys of an invented delegation."""

from datetime import timedelta

from tests.followup.recommendations.making import today
from tests.insight.reports import flow
from tests.people import head
from tests.remembering import remembered
from tirek.foundation.jobs import services as jobs
from tirek.ground.seal import sealing
from tirek.insight.bundles import queries, services

SECRET, PUBLIC = sealing.new_pair()


@remembered
def report():
    """An issued report with its documents, for a place of the invented country."""
    return flow.documented()


def begun(by=head, keys=PUBLIC, **given):
    """A bundle of the last year, begun; its id."""
    told = {"delegation": "Council of Visits, 2026", "since": today() - timedelta(days=365), "until": today(), "parts": ["reports", "recommendations"], **given}
    return services.begin_bundle(country="demo", by=by, keys=keys, **told).value


def run(bundle, by=head):
    """The work that waits for it; the bundle as it then is."""
    jobs.run(job_id=queries.bundle(bundle, by=by).job)
    return queries.bundle(bundle, by=by)


def confirmed(bundle, by=head):
    """The head has looked at everything."""
    seen = queries.bundle(bundle, by=by).outline.digest
    services.confirm_bundle(bundle_id=bundle, seen=seen, keys_compared=True, passages_looked_at=True, by=by)


def made(**given):
    """A sealed bundle; its id."""
    bundle = begun(**given)
    run(bundle)
    confirmed(bundle)
    run(bundle)
    return bundle
