"""What the instance is like at the moment somebody asks, as gauges. No label tells a place, a person or an address."""

from collections.abc import Iterator

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

from tirek.project.facts import Facts, gather, room


class Gauges:
    """Collected anew for each scrape. Where the database does not answer, that is told, and the disk."""

    def collect(self) -> Iterator[Metric]:
        """All gauges."""
        free, whole = room()
        yield gauge("tirek_disk_free_bytes", "Bytes free on the disk of records, files and checkpoints", free)
        yield gauge("tirek_disk_bytes", "Bytes of that disk", whole)
        try:
            facts = gather(timezone.now())
        except DatabaseError:
            yield gauge("tirek_database_up", "Whether the database answers", 0)
            return
        finally:
            close_old_connections()
        yield gauge("tirek_database_up", "Whether the database answers", 1)
        yield from told(facts)


def told(facts: Facts) -> Iterator[Metric]:
    """The facts as gauges."""
    yield InfoMetricFamily("tirek", "Versions of what runs here", value=facts.versions)
    yield gauge("tirek_database_bytes", "Bytes of the database", facts.database_bytes)
    yield gauge("tirek_files", "Stored files", facts.files)
    yield gauge("tirek_files_bytes", "Bytes of the stored files", facts.files_bytes)
    jobs = GaugeMetricFamily("tirek_jobs", "Jobs by state", labels=["state"])
    for state, count in facts.queue.states.items():
        jobs.add_metric([state], count)
    yield jobs
    since = facts.queue.waiting_since
    yield gauge("tirek_job_waiting_seconds", "How long the oldest job that waits has waited", (facts.at - since).total_seconds() if since else 0)
    yield gauge("tirek_schedule_late", "Works of the schedule that did not run at their time", facts.queue.late)
    yield gauge("tirek_schedule_failing", "Works of the schedule whose last run did not succeed", facts.queue.failing)
    yield gauge("tirek_mails_waiting", "Mails that wait to be sent", facts.mails_waiting)
    yield gauge("tirek_mails_failed", "Mails that were given up or came back", facts.mails_failed)
    yield gauge("tirek_webhook_messages_waiting", "Messages of webhooks that wait to be sent", facts.messages_waiting)
    yield gauge("tirek_webhooks_failing", "Webhooks that take nothing at present, or were stopped for it", facts.webhooks_failing)
    yield gauge("tirek_ledger_entries", "Entries of the ledger", facts.signed.entries)
    yield gauge("tirek_ledger_entries_unsigned", "Entries that no checkpoint covers yet", facts.signed.bare)
    for name, words, at in (("tirek_checkpoint", "newest checkpoint", facts.signed.at), ("tirek_backup", "newest backup", facts.backed_up_at)):
        if at:
            yield gauge(f"{name}_age_seconds", f"Age of the {words}", (facts.at - at).total_seconds())
    if facts.certificate:
        yield gauge("tirek_certificate_left_seconds", "Until the TLS certificate ends", (facts.certificate - facts.at).total_seconds())


def gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    """One gauge without labels."""
    return GaugeMetricFamily(name, words, value=value)
