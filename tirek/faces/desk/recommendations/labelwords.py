"""Labels of recommendations in the reader's words, and as choices of a form. It knows no row."""

from collections.abc import Iterable

from django.utils.text import capfirst

from tirek.faces.desk.citing import cited, name_of
from tirek.faces.frame.fields import Choices, said
from tirek.foundation.jurisdictions.common import Label
from tirek.foundation.jurisdictions.queries import kind_of_label, label_kinds, label_with, labels_of, standard_meant, standards_asked
from tirek.foundation.jurisdictions.validation import OF_RULES

LIKELY = 5
"""So many rules at most are named to somebody whose words fit several."""


def label_words(country: str, id: str, *, whole: bool = False) -> str:
    """A label by its name, after its number where its kind has numbers; a rule as it is cited, `whole` with its subject. The id of one that no pack knows any more."""
    found = label_with(country, id)
    if found is None:
        return id
    if not isinstance(found, Label):
        return cited(country, found) if whole else name_of(country, found)
    numbered = found.number and any(kind.code == found.kind and kind.numbered for kind in label_kinds())
    return f"{found.number}: {said(found.name)}" if numbered else said(found.name)


def by_kind(country: str, ids: Iterable[str], *, whole: bool = False) -> list[tuple[str, list[str]]]:
    """Labels under the names of their kinds, in the packs' order; what no pack knows any more stands under no name."""
    held = list(ids)
    groups = [(capfirst(said(kind.name)), [one for one in held if kind_of_label(country, one) == kind.code]) for kind in label_kinds()]
    groups.append(("", [one for one in held if not kind_of_label(country, one)]))
    return [(name, [label_words(country, one, whole=whole) for one in found]) for name, found in groups if found]


def in_one_line(country: str, ids: Iterable[str]) -> str:
    """All labels in one cell."""
    return "; ".join(f"{name}: {', '.join(found)}" if name else ", ".join(found) for name, found in by_kind(country, ids))


def offered(country: str, kind: str) -> Choices:
    """The labels of a kind."""
    return [(one.id, label_words(country, one.id)) for one in labels_of(country, kind)]


def grouped(country: str) -> list[tuple[str, Choices]]:
    """All labels but the rules, under the names of their kinds."""
    return [(capfirst(said(kind.name)), offered(country, kind.code)) for kind in label_kinds() if kind.code != OF_RULES]


def rule_meant(country: str, written: str) -> tuple[str, str]:
    """The id of the one rule that somebody wrote, by id, number or words; else nothing, and the rules that fit, as they are cited."""
    if one := standard_meant(country, written):
        return one.id, ""
    return "", "; ".join(name_of(country, each) for each in standards_asked(country, written)[:LIKELY])
