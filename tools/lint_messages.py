"""`python -m tools.lint_messages`: fails where a catalogue is not what a reader of its language can rely on.

A sentence without a translation or with a missing plural form; placeholders or tags that differ from the source's; a translation that
says itself more than once; one that equals the source or another language's, unless tools/same_words.txt lists the source. It writes nothing.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ru", "kk", "ky")
LISTED = ROOT / "tools" / "same_words.txt"
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdfi]|%%|\{\w*\}")
TAG = re.compile(r"</?[a-z]+\b[^>]*>")
REPEATED = re.compile(r"(.{10,}?)\1+", re.DOTALL)
"""A sentence that a tool wrote behind itself."""
LETTER = re.compile(r"[^\W\d_]")
COMMENT = "#"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend: the language, the source sentence, what is wrong."""

    language: str
    source: str
    what: str

    def __str__(self) -> str:
        return f"{self.language}: {self.what}: {self.source!r}"


def catalogue(language: str, folder: Path = ROOT / "locale") -> Catalog:
    """A language's catalogue."""
    with (folder / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def listed(path: Path = LISTED) -> frozenset[str]:
    """Sources whose translations may be the same, one a line; a line that begins with # is a remark."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(line.replace("\\n", "\n") for line in lines if line.strip() and not line.startswith(COMMENT))


def forms(message: Message) -> tuple[str, ...]:
    """All translated forms of a message."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def sources(message: Message) -> tuple[str, ...]:
    """The source, or its singular and plural."""
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def faults_of_one(language: str, held: Catalog) -> Iterator[Fault]:
    """What is wrong within one catalogue."""
    for message in held:
        if not message.id:
            continue
        source = sources(message)[0]
        wanted = held.num_plurals if len(sources(message)) > 1 else 1
        found = forms(message)
        if message.fuzzy:
            yield Fault(language, source, "is marked as uncertain (fuzzy)")
        if len(found) != wanted or not all(form.strip() for form in found):
            written = sum(1 for form in found if form.strip())
            yield Fault(language, source, "has no translation" if wanted == 1 else f"has {written} of {wanted} plural forms")
            continue
        yield from (Fault(language, source, what) for what in differences(sources(message), found))


def differences(source: tuple[str, ...], found: Iterable[str]) -> Iterator[str]:
    """Placeholders and tags of a translation that are not the source's. A plural form may leave out what the singular leaves out."""
    for form in found:
        for pattern, name in ((PLACEHOLDER, "placeholders"), (TAG, "tags")):
            needed = set.intersection(*(set(pattern.findall(text)) for text in source))
            allowed = set.union(*(set(pattern.findall(text)) for text in source))
            there = set(pattern.findall(form))
            if not needed <= there <= allowed:
                yield f"has other {name} ({', '.join(sorted(there)) or 'none'} instead of {', '.join(sorted(allowed)) or 'none'})"
        if (source[0].startswith("\n"), source[0].endswith("\n")) != (form.startswith("\n"), form.endswith("\n")):
            yield "begins or ends its lines otherwise"
        if REPEATED.fullmatch(form):
            yield "says itself more than once"


def faults_between(held: Mapping[str, Catalog], same: frozenset[str]) -> Iterator[Fault]:
    """Translations that equal the source or another language's."""
    texts = {language: {(message.id if isinstance(message.id, str) else message.id[0], message.context): forms(message) for message in one if message.id}
             for language, one in held.items()}  # fmt: skip
    for language, one in texts.items():
        for (source, _), found in one.items():
            if source in found and wordy(source) and source not in same:
                yield Fault(language, source, "equals the source")
    for first, second in combinations(texts, 2):
        for key in texts[first].keys() & texts[second].keys():
            source, shared = key[0], set(texts[first][key]) & set(texts[second][key])
            if any(wordy(text) and text != source for text in shared) and source not in same:
                yield Fault(f"{first} and {second}", source, f"say the same ({', '.join(sorted(shared))})")


def wordy(text: str) -> bool:
    """Whether a text has words at all, apart from placeholders and tags."""
    return bool(LETTER.search(TAG.sub("", PLACEHOLDER.sub("", text))))


def unused(held: Mapping[str, Catalog], same: frozenset[str]) -> Iterator[Fault]:
    """Listed sources that no catalogue has any more."""
    known = {sources(message)[0] for one in held.values() for message in one if message.id}
    return (Fault("tools/same_words.txt", source, "is listed but is no sentence of the house") for source in sorted(same - known))


def all_faults(held: Mapping[str, Catalog], same: frozenset[str]) -> list[Fault]:
    """Everything that is wrong."""
    found = [fault for language, one in held.items() for fault in faults_of_one(language, one)]
    return sorted({*found, *faults_between(held, same), *unused(held, same)})


def main() -> int:
    """Prints each fault; 1 when there is one."""
    found = all_faults({language: catalogue(language) for language in LANGUAGES}, listed())
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{len(found)} to mend in the translations.\n" if found else "The translations are complete.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
