"""Rows as JSON lines, and back: the same on SQLite and PostgreSQL, across versions of the tables. Used by backups only."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from tirek.foundation.ledger.one_view import snapshot
from tirek.project.cli.tables import make_at_once
from tirek.project.cli.troubles import Trouble

LEFT_OUT = {"sessions", "contenttypes", "usersessions", "django_tasks_database", "django_tasks_db", "search"}
LEFT_OUT_MODELS = {"auth.Permission", "auth.Group", "auth.Group_permissions"}
OWN_MEANS = {"mfa", "account", "jobs"}
OWN_MEANS_MODELS = {"people.FailedAttempts"}
"""What is no record: by what people sign in, and the machinery. It is left out of what is handed over to somebody else."""
EMPTIED = {"people.Account": {"password": "!"}}
"""Columns of rows that are handed over which hold no value there; the ledger vouches for none of them. An exclamation mark is no password to Django."""
BATCH = 500
Tell = Callable[[int, int], None]


def models_to_keep(registry: Any = apps) -> list[type[models.Model]]:
    """The models whose rows a backup holds: all but sessions, queues, the index of the search, and what migrate makes by itself."""
    found = registry.get_models(include_auto_created=True)
    return [each for each in found if each._meta.managed and not each._meta.proxy and each._meta.app_label not in LEFT_OUT
            and each._meta.label not in LEFT_OUT_MODELS]


def own_means(model: type[models.Model]) -> bool:
    """Whether a table is left out of what is handed over."""
    return model._meta.app_label in OWN_MEANS or model._meta.label in OWN_MEANS_MODELS


@dataclass(slots=True)
class Dumped:
    """What was written: rows of each model, and how many entries the ledger then had."""

    counted: dict[str, int] = field(default_factory=dict)
    entries: int = 0


def dump_rows(target: Path, tell: Tell, handed_over: bool = False) -> Dumped:
    """Writes all rows as one snapshot; what is `handed_over` to others is without the means by which people sign in. Streams: memory does not grow with the tables."""
    dumped = Dumped()
    kept = [each for each in models_to_keep() if not handed_over or not own_means(each)]
    with snapshot(), target.open("w", encoding="utf-8") as file:
        total = sum(model._base_manager.count() for model in kept)
        done = 0
        for model in kept:
            label = model._meta.label
            dumped.counted[label] = 0
            emptied = EMPTIED.get(label, {}) if handed_over else {}
            for row in model._base_manager.order_by("pk").iterator(chunk_size=BATCH):
                values = {field.attname: plain(field, row) for field in model._meta.concrete_fields} | emptied
                file.write(json.dumps([label, values], ensure_ascii=False) + "\n")
                dumped.counted[label], done = dumped.counted[label] + 1, done + 1
                if label == "ledger.Head":
                    dumped.entries = values["size"]
                tell(done, total)
    return dumped


def plain(field: Any, row: models.Model) -> Any:
    """A field's value as JSON: JSON stays itself, null stays null, everything else is Django's own text form."""
    value = field.value_from_object(row)
    if value is None or isinstance(field, models.JSONField):
        return field.get_prep_value(value)
    return value if isinstance(value, bool | int | str) else field.value_to_string(row)


def migration_targets() -> list[list[str]]:
    """The newest migration of each app, as applied now."""
    loader = MigrationExecutor(connection).loader
    applied = set(loader.applied_migrations)
    leaves = [node for node in applied if not any(child in applied and child[0] == node[0] for child in children(loader, node))]
    return sorted([list(leaf) for leaf in leaves])


def children(loader: Any, node: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Migrations that stand right after one."""
    known = loader.graph.node_map.get(node)
    return (child.key for child in known.children) if known else iter(())


def migrate_to(targets: list[list[str]]) -> None:
    """Makes the tables of an empty database as they were at those migrations; raises Trouble when the backup is newer than this version."""
    executor = MigrationExecutor(connection)
    wanted = [(app, name) for app, name in targets]
    unknown = [f"{app}.{name}" for app, name in wanted if (app, name) not in executor.loader.graph.nodes]
    if unknown:
        raise Trouble(f"The backup was made by a newer version (it has {', '.join(unknown)}). Restore it with that version.")
    if set(wanted) == set(executor.loader.graph.leaf_nodes()):
        make_at_once()
    else:
        executor.migrate(wanted)


def load_rows(lines: Iterable[str], manifest: dict[str, Any], tell: Tell) -> None:
    """Puts rows into tables made by `migrate_to`, in one transaction; raises Trouble when their number is not the manifest's."""
    with transaction.atomic(), connection.constraint_checks_disabled():
        counted = put_rows(lines, manifest, tell)
        connection.check_constraints()
    if counted != expected(manifest):
        raise Trouble("The backup is damaged: it does not hold the rows that its manifest counts.")


def load_whatever(lines: Iterable[str], manifest: dict[str, Any], tell: Tell) -> dict[str, int]:
    """The same for a proof, of an embedded database: what is missing is to be named, so rows come in whatever they point at. Returns how many came."""
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            return put_rows(lines, manifest, tell)
    finally:
        connection.enable_constraint_checking()


def expected(manifest: dict[str, Any]) -> dict[str, int]:
    """How many rows of each model there must be, where there is any."""
    return {label: number for label, number in manifest["rows"].items() if number}


def put_rows(lines: Iterable[str], manifest: dict[str, Any], tell: Tell) -> dict[str, int]:
    """Puts rows into their tables; how many of each model."""
    executor = MigrationExecutor(connection)
    registry = executor.loader.project_state([(app, name) for app, name in manifest["migrations"]]).apps
    counted: dict[str, int] = {}
    for label, batch in batches(lines):
        model = registry.get_model(label)
        model._base_manager.bulk_create([model(**typed(model, values)) for values in batch])
        counted[label] = counted.get(label, 0) + len(batch)
        tell(sum(counted.values()), sum(manifest["rows"].values()))
    reset_sequences(registry)
    return counted


def batches(lines: Iterable[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows of one model in a row, at most BATCH at a time."""
    label, batch = "", list[dict[str, Any]]()
    for line in lines:
        name, values = json.loads(line)
        if batch and (name != label or len(batch) >= BATCH):
            yield label, batch
            batch = []
        label = name
        batch.append(values)
    if batch:
        yield label, batch


def typed(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """JSON values as the model's own types."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: value if value is None else target_of(fields[name]).to_python(value) for name, value in values.items()}


def target_of(field: Any) -> Any:
    """The field that holds the value: of a foreign key the one it points to."""
    while field.remote_field:
        field = field.target_field
    return field


def reset_sequences(registry: Any) -> None:
    """Lets automatic numbers go on behind the restored ones."""
    statements = connection.ops.sequence_reset_sql(no_style(), models_to_keep(registry))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
