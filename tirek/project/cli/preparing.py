"""Preparing an instance before it serves: folder, translations, tables, the sourced record, the demonstration. Idempotent and quick when done."""

import hashlib
import socket
import time
from typing import TYPE_CHECKING

import django
from django.conf import settings

from tirek.project.cli.databases import objects, reach, refuse_newer_database, tables_present
from tirek.project.cli.folders import check_folder, refuse_half_restored
from tirek.project.cli.steps import dot, say, step
from tirek.project.cli.translations import compile_translations
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import ROOT, Instance, read_instance

if TYPE_CHECKING:
    from tirek.project.contents import Load


def prepare() -> Instance:
    """Everything that must stand before the server starts; raises Trouble with one sentence and its remedy."""
    instance = read_instance()
    check_folder(instance)
    refuse_half_restored(instance)
    with step("Translations"):
        compile_translations(ROOT / "locale")
    with step("Settings, packs and keys"):
        start_django()
    with step("Database"):
        prepare_database(instance)
    vouch_for_accounts()
    load_contents(instance)
    seal_factors()
    return instance


def vouch_for_accounts() -> None:
    """The ledger begins to vouch for the names and addresses of accounts that an earlier version made."""
    from tirek.foundation.people import services

    services.vouch_for_accounts()


def seal_factors() -> int:
    """Seals the secrets of second factors that an earlier version kept in clear; returns how many people lack the key of theirs."""
    from tirek.foundation.people.sealing import people_without_their_codes, seal_what_is_clear

    seal_what_is_clear()
    return people_without_their_codes()


def check_port(host: str, port: int, patience: float) -> None:
    """Nobody else listens on the port; a server that is just ending is waited for."""
    until = time.monotonic() + patience
    while True:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
                return
            except PermissionError as error:
                raise Trouble(f"Port {port} is not allowed for this user. Choose one above 1023: make run PORT=8000") from error
            except OSError as error:
                if time.monotonic() > until:
                    other = port + 1 if port < 65535 else 8000
                    raise Trouble(f"Port {port} is taken. Stop what uses it, or choose another: make run PORT={other}") from error
        time.sleep(0.1)


def start_django() -> None:
    """Loads settings and apps and runs the start checks: packs, keys, models."""
    from django.core import checks

    from tirek.foundation.jurisdictions.refusals import PackRefused

    try:
        django.setup()
        check_choices()
        wrong = [message for message in checks.run_checks() if message.is_serious()]
    except PackRefused as refused:
        raise Trouble(str(refused)) from refused
    if wrong:
        raise Trouble("\n".join(str(message.msg) for message in wrong))
    check_own_keys()


def check_choices() -> None:
    """The country that the start page opens with has a pack."""
    from tirek.foundation.jurisdictions.queries import countries

    if settings.TIREK_COUNTRY not in countries():
        raise Trouble(f"TIREK_COUNTRY is {settings.TIREK_COUNTRY!r}: give one of {', '.join(sorted(countries()))}.")


def check_own_keys() -> None:
    """The keys of ledger, seals and second factors are there (made on first use), whole, and their owner's alone."""
    from tirek.foundation.ledger.checkpoints import signing_key
    from tirek.foundation.ledger.key_files import KeyRefused
    from tirek.foundation.ledger.seals import seal_keys
    from tirek.foundation.people.sealing import FactorsKeyRefused, sealer

    try:
        signing_key()
        seal_keys()
        sealer()
    except (KeyRefused, FactorsKeyRefused) as refused:
        raise Trouble(str(refused)) from refused


def prepare_database(instance: Instance) -> None:
    """Reaches the database and brings its tables up to this version; skipped when a stamp says they are."""
    reach(instance)
    refuse_foreign_database(instance)
    stamp = instance.folder / ".tables"
    wanted = migrations_digest()
    if stamp.exists() and stamp.read_text() == wanted and tables_present():
        return
    refuse_newer_database()
    if not tables_present():
        forget_loads(instance)
    make_tables()
    mark_edition(instance)
    stamp.write_text(wanted)


