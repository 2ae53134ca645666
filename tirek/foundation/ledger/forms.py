"""The forms in which the ledger may have recorded a row: that of today, and those of earlier versions of the house. It writes nothing.

Why there are several. A form leaves out what is at rest, so a column that came later does not change it. That was not always so: the first
versions wrote every column, the next ones left out defaults and wrote an empty column as null. Both wrote the columns that their table had
then, and which it had the migrations tell. A row holds when one of these forms has the MAC that was recorded.

Why nothing is weaker for it. All forms of a row hold every column that is not at rest, and a column has one value at rest. Whatever form was
recorded, therefore one row alone can have it: that with the recorded values, and with every other column at rest.
"""

from collections.abc import Iterator
from functools import cache

from django.db.migrations import AddField
from django.db.migrations.loader import MigrationLoader

from tirek.foundation.ledger.rows import VouchedRow, canonical_row, parted_row
from tirek.ground.proof.leaf import leaf

FIRST = "0001"


def has_mac(row: VouchedRow, salt: bytes, mac: bytes) -> bool:
    """Whether the row is what was recorded with this MAC."""
    return leaf(salt, canonical_row(row)) == mac or any(leaf(salt, form) == mac for form in earlier_forms(row))


def earlier_forms(row: VouchedRow) -> Iterator[dict[str, object]]:
    """The row as earlier versions recorded it; as many forms as there were generations of columns, for nulls alone and for all that rests."""
    written, resting = parted_row(row)
    came = columns_that_came(type(row))
    for kept in ({name: value for name, value in resting.items() if value is None}, resting):
        for last in sorted({came.get(name, FIRST) for name in kept}):
            yield {**written, **{name: value for name, value in kept.items() if came.get(name, FIRST) <= last}}


@cache
def columns_that_came(model: type[VouchedRow]) -> dict[str, str]:
    """The columns that a table got after it was made -> the number of the migration that brought them, as text of four digits."""
    columns = {field.name: field.attname for field in model._meta.concrete_fields}
    return {
        columns[step.name]: name[: len(FIRST)]
        for (label, name), migration in MigrationLoader(None).disk_migrations.items()
        if label == model._meta.app_label
        for step in migration.operations
        if isinstance(step, AddField) and step.model_name_lower == model._meta.model_name and step.name in columns
    }
