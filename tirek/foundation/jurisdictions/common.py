"""The nouns that all countries share: documents, standards, areas, glossary and short lists. They know no country's law."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tirek.foundation.jurisdictions.measures import Explanation, Heading, Indicator, Scale
from tirek.foundation.jurisdictions.pack import Source
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """One of the documents the sourced record rests on; its bytes stand in the repository under the digest."""

    id: str
    file: str
    sha256: str
    kind: Literal["press_release", "news_item", "country_profile", "public_comment"]
    language: str
    country: str
    title: Words
    publisher: Words
    dated: date | None = field(metadata={"none": "not_stated"})
    date_note: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something in a document: the role, never the person."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A rule of the catalogue of standards: number as cited, subject in our own words. `cited` says the number where it needs words (an annex)."""

    id: str
    instrument: str
    number: str
    subject: Words
    verified: bool
    cited: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardPart:
    """A part of a standard-setting text: it begins with the rule `first` and ends where the next part begins."""

    first: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A standard-setting text by its full name. `aliases` are what people write for it; `native_check` as in the glossary, for all its rules."""

    id: str
    name: Words
    short: Words
    aliases: tuple[str, ...] = ()
    native_check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of examination under which findings are filed."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme of recommendations beside the areas; under the code of an area it is that area's wider name."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelKind:
    """A kind of labels that recommendations bear; `hint` says what it tells. `numbered`: a label's number is said before its name.

    Labels of the kind `standard` are the rules of the catalogue. `native_check` as in the glossary, for all its labels.
    """

    code: str
    name: Words
    hint: Words
    numbered: bool = False
    native_check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label, named in our own words; it stands for the article or target `number` of the text `source`, where it stands for one."""

    id: str
    kind: str
    name: Words
    source: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profession:
    """A profession of members of the mechanism; `medical` ones may examine."""

    code: str
    name: Words
    medical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLanguage:
    """A language that members or interpreters speak."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """What the mechanism may demand at every visit, with the article of OPCAT.

    `answers`: what is "given" to the mechanism is granted, delayed or refused; what others have to keep is "kept" or violated.
    """

    code: str
    article: str
    name: Words
    answers: Literal["given", "kept"] = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word of the field in four languages; `native_check` lists the languages that a native speaker has still to confirm."""

    key: str
    name: Words
    native_check: tuple[str, ...] = ()

    @property
    def needs_native_check(self) -> bool:
        """Whether any language still waits for a native speaker."""
        return bool(self.native_check)


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """Everything that the countries share."""

    sources: tuple[Source, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    standards: tuple[Standard, ...] = ()
    standard_parts: tuple[StandardPart, ...] = ()
    areas: tuple[Area, ...] = ()
    themes: tuple[Theme, ...] = ()
    label_kinds: tuple[LabelKind, ...] = ()
    labels: tuple[Label, ...] = ()
    professions: tuple[Profession, ...] = ()
    spoken_languages: tuple[SpokenLanguage, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    headings: tuple[Heading, ...] = ()
    scales: tuple[Scale, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    explanations: tuple[Explanation, ...] = ()
