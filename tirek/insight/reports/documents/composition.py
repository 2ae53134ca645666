"""The composition: lays one report out as parts made of blocks, numbers its paragraphs and puts a mark on every number.

It knows the words of documents; it does not know Typst, Word or a database.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from tirek.foundation.files.typesetting import Phrases, date_words, days_words, figure_words
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import (
    Block,
    Counted,
    Drawing,
    Facts,
    Fixed,
    Foreign,
    Heading,
    Line,
    Named,
    Part,
    Prose,
    Said,
    Table,
)

PHRASES = Phrases(Path(__file__).parent / "frame.yaml")


def parts(document: model.ReportDocument) -> tuple[Part, ...]:
    """One part with both languages side by side, or one part a language."""
    groups = (document.languages,) if document.layout == "side_by_side" else tuple((language,) for language in document.languages)
    return tuple(_Composer(document, group).part() for group in groups)


def reworded(document: model.ReportDocument) -> tuple[str, ...]:
    """The numbers of the paragraphs that this version says in other words than the one before."""
    numbers = {each.row: each.number for each in parts(document)[0].rows}
    return tuple(numbers[each.row] for each in document.paragraphs if each.reworded)


def chart_name(languages: tuple[str, ...]) -> str:
    """The picture's name for the languages of a part."""
    return f"chart-{'-'.join(languages)}"


def running_head(document: model.ReportDocument, language: str) -> str:
    """The right side of every page's head: number or draft, and version."""
    name = PHRASES.say("number_sign", language).format(number=document.number) if document.number else PHRASES.say("draft", language)
    return f"{name} · {PHRASES.say('version', language).format(number=document.version)}"


