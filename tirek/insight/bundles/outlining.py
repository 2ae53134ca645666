"""What the head is shown of a bundle before it is sealed: numbers, names of what goes in, and passages that could name a person. It is stored until then. It knows no page."""

from dataclasses import dataclass, field
from typing import Any

from tirek.insight.bundles import english
from tirek.insight.bundles.contents import Contents, digest_of
from tirek.insight.bundles.looking import passages
from tirek.insight.bundles.pages import pages_of

SHOWN = 200
"""Lines of each list that are kept to be shown; all are counted."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What goes in, in figures and names. `digest` names the content exactly; `passages` are pairs of number and passage, of which all are counted and confirmed together;
    `scanned` are pairs of id and name of the letters whose scans go in, to be opened and looked at."""

    digest: str = ""
    reports: int = 0
    reports_without_english: int = 0
    reports_without_documents: int = 0
    recommendations: int = 0
    recommendations_without_english: int = 0
    letters: int = 0
    scans: int = 0
    size: int = 0
    found: int = 0
    passages: tuple[tuple[str, str], ...] = ()
    titles: tuple[tuple[str, str], ...] = field(default=())
    scanned: tuple[tuple[str, str], ...] = ()

    def stored(self, *, sealed: bool = False) -> dict[str, Any]:
        """Plain values; of what was sealed no passage, title or letter is kept."""
        told = {name: getattr(self, name) for name in COUNTED}
        return told if sealed else told | {name: [list(each) for each in getattr(self, name)] for name in NAMED}


COUNTED = (
    "digest", "reports", "reports_without_english", "reports_without_documents", "recommendations", "recommendations_without_english", "letters", "scans", "size", "found",
)  # fmt: skip
NAMED = ("passages", "titles", "scanned")


def outline_of(made: Contents) -> Outline:
    """The outline of what was gathered. Cost: the text check of all texts."""
    found = passages(made)
    titles = [(each.number, english.name(each.place)) for each in made.reports]
    titles += [(each.facts.number, english.name(each.place)) for each in made.recommendations]
    scanned = [(str(each.id), f"{each.number or '—'} · {english.name(each.body)}") for each in made.letters if each.file]
    pages = pages_of(made)
    return Outline(
        digest_of(pages, made.files), len(made.reports), sum(not each.in_english for each in made.reports), sum(not each.files for each in made.reports),
        len(made.recommendations), sum(not each.in_english for each in made.recommendations), len(made.letters), sum(each.file is not None for each in made.letters),
        sum(each.facts.size for each in made.files) + sum(len(content) for _name, content in pages), len(found), found[:SHOWN], tuple(titles[:SHOWN]), tuple(scanned[:SHOWN]),
    )  # fmt: skip


def read(stored: dict[str, Any]) -> Outline:
    """The outline of a row; nothing stored is an empty one."""
    pairs: dict[str, Any] = {name: tuple((one, other) for one, other in stored.get(name, ())) for name in NAMED}
    return Outline(**{name: stored[name] for name in COUNTED if name in stored}, **pairs)
