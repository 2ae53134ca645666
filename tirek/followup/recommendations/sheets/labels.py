"""The labels of recommendations as columns of a sheet: one for each kind of the packs, by id, number or name in any language; rules as people cite them. It writes no row."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import get_language

from tirek.followup.recommendations.services.arranging import set_labels
from tirek.foundation.jurisdictions.common import Label, LabelKind, Standard
from tirek.foundation.jurisdictions.pack import NationalStandard
from tirek.foundation.jurisdictions.queries import instrument_of, kind_of_label, label_kinds, labels_of
from tirek.foundation.sheets.choosing import choice
from tirek.foundation.sheets.kinds import Values
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.sheet_columns import Choice, Column
from tirek.ground.rules.words import Words

KEY = "label_"


def columns(country: str) -> tuple[Column, ...]:
    """A column for each kind, under its name in the reader's language and in all others."""
    return tuple(column_of(country, kind) for kind in label_kinds())


def column_of(country: str, kind: LabelKind) -> Column:
    """The column of a kind."""
    heads = tuple(capfirst(text) for _code, text in kind.name.texts)
    labels = labels_of(country, kind.code)
    numbers = {one.number for one in labels if isinstance(one, Label)}
    found = tuple(choice_of(country, one, kind.numbered, alone=f"{one.number}0" not in numbers) for one in labels)
    return Column(key=f"{KEY}{kind.code}", words=capfirst(kind.name.best(get_language() or "en")), kind="choices", also=heads, choices=found)


def choice_of(country: str, label: Label | Standard | NationalStandard, numbered: bool, *, alone: bool) -> Choice:
    """A label under its names in all languages, and under its number where its kind has numbers; a rule under every name of its text with its number.

    `alone`: the number by itself tells which is meant. A spreadsheet makes 16.1 of a 16.10 that was typed as a number, so 16.1 is taken with its name only.
    """
    if not isinstance(label, Label):
        text = instrument_of(country, label)
        cited = choice(label.id, *(Words.of({code: f"{short} {label.cited.in_(code) if label.cited else label.number}"}) for code, short in ordered(text.short)))
        return Choice(label.id, (*cited.names, *(f"{alias} {label.number}" for alias in text.aliases)))
    named = choice(label.id, label.name)
    if not numbered or not label.number:
        return named
    return Choice(label.id, (f"{label.number}: {named.names[0]}", *([label.number] if alone else []), *named.names))


def ordered(words: Words) -> list[tuple[str, str]]:
    """The texts of words, the reader's language first."""
    return sorted(words.texts, key=lambda each: each[0] != get_language())


def values_of(country: str, held: Iterable[str]) -> dict[str, tuple[str, ...] | None]:
    """The labels under the keys of the columns; None where there are none of a kind."""
    own = {kind.code: tuple(sorted(one for one in held if kind_of_label(country, one) == kind.code)) for kind in label_kinds()}
    return {f"{KEY}{kind}": found or None for kind, found in own.items()}


def put(thing: UUID, held: Collection[str], changes: Values, *, by: Actor, country: str) -> None:
    """Puts on and takes off what the row says otherwise; None takes all of its kind off, which only an import that is taken back says. Raises what `set_labels` raises."""
    add, remove = set[str](), set[str]()
    for kind in label_kinds():
        key = f"{KEY}{kind.code}"
        if key in changes:
            value, own = changes[key], {one for one in held if kind_of_label(country, one) == kind.code}
            wanted = set(value) if isinstance(value, tuple) else set[str]()
            add |= wanted - own
            remove |= own - wanted
    if add or remove:
        set_labels(recommendation_id=thing, add=add, remove=remove, by=by)