def marks(document: model.ReportDocument, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What every page must say besides: demonstration and draft, each with its language."""
    keys = [key for key, holds in (("demonstration", document.demonstration), ("draft_long", document.draft)) if holds]
    return tuple((language, PHRASES.say(key, language)) for key in keys for language in languages)


def signed_words(line: model.SignatureLine, on: date, language: str) -> str:
    """The day, and of a signature given outside who attached its sheet."""
    if not line.attached_by:
        return date_words(on, language)
    return PHRASES.say("sheet_attached", language).format(date=date_words(on, language), name=line.attached_by)


@dataclass(slots=True)
class _Composer:
    document: model.ReportDocument
    languages: tuple[str, ...]
    next_number: int = 1
    printed: dict[str, str] = field(default_factory=dict)  # row id -> paragraph number
    rows: list[tuple[str, str, str]] = field(default_factory=list)  # paragraph number, kind of row, row id

    def part(self) -> Part:
        document = self.document
        rooms: tuple[Callable[[], list[Block]], ...] = (
            self._summary, self._overview, self._access, self._meetings, self._urgent, self._findings, self._practices,
            self._closing_talk, self._recommendations, self._dissents, self._signatures, self._provenance, self._checkpoint,
        )  # fmt: skip
        blocks = [block for room in rooms for block in room()]
        blocks = [*self._changed(), *blocks]  # composed last: it names paragraphs by their numbers
        changes = self.words(document.changes) if document.changes else ()
        return Part(self.languages, self.written(document.title), self._cover(), changes, tuple(blocks), tuple(self._named()))

    # Words

    def each(self, say: Callable[[str], str | Line]) -> Said:
        lines = ((language, say(language)) for language in self.languages)
        return tuple((language, (line,) if isinstance(line, str) else line) for language, line in lines)

    def frame(self, key: str, **values: str) -> Said:
        return self.each(lambda language: PHRASES.say(key, language).format(**values) if values else PHRASES.say(key, language))

    def text(self, words: Words, language: str) -> str:
        found = words.in_(language)
        if not found:
            return PHRASES.say("not_translated", language)
        return f"{found} {PHRASES.say('stale', language)}" if language in words.stale else found

    def words(self, words: Words) -> Said:
        return self.each(lambda language: self.text(words, language))

    def written(self, words: Words) -> Said:
        return self.each(lambda language: self.as_written(words, language))

    def as_written(self, words: Words, language: str) -> Line:
        """A text that was written once: where it is not translated, the original with a mark that names its language."""
        source = words.best_language(language)
        return self.marked(source, words.in_(source), language) if source != language else (self.text(words, language),)

    def marked(self, source: str, text: str, language: str) -> Line:
        return (Foreign(source, text), f" {PHRASES.say(f'in_{source}', language)}")

    def plain(self, text: str) -> Said:
        return self.each(lambda language: text)

    def one(self, text: str) -> Said:
        """A text that is the same in every language, printed once."""
        return ((self.languages[0], (text,)),)

    def day(self, day: date) -> Said:
        return self.each(lambda language: date_words(day, language))

    def counted(self, number_id: str) -> Counted:
        number = self.document.counted(number_id)
        return Counted(self.document.mark(number_id), figure_words(number.value))

    def number(self, number_id: str) -> Said:
        return ((self.languages[0], (self.counted(number_id),)),)

    def plural(self, key: str, number_id: str, language: str) -> Line:
        before, after = PHRASES.count(key, language, self.document.counted(number_id).value).split("{n}")
        return tuple(piece for piece in (before, self.counted(number_id), after) if piece)

    # Blocks

    def heading(self, key: str, level: int = 1) -> Heading:
        return Heading(level, self.frame(key))

    def note(self, key: str, value: Callable[[str], str | Line]) -> Said:
        def line(language: str) -> Line:
            said = value(language)
            return (f"{PHRASES.say(key, language)}: ", *((said,) if isinstance(said, str) else said))

        return self.each(line)

    def numbered(self, said: Said, row: str, kind: str, notes: Iterable[Said]) -> Prose:
        number = str(self.next_number)
        self.next_number += 1
        self.printed.setdefault(row, number)
        self.rows.append((number, kind, row))
        return Prose(said, number, tuple(notes), row)

    def facts(self, *rows: tuple[str, Said]) -> Facts:
        return Facts(tuple((self.frame(key), said) for key, said in rows))

    # The rooms of the report, in their order

    def _cover(self) -> Facts:
        place = self.document.place
        rows = [
            ("place", self.words(place.name)),
            ("place_kind", self.words(place.kind)),
            ("region", self.words(place.region)),
            ("authority", self.words(place.authority)),
            ("days", self.each(self._days)),
            ("delegation", self.each(self._delegation)),
        ]
        if self.document.issued_on:
            rows.append(("issued", self.day(self.document.issued_on)))
        return self.facts(*rows)

    def _changed(self) -> list[Block]:
        rows = [(change, self.plain(", ".join(numbers))) for change, numbers in self.document.changed_recommendations]
        blocks: list[Block] = [self.heading("changed_recommendations"), self.facts(*rows)] if rows else []
        numbers = ", ".join(self.printed[each.row] for each in self.document.paragraphs if each.reworded)
        if numbers or self.document.changed_records:
            blocks.append(self.heading("changed_records"))
        if numbers:
            blocks.append(self.facts(("reworded_paragraphs", self.plain(numbers))))
        if self.document.changed_records:
            blocks.append(Prose(self.each(self._changed_records)))
        return blocks

    def _changed_records(self, language: str) -> str:
        return "; ".join(PHRASES.say(part, language) for part in self.document.changed_records)

    def _days(self, language: str) -> str:
        visit = self.document.visit
        return days_words(visit.began, visit.ended, language)

    def _delegation(self, language: str) -> str:
        visit = self.document.visit
        lines = [f"{self.text(one.role, language)} ({self.text(one.profession, language)})" for one in visit.delegation]
        if visit.joint_with_spt:
            lines.append(PHRASES.say("joint", language))
        return "\n".join(lines) or PHRASES.say("none", language)

    def _summary(self) -> list[Block]:
        return [self.heading("summary"), Prose(self.words(self.document.summary))] if self.document.summary else []

    def _overview(self) -> list[Block]:
        chart, blocks = self.document.chart, list[Block]()
        if self.document.overview or chart:
            blocks.append(self.heading("overview"))
        if self.document.overview:
            blocks.append(self._measures(self.document.overview))
        if chart:
            alternative = " / ".join(self.text(chart.alternative, language) for language in self.languages)
            caption = self.each(lambda language: f"{PHRASES.say('figure_caption', language)}. {self.text(chart.title, language)}")
            blocks += [Drawing(chart_name(self.languages), alternative, caption), self._measures(chart.bars)]
        return blocks

    def _measures(self, facts: tuple[model.Fact, ...]) -> Table:
        rows = tuple((self.words(fact.label), self.number(fact.number)) for fact in facts)
        return Table((self.frame("what"), self.frame("count")), rows, (4, 1))

    def _access(self) -> list[Block]:
        blocks = list[Block]()
        if self.document.entitlements:
            earlier = {True: "granted", False: "hindered", None: "not_recorded"}
            rows = tuple(
                (self.words(one.name), self.one(one.article), self.frame(one.outcome or earlier[one.granted]))
                for one in self.document.entitlements
            )
            blocks += [
                self.heading("access"),
                Table((self.frame("entitlement"), self.frame("article"), self.frame("honoured")), rows, (5, 2, 2)),
            ]
        if self.document.refusals:
            blocks.append(self.heading("refusals", 2))
            blocks += [self._refusal(refusal) for refusal in self.document.refusals]
        return blocks

    def _refusal(self, refusal: model.RefusedAccess) -> Prose:
        outcome = refusal.outcome or ("delayed" if refusal.minutes else "refused")
        notes = [
            self.note(f"office_{outcome}", lambda language: self.as_written(refusal.office, language)),
            self.note("ground", lambda language: self.as_written(refusal.ground, language)),
            *self._lasted(refusal.minutes, outcome),
        ]
        return self.numbered(self.words(refusal.entitlement), refusal.row, "refusal_row", notes)

    def _lasted(self, minutes: str, outcome: str) -> Iterator[Said]:
        """How long it was; a refusal without minutes was never lifted, a violation has none."""
        if minutes:
            yield self.note("delay" if outcome == "delayed" else "how_long", lambda language: self.plural("minutes", minutes, language))
        elif outcome == "delayed":
            yield self.note("delay", lambda language: PHRASES.say("not_recorded", language))
        elif outcome == "refused":
            yield self.frame("no_access")

    def _meetings(self) -> list[Block]:
        if not self.document.meetings:
            return []
        return [self.heading("meetings"), *(self._meeting(meeting) for meeting in self.document.meetings)]

    def _meeting(self, meeting: model.Meeting) -> Prose:
        notes = (
            self.note("partner", lambda language: self.text(meeting.partner, language)),
            self.note("date", lambda language: date_words(meeting.held_on, language)),
        )
        return self.numbered(self.written(meeting.subject), meeting.row, "meeting_row", notes)

    def _urgent(self) -> list[Block]:
        if not self.document.urgent_measures:
            return []
        return [self.heading("urgent"), *(self._measure(measure) for measure in self.document.urgent_measures)]

    def _measure(self, measure: model.UrgentMeasure) -> Prose:
        notes = [
            *self._moment("urgent_seen", measure.seen_at),
            *self._moment("urgent_sent", measure.sent_at),
            self.note("addressee", lambda language: self.text(measure.addressee, language)),
            self.note("answer_within", lambda language: self.plural("hours", measure.hours, language)),
            *self._moment("urgent_answered", measure.answered_at),
        ]
        if measure.outcome:
            notes.append(self.note("outcome", lambda language: self.as_written(measure.outcome, language)))
        return self.numbered(self.words(measure.text), measure.row, "urgent_row", notes)

    def _moment(self, key: str, moment: datetime | None) -> Iterator[Said]:
        if moment:
            day, time = moment.date(), f"{moment:%H:%M}"
            yield self.each(lambda language: PHRASES.say(key, language).format(date=date_words(day, language), time=time))

    def _findings(self) -> list[Block]:
        blocks: list[Block] = [self.heading("findings")]
        for section in self.document.sections:
            blocks.append(Heading(2, self.words(section.title)))
            blocks += [self._finding(paragraph, "finding_row") for paragraph in section.paragraphs]
        return blocks if len(blocks) > 1 else [*blocks, Prose(self.frame("empty_section"))]

    def _practices(self) -> list[Block]:
        if not self.document.good_practices:
            return []
        return [self.heading("good_practices"), *(self._finding(paragraph, "practice_row") for paragraph in self.document.good_practices)]

    def _finding(self, paragraph: model.Paragraph, kind: str) -> Prose:
        notes = list[Said]()
        if paragraph.area:
            notes.append(self.note("area", lambda language: self.text(paragraph.area, language)))
        if paragraph.seriousness:
            notes.append(self.note("seriousness", lambda language: self.text(paragraph.seriousness, language)))
        if paragraph.standards:
            notes.append(self.note("standards", lambda language: "; ".join(self.text(one, language) for one in paragraph.standards)))
        if paragraph.sources:
            notes.append(self.note("sources", lambda language: "; ".join(self.text(source, language) for source in paragraph.sources)))
        if paragraph.single_source_reason:
            notes.append(self.note("single_source", lambda language: self.as_written(paragraph.single_source_reason, language)))
        if paragraph.reworded:
            notes.append(self.frame("reworded_paragraph_here"))
        return self.numbered(self.words(paragraph.text), paragraph.row, kind, notes)

    def _closing_talk(self) -> list[Block]:
        talk = self.document.closing_talk
        if not talk:
            return []
        notes = (
            self.note("partner", lambda language: self.as_written(talk.partner, language)),
            self.note("date", lambda language: date_words(talk.held_on, language)),
        )
        promised = self.each(lambda language: self._promises(talk.promises, language)) if talk.promises else self.written(talk.promised)
        if not talk.said:
            return [self.heading("closing_talk"), Heading(2, self.frame("promised")), self.numbered(promised, talk.row, "talk_row", notes)]
        return [
            self.heading("closing_talk"), Heading(2, self.frame("talk_said")), self.numbered(self.written(talk.said), talk.row, "talk_row", notes),
            Heading(2, self.frame("promised")), replace(self.numbered(promised, talk.row, "talk_row", ()), row=""),
        ]  # fmt: skip

    def _promises(self, promises: tuple[model.Promise, ...], language: str) -> Line:
        lines = [self._promise(promise, language) for promise in promises]
        return tuple(piece for place, line in enumerate(lines) for piece in (("; ", *line) if place else line))

    def _promise(self, promise: model.Promise, language: str) -> Line:
        """A promise with who gave it: one mark where both are in the same other language."""
        source, whose = promise.what.best_language(language), promise.by_whom.best_language(language)
        what, whom = self.as_written(promise.what, language), self.as_written(promise.by_whom, language)
        if promise.by_whom and source == whose != language:
            what = self.marked(source, f"{promise.what.in_(source)} ({promise.by_whom.in_(whose)})", language)
        elif promise.by_whom:
            what = (*what, " (", *whom, ")")
        if not promise.until:
            return what
        before, after = PHRASES.say("promised_until", language).format(what="\0", date=date_words(promise.until, language)).split("\0")
        return tuple(piece for piece in (before, *what, after) if piece)

    def _recommendations(self) -> list[Block]:
        blocks: list[Block] = [self.heading("recommendations")]
        blocks += [self._recommendation(recommendation) for recommendation in self.document.recommendations]
        return blocks if len(blocks) > 1 else [*blocks, Prose(self.frame("empty_section"))]

    def _recommendation(self, recommendation: model.RecommendationLine) -> Prose:
        notes = [self.note("addressee", lambda language: self.text(recommendation.addressee, language))]
        if recommendation.days or recommendation.due:
            notes.append(self.note("time_limit", lambda language: self._limit(recommendation, language)))
        if recommendation.priority:
            notes.append(self.note("priority", lambda language: self.text(recommendation.priority, language)))
        if recommendation.indicator:
            notes.append(self.note("indicator", lambda language: self.text(recommendation.indicator, language)))
        paragraphs = ", ".join(self.printed[row] for row in recommendation.findings if row in self.printed)
        if paragraphs:
            notes.append(self.note("from_findings", lambda language: paragraphs))
        if recommendation.change:
            notes.append(self.frame(f"{recommendation.change}_here"))
        notes += [note for each in recommendation.earlier for note in self._earlier(each)]
        self.rows.append((recommendation.number, "recommendation_row", recommendation.row))
        return Prose(self.words(recommendation.text), recommendation.number, tuple(notes), recommendation.row)

    def _earlier(self, wording: model.EarlierWording) -> list[Said]:
        def head(language: str) -> str:
            on = date_words(wording.issued_on, language) if wording.issued_on else ""
            return PHRASES.say("earlier_wording", language).format(version=wording.version, date=on)

        said = [self.each(lambda language: f"{head(language)}: {self.text(wording.text, language)}")]
        return [*said, self.note("indicator", lambda language: self.text(wording.indicator, language))] if wording.indicator else said

    def _limit(self, recommendation: model.RecommendationLine, language: str) -> Line:
        due = PHRASES.say("until", language).format(date=date_words(recommendation.due, language)) if recommendation.due else ""
        if not recommendation.days:
            return (due,)
        days = self.plural("working_days" if recommendation.working_days else "calendar_days", recommendation.days, language)
        return (*days, f", {due}") if due else days

    def _dissents(self) -> list[Block]:
        if not self.document.dissents:
            return []
        return [self.heading("dissents"), *(self._dissent(dissent) for dissent in self.document.dissents)]

    def _dissent(self, dissent: model.DissentLine) -> Prose:
        notes = [
            self.each(lambda language: f"{dissent.name}, {self.text(dissent.role, language)}"),
            self.note("date", lambda language: date_words(dissent.given_on, language)),
        ]
        if dissent.version:
            notes.append(self.frame("dissent_carried", version=dissent.version))
        return self.numbered(self.words(dissent.text), dissent.row, "dissent_row", notes)

    def _signatures(self) -> list[Block]:
        if not self.document.signatures:
            return []
        rows = tuple(
            (self.one(line.name), self.words(line.role), self._signed(line), self.one(line.digest)) for line in self.document.signatures
        )
        heads = (self.frame("name"), self.frame("role"), self.frame("signed"), self.frame("digest"))
        return [self.heading("signatures"), Table(heads, rows, (3, 3, 3, 11), small=True)]

    def _signed(self, line: model.SignatureLine) -> Said:
        if line.signed_on:
            return self.each(lambda language: signed_words(line, line.signed_on or self.document.stamp.date(), language))
        if line.missing_reason:
            return self.each(lambda language: PHRASES.say("not_signed", language).format(reason=self.text(line.missing_reason, language)))
        return self.frame("awaits_signature")

    def _provenance(self) -> list[Block]:
        rows = tuple(self._origin(number) for number in self.document.numbers)
        heads = (self.frame("mark"), self.frame("count"), self.frame("how"), self.frame("rows"), self.frame("printed_on"))
        anchors = tuple(self.document.mark(number.id) for number in self.document.numbers)
        blocks: list[Block] = [self.heading("provenance"), Prose(self.frame("provenance_intro"))]
        if self.document.signatures:
            blocks.append(Prose(self.frame("attached_unchecked")))
        if rows:
            blocks.append(Table(heads, rows, (2, 2, 5, 11, 3), anchors, small=True))
        if self.rows:
            origins = tuple((self.one(each.number), each.kind, self.one(each.row)) for each in self._named())
            columns = (self.frame("paragraph"), self.frame("kind_of_row"), self.frame("row"))
            blocks += [self.heading("paragraph_rows", 2), Table(columns, origins, (3, 5, 9), small=True)]
        return blocks

    def _named(self) -> Iterator[Named]:
        return (Named(row, number, self.frame(kind)) for number, kind, row in self.rows)

    def _origin(self, number: model.Number) -> tuple[Said, ...]:
        how = self.each(lambda language: f"{self.text(number.noun, language)}: {self.text(number.query, language)}")
        rows = self.one("\n".join(number.rows)) if number.rows else self.frame("no_rows")
        return (self.one(self.document.mark(number.id)), self.number(number.id), how, rows, ())

    def _checkpoint(self) -> list[Block]:
        if not self.document.checkpoint:
            return []
        return [self.heading("checkpoint"), Prose(self.frame("checkpoint_intro")), Fixed(self.document.checkpoint)]
