"""In which editions words stand, so that the office does not forget one when it withholds. Nothing of what is looked for is kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.queries.editions import newest_of
from tirek.insight.publications.titles import title_of


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition in which the words stand: `state` is newest, earlier or withheld."""

    kind: str
    key: str
    title: Words
    number: int
    state: str


def editions_with(text: str, *, by: Actor, country: str) -> tuple[Standing, ...]:
    """Every edition in whose content or note the words stand, whatever their case and the spaces between them. Raises NotAllowed.

    Costs a question for each edition, one at a time in memory.
    """
    check_may_withhold(by, country)
    wanted = flat(text)
    rows = Edition.objects.filter(country=country).order_by("kind", "key", "-version")
    lines = list(rows.values_list("pk", "kind", "key", "version", "note"))
    held = set(rows.filter(withholdings__isnull=False, withholdings__given_back_at=None).values_list("pk", flat=True))
    newest = {(kind, key): version for _pk, kind, key, version, _note in reversed(lines)}
    titles = {(kind, each.key): title_of(kind, country, each.key, each.body) for kind in {line[1] for line in lines} for each in newest_of(kind, country)}
    found = []
    for pk, kind, key, version, note in lines:
        body = json.loads(Edition.objects.values_list("body", flat=True).get(pk=pk))
        if wanted and any(wanted in flat(each) for each in (*strings(body), *(said for _code, said in note.texts))):
            state = "withheld" if pk in held else "newest" if newest[kind, key] == version else "earlier"
            found.append(Standing(kind, key, titles[kind, key], version, state))
    return tuple(found)


def strings(body: Any) -> Iterator[str]:
    """Every text of a content."""
    if isinstance(body, Mapping):
        for value in body.values():
            yield from strings(value)
    elif isinstance(body, list):
        for value in body:
            yield from strings(value)
    elif isinstance(body, str):
        yield body


def flat(text: str) -> str:
    """A text without difference of case and of spaces."""
    return " ".join(text.split()).casefold()
