"""Answering: what an authority wrote into the form of its answer, found in the lines that the document gives. It knows lines and words, no row and no file.

A row of a table is a line with its cells between TABs. Cells are known by the words of their left one, in any language and in any order; whatever
stands elsewhere is kept as a line outside the cells, so that nothing that somebody wrote is passed over in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tirek.ground.rules.words import LANGUAGES
from tirek.insight.reports.documents.answer_form import BETWEEN, CHOICES, PHRASES

HEAD = ("form", "authority", "letter_number", "said_on", "official", "official_name", "official_function")
ROWS = ("number", "text", "due", "word", "said")
WAITING = ("choose", "write", "write_day")
DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}))")


@dataclass(slots=True)
class WrittenAnswer:
    """What was written to one recommendation: `text` is the recommendation's text as it came back, `choice` the words of the answer as written."""

    number: str
    text: str = ""
    choice: str = ""
    said: str = ""
    missing: frozenset[str] = frozenset(("text", "word", "said"))

    @property
    def word(self) -> str:
        """The code of the choice; nothing where its words are none of the form's."""
        return CODES.get(folded(self.choice), "")

    @property
    def empty(self) -> bool:
        """Whether nothing was answered."""
        return not self.choice and not self.said


@dataclass(slots=True)
class WrittenForm:
    """A form as it came back. `outside` are lines that stand in none of its cells; `official` is the cell of earlier forms, which did not say that it is recorded; `notes` are remarks on how the
    document was read; `marks`, more than one where forms were put together.
    """

    marks: list[str] = field(default_factory=list)
    letter_number: str = ""
    day: str = ""
    official: str = ""
    official_name: str = ""
    official_function: str = ""
    answers: list[WrittenAnswer] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The mark of the form; nothing where it is missing."""
        return self.marks[0] if self.marks else ""

    @property
    def said_on(self) -> date | None:
        """The day of the letter, as 31.12.2026 or 2026-12-31; None where it is not written so."""
        found = DAY.fullmatch(self.day.strip().removesuffix(" г.").strip())
        if not found:
            return None
        year, month, on = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        try:
            return date(int(year), int(month), int(on))
        except ValueError:
            return None


def written(text: str) -> WrittenForm:
    """The form in a document's text."""
    form = WrittenForm()
    printed = set(_printed())
    for line in text.split("\n"):
        name, _tab, value = line.partition("\t")
        key = LABELS.get(folded(name.partition(BETWEEN)[0]), "")
        if key == "number" and _tab:
            form.answers.append(WrittenAnswer(value.strip()))
        elif key in ROWS and _tab and form.answers:
            _into(form.answers[-1], key, filled(value))
        elif key in HEAD and _tab:
            _into_head(form, key, filled(value))
        elif line.strip() and not _frame(line, printed):
            form.outside.append(line.replace("\t", " | ").strip())
    return form


def _into(answer: WrittenAnswer, key: str, value: str) -> None:
    answer.missing -= {key}
    if key == "text":
        answer.text = value
    elif key == "word":
        answer.choice = value
    elif key == "said":
        answer.said = value


def _into_head(form: WrittenForm, key: str, value: str) -> None:
    if key == "form":
        form.marks += [value] if value else []
    elif key == "said_on":
        form.day = value
    elif key != "authority":
        setattr(form, key, value)


def filled(value: str) -> str:
    """What was filled in: without the words that ask for it, where they were left before it, or in two languages behind it."""
    text = " ".join(value.split())
    before = next((each for each in ASKING if text == each or text.startswith(f"{each} ")), "")
    text = text.removeprefix(before).strip()
    behind = next((each for each in ASKING if BETWEEN in each and text.endswith(f" {each}")), "")
    return text.removesuffix(behind).strip()


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same words, whatever blanks stand between them and whichever quotation marks, dashes and soft hyphens a program put."""
    return one.translate(ALIKE).split() == other.translate(ALIKE).split()


def folded(text: str) -> str:
    """Words as they are compared: without case, full stop and further blanks."""
    return " ".join(text.casefold().replace("ё", "е").split()).rstrip(" .:")


def _frame(line: str, printed: set[str]) -> bool:
    """Whether a line is one that the form prints itself."""
    return folded(line) in printed or any(start.match(line) for start in TITLES)


def _printed() -> Iterator[str]:
    for code in LANGUAGES:
        yield folded(PHRASES.say("how", code))
        yield folded(PHRASES.say("named", code))


def _choices() -> Iterator[tuple[str, str]]:
    """Every way in which the words of a choice can stand in a cell."""
    for choice in CHOICES:
        said = [PHRASES.say(f"word_{choice}", code) for code in LANGUAGES]
        yield from ((folded(each), choice) for each in said)
        yield from ((folded(f"{one}{BETWEEN}{other}"), choice) for one in said for other in said)


def _asking() -> Iterator[str]:
    """Every way in which a form asks that something be written, the longest first."""
    each = {key: [PHRASES.say(key, code) for code in LANGUAGES] for key in WAITING}
    found = {say for said in each.values() for say in (*said, *(f"{one}{BETWEEN}{other}" for one in said for other in said))}
    yield from sorted(found, key=len, reverse=True)


ALIKE = str.maketrans({**dict.fromkeys("«»“”„‟‹›″", '"'), **dict.fromkeys("‘’‚‛′ʼ", "'"), **dict.fromkeys("‐‑‒–—−", "-"), "\u00ad": "", "\u2026": "..."})
ASKING = tuple(_asking())
CODES = dict(_choices())
LABELS = {folded(PHRASES.say(key, code)): key for code in LANGUAGES for key in (*HEAD, *ROWS)}
TITLES = [re.compile(rf"{re.escape(PHRASES.say('title', code))}\. ") for code in LANGUAGES]
