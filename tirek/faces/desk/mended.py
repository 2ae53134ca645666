"""What stood in a thing until somebody put it right, in words. It knows no noun: each page says what its columns are called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from tirek.foundation.ledger.mending import MendedFacts
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day

Named = Mapping[str, "str | Promise"]
Worded = Mapping[str, Callable[[str], str]]


@dataclass(frozen=True, slots=True)
class Mended:
    """When and by whom, why, and what stood before: label and text."""

    on: date
    who: str
    reason: str
    before: tuple[tuple[str, str], ...]


def told(found: Iterable[MendedFacts], labels: Named, worded: Worded | None = None) -> list[Mended]:
    """Mendings in words, in their order; a code or a day becomes words by its column. Cost: one query where there are any."""
    facts, say = list(found), worded or {}
    names = names_of({each.by for each in facts}) if facts else {}
    return [
        Mended(
            each.on, names.get(each.by, ""), each.reason,
            tuple((str(labels[name]), (say[name](text) if name in say and text else text) or "—") for name, text in each.before if name in labels),
        )
        for each in facts
    ]  # fmt: skip


def by_day(text: str) -> str:
    """A day as pages show it."""
    return str(day(date.fromisoformat(text)))


def by_code(codes: Mapping[str, "str | Promise"]) -> Callable[[str], str]:
    """What turns a code into its words."""
    return lambda code: str(codes.get(code, code))
