"""What `tirek check --deploy` finds on the machine itself, and what is told to whoever watches it."""

import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from tirek.project.cli import checking, databases, deploying
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import SettingRefused, mail_server

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.pure
@pytest.mark.parametrize(("hosts", "words"), [
    ([], "TIREK_HOSTS is empty"), (["*"], "write each host name out"), ([".npm.example"], "write each host name out"), (["10.0.0.5"], "an address"), (["[::1]"], "an address"),
    (["https://npm.example/"], "no host name"), (["npm.example:8443"], "no host name"), ([" desk.npm.example"], "no host name"), (["npm.example", "portal.npm.example"], ""),
])  # fmt: skip
def test_host_names_are_named_each(hosts, words):
    found = deploying.host_faults(hosts)
    assert (words in found[0]) if words else found == []


@pytest.mark.pure
@pytest.mark.parametrize(("address", "words"), [
    ("", []), ("https://desk.npm.example", []), ("https://desk.npm.example:8443", []), ("http://desk.npm.example", ["without TLS"]), ("https://desk.elsewhere.example", ["TIREK_HOSTS does not name"]),
    ("http://localhost:8002", ["without TLS", "TIREK_HOSTS does not name"]), ("desk.npm.example", ["without TLS"]),
])  # fmt: skip
def test_an_address_that_leads_nowhere_is_told(address, words):
    found = [str(line) for line in deploying.address_faults({"portal": "", "desk": address}, ["npm.example", "desk.npm.example"])]
    assert len(found) == len(words) and all(word in line and line.startswith("TIREK_DESK_ADDRESS") for word, line in zip(words, found, strict=True))


@pytest.mark.pure
def test_the_authorities_page_apart_has_a_name_of_its_own():
    def told(respond, apart=True):
        return [str(line) for line in deploying.door_faults({"portal": "", "desk": "https://desk.npm.example", "respond": respond}, apart=apart)]

    assert told("https://respond.npm.example") == told("", apart=False) == []
    assert "TIREK_RESPOND_ADDRESS is empty" in told("")[0]
    assert "one host name" in told("https://desk.npm.example:8443")[0]


@pytest.mark.pure
@pytest.mark.parametrize(("url", "host"), [
    ("", ""), ("postgresql:///tirek?host=/var/run/postgresql", ""), ("postgresql://tirek:x@localhost/tirek", ""), ("postgresql://tirek:x@[::1]:5433/tirek", ""),
    ("postgresql://tirek:x@db.example/tirek?sslmode=verify-full", ""), ("postgresql://tirek:x@db.example/tirek", "db.example"), ("postgresql://tirek:x@10.0.0.5/tirek?sslmode=require", "10.0.0.5"),
    ("postgresql:///tirek?host=/run/postgresql,db.example", "db.example"),
])  # fmt: skip
def test_a_database_on_another_machine_is_asked_over_tls_that_looks_at_its_certificate(url, host):
    for setting in deploying.DATABASES:
        found = [str(line) for line in deploying.line_faults({setting: url})]
        assert len(found) == bool(host) and all(f"{setting} leads to {host} " in line and ":x@" not in line for line in found)


@pytest.mark.pure
def test_tables_of_an_earlier_version_are_told_with_what_brings_them_up(monkeypatch):
    monkeypatch.setattr(checking, "tables_present", lambda: True)
    monkeypatch.setattr(checking, "behind", lambda: True)
    assert ["`tirek run` brings them up" in each for each in checking.database_faults()] == [True]
    monkeypatch.setattr(checking, "behind", lambda: False)
    monkeypatch.setattr(checking, "newer_migrations", list)
    assert checking.database_faults() == []
    monkeypatch.setattr(databases, "behind", lambda: True)
    with pytest.raises(Trouble, match=r"earlier version of Tirek\..*tirek run"):
        databases.refuse_tables_of_another_version()


