"""How columns are written: their names in all four languages, so that a sheet of any of them is understood. It knows no noun."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from tirek.foundation.sheets.kinds import SheetKind
from tirek.ground.rules.sheet_columns import Column
from tirek.ground.rules.words import LANGUAGES

REFERENCE = Column(
    key="reference",
    words=_("Reference"),
    hint=_("A number or code of your own, one for each row. By it the row is found again, so that the next sheet changes it and does not make it twice."),
    most=200,
    also=("Номер", "Код", "Идентификатор", "Регистрационный номер", "Учётный номер", "Нөмір", "Нөмірі", "Номери", "ID", "Code", "Number"),
)


def all_columns(kind: SheetKind, country: str) -> tuple[Column, ...]:
    """The columns of a kind with the reference before them, where rows are found by it."""
    own = kind.columns(country)
    return (REFERENCE, *own) if kind.by_reference else own


def spellings(columns: Iterable[Column]) -> Mapping[str, tuple[str, ...]]:
    """The names of each column in the four languages, and others that offices use."""
    told = tuple(columns)
    found: dict[str, list[str]] = {column.key: list(column.also) for column in told}
    for language in LANGUAGES:
        with override(language):
            for column in told:
                found[column.key].append(gettext(column.words))
    return {key: tuple(names) for key, names in found.items()}
