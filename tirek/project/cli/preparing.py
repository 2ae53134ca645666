"""Preparing an instance before it serves: folder, translations, tables, the sourced record, the demonstration. Idempotent and quick when done."""

import hashlib
import os
import socket
from pathlib import Path

import django
from django.conf import settings

from tirek.project.cli.steps import dot, step
from tirek.project.cli.translations import compile_translations
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import ROOT, Instance, read_instance


def prepare() -> Instance:
    """Everything that must stand before the server starts; raises Trouble with one sentence and its remedy."""
    instance = read_instance()
    check_folder(instance)
    with step("Translations"):
        compile_translations(ROOT / "locale")
    with step("Settings, packs and keys"):
        start_django()
    with step("Database"):
        prepare_database(instance)
    load_contents(instance)
    return instance


def check_folder(instance: Instance) -> None:
    """The data folder exists and can be written, by its owner alone."""
    try:
        for folder in (instance.folder, instance.files, instance.checkpoints, instance.keys):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = instance.folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        remedy = "Give another folder with DATA_DIR=… or make this one writable."
        raise Trouble(f"The data folder {instance.folder} cannot be written ({error.strerror}). {remedy}") from error


def check_port(port: int) -> None:
    """Nobody else listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(f"Port {port} is taken or not allowed. Stop what uses it, or choose another: make run PORT={port + 1}") from error


def start_django() -> None:
    """Loads settings and apps and runs the start checks."""
    from django.core import checks

    from tirek.foundation.jurisdictions.refusals import PackRefused

    try:
        django.setup()
    except PackRefused as refused:
        raise Trouble(str(refused)) from refused
    wrong = [message for message in checks.run_checks() if message.is_serious()]
    if wrong:
        raise Trouble("\n".join(str(message.msg) for message in wrong))


def prepare_database(instance: Instance) -> None:
    """Reaches the database and brings its tables up to this version; skipped when a stamp says they are."""
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except (OperationalError, Exception) as error:
        where = f"{connection.settings_dict['HOST']}:{connection.settings_dict['PORT'] or 5432}" if instance.database_url else str(instance.database)
        raise Trouble(f"The database at {where} does not answer. Check DATABASE_URL and that the server runs.") from error
    refuse_foreign_database(instance)
    stamp = instance.folder / ".tables"
    wanted = migrations_digest()
    if stamp.exists() and stamp.read_text() == wanted and tables_present():
        return
    from django.core.management import call_command

    from tirek.foundation.ledger.acts import unguarded

    with unguarded():
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    mark_edition(instance)
    stamp.write_text(wanted)


def mark_edition(instance: Instance) -> None:
    """Marks a database on its first start as demonstration or main, for good."""
    from tirek.foundation.people.services import mark_edition as mark

    mark(edition="demonstration" if instance.demo else "main")


def tables_present() -> bool:
    """Whether this database already holds the house's tables."""
    from django.db import connection

    return "ledger_head" in connection.introspection.table_names()


def refuse_foreign_database(instance: Instance) -> None:
    """With DATABASE_URL, a demonstration loads only into an empty database or one already marked demonstration, and real records never into one so marked."""
    if not instance.database_url or not tables_present():
        return
    from tirek.foundation.people.queries import edition_of_database

    edition = edition_of_database()
    if edition and edition != ("demonstration" if instance.demo else "main"):
        remedy = "Set DEMO=0 to serve it" if edition == "main" else "Leave DEMO unset to serve it"
        raise Trouble(f"The database of DATABASE_URL holds the {edition} edition. {remedy}, or give another database.")


def migrations_digest() -> str:
    """A digest of all migration files' names and of the database's address: when it changes, migrate runs."""
    names = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tirek").rglob("migrations/*.py"))
    text = "\n".join([*names, django.__version__, str(settings.DATABASES["default"]["NAME"]), str(settings.DATABASES["default"].get("HOST"))])
    return hashlib.sha256(text.encode()).hexdigest()


def load_contents(instance: Instance) -> None:
    """Loads the sourced record and, in a demonstration, the invented country; each once for each version of its text."""
    from tirek.project.contents import loads

    for load in loads(demo=instance.demo):
        stamp = instance.folder / f".loaded-{load.name}"
        wanted = load.digest()
        if Path(stamp).exists() and stamp.read_text() == wanted:
            continue
        with step(load.words):
            load.work(dot)
        stamp.write_text(wanted)
