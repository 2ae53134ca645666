"""The words and blocks of one part of a report, in its languages: frames, texts with their marks, numbers with theirs, paragraphs in order.

It knows no room of the report.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tirek.foundation.files.typesetting import Phrases, date_words, figure_words
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Counted, Facts, Foreign, Heading, Line, Named, Prose, Said

PHRASES = Phrases(Path(__file__).parent / "frame.yaml")


@dataclass(slots=True)
class Wording:
    """A report being laid out in some languages; it counts its paragraphs."""

    document: model.ReportDocument
    languages: tuple[str, ...]
    next_number: int = 1
    printed: dict[str, str] = field(default_factory=dict)  # row id -> paragraph number
    rows: list[tuple[str, str, str]] = field(default_factory=list)  # paragraph number, kind of row, row id

    def each(self, say: Callable[[str], str | Line]) -> Said:
        """The same in each of the part's languages."""
        lines = ((language, say(language)) for language in self.languages)
        return tuple((language, (line,) if isinstance(line, str) else line) for language, line in lines)

    def frame(self, key: str, **values: str) -> Said:
        """Words of the frame, with what they name."""
        return self.each(lambda language: PHRASES.say(key, language).format(**values) if values else PHRASES.say(key, language))

    def text(self, words: Words, language: str) -> str:
        """A text in a language, with a mark where its translation is behind."""
        found = words.in_(language)
        if not found:
            return PHRASES.say("not_translated", language)
        return f"{found} {PHRASES.say('stale', language)}" if language in words.stale else found

    def words(self, words: Words) -> Said:
        """A text in each language."""
        return self.each(lambda language: self.text(words, language))

    def written(self, words: Words) -> Said:
        """A text that was written once, in each language."""
        return self.each(lambda language: self.as_written(words, language))

    def as_written(self, words: Words, language: str) -> Line:
        """A text that was written once: where it is not translated, the original with a mark that names its language."""
        source = words.best_language(language)
        return self.marked(source, words.in_(source), language) if source != language else (self.text(words, language),)

    def marked(self, source: str, text: str, language: str) -> Line:
        """A text of another language, with its name."""
        return (Foreign(source, text), f" {PHRASES.say(f'in_{source}', language)}")

    def plain(self, text: str) -> Said:
        """A text that is the same in each language, printed for each."""
        return self.each(lambda language: text)

    def one(self, text: str) -> Said:
        """A text that is the same in every language, printed once."""
        return ((self.languages[0], (text,)),)

    def day(self, day: date) -> Said:
        """A day in words."""
        return self.each(lambda language: date_words(day, language))

    def counted(self, number_id: str) -> Counted:
        """A number with its mark."""
        number = self.document.counted(number_id)
        return Counted(self.document.mark(number_id), figure_words(number.value))

    def number(self, number_id: str) -> Said:
        """A number alone."""
        return ((self.languages[0], (self.counted(number_id),)),)

    def plural(self, key: str, number_id: str, language: str) -> Line:
        """A number in words: “3 hours”."""
        before, after = PHRASES.count(key, language, self.document.counted(number_id).value).split("{n}")
        return tuple(piece for piece in (before, self.counted(number_id), after) if piece)

    def heading(self, key: str, level: int = 1) -> Heading:
        """A heading of the frame."""
        return Heading(level, self.frame(key))

    def note(self, key: str, value: Callable[[str], str | Line]) -> Said:
        """A line below a paragraph: what it says, and of what."""
        def line(language: str) -> Line:
            said = value(language)
            return (f"{PHRASES.say(key, language)}: ", *((said,) if isinstance(said, str) else said))

        return self.each(line)

    def numbered(self, said: Said, row: str, kind: str, notes: Iterable[Said]) -> Prose:
        """The next paragraph with its number, which its row bears from now on."""
        number = str(self.next_number)
        self.next_number += 1
        self.printed.setdefault(row, number)
        self.rows.append((number, kind, row))
        return Prose(said, number, tuple(notes), row)

    def facts(self, *rows: tuple[str, Said]) -> Facts:
        """A table of names and values."""
        return Facts(tuple((self.frame(key), said) for key, said in rows))

    def named(self) -> Iterator[Named]:
        """The paragraphs composed so far, with the kinds of their rows."""
        return (Named(row, number, self.frame(kind)) for number, kind, row in self.rows)
