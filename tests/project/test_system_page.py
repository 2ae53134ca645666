"""The administrator's page about the server: what it tells, what it asks to mend, and that it is there for nobody else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from tests.accounts import sign_in
from tests.people import administrator, auditor, head, secretary
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import enqueue
from tirek.project import facts
from tirek.project.cli.deploying import certificate_faults
from tirek.project.system import views
from tirek.project.told import Told

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def page(client, **headers):
    sign_in(client, administrator)
    client.cookies["language"] = headers.get("language", "en")
    return client.get(reverse("system:instance")).content.decode()


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """Makes a certificate that ends at a moment, and names its file."""

    def make(ends):
        from cryptography import x509
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519

        key, name = ed25519.Ed25519PrivateKey.generate(), x509.Name([])
        made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), NOW - timedelta(days=90), ends).sign(key, None)
        path = tmp_path / "certificate.pem"
        path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        monkeypatch.setenv("TIREK_CERTIFICATE", str(path))
        return path

    return make


@pytest.mark.pure
@pytest.mark.parametrize(("left", "words"), [(timedelta(days=60), ""), (timedelta(days=9), "ends in 9 days"), (timedelta(hours=-1), "has ended")])
def test_a_certificate_that_ends_soon_is_told(certificate, left, words):
    found = certificate_faults(certificate(NOW + left), NOW)
    assert (words in found[0]) if words else found == []


@pytest.mark.pure
def test_a_certificate_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "no.pem").write_text("no certificate")
    for path in (tmp_path / "no.pem", tmp_path / "not-there.pem"):
        assert "cannot be read as a certificate" in certificate_faults(path, NOW)[0]
    assert certificate_faults(None, NOW) == []


@pytest.mark.pure
def test_a_sentence_is_english_at_a_terminal_and_the_readers_on_a_page():
    told = Told("The TLS certificate ends in %(span)s. Renew it, and let it be renewed by itself.", span=timedelta(days=9))
    assert told.startswith("The TLS certificate ends in 9 days.")
    with translation.override("ru"):
        assert "9 дней" in told.in_words() and "сертификат" in told.in_words().lower()


@pytest.mark.django_db
def test_an_administrator_reads_how_the_server_stands(client, certificate, settings):
    certificate(timezone.now() + timedelta(days=40))
    (Path(settings.TIREK_DATA) / ".backed-up").write_text((timezone.now() - timedelta(hours=3, minutes=5)).isoformat())
    enqueue(kind_name="ledger.verify", arguments={}, by=secretary, country="demo")
    told = page(client)
    for words in (facts.version(), "SQLite" if connection.vendor == "sqlite" else "PostgreSQL", "1 wait, 0 run", "3 hours ago", "in 39 days", "things to mend", "This is the demonstration edition"):
        assert words in told, words
    assert "The oldest has waited" not in told
    Job.objects.update(created_at=timezone.now() - timedelta(hours=1))
    assert "The oldest has waited for 60 minutes" in page(client)


@pytest.mark.django_db
@pytest.mark.page
def test_it_says_so_when_nothing_is_to_mend_and_when_no_backup_is_known(client, monkeypatch):
    assert "none is known" in page(client) and "No backup of this instance is known." in page(client) and "not known" in page(client)
    monkeypatch.setattr(views, "deployment_faults", lambda instance: [])
    monkeypatch.setattr(views, "keys_open_to_others", lambda instance: [])
    assert "Nothing to mend" in page(client) and "Исправлять нечего" in page(client, language="ru")


@pytest.mark.django_db
@pytest.mark.page
def test_it_asks_little_and_nobody_else_reads_it(client):
    page(client)
    for name in ("system:instance", "desk:jobs", "desk:schedule"):
        with CaptureQueriesContext(connection) as questions:
            assert client.get(reverse(name)).status_code == 200
        print(name, len(questions))
        assert len(questions) <= 29, name
    for person in (head, auditor):
        assert sign_in(client, person).get(reverse("system:instance")).status_code == 403