@pytest.mark.pure
def test_a_key_of_backups_that_lies_on_the_server_is_told():
    public = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kudugsqqqqqqqqq"
    told = [[str(line).split(" ")[0] for line in deploying.seal_faults(environ)] for environ in ({}, {"TIREK_BACKUP_KEY": "backup.key"}, {"TIREK_BACKUP_TO": public, "TIREK_BACKUP_KEY": "x"})]
    assert told == [["TIREK_BACKUP_TO"], ["TIREK_BACKUP_TO", "TIREK_BACKUP_KEY"], ["TIREK_BACKUP_TO", "TIREK_BACKUP_KEY"]]


@pytest.mark.pure
@pytest.mark.parametrize(("free", "total", "faults"), [(900_000_000, 5_000_000_000, 1), (9_000_000_000, 100_000_000_000, 1), (12_000_000_000, 100_000_000_000, 0)])
def test_a_disk_that_is_nearly_full_is_told(monkeypatch, tmp_path, free, total, faults):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=free, total=total))
    assert len(deploying.room_faults(tmp_path)) == faults


@pytest.mark.pure
@pytest.mark.parametrize(("newest", "database", "words"), [
    (timedelta(hours=-1), None, []), (timedelta(minutes=1), timedelta(seconds=30), []), (timedelta(hours=1), None, ["60 minutes behind the newest entry"]),
    (timedelta(0), timedelta(hours=-5), ["differ by 5 hours"]), (timedelta(days=9), timedelta(days=9), ["9 days behind", "differ by 9 days"]), (None, None, []),
])  # fmt: skip
def test_a_clock_that_was_set_back_or_runs_apart_is_told(newest, database, words):
    found = deploying.clock_faults(NOW, None if newest is None else NOW + newest, None if database is None else NOW + database)
    assert len(found) == len(words) and all(word in line for word, line in zip(words, found, strict=True))


@pytest.mark.pure
@pytest.mark.parametrize(("note", "words"), [
    (None, "No backup"), ("once", "No backup"), ("2026-03-01T12:00:00", "No backup"), ("2026-02-26T12:00:00+00:00", "3 days old"), ("2026-03-01T01:00:00+00:00", ""),
])  # fmt: skip
def test_a_backup_that_is_missing_or_old_is_told(tmp_path, note, words):
    if note is not None:
        (tmp_path / "note").write_text(note)
    found = deploying.backup_faults(tmp_path / "note", NOW)
    assert (words in found[0]) if words else found == []


@pytest.mark.django_db
def test_ready_is_who_can_write(client, monkeypatch):
    assert [client.get(address).status_code for address in ("/healthz", "/readyz")] == [200, 200]
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=5, total=10))
    told = client.get("/readyz")
    assert (told.status_code, told.content, client.get("/healthz").status_code) == (503, b"disk is full\n", 200)
    assert not told.cookies


@pytest.mark.django_db
def test_a_database_that_is_silent_is_told_by_both(client, monkeypatch):
    def silent():
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", silent)
    for address in ("/healthz", "/readyz"):
        told = client.get(address)
        assert (told.status_code, told.content) == (503, b"database does not answer\n")


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only a server has copies that cannot be written")
def test_a_copy_that_cannot_be_written_is_not_ready(client):
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
    assert client.get("/readyz").content == b"database is read only\n" and client.get("/healthz").status_code == 200


@pytest.mark.slow
@pytest.mark.django_db
def test_a_backup_is_known_to_the_check_of_its_own_instance(house):
    assert house.tirek("setup-link").returncode == 0
    assert "No backup of this instance is known" in house.tirek("check", "--deploy").stderr
    keys = sorted((house.folder / "main/keys").glob("*.key"))
    for path in keys:
        path.chmod(0o644)
    told = house.tirek("check", "--deploy")
    assert told.returncode == 1 and len(keys) > 2 and all(f"chmod 600 {path}" in told.stderr for path in keys), "all at once, though nothing starts with one of them"
    for path in keys:
        path.chmod(0o600)
    assert house.tirek("backup", str(house.folder / "one.tar.gz")).returncode == 0
    assert "No backup" not in (said := house.tirek("check", "--deploy").stderr) and "newest backup" not in said