def make_tables() -> None:
    """Brings the tables up to this version in one transaction: Django alone notes some migrations only after they are done."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from tirek.foundation.ledger.acts import unguarded

    connection.disable_constraint_checking()  # SQLite alters tables only so, and cannot be told within a transaction
    try:
        with unguarded(), transaction.atomic():
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
    finally:
        connection.enable_constraint_checking()


def mark_edition(instance: Instance) -> None:
    """Marks a database on its first start as demonstration or main, for good."""
    from tirek.foundation.people.services import mark_edition as mark

    mark(edition="demonstration" if instance.demo else "main")


def refuse_foreign_database(instance: Instance) -> None:
    """A demonstration loads only into an empty database or one already marked demonstration, and real records never into one so marked."""
    if not tables_present():
        if instance.demo and objects():
            where = "The database of DATABASE_URL" if instance.database_url else f"The database {instance.database}"
            raise Trouble(f"{where} holds tables of something else. Give an empty database for the demonstration.")
        return
    if not instance.database_url:
        return
    from tirek.foundation.people.queries import edition_of_database

    edition = edition_of_database()
    if edition and edition != ("demonstration" if instance.demo else "main"):
        remedy = "Set DEMO=0 to serve it" if edition == "main" else "Leave DEMO unset to serve it"
        raise Trouble(f"The database of DATABASE_URL holds the {edition} edition. {remedy}, or give another database.")
    if instance.demo and not edition and holds_records():
        raise Trouble("The database of DATABASE_URL holds records and no mark of an edition. Give an empty database for the demonstration.")


def holds_records() -> bool:
    """Whether anything was ever recorded in this database; one whose first start was cut short holds tables alone."""
    from tirek.foundation.ledger.writing import head_size

    return head_size() > 0


def forget_loads(instance: Instance) -> None:
    """A database without tables holds nothing, whatever the folder's stamps say of an earlier one."""
    for stamp in instance.folder.glob(".loaded-*"):
        stamp.unlink(missing_ok=True)


def migrations_digest() -> str:
    """A digest of all migration files' names and of the database's address: when it changes, migrate runs."""
    names = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tirek").rglob("migrations/*.py"))
    return hashlib.sha256("\n".join([*names, django.__version__, *database_address()]).encode()).hexdigest()


def database_address() -> tuple[str, str]:
    """Name and host of the database: another one was not filled by what was loaded into this."""
    return str(settings.DATABASES["default"]["NAME"]), str(settings.DATABASES["default"].get("HOST"))


def load_contents(instance: Instance) -> None:
    """Loads the sourced record and, in a demonstration, the invented country; each once for each version of its text.

    What is told once is not told anew by a later version: people may have gone on with the story since.
    """
    from tirek.project.contents import loads

    outdated = False
    for load in loads(demo=instance.demo):
        stamp = instance.folder / f".loaded-{load.name}"
        wanted = [load.digest(), *database_address()]
        stands = stamp.read_text().split("\n") if stamp.exists() else []
        if stands == wanted:
            continue
        if load.once and stands[1:] == wanted[1:]:
            outdated = True
            continue
        run(load, instance)
        stamp.write_text("\n".join(wanted))
    if outdated:
        say("  The demonstration stands as an earlier version told it. For this version's: tirek demo remove, then start again.")


def run(load: "Load", instance: Instance) -> None:
    """One loading, with a dot for each piece. What an earlier version began to tell and left half told may not be told on."""
    try:
        with step(load.words):
            load.work(dot)
    except ValueError as error:
        if not load.once:
            raise
        remedy = "Take it away with `tirek demo remove` and start again: a new one is made."
        raise Trouble(f"The demonstration in {instance.folder} was begun by an earlier version and cannot be completed. {remedy}") from error
