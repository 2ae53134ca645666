"""Metrics: counted over all processes, served at a port of their own, and no label that could tell of a place, a person or an address."""

import re
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from tests.people import secretary
from tests.project.commands import ROOT, free_port
from tirek.foundation.jobs.services import enqueue
from tirek.project.cli.deploying import setting_faults
from tirek.project.instance import SettingRefused, metrics_address, read_instance
from tirek.project.metrics import gauges
from tirek.project.metrics.counting import SECONDS, Counted, face_of
from tirek.project.metrics.sharing import fresh_folder

LABELS = {
    "face": {"portal", "desk", "api", "static", "health"},
    "status": {"1xx", "2xx", "3xx", "4xx", "5xx"},
    "state": {"queued", "running", "done", "failed", "cancelled"},
}
FREE = {"le", "tirek", "python", "django", "database"}
"""Labels whose values are numbers and versions."""


def families(text):
    return {family.name: family for family in text_string_to_metric_families(text)}


def now():
    registry = CollectorRegistry()
    registry.register(gauges.Gauges())
    return families(generate_latest(registry).decode())


def value(found, name, **labels):
    return sum(each.value for family in found.values() for each in family.samples if each.name == name and labels.items() <= each.labels.items())


@pytest.mark.pure
@pytest.mark.parametrize(
    ("text", "address"),
    [("", None), ("9108", ("127.0.0.1", 9108)), ("127.0.0.1:9108", ("127.0.0.1", 9108)), ("[::1]:9108", ("::1", 9108)), ("10.0.0.4:1", ("10.0.0.4", 1))],
)
def test_metrics_are_off_unless_wanted_and_stay_on_this_machine_unless_an_address_is_given(text, address):
    assert metrics_address({"TIREK_METRICS": text}) == address


@pytest.mark.pure
@pytest.mark.parametrize("text", ["yes", "somewhere:9108", "127.0.0.1:", "127.0.0.1:0", ":99999"])
def test_a_wrong_address_is_refused_with_an_example(text):
    with pytest.raises(SettingRefused, match="TIREK_METRICS is"):
        metrics_address({"TIREK_METRICS": text})


@pytest.mark.pure
@pytest.mark.parametrize(
    ("path", "face"),
    [("/", "portal"), ("/kk/kz/", "portal"), ("/ru/desk/places/", "desk"), ("/accounts/login/", "desk"), ("/api/editions/", "api"), ("/static/a.css", "static"),
     ("/healthz", "health"), ("/somebody's name/", "portal"), ("", "portal")],
)  # fmt: skip
def test_an_answer_is_counted_for_its_face_alone(path, face):
    assert face_of(path) == face


@pytest.mark.pure
def test_an_answer_is_counted_with_its_class_of_status_and_its_time():
    def counted():
        return sum(each.value for each in SECONDS.labels("desk", "4xx")._child_samples() if each.name == "_count")

    before = counted()
    Counted(lambda request: type("Answer", (), {"status_code": 404})())(RequestFactory().get("/desk/visits/"))
    assert counted() == before + 1


@pytest.mark.django_db
def test_the_instance_is_told_in_figures_and_every_metric_is_documented(settings):
    first = enqueue(kind_name="ledger.verify", arguments={}, by=secretary, country="demo")
    assert first
    (Path(settings.TIREK_DATA) / ".backed-up").write_text((timezone.now() - timedelta(hours=3)).isoformat())
    with CaptureQueriesContext(connection) as questions:
        found = now()
    assert len(questions) <= 12
    assert value(found, "tirek_jobs", state="queued") == 1 and value(found, "tirek_database_up") == 1
    assert 10_700 < value(found, "tirek_backup_age_seconds") < 10_900 and value(found, "tirek_disk_free_bytes") > 0
    told = re.findall(r"^\| `(tirek_\w+)`", (ROOT / "docs/reference/metrics.md").read_text(), re.MULTILINE)
    ours = {each.name for family in found.values() for each in family.samples} | {"tirek_answer_seconds"}
    assert ours | {"tirek_checkpoint_age_seconds", "tirek_certificate_left_seconds"} == set(told)


@pytest.mark.django_db
def test_a_database_that_is_silent_is_told_and_the_disk_all_the_same(monkeypatch):
    def silent(at):
        raise OperationalError

    monkeypatch.setattr(gauges, "gather", silent)
    found = now()
    assert value(found, "tirek_database_up") == 0 and "tirek_disk_free_bytes" in found and "tirek_jobs" not in found


@pytest.mark.pure
@pytest.mark.parametrize(("address", "told"), [("9108", False), ("0.0.0.0:9108", True), ("10.0.0.4:9108", True)])
def test_metrics_that_other_machines_can_read_are_told(monkeypatch, address, told):
    monkeypatch.setenv("TIREK_METRICS", address)
    assert any("TIREK_METRICS lets" in fault for fault in setting_faults(read_instance())) == told


@pytest.mark.pure
def test_a_folder_that_a_killed_supervisor_left_is_taken_away(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    folder = fresh_folder(read_instance())
    try:
        (folder / "counter_1.db").write_bytes(b"old")
        assert fresh_folder(read_instance()) == folder and not list(folder.iterdir()) and folder.stat().st_mode & 0o777 == 0o700
    finally:
        folder.rmdir()


@pytest.mark.pure  # the same on PostgreSQL: nothing to repeat there
def test_processes_count_together_and_a_scrape_tells_of_nobody(started):
    port = free_port()
    with started.served(TIREK_METRICS=str(port), TIREK_WEB_PROCESSES="2", TIREK_WORKERS="2") as served:
        assert set(served.parts()) == {"web", "worker", "worker 2", "scheduler", "metrics"}
        for number in range(12):
            served.asked(f"/desk/places/?text=Tarnobor-{number}" if number % 2 else "/kz/nothing-here/")
        text = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20).read().decode()
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20)
    found = families(text)
    assert value(found, "tirek_answer_seconds_count", face="desk", status="3xx") == 6
    assert value(found, "tirek_answer_seconds_count", face="portal", status="4xx") == 6
    assert value(found, "tirek_schedule_late") == 0 and value(found, "tirek_ledger_entries") >= 0
    for family in found.values():
        for each in family.samples:
            for label, told in each.labels.items():
                assert label in FREE or told in LABELS[label], (each.name, label, told)
    assert "Tarnobor" not in text and "nothing-here" not in text and "localhost" not in text
