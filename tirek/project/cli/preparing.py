"""Preparing an instance before it serves: folder, translations, tables, the sourced record, the demonstration. Idempotent and quick when done."""

import gc
import hashlib
import socket
import time

import django
from django.conf import settings

from tirek.project.cli.databases import objects, reach, refuse_newer_database, tables_present
from tirek.project.cli.folders import check_folder, refuse_half_restored
from tirek.project.cli.loading import database_address, forget_stamps, load_contents
from tirek.project.cli.steps import step
from tirek.project.cli.translations import compile_translations
from tirek.project.cli.troubles import DatabaseRefused, Trouble
from tirek.project.instance import ROOT, Instance, read_instance


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
    keep_searched()
    keep_compared()
    count_passages()
    load_contents(instance)
    seal_factors()
    clear_files()
    return instance


def clear_files() -> None:
    """What a killed writer left among the files takes no room for ever."""
    from tirek.foundation.files.bytes import clear_drafts

    clear_drafts(time.time())


def keep_searched() -> None:
    """What can be searched is told by today's rules: at once in a house without records, else by the worker, while the house already serves."""
    from tirek.foundation.jobs.services import enqueue, waiting
    from tirek.foundation.search import queries, services
    from tirek.ground.rules.actors import SYSTEM

    if queries.whole() or services.begin_whole():
        return
    if not waiting(kind_name=services.REBUILD):
        enqueue(kind_name=services.REBUILD, arguments={}, by=SYSTEM)


def keep_compared() -> None:
    """What recommendations say is compared by today's rules and glossary: the worker makes their keys anew, while the house already serves."""
    from tirek.followup.recommendations.keeping_keys import keys_stand
    from tirek.followup.recommendations.tasks import KEYS
    from tirek.foundation.jobs.services import enqueue, waiting
    from tirek.ground.rules.actors import SYSTEM

    if not keys_stand() and not waiting(kind_name=KEYS):
        enqueue(kind_name=KEYS, arguments={}, by=SYSTEM)


def count_passages() -> None:
    """What waits in the texts of open visits is counted by today's rules; nothing to do but after an upgrade that changed them."""
    from tirek.records.visits.services import count_passages as count
    from tirek.records.visits.services import uncounted

    if uncounted():
        with step("Texts of open visits, by the rules of this version"):
            count()


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

    gc.disable()  # nothing of what is being loaded is ever garbage: looking for it takes a sixth of the time
    try:
        django.setup()
        check_choices()
        wrong = [message for message in checks.run_checks() if message.is_serious()]
    except PackRefused as refused:
        raise Trouble(str(refused)) from refused
    finally:
        gc.enable()
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
        forget_stamps(instance)
    make_tables()
    mark_edition(instance)
    stamp.write_text(wanted)


def make_tables() -> None:
    """Brings the tables up to this version in one transaction: Django alone notes some migrations only after they are done."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from tirek.foundation.ledger.acts import unguarded
    from tirek.project.cli.tables import bring_up

    connection.disable_constraint_checking()  # SQLite alters tables only so, and cannot be told within a transaction
    try:
        with unguarded(), transaction.atomic():
            bring_up()
            call_command("createcachetable", verbosity=0)
    finally:
        connection.enable_constraint_checking()


def mark_edition(instance: Instance) -> None:
    """Marks a database on its first start as demonstration or main, for good."""
    from tirek.foundation.people.services import mark_edition as mark

    mark(edition=edition_of(instance))


def refuse_foreign_database(instance: Instance) -> None:
    """A demonstration loads only into an empty database or one already marked demonstration, and real records never into one so marked."""
    where = "The database of DATABASE_URL" if instance.database_url else f"The database {instance.database}"
    if not tables_present():
        if instance.demo and objects():
            raise DatabaseRefused(f"{where} holds tables of something else. Give an empty database for the demonstration.")
        return
    from tirek.foundation.people.queries import edition_of_database

    edition = edition_of_database()
    if edition and edition != edition_of(instance):
        raise DatabaseRefused(f"{where} holds the {edition} edition. {remedy_for(edition, instance)}")
    if instance.demo and not edition and holds_records():
        raise DatabaseRefused(f"{where} holds records and no mark of an edition. Give an empty database for the demonstration.")


def edition_of(instance: Instance) -> str:
    """The edition that this instance serves, as a database is marked with it."""
    return "demonstration" if instance.demo else "main"


def remedy_for(edition: str, instance: Instance) -> str:
    """What to do with a database of the other edition: a server's is served as what it is; an embedded one was copied to where it lies."""
    if not instance.database_url:
        return f"It was put into the folder of the {edition_of(instance)} edition: move {instance.folder} away and start again, or give another DATA_DIR."
    return f"{'Set DEMO=0' if edition == 'main' else 'Leave DEMO unset'} to serve it, or give another database."


def holds_records() -> bool:
    """Whether anything was ever recorded in this database; one whose first start was cut short holds tables alone."""
    from tirek.foundation.ledger.writing import head_size

    return head_size() > 0


def migrations_digest() -> str:
    """A digest of all migration files' names and of the database's address: when it changes, migrate runs."""
    names = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tirek").rglob("migrations/*.py"))
    return hashlib.sha256("\n".join([*names, django.__version__, *database_address()]).encode()).hexdigest()
