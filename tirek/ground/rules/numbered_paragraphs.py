"""The numbered paragraphs of a report's text, each with its number as it is cited: "45", "122.31". It knows no file and no language but signs of advice.

A line that begins with a number greater than the last one, by a few at most, opens a paragraph; lines below belong to it, up to the next number or a heading.
"""

import re
from dataclasses import dataclass

_OPENS = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})?)[.)]? (?P<text>\S.*)")
_PART = re.compile(r"\(?[a-zа-яәіңғүұқөһ]{1,4}\)|[•–—-]\s|[ivx]{1,4}\.\s", re.IGNORECASE)
_ENDED = (".", ":", ";", "!", "?", "…", ")", "»", "”", '"')
_ADVISES = re.compile(r"\b(?:recommend|urg(?:e|es)\b|should\b|call(?:s|ed)? (?:on|upon)\b|encourag|рекоменд|призыва|следует\b|настоятельно|ұсын|шақыр|кеңес бер|сунушта|чакыр)", re.IGNORECASE)
GAP = 5
"""Numbers that may be left out between two paragraphs: pages without text, a table."""
HEADING = 110
"""A heading has fewer characters."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph as it is cited. `advises`: its words look like advice; a person decides."""

    number: str
    text: str

    @property
    def advises(self) -> bool:
        """Whether a word of advice stands in it, in one of four languages."""
        return bool(_ADVISES.search(self.text))


def numbered(text: str) -> tuple[Numbered, ...]:
    """The numbered paragraphs of a text in their order; none where there are none."""
    found: list[tuple[str, list[str]]] = []
    inside = False
    for line in filter(None, (" ".join(each.split()) for each in text.splitlines())):
        opened = _OPENS.fullmatch(line)
        if opened and follows(found[-1][0] if found else "", opened["number"]):
            found.append((opened["number"], [opened["text"]]))
            inside = True
        elif inside and heads(line, found[-1][1][-1]):
            inside = False
        elif inside:
            found[-1][1].append(line)
    return tuple(Numbered(number, "\n".join(lines)) for number, lines in found)


def follows(last: str, number: str) -> bool:
    """Whether a number can be that of the paragraph after the last one: greater, by a few at most."""
    if not last:
        return True
    (before, *of), (after, *part) = (list(map(int, each.split("."))) for each in (last, number))
    if of and part:
        return (before == after and 0 < part[0] - of[0] <= GAP) or (0 < after - before <= GAP and part[0] <= GAP)
    return 0 < after - before <= GAP


def heads(line: str, above: str) -> bool:
    """Whether a line is a heading that ends the paragraph above it: short, no part of a list, and neither a sentence nor the rest of one."""
    return len(line) < HEADING and not _PART.match(line) and above.endswith(_ENDED[:1] + _ENDED[3:]) and not line.endswith(_ENDED[:6]) and line[:1].isupper()


_CITED = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?((?:\([a-zа-яәіңғүұқөһ]{1,4}\)|\(\d{1,2}\)){0,3})", re.IGNORECASE)


def cited(written: str) -> str:
    """A paragraph's number as it is cited: "45", "45 (a)", "122.31"; empty for what is none. Signs of "paragraph" before it are left out."""
    plain = re.sub(r"^(?:§+|para(?:graph)?\.?|пп?\.|пункт|тармақ)\s*", "", " ".join(written.split()).casefold()).removesuffix(".")
    found = _CITED.fullmatch(plain.replace(" ", ""))
    if not found:
        return ""
    main = f"{int(found[1])}.{int(found[2])}" if found[2] else f"{int(found[1])}"
    return " ".join([main, *re.findall(r"\([^)]+\)", found[3])])


def place_of(number: str) -> int:
    """Where a cited number stands among the others of its report."""
    found = _CITED.fullmatch(number.replace(" ", ""))
    if not found:
        return 0
    first = re.findall(r"\(([^)]+)\)", found[3])[:1]
    part = (int(first[0]) if first[0].isdigit() else sum(map(ord, first[0])) % 900) if first else 0
    return int(found[1]) * 1_000_000 + int(found[2] or 0) * 1_000 + part