@pytest.mark.django_db
def test_mail_that_does_not_go_is_told_without_an_address(settings, tmp_path):
    from tests.foundation.notices.conftest import served_by
    from tests.foundation.people.cast import account
    from tirek.foundation.notices.models import Handover, Notice, Wishes

    assert deploying.mail_faults() == [] == deploying.post_faults(NOW), "to send none is no fault"
    settings.TIREK_MAIL = served_by(25, password_file=tmp_path / "password")
    assert [line.split(" ")[0] for line in deploying.mail_faults()] == ["TIREK_MAIL_PASSWORD_FILE", "TIREK_MAIL_BOUNCES"]
    (tmp_path / "password").write_text("words")
    (tmp_path / "password").chmod(0o640)
    assert "chmod 600" in deploying.mail_faults()[0]
    aida = account("aida")
    Handover.objects.create(failing_since=NOW - timedelta(hours=3), fault="not reached")
    Notice.objects.create(account=aida, kind="confirm", state="given-up")
    Wishes.objects.create(account=aida, returned_at=NOW)
    told = deploying.post_faults(NOW)
    assert "for 3 hours (not reached)" in told[0] and told[1].startswith("1 mails") and "1 accounts" in told[2] and "aida" not in str(told)


@pytest.mark.pure
@pytest.mark.parametrize(("given", "words"), [
    ({"TIREK_MAIL": "mail.example"}, "must begin with smtp"), ({"TIREK_MAIL": "smtp://tirek:secret@mail.example"}, "holds a password"),
    ({"TIREK_MAIL": "smtp://mail.example:25?starttls=no", "TIREK_MAIL_FROM": "t@npm.example"}, "in clear"),
    ({"TIREK_MAIL": "smtp://tirek@mail.example", "TIREK_MAIL_FROM": "t@npm.example"}, "TIREK_MAIL_PASSWORD_FILE"),
    ({"TIREK_MAIL": "smtp://mail.example"}, "TIREK_MAIL_FROM"), ({"TIREK_MAIL": "smtps://mail.example:x", "TIREK_MAIL_FROM": "t@npm.example"}, "cannot be read"),
    ({"TIREK_MAIL": "smtps://mail.example", "TIREK_MAIL_FROM": "NPM <t@npm.example>"}, "the address alone"),
])  # fmt: skip
def test_a_mail_server_that_cannot_be_used_is_refused_at_the_start(given, words):
    with pytest.raises(SettingRefused, match=words) as refused:
        mail_server(given)
    assert "secret" not in str(refused.value)


@pytest.mark.pure
def test_a_mail_server_is_asked_for_tls_unless_it_is_this_machine():
    given = {"TIREK_MAIL_FROM": "t@npm.example", "TIREK_MAIL_PASSWORD_FILE": "secret"}
    servers = [mail_server({**given, "TIREK_MAIL": text}) for text in ("smtp://tirek@mail.example", "smtps://mail.example", "smtp://localhost:25?starttls=no")]
    assert [(one.port, one.starttls, one.tls) for one in servers] == [(587, True, False), (465, False, True), (25, False, False)] and mail_server({}) is None


@pytest.mark.pure
def test_a_sign_in_service_without_its_secret_or_without_tls_is_told(settings, tmp_path):
    from tirek.foundation.people.provider import Provider

    settings.TIREK_PEOPLE_COME_TO, settings.TIREK_OIDC = "http://localhost:8000", None
    assert deploying.service_faults() == []
    settings.TIREK_OIDC = Provider("https://id.example", "tirek", None, "", frozenset())
    assert [str(line).split(" ")[0] for line in deploying.service_faults()] == ["TIREK_OIDC_ISSUER", "TIREK_OIDC_SECRET_FILE"]
    settings.TIREK_PEOPLE_COME_TO = "https://npm.example"
    settings.TIREK_OIDC = Provider("https://id.example", "tirek", tmp_path / "secret", "", frozenset())
    assert "cannot be read" in str(deploying.service_faults()[0])
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o640)
    assert "chmod 600" in str(deploying.service_faults()[0])
    (tmp_path / "secret").chmod(0o600)
    assert deploying.service_faults() == []
