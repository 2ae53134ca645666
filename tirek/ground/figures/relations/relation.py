"""A relation between figures of a text: its kind, who has which part in it, and the reading under which it is proposed."""

from dataclasses import dataclass

from ..quantities import Kind
from ..reading import Figure

TURNED = frozenset({"up", "down", "exceeds", "below"})
"""Cues that say that something rose, fell, or is more or less than another."""
WITNESSED = "witness"
"""The reading under which a relation is proposed because its figures agree too well for chance, though no word was found that relates them."""
LIKELY = "likely"
"""The reading of a part that unit and time suggest and no word."""
SOME = "some"
"""The reading of parts that the text need not tell completely."""
ASKING = ("percent", "times", "rate", "difference")
"""Roles of figures that are made of others."""
_PEOPLE = frozenset({"persons", "members", "deaths"})
STAGED = frozenset({"cases", "proceedings", "complaints", "statements", "persons"})
"""Units that pass through the stages of a case."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`roles` as in docs/reference/claims.md; `sure` whether the text says outright that the parts are all parts, that the change is of these two."""

    kind: str
    roles: tuple[tuple[str, tuple[Figure, ...]], ...]
    sure: bool = True
    reading: str = ""
    rises: bool | None = None
    per: int = 1
    series: tuple[Figure, ...] = ()
    """Figures of years from which a number of times could be counted as well; they have no part in the relation."""

    def role(self, name: str) -> tuple[Figure, ...]:
        """The figures of a role; empty where it has none."""
        return next((figures for role, figures in self.roles if role == name), ())

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All its figures, in the order of its roles."""
        return tuple(one for _, figures in self.roles for one in figures)


def related(
    kind: str, *, sure: bool = True, reading: str = "", rises: bool | None = None, per: int = 1, **roles: Figure | tuple[Figure, ...]
) -> Relation:
    """A relation from its roles."""
    told = tuple((name, one if isinstance(one, tuple) else (one,)) for name, one in roles.items())
    return Relation(kind, told, sure, reading, rises, per)


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures count in one unit, as far as the text says."""
    return one.kind == other.kind and one_unit(one.unit, other.unit)


def one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one as far as a text says: one of them is missing, or both are people."""
    return one == other or one is None or other is None or {one, other} <= _PEOPLE


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may count in one unit: they do as far as the text says, or one of them has no noun of its own."""
    return same_kind(one, other) or (one.kind is other.kind is Kind.COUNT and (not one.noun or not other.noun))


def akin(noun: str, other: str) -> bool:
    """Whether two noun phrases share a longer word, in whatever forms: "врача", "врачей"."""
    return any(_forms_of_one(one, word) for one in noun.split() for word in other.split())


def _forms_of_one(one: str, other: str) -> bool:
    shared = next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))
    return min(len(one), len(other)) > 3 and shared >= max(4, min(len(one), len(other)) - 3)
